import { expect, open, test } from "../support/portal.ts";

const dates = [
  ["preparatory-meeting-migration-and-international-protection", "5 to 6 December 2019", "5 y 6 de diciembre de 2019"],
  ["regional-thematic-meeting-on-trafficking-and-smuggling", "12 to 14 March 2019", "12 al 14 de marzo de 2019"],
  ["webinar-series-for-civil-society-on-climate-mobility", "11 May to 6 July 2023", "11 de mayo al 6 de julio de 2023"],
  ["towards-a-caribbean-migration-conference", "Week of 9 September 2019", "Semana del 9 de septiembre de 2019"],
  ["preparatory-meeting-for-a-caribbean-consultative-process", "January 2016", "Enero de 2016"],
  ["launch-of-the-human-mobility-and-climate-project", "30 September 2020", "30 de septiembre de 2020"],
];

test("14.4.5 the days of an event are written as the language writes them", async ({ page, language, scripts }) => {
  for (const [slug, en, es] of dates) {
    await open(page, `/${language}/events/${slug}`, scripts);
    await expect(page.locator(".when-where time")).toHaveText({ en, es }[language]);
  }
});

test("14.4.5 hours name their place in the language, posts bear a day in it", async ({ page, language, scripts }) => {
  await open(page, `/${language}/events/launch-of-the-human-mobility-and-climate-project`, scripts);
  await expect(page.locator(".hours")).toHaveText({ en: "15:30, Dominica time", es: "15:30, hora de Dominica" }[language]);
  await open(page, `/${language}/blog/covid-19-and-migrant-domestic-workers`, scripts);
  await expect(page.locator("main time").first()).toHaveText({ en: "29 September 2020", es: "29 de septiembre de 2020" }[language]);
});

test("14.4.5 headings of the calendar name month, week, day and weekdays in the language", async ({ page, language, scripts }) => {
  for (const [view, en, es] of [
    ["month", "Events: September 2019", "Eventos: septiembre de 2019"],
    ["week", "Events: 9 to 15 September 2019", "Eventos: 9 al 15 de septiembre de 2019"],
    ["day", "Events: Wednesday 11 September 2019", "Eventos: miércoles 11 de septiembre de 2019"],
    ["year", "Events: 2019", "Eventos: 2019"],
  ]) {
    await open(page, `/${language}/events?view=${view}&date=2019-09-11`, scripts);
    await expect(page.locator("h1")).toHaveText({ en, es }[language]);
  }
  await open(page, `/${language}/events?view=month&date=2019-09-11`, scripts);
  const weekdays = page.locator("table.month thead th");
  await expect(weekdays).toHaveText(
    {
      en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
      es: ["Lun", "Mar", "Mié", "Jue", "Vie", "Sáb", "Dom"],
    }[language],
  );
  await expect(weekdays.nth(2)).toHaveAttribute("abbr", { en: "Wednesday", es: "Miércoles" }[language]);
  await expect(page.locator('[data-day="2019-09-05"]')).toHaveAccessibleName(
    { en: "Thursday 5 September 2019, 1 event", es: "jueves 5 de septiembre de 2019, 1 evento" }[language],
  );
  await open(page, `/${language}/events?view=month&date=2019-03-14`, scripts);
  await expect(page.locator('[data-day="2019-03-14"]')).toHaveAccessibleName(
    { en: "Thursday 14 March 2019, 2 events", es: "jueves 14 de marzo de 2019, 2 eventos" }[language],
  );
});

test("14.4.5 none, one and many are counted in the right form", async ({ page, language, words, scripts }) => {
  const [one, many] = words.results;
  for (const [path, count] of [
    ["blog?year=1999", `0 ${many}`],
    ["events?view=list&when=all&country=cuba", `1 ${one}`],
    ["repository?year=2018", `2 ${many}`],
    ["countries", `23 ${many}`],
  ]) {
    await open(page, `/${language}/${path}`, scripts);
    await expect(page.locator(".count")).toHaveText(count);
  }
});

test("14.4.5 numbers bear their unit as the language sets it", async ({ page, language, scripts }) => {
  await open(page, `/${language}/networks/diaspora`, scripts);
  const figures = (await page.locator(".figure-value").allTextContents()).join(" | ");
  expect(figures).toContain({ en: "USD\u00a07,074\u00a0million", es: "7,074 millones de USD" }[language]);
  expect(figures).toContain({ en: "22.20%", es: "22.20\u00a0%" }[language]);
});

const alphabetical = (names: string[], language: string) => [...names].sort(new Intl.Collator(language).compare);

test("14.4.5 the choice of countries follows the alphabet of the language, accents and all", async ({ page, language, scripts }) => {
  await open(page, `/${language}/events`, scripts);
  const names = (await page.locator("#country option").allTextContents()).slice(1);
  expect(names).toHaveLength(23);
  expect(names).toEqual(alphabetical(names, language));
  expect(names).toContain({ en: "Curaçao", es: "Haití" }[language]);
});

test("14.4.5 the list of countries follows the alphabet of the language", async ({ page, language, scripts }) => {
  await open(page, `/${language}/countries`, scripts);
  const names = await page.locator(".item-title").allTextContents();
  expect(names).toHaveLength(23);
  expect(names).toEqual(alphabetical(names, language));
});

test("14.4.3 the author of a translated post is named in the language of the page", async ({ page, language, scripts }) => {
  await open(page, `/${language}/blog/covid-19-and-migrant-domestic-workers`, scripts);
  await expect(page.locator("main .facts").first()).toContainText({ en: "Regional specialist", es: "Especialista regional" }[language]);
});
