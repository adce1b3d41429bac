// Participants: the map by keyboard, the list beside it, and the page of one.
import { countOf } from "../support/lists.ts";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

test("14.1.2 every place of the map is a link that the keyboard reaches and follows, in the order of the list", async ({
  page,
  language,
  scripts,
}) => {
  await open(page, `/${language}/countries`, scripts);
  const places = page.locator(".map .place");
  await expect(places).toHaveCount(23);
  const addresses = (links: Element[]) => links.map((link) => link.getAttribute("href"));
  expect(await places.evaluateAll(addresses)).toEqual(await page.locator(".place-list .item-title a").evaluateAll(addresses));
  const haiti = page.locator(`.map a[href="/${language}/countries/haiti"]`);
  await expect(haiti).toHaveAccessibleName({ en: /^\d+ Haiti, participant$/, es: /^\d+ Haití, participante$/ }[language]);
  const before = page.locator(`.map .place:has(+ a[href="/${language}/countries/haiti"])`);
  await before.focus();
  await page.keyboard.press("Tab");
  await expect(haiti).toBeFocused();
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/${language}/countries/haiti`);
  await expect(page.locator("h1")).toHaveText({ en: "Haiti", es: "Haití" }[language]);
});

test("14.6.9 a participant shows what is counted of it, and “View more” leads to a list with the same count", async ({
  page,
  language,
  scripts,
}) => {
  await open(page, `/${language}/countries/jamaica`, scripts);
  await expect(page.getByRole("heading", { name: { en: "Figures", es: "Cifras" }[language], exact: true })).toBeVisible();
  await expect(page.locator(".country-figures tbody tr").first()).toContainText(/\d{4}/);
  const more = page.locator("#related-events ~ .more a");
  const count = Number(/\((\d+)\)/.exec((await more.textContent()) ?? "")?.[1]);
  expect(await countOf(page, (await more.getAttribute("href")) ?? "")).toBe(count);
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
});
