import ICAL from "ical.js";
import { expect, open, test } from "../support/portal.ts";

test("14.3.1 month and list have their own addresses with filters", async ({ page, language, words, scripts }) => {
  await open(page, `/${language}/events?view=month&date=2019-12-05&network=migrant-smuggling`, scripts);
  await expect(page.locator("h1")).toContainText("2019");
  await expect(page.locator("#network")).toHaveValue("migrant-smuggling");
  await page.getByRole("link", { name: words.nextMonth }).click();
  await expect(page).toHaveURL(/date=2020-01-01/);
  await expect(page).toHaveURL(/network=migrant-smuggling/);
  await expect(page.locator("h1")).toContainText("2020");
  await open(page, `/${language}/events?view=list&when=past`, scripts);
  await expect(page.locator(".item").first()).toBeVisible();
});

test("14.3.2 the month is one table with headers, and each event's name has its date", async ({ page, language, scripts }) => {
  await open(page, `/${language}/events?view=month&date=2019-12-05`, scripts);
  await expect(page.locator("table.month")).toHaveCount(1);
  await expect(page.locator("table.month thead th[scope=col]")).toHaveCount(7);
  const bar = page.locator("table.month .segment").first();
  await expect(bar).toHaveAttribute("aria-label", /2019/);
  // A meeting of two days is a bar of days.
  expect(await page.locator("table.month .segment").count()).toBeGreaterThan(1);
});

test("14.3.3 a timed event says its zone by name", async ({ page, language, scripts }) => {
  await open(page, `/${language}/events/launch-of-the-human-mobility-and-climate-project`, scripts);
  await expect(page.locator(".hours")).toContainText("15:30");
  await expect(page.locator(".hours")).toContainText("Dominica");
});

test("14.3.4 postponed and cancelled events say so in words", async ({ page, language, words, scripts }) => {
  await open(page, `/${language}/events/towards-a-caribbean-migration-conference`, scripts);
  await expect(page.locator(".event-state")).toContainText(words.postponed);
  await expect(page.locator(".when-where time")).toContainText(/Week of|Semana del/);
});

test("14.3.6 an event can be added to a calendar", async ({ page, language, words, scripts }) => {
  await open(page, `/${language}/events/preparatory-meeting-migration-and-international-protection`, scripts);
  const link = page.getByRole("link", { name: words.addToCalendar });
  const file = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(file.headers()["content-type"]).toContain("text/calendar");
  expect(await file.text()).toContain("DTEND;VALUE=DATE:20191207");
});

test("bad input is named, kept, and the page still stands", async ({ page, language, words, scripts }) => {
  const response = await open(page, `/${language}/events?view=month&date=2026-02-30&network=nowhere`, scripts);
  expect(response?.status()).toBe(422);
  await expect(page.getByRole("heading", { name: words.problems })).toBeVisible();
  await expect(page.locator(".problems")).toContainText("2026-02-30");
  await expect(page.locator("#network")).toHaveValue("nowhere");
  await expect(page.locator("table.month")).toBeVisible();
});

test("14.3.6 a parser of somebody else's reads every calendar file; identifiers are stable and zones included", async ({
  page,
  language,
}) => {
  const read = async (path: string) => {
    const calendar = new ICAL.Component(ICAL.parse(await (await page.request.get(path)).text()));
    return { calendar, events: calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event)) };
  };
  const all = await read(`/${language}/events.ics`);
  expect(all.events.length).toBeGreaterThan(30);
  const uids = all.events.map((event) => event.uid);
  expect(new Set(uids).size).toBe(uids.length);
  expect((await read(`/${language}/events.ics`)).events.map((event) => event.uid)).toEqual(uids);
  expect(all.calendar.getAllSubcomponents("vtimezone").length).toBeGreaterThan(0);
  const one = await read(`/${language}/events/launch-of-the-human-mobility-and-climate-project.ics`);
  ICAL.TimezoneService.register(one.calendar.getFirstSubcomponent("vtimezone"));
  const zone = one.calendar.getFirstSubcomponent("vevent").getFirstProperty("dtstart").getParameter("tzid");
  expect(zone).toBe("America/Dominica");
  const start = one.events[0].startDate.clone();
  expect(start.toString()).toBe("2020-09-30T15:30:00");
  start.zone = ICAL.TimezoneService.get(zone);
  expect(start.toJSDate().toISOString()).toBe("2020-09-30T19:30:00.000Z");
  expect(uids).toContain(one.events[0].uid);
  const filtered = await read(`/${language}/events.ics?network=diaspora`);
  expect(filtered.events.length).toBeLessThan(all.events.length);
});
