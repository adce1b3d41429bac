import { networks } from "../support/kinds.ts";
import { countOf, rowsOf } from "../support/lists.ts";
import { expect, open, test } from "../support/portal.ts";

test("14.1.2 paging links lead through the whole list and back", async ({ page, language, scripts }) => {
  await open(page, `/${language}/events?view=list&when=all&mode=in-person`, scripts);
  const titles = page.locator(".item-title");
  await expect(titles).toHaveCount(20);
  const first = await titles.allTextContents();
  await page.locator(".pager [rel=next]").click();
  await expect(page).toHaveURL(/mode=in-person&page=2/);
  await expect(page.locator(".pager [rel=next]")).toHaveCount(0);
  const second = await titles.allTextContents();
  expect(second.length).toBeGreaterThan(0);
  expect(new Set([...first, ...second]).size).toBe(20 + second.length);
  await expect(page.locator(".count")).toHaveText(new RegExp(`^${20 + second.length} `));
  await page.locator(".pager [rel=prev]").click();
  await expect(page.locator(".pager [rel=prev]")).toHaveCount(0);
  expect(await titles.allTextContents()).toEqual(first);
});

test("14.1.2 the list of countries names each once, through all of its pages", async ({ page, language }) => {
  const rows = await rowsOf(page, `/${language}/countries`);
  expect(new Set(rows).size).toBe(rows.length);
  expect(rows.length).toBe(await countOf(page, `/${language}/countries`));
});

test("14.1.2 the filters of a list are a form; its answer is an address that keeps what was chosen", async ({
  page,
  language,
  words,
  scripts,
}) => {
  await open(page, `/${language}/repository`, scripts);
  const all = await page.locator(".item").count();
  await page.getByLabel(words.network, { exact: true }).selectOption("migrant-smuggling");
  await page.getByLabel(words.year, { exact: true }).fill("2018");
  await page.getByRole("button", { name: words.show, exact: true }).click();
  await expect(page).toHaveURL(/network=migrant-smuggling/);
  await expect(page).toHaveURL(/year=2018/);
  await expect(page.getByLabel(words.network, { exact: true })).toHaveValue("migrant-smuggling");
  await expect(page.getByLabel(words.year, { exact: true })).toHaveValue("2018");
  const rows = page.locator(".item");
  const left = await rows.count();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(all);
  for (const facts of await rows.locator(".facts").allTextContents()) expect(facts).toContain("2018");
  await page.locator("main").getByRole("link", { name: words.clear, exact: true }).click();
  await expect(rows).toHaveCount(all);
  await expect(page).toHaveURL(`/${language}/repository`);
});

test("14.1.2 the filters of the calendar are a form, with the period kept", async ({ page, language, words, scripts }) => {
  await open(page, `/${language}/events?view=month&date=2019-09-05`, scripts);
  await expect(page.locator(".item")).toHaveCount(3);
  await page.getByLabel(words.network, { exact: true }).selectOption("diaspora");
  await page.getByLabel(words.country, { exact: true }).selectOption("grenada");
  await page.getByRole("button", { name: words.show, exact: true }).click();
  await expect(page).toHaveURL(/view=month/);
  await expect(page).toHaveURL(/date=2019-09-05/);
  await expect(page.locator(".item")).toHaveCount(1);
  await expect(page.locator(".count")).toHaveText(`1 ${words.results[0]}`);
});

test("14.1.2 the language switch works on the second page of a filtered list", async ({ page, language, words, scripts }) => {
  await open(page, `/${language}/events?view=list&when=all&mode=in-person&page=2`, scripts);
  const rows = await page.locator(".item").count();
  expect(rows).toBeGreaterThan(0);
  await page.getByRole("link", { name: words.other, exact: true }).click();
  await expect(page).toHaveURL(`/${words.otherLanguage}/events?view=list&when=all&mode=in-person&page=2`);
  await expect(page.locator("html")).toHaveAttribute("lang", words.otherLanguage);
  await expect(page.locator(".item")).toHaveCount(rows);
});

test("14.2.2 a list with nothing in it says so in words, and no empty box stands in its place", async ({
  page,
  language,
  words,
  scripts,
}) => {
  for (const [path, sentence] of [
    ["blog?year=1999", words.nothingMatches],
    ["repository?network=diaspora&year=1999", words.nothingMatches],
    ["events?view=list&when=past&country=cuba", words.noEvents],
    ["events?view=day&date=2001-01-01", words.noEvents],
    ["events?view=month&date=2001-01-01", words.noEvents],
  ]) {
    await open(page, `/${language}/${path}`, scripts);
    await expect(page.locator("main .empty"), path).toContainText(sentence);
    await expect(page.locator("main .items"), path).toHaveCount(0);
    await expect(page.locator(".count"), path).toHaveText(`0 ${words.results[1]}`);
  }
});

test("14.2.10 what belongs to several networks stands once in the list of each, and once in the whole list", async ({
  page,
  language,
}) => {
  const lists = ["events?view=list&when=all", "repository", "blog", "news"];
  const listOf = (list: string, network: string) =>
    `/${language}/${list}${list.includes("?") ? "&" : "?"}network=${network}`;
  const homes = new Map<string, string[]>();
  for (const list of lists) {
    const whole = await rowsOf(page, `/${language}/${list}`);
    expect(new Set(whole).size, list).toBe(whole.length);
    expect(whole.length, list).toBe(await countOf(page, `/${language}/${list}`));
    for (const network of networks) {
      const rows = await rowsOf(page, listOf(list, network));
      expect(new Set(rows).size, `${list} of ${network}`).toBe(rows.length);
      expect(rows.length, `${list} of ${network}`).toBe(await countOf(page, listOf(list, network)));
      for (const row of rows) {
        expect(whole, `${row} of ${network}`).toContain(row);
        homes.set(row, [...(homes.get(row) ?? []), network]);
      }
    }
  }
  expect(homes.get(`/${language}/events/workshop-on-a-caricom-regional-migration-policy`)).toEqual([
    "border-management",
    "environmental-migration",
    "labour-migration",
  ]);
  expect(homes.get(`/${language}/events/preparatory-meeting-migration-and-international-protection`)).toEqual(networks);
  expect(homes.get(`/${language}/repository/migration-integration-and-diaspora-engagement-policy-review`)).toEqual([
    "diaspora",
    "migration-data",
  ]);
  expect(homes.get(`/${language}/blog/covid-19-and-migrant-domestic-workers`)).toEqual([
    "labour-migration",
    "migration-and-health",
  ]);
});
