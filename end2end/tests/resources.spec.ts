// 14.7.1, 14.7.2, 14.7.4: a reader of the blog, and one of the media, with the keyboard alone.
import { expect, open, test } from "../support/portal.ts";

test("14.7.1 from a post one comes to all that its author wrote, and the other language keeps that choice", async ({
  page,
  language,
  scripts,
  words,
}) => {
  await open(page, `/${language}/blog/shortages-of-health-workers`, scripts);
  const author = page.locator("[rel=author]");
  const name = (await author.textContent())!.trim();
  await author.click();
  await expect(page).toHaveURL(/\/blog\?author=/);
  await expect(page.locator(".item").first()).toContainText(name);
  const count = await page.locator(".item").count();
  await expect(page.getByLabel(language === "en" ? "Author or role" : "Autoría o cargo")).toHaveValue(name);
  await page.getByRole("link", { name: words.other }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", words.otherLanguage);
  await expect(page.locator(".item")).toHaveCount(count);
});

test("14.7.4 a gallery is walked through by the keyboard, and asks nothing of anybody else", async ({ page, language, scripts }) => {
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).hostname));
  await open(page, `/${language}/media/pictures-of-the-ten-networks`, scripts);
  await page.locator(".gallery-small a").nth(2).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#picture-3$/);
  await expect(page.locator("#picture-3 img")).toBeInViewport();
  // The picture is where one goes on from: its own links come next.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#picture-4$/);
  await open(page, `/${language}/media/dangers-of-crossing-by-sea-from-haiti`, scripts);
  await expect(page.locator("main a[href^='https://www.iom.int/']")).toBeVisible();
  expect([...asked]).toEqual(["127.0.0.1"]);
});
