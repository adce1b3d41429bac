// 14.6.9: the numbers of a text, with scripts: in browsers that know `interestfor`, and in those that do not.
import type { Page } from "@playwright/test";
import { tabTo } from "../support/keyboard.ts";
import { expect, open, test } from "../support/portal.ts";

const path = "networks/migrant-smuggling";

/** The browser knows nothing of interest from here on. */
async function forgetInterest(page: Page) {
  await page.addInitScript(() => {
    Reflect.deleteProperty(HTMLButtonElement.prototype, "interestForElement");
    document.addEventListener("DOMContentLoaded", () => {
      for (const button of document.querySelectorAll("[interestfor]")) button.removeAttribute("interestfor");
    });
  });
}

for (const knows of [true, false]) {
  const browser = knows ? "that knows interest" : "that does not know interest";
  test(`14.6.9 in a browser ${browser}, pointing at a number or the focus opens its card, and a click keeps it open`, async ({
    page,
    language,
  }) => {
    if (!knows) await forgetInterest(page);
    await open(page, `/${language}/${path}`, true);
    const number = page.locator(".figure-ref").first();
    const card = page.locator(".figure-card:popover-open");
    // The card opens in the middle of the screen; the number stands above it.
    await number.evaluate((number) => scrollBy(0, number.getBoundingClientRect().top - 80));
    const away = () => page.mouse.move(2, 2);
    // The code that listens where the browser does not is on its way for a moment.
    await expect(async () => {
      await away();
      await number.hover();
      await expect(card).toBeVisible({ timeout: 2000 });
    }).toPass();
    await away();
    await expect(card).toHaveCount(0);
    await number.hover();
    await expect(card).toBeVisible();
    await page.mouse.down();
    await page.mouse.up();
    await away();
    // That nothing happens has no moment of its own to wait for: a card that is left closes about half a second later, in the
    // browser's time or in ours, and this one must not.
    await page.waitForTimeout(1500);
    await expect(card).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(card).toHaveCount(0);
    await page.locator("h1").focus();
    await tabTo(page, number);
    await expect(card).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(card).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(card).toHaveCount(0);
    await expect(number).toBeFocused();
  });
}

test("14.6.9 “Cite” copies the figure with its source, in the reader's language", async ({ page, language }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, `/${language}/${path}`, true);
  await page.locator(".figure-ref").first().click();
  const card = page.locator(".figure-card:popover-open");
  await card.getByRole("button", { name: { en: "Cite", es: "Citar" }[language], exact: true }).click();
  await expect(card.getByRole("status")).toHaveText({ en: "Copied", es: "Copiado" }[language]);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(((await card.locator(".figure-cite").textContent()) ?? "").trim());
  expect(copied).toContain({ en: "14,000 to 18,000", es: "14,000 a 18,000" }[language]);
  expect(copied).toContain(`/${language}/${path}#number-`);
});
