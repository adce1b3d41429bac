import ICAL from "ical.js";
import { expect, open, test } from "../support/portal.ts";

interface Case {
  slug: string;
  says: string;
  /** What the event's own page says of its state. */
  page: { en: RegExp; es: RegExp };
  /** What its row in a list says: in the date, or in a word beside it. */
  row: { en: RegExp; es: RegExp };
  status: string;
  days: number;
}

const cases: Case[] = [
  {
    slug: "round-table-on-the-emigration-of-health-workers",
    says: "postponed",
    page: { en: /This event was postponed\..*The new date will appear here/s, es: /Este evento se aplazó\..*La nueva fecha se anunciará/s },
    row: { en: /\bPostponed\b/, es: /\bAplazado\b/ },
    status: "TENTATIVE",
    days: 2,
  },
  {
    slug: "seminar-on-migrant-smuggling-by-sea",
    says: "cancelled",
    page: { en: /This event was cancelled\..*too few services/s, es: /Este evento se canceló\..*pocas instituciones/s },
    row: { en: /\bCancelled\b/, es: /\bCancelado\b/ },
    status: "CANCELLED",
    days: 1,
  },
  {
    slug: "annual-meeting-of-the-thematic-networks",
    says: "to be confirmed",
    page: { en: /The date is to be confirmed\./, es: /La fecha está por confirmar\./ },
    row: { en: /\(to be confirmed\).*To be confirmed/, es: /\(por confirmar\).*Por confirmar/ },
    status: "TENTATIVE",
    days: 5,
  },
  {
    slug: "technical-visit-on-advance-passenger-information",
    says: "the week only",
    page: { en: /The week is known, the days are not yet\./, es: /Se conoce la semana; los días, todavía no\./ },
    row: { en: /Week of \d+ \w+ 20\d\d/, es: /Semana del \d+ de \w+ de 20\d\d/ },
    status: "TENTATIVE",
    days: 7,
  },
  {
    slug: "preparatory-meeting-for-a-caribbean-consultative-process",
    says: "the month only",
    page: { en: /This event is over\./, es: /Este evento ya pasó\./ },
    row: { en: /^January 2016.*Past/, es: /^Enero de 2016.*Pasado/ },
    status: "TENTATIVE",
    days: 31,
  },
  {
    slug: "exercise-on-evacuation-between-islands",
    says: "several days over a weekend",
    page: { en: /^$/, es: /^$/ },
    row: { en: /\d+( \w+)?( 20\d\d)? to \d+ \w+ 20\d\d/, es: /\d+( de \w+)?( de 20\d\d)? al \d+ de \w+ de 20\d\d/ },
    status: "CONFIRMED",
    days: 5,
  },
];

for (const { slug, says, page: onPage, row: inRow, status, days } of cases) {
  test(`14.3.4 ${says}: in words on the page and in the list, in the calendar file as STATUS and days`, async ({
    page,
    language,
    scripts,
  }) => {
    await open(page, `/${language}/events/${slug}`, scripts);
    const state = page.locator(".event-state");
    expect((await state.allTextContents()).join()).toMatch(onPage[language]);
    const date = (await page.locator(".when-where time").textContent()) ?? "";
    const machine = (await page.locator(".when-where time").getAttribute("datetime")) ?? "";
    // Days, not hours.
    await expect(page.locator(".hours, .local-time")).toHaveCount(0);

    const row = page.locator(".item", { has: page.locator(`a[href$="/events/${slug}"]`) });
    await open(page, `/${language}/events?view=list&when=all`, scripts);
    if ((await row.count()) === 0) await open(page, `/${language}/events?view=list&when=all&page=2`, scripts);
    const facts = (await row.locator(".facts > *").allTextContents()).join(", ");
    expect(facts).toMatch(inRow[language]);
    expect(facts).toContain(date);

    const text = await (await page.request.get(`/${language}/events/${slug}.ics`)).text();
    const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
    expect(event.getFirstPropertyValue("status")).toBe(status);
    expect(event.getFirstPropertyValue("sequence")).toBeGreaterThanOrEqual(0);
    const [start, end] = ["dtstart", "dtend"].map((name) => event.getFirstProperty(name));
    expect([start.type, end.type]).toEqual(["date", "date"]);
    expect(start.getFirstValue().toString().startsWith(machine)).toBe(true);
    // The end is exclusive.
    expect(end.getFirstValue().subtractDate(start.getFirstValue()).toSeconds() / 86_400).toBe(days);
  });
}

test("14.3.4 in the month, what is postponed says so first; only what is cancelled is struck", async ({ page, language, scripts }) => {
  await open(page, `/${language}/events?view=month&date=2019-09-09`, scripts);
  const bar = page.locator("table.month .segment[href$=towards-a-caribbean-migration-conference]");
  // One week: seven cells, one bar.
  await expect(bar).toHaveCount(7);
  await expect(bar.first()).toHaveAccessibleName(/^(Postponed: .+, Week of 9 September 2019, Past|Aplazado: .+, Semana del 9 de septiembre de 2019, Pasado)$/);
  await expect(bar.first().locator("span")).toHaveText(/^(Postponed|Aplazado): /);
  await expect(bar.first().locator("span")).toHaveCSS("text-decoration-line", "none");
  const cancelled = "seminar-on-migrant-smuggling-by-sea";
  await open(page, `/${language}/events/${cancelled}`, scripts);
  const day = await page.locator(".when-where time").getAttribute("datetime");
  await open(page, `/${language}/events?view=month&date=${day!.slice(0, 10)}`, scripts);
  const struck = page.locator(`table.month .segment[href$=${cancelled}]`).first();
  await expect(struck).toHaveAccessibleName(/, (Cancelled|Cancelado)(, (Past|Pasado))?$/);
  await expect(struck.locator("span")).toHaveCSS("text-decoration-line", "line-through");
});
