// One page of every kind, as paths under the language.

/** Every kind of page, every view, and every way in which an address can fail. */
export const kinds = [
  "",
  "/networks",
  "/networks/migrant-smuggling",
  "/networks/migrant-smuggling?view=parallel",
  "/events?view=month",
  "/events?view=week&date=2019-09-09",
  "/events?view=day&date=2019-09-09",
  "/events?view=list&when=all",
  "/events?view=year",
  "/events?view=month&date=2026-02-30",
  "/events/towards-a-caribbean-migration-conference",
  "/events/workshop-on-investigating-migrant-smuggling",
  "/blog",
  "/blog/shortages-of-health-workers",
  "/news",
  "/news/assessment-of-migration-governance-in-curacao",
  "/repository",
  "/repository?type=report&q=migration",
  "/repository/global-study-on-smuggling-of-migrants",
  "/e-campus",
  "/e-campus/human-trafficking-for-consular-staff",
  "/media",
  "/media/pictures-of-the-ten-networks",
  "/media/the-searching-beam",
  "/media/dangers-of-crossing-by-sea-from-haiti",
  "/data",
  "/data/venezuelans-hosted",
  "/data/remittances-received",
  "/countries",
  "/countries?by=status",
  "/countries/haiti",
  "/about",
  "/about/other-processes",
  "/about/reuse",
  "/search?q=migrant",
  "/search",
  "/search?q=zzzz+disapora",
  "/login",
  "/register",
  "/nowhere",
];

/**
 * Pages that look as those do and say something else: a law, a post that exists in English only, a list in which nothing
 * matches, and what is kept of readers.
 */
export const alike = [
  "/repository/ley-137-03-trafico-ilicito-de-migrantes-y-trata-de-personas",
  "/blog/migration-governance-as-adaptation",
  "/blog?network=diaspora&year=1999",
  "/about/privacy",
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
