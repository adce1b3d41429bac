// One page of every kind, as paths under the language.

/** Every kind of page, every view, and every way in which an address can fail. */
export const kinds = [
  "",
  "/networks",
  "/networks/migrant-smuggling",
  "/networks/migrant-smuggling?view=parallel",
  "/events?view=month",
  "/events?view=list&when=all",
  "/events?view=year",
  "/events?view=month&date=2026-02-30",
  "/events/towards-a-caribbean-migration-conference",
  "/blog",
  "/blog/shortages-of-health-workers",
  "/news",
  "/repository",
  "/e-campus",
  "/media",
  "/media/pictures-of-the-ten-networks",
  "/data",
  "/countries",
  "/countries/haiti",
  "/about",
  "/about/other-processes",
  "/search?q=migrant",
  "/login",
  "/register",
  "/nowhere",
];

/** Where the month and the week have several events. */
export const busy = ["/events?view=month&date=2019-09-05", "/events?view=week&date=2019-09-09"];

/** The ten networks. */
export const networks = [
  "border-management",
  "diaspora",
  "emergency-preparedness",
  "environmental-migration",
  "human-trafficking",
  "labour-migration",
  "migrant-smuggling",
  "migration-and-health",
  "migration-data",
  "refugee-protection",
];
