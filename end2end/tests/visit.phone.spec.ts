import type { Locator } from "@playwright/test";
import { expect, open, test } from "../support/portal.ts";

const top = async (part: Locator) => {
  const box = await part.first().boundingBox();
  if (!box) throw new Error(`not on the page: ${part}`);
  return box.y;
};

test("14.1.5 on a phone the menu opens by touch and leads to a network", async ({ page, language, words }) => {
  await open(page, `/${language}`, true);
  await expect(page.locator("#menu")).toBeHidden();
  await page.getByRole("button", { name: words.menu, exact: true }).tap();
  await expect(page.locator("#menu")).toBeVisible();
  await page.locator("#menu summary", { hasText: words.networks }).tap();
  const entry = page.locator(`#menu a[href="/${language}/networks/migrant-smuggling"]`);
  await expect(entry).toBeInViewport({ ratio: 1 });
  const title = ((await entry.textContent()) ?? "").trim();
  await entry.tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.locator("#menu")).toBeHidden();
});

test("14.1.5 on a phone that the menu fills, its own button closes it, also after scrolling", async ({ page, language, words }) => {
  await open(page, `/${language}`, true);
  const opening = page.getByRole("button", { name: words.menu, exact: true });
  const closing = page.getByRole("button", { name: words.closeMenu, exact: true });
  await expect(closing).toBeHidden();
  for (const scrolled of [false, true]) {
    await opening.tap();
    if (scrolled) {
      await page.locator("#menu summary", { hasText: words.networks }).tap();
      await page.locator("#menu").evaluate((menu) => menu.scrollTo(0, menu.scrollHeight));
    }
    await expect(closing).toBeInViewport({ ratio: 1 });
    const box = await closing.boundingBox();
    expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44);
    await closing.tap();
    await expect(page.locator("#menu")).toBeHidden();
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(closing).toBeHidden();
});

test("14.1.5 on a phone a touch beside the menu closes it", async ({ page, language, words }) => {
  await open(page, `/${language}`, true);
  // Where the phone is narrow the menu fills it: turned sideways there is room beside it.
  await page.setViewportSize({ width: 740, height: 360 });
  await page.getByRole("button", { name: words.menu, exact: true }).tap();
  await expect(page.locator("#menu")).toBeVisible();
  await page.touchscreen.tap(700, 180);
  await expect(page.locator("#menu")).toBeHidden();
});

test("14.2.1 on a phone a network reads: title, text, next events, publications, specialist", async ({ page, language }) => {
  await open(page, `/${language}/networks/migrant-smuggling`, true);
  const parts = [
    page.locator("h1"),
    page.locator(".lead"),
    page.locator(".network-text .prose"),
    page.locator("#related-events"),
    page.locator("#related-publications"),
    page.locator("#specialist"),
    page.locator("#related-posts"),
  ];
  const places: number[] = [];
  for (const part of parts) places.push(await top(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  await expect(parts[0]).toBeInViewport({ ratio: 1 });
  // Readers who hear the page get it in the same order.
  const order = await page.evaluate(() =>
    ["h1", ".lead", ".network-text", "#related-events", "#related-publications", "#specialist", "#related-posts"]
      .map((selector) => document.querySelector(selector))
      .every((element, i, all) => i === 0 || (all[i - 1]!.compareDocumentPosition(element!) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0),
  );
  expect(order).toBe(true);
});

test("14.2.3 on a phone the next event of a network is the first of its events", async ({ page, language, words }) => {
  await open(page, `/${language}/networks/migrant-smuggling`, true);
  const rows = page.locator("#related-events ~ ul > li");
  await rows.first().scrollIntoViewIfNeeded();
  await expect(rows.first()).not.toContainText(words.past);
  await rows.first().locator("a").first().tap();
  await expect(page).toHaveURL(new RegExp(`/${language}/events/`));
});

for (const [slug, says] of [
  ["round-table-on-the-emigration-of-health-workers", "postponed"],
  ["seminar-on-migrant-smuggling-by-sea", "cancelled"],
] as const) {
  test(`14.3.4 on a phone title and state of an event that is ${says} are seen without scrolling`, async ({
    page,
    language,
    words,
  }) => {
    await open(page, `/${language}/events/${slug}`, true);
    await expect(page.locator("h1")).toBeInViewport({ ratio: 1 });
    await expect(page.locator(".event-state")).toContainText(words[says]);
    await expect(page.locator(".event-state")).toBeInViewport({ ratio: 1 });
  });

  test(`14.3.4 on a phone the date of an event that is ${says} is seen without scrolling`, async ({ page, language }) => {
    await open(page, `/${language}/events/${slug}`, true);
    await expect(page.locator(".when-where time")).toBeInViewport({ ratio: 1 });
  });
}

test("14.3.4 on a phone title and date of an event that takes place are seen without scrolling", async ({ page, language }) => {
  await open(page, `/${language}/events/exercise-on-evacuation-between-islands`, true);
  await expect(page.locator("h1")).toBeInViewport({ ratio: 1 });
  await expect(page.locator(".when-where time")).toBeInViewport({ ratio: 1 });
});

test("14.3.2 on a phone the list of events tells title, date and state together, and a touch opens the event", async ({
  page,
  language,
}) => {
  await open(page, `/${language}/events?view=list`, true);
  const row = page.locator(".item", { has: page.locator("a[href$=round-table-on-the-emigration-of-health-workers]") });
  const parts = [".item-title", "time", ".badge-strong"].map((part) => row.locator(part));
  await parts[2].scrollIntoViewIfNeeded();
  for (const part of parts) await expect(part).toBeInViewport({ ratio: 1 });
  const title = (await parts[0].textContent()) ?? "";
  await parts[0].locator("a").tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.locator(".event-state")).toBeVisible();
});

test("14.3.2 on a phone the first event of the list is seen without scrolling", async ({ page, language }) => {
  await open(page, `/${language}/events?view=list`, true);
  await expect(page.locator(".item-title").first()).toBeInViewport({ ratio: 1 });
  await expect(page.locator(".item time").first()).toBeInViewport({ ratio: 1 });
});

test("14.2.2 on a phone no line of facts begins or ends with the dot between two of them", async ({ page, language }) => {
  await open(page, `/${language}/repository`, true);
  const ends = await page.locator(".facts > *").evaluateAll((facts) =>
    facts.filter((fact) => getComputedStyle(fact, "::after").content !== "none").map((fact) => fact.textContent),
  );
  expect(ends).toEqual([]);
  // The dot before what begins a line lies left of the column of titles, where nothing of the line is drawn.
  const dots = await page.locator(".facts > *").evaluateAll((facts) =>
    facts.map((fact) => {
      const line = fact.parentElement as HTMLElement;
      const drawn = line.getBoundingClientRect().left + Number(/([\d.]+)px\)$/.exec(getComputedStyle(line).clipPath)?.[1]);
      const before = getComputedStyle(fact, "::before");
      const middle = fact.getBoundingClientRect().left - Number.parseFloat(before.width) / 2;
      const begins = fact.getBoundingClientRect().left < drawn + 16;
      return { begins, shown: before.content.includes("·") && middle > drawn };
    }),
  );
  expect(dots.filter((dot) => dot.begins && dot.shown)).toEqual([]);
  expect(dots.filter((dot) => !dot.begins && dot.shown).length).toBeGreaterThan(0);
});

test("14.4.2 on a phone the language switch is one touch away and keeps the page", async ({ page, language, words }) => {
  await open(page, `/${language}/networks/diaspora`, true);
  const other = page.getByRole("link", { name: words.other, exact: true });
  await expect(other).toBeInViewport({ ratio: 1 });
  await other.tap();
  await expect(page).toHaveURL(`/${words.otherLanguage}/networks/diaspora`);
  await expect(page.locator("html")).toHaveAttribute("lang", words.otherLanguage);
});

test("14.3.7 on a phone registering is seen without scrolling, in either language", async ({ page, language }) => {
  await open(page, `/${language}/events/workshop-on-investigating-migrant-smuggling`, true);
  const name = { en: "Register for this event", es: "Inscribirse en este evento" }[language];
  await expect(page.getByRole("link", { name })).toBeInViewport({ ratio: 1 });
});
