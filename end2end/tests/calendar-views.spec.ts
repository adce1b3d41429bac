import { rowsOf } from "../support/lists.ts";
import { expect, open, test } from "../support/portal.ts";

const views = ["month", "week", "day", "list", "year"];

test("14.3.1 every view has its own address, and keeps filters and date", async ({ page, language, scripts }) => {
  await open(page, `/${language}/events?view=month&date=2019-09-10&network=labour-migration&when=past`, scripts);
  const headings = new Set<string>();
  for (const [i, view] of views.entries()) {
    await page.locator(".views a").nth(i).click();
    await expect(page).toHaveURL(new RegExp(`view=${view}(&|$)`));
    await expect(page).toHaveURL(/network=labour-migration/);
    if (view !== "list") await expect(page).toHaveURL(/date=2019-09-10.*when=past/);
    await expect(page.locator(".views [aria-current=true]")).toHaveCount(1);
    await expect(page.locator(".views a").nth(i)).toHaveAttribute("aria-current", "true");
    await expect(page.locator("#network")).toHaveValue("labour-migration");
    headings.add((await page.locator("h1").textContent()) ?? "");
    if (view === "list") await open(page, `/${language}/events?view=day&date=2019-09-10&network=labour-migration&when=past`, scripts);
  }
  expect(headings.size).toBe(views.length);
});

test("14.3.1 reload and share keep view, date and filters", async ({ page, browser, language, scripts, baseURL }) => {
  const seen = async (on: typeof page) => ({
    heading: await on.locator("h1").textContent(),
    view: await on.locator(".views [aria-current=true]").textContent(),
    filters: await Promise.all(["network", "country", "mode", "when"].map((name) => on.locator(`#${name}`).inputValue())),
    rows: await on.locator(".item-title").allTextContents(),
  });
  for (const view of views) {
    const date = view === "list" ? "" : "&date=2019-09-17";
    const address = `/${language}/events?view=${view}${date}&network=labour-migration&country=jamaica&mode=in-person&when=past`;
    await open(page, address, scripts);
    const first = await seen(page);
    expect(first.filters, view).toEqual(["labour-migration", "jamaica", "in-person", "past"]);
    expect(first.rows.length, view).toBeGreaterThan(0);
    await page.reload();
    expect(await seen(page), `${view} after a reload`).toEqual(first);
    expect(page.url()).toBe(`${baseURL}${address}`);
    const other = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
    const elsewhere = await other.newPage();
    await elsewhere.goto(page.url());
    expect(await seen(elsewhere), `${view} elsewhere`).toEqual(first);
    await other.close();
  }
});

for (const filter of ["", "&network=labour-migration", "&country=jamaica&when=past"]) {
  test(`14.3.2 the list under the month has all that the table has, with date and state${filter && `: ${filter}`}`, async ({
    page,
    language,
    words,
    scripts,
  }) => {
    await open(page, `/${language}/events?view=month&date=2019-09-05${filter}`, scripts);
    const names = new Map<string, string>();
    for (const bar of await page.locator("table.month .segment").all()) {
      names.set((await bar.getAttribute("href")) ?? "", (await bar.getAttribute("aria-label")) ?? "");
    }
    expect(names.size).toBe(filter ? 2 : 3);
    await expect(page.locator(".item")).toHaveCount(names.size);
    for (const [href, name] of names) {
      const row = page.locator(".item", { has: page.locator(`a[href="${href}"]`) });
      const [title, date] = await Promise.all([".item-title", "time"].map((part) => row.locator(part).first().textContent()));
      // What was postponed is past as well.
      const postponed = language === "en" ? "Postponed" : "Aplazado";
      const known = [postponed, words.past];
      const states = (await row.locator(".badge").allTextContents()).filter((text) => known.includes(text));
      // In the month, that it is postponed stands before its title.
      const first = states.includes(postponed) ? `${postponed}: ${title}` : title;
      expect(name).toBe([first, date, ...states.filter((state) => state !== postponed)].join(", "));
      expect(states).toContain(words.past);
    }
    // The list that is not bound to a month has them too.
    const list = await rowsOf(page, `/${language}/events?view=list&when=all${filter.replace("&when=past", "")}`);
    for (const href of names.keys()) expect(list).toContain(href);
  });
}

test("14.3.2 every event has its date in the list, in every period view", async ({ page, language, scripts }) => {
  for (const period of ["month&date=2019-03-12", "week&date=2019-03-12", "day&date=2019-03-14", "year&date=2019-03-12"]) {
    await open(page, `/${language}/events?view=${period}`, scripts);
    const rows = await page.locator(".item").count();
    expect(rows, period).toBeGreaterThanOrEqual(2);
    await expect(page.locator(".item time")).toHaveCount(rows);
    for (const text of await page.locator(".item time").allTextContents()) expect(text, period).toContain("2019");
    await expect(page.locator(`.item a[href="/${language}/events/regional-workshop-on-migration-environment-and-climate"]`)).toHaveCount(1);
  }
});
