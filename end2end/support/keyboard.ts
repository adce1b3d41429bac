// What somebody does who cannot point.
import { expect, type Locator, type Page } from "@playwright/test";

/** Presses Tab until the focus is there, as a reader does who cannot point. */
export async function tabTo(page: Page, target: Locator) {
  await expect(target).toHaveCount(1);
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${target}`);
}
