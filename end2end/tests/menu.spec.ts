import { busy, kinds } from "../support/kinds.ts";
import { expect, open, test } from "../support/portal.ts";

test("14.1.5 the menu opens and closes by click, Enter and Space, one group at a time", async ({ page, language, words, scripts }) => {
  await open(page, `/${language}`, scripts);
  const group = page.locator("#menu details", { has: page.locator("summary", { hasText: words.networks }) });
  const title = group.locator("summary");
  const links = group.locator(".submenu a");
  await expect(links.first()).toBeHidden();
  await title.click();
  await expect(links).toHaveCount(11);
  await expect(links.first()).toBeVisible();
  await title.click();
  await expect(links.first()).toBeHidden();
  for (const key of ["Enter", "Space"]) {
    await title.focus();
    await page.keyboard.press(key);
    await expect(links.last()).toBeVisible();
    await page.keyboard.press(key);
    await expect(links.last()).toBeHidden();
  }
  await title.click();
  await page.locator("#menu summary").first().click();
  await expect(page.locator("#menu details[open]")).toHaveCount(1);
  await expect(links.first()).toBeHidden();
});

test("14.1.5 on a narrow screen the button opens the menu, and an entry leads to its page", async ({
  page,
  language,
  words,
  scripts,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, `/${language}`, scripts);
  await expect(page.locator("#menu")).toBeHidden();
  await page.getByRole("button", { name: words.menu, exact: true }).press("Enter");
  await expect(page.locator("#menu")).toBeVisible();
  await page.locator("#menu summary", { hasText: words.networks }).click();
  const entry = page.locator(`#menu a[href="/${language}/networks/diaspora"]`);
  await expect(entry).toBeInViewport();
  const sideways = () => page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(await sideways()).toBe(0);
  expect(await page.locator("#menu").evaluate((menu) => menu.scrollWidth - menu.clientWidth)).toBe(0);
  await entry.click();
  await expect(page).toHaveURL(`/${language}/networks/diaspora`);
  await expect(page.locator("#menu")).toBeHidden();
});

for (const [name, height] of [
  ["320 px", 640],
  ["400 % zoom", 256],
] as const) {
  test(`14.1.5 no kind of page scrolls sideways at ${name}`, async ({ page, language, scripts }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 320, height });
    for (const kind of [...kinds, ...busy, "/repository/iom-regional-strategy", "/events?view=day&date=2019-09-10"]) {
      await open(page, `/${language}${kind}`, scripts);
      const wide = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(wide, kind).toBe(0);
    }
  });
}
