// Figures: a set of them as chart, table and files; a number in a sentence as a card that the keyboard opens.
import { expect, open, seriousFaults, test } from "../support/portal.ts";

test("14.6.9 a set of data is a chart with a table that says the same, narrowed by an address, with both of two sources", async ({
  page,
  language,
  words,
  scripts,
}) => {
  await open(page, `/${language}/data`, scripts);
  await page.getByRole("link", { name: { en: "Venezuelans hosted", es: "Personas venezolanas acogidas" }[language] }).click();
  await expect(page.locator(".multiple")).toHaveCount(5);
  await expect(page.locator(".data-table tbody tr")).toHaveCount(9);
  await expect(page.locator(".chart .note")).toContainText("24,169");
  await expect(page.locator(".chart .note")).toContainText("24,000");
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await page.getByLabel(words.country, { exact: true }).selectOption("trinidad-and-tobago");
  await page.getByLabel(words.year, { exact: true }).selectOption("2020");
  await page.getByRole("button", { name: words.show }).click();
  await expect(page).toHaveURL(/country=trinidad-and-tobago&year=2020/);
  await expect(page.locator(".data-table tbody tr")).toHaveCount(2);
  const file = (await page.getByRole("link", { name: "CSV" }).getAttribute("href")) ?? "";
  const lines = (await (await page.request.get(file)).text()).trim().split("\r\n");
  expect(lines).toHaveLength(3);
});

test("14.6.9 a number in a sentence opens its card by the keyboard, with year, source and a citation, and leads to its list", async ({
  page,
  language,
  words,
  scripts,
}) => {
  await open(page, `/${language}/networks/migrant-smuggling`, scripts);
  const number = page.locator(".figure-ref").first();
  const card = page.locator(".figure-card:popover-open");
  await expect(card).toHaveCount(0);
  await number.focus();
  await page.keyboard.press("Enter");
  await expect(card).toBeVisible();
  await expect(card).toContainText({ en: "14,000 to 18,000", es: "14,000 a 18,000" }[language]);
  await expect(card).toContainText("UNODC");
  await expect(card.locator(".figure-cite")).toContainText("2014–2015");
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await card.getByRole("link", { name: { en: "See it in its list", es: "Verla en su lista" }[language] }).click();
  await expect(page).toHaveURL(/#number-smuggled-into-mexico$/);
  await expect(page.locator("#number-smuggled-into-mexico")).toContainText(words.source);
  await expect(page.getByRole("heading", { name: words.figures, exact: true })).toBeVisible();
});
