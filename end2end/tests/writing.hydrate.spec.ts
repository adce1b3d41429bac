// Writing with scripts: remarks come while one types, and a toolbar types the signs. 14.9.12.
import { asStaff, desk, text } from "../support/desk.ts";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

test("14.9.12 what may be mended is said while one writes, and goes when it is mended", async ({ page, language }, info) => {
  const say = desk[language];
  await asStaff(page, language, true, `Uma ${info.project.name}`);
  await open(page, `/${language}/staff/new/news`, true);
  const part = text(page, `block.new1.${language}`);
  await part.fill(`[${say.here}](/${language}/blog)`);
  await expect(page.locator("#remarks")).toContainText(`${say.here}`, { timeout: 8_000 });
  await expect(page.locator("#remarks-count").getByRole("link")).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await part.fill(`[The blog](/${language}/blog)`);
  await expect(page.locator("#remarks").getByRole("listitem")).toHaveCount(1, { timeout: 8_000 });
  await part.fill("");
  await expect(page.locator("#remarks")).toBeHidden({ timeout: 8_000 });
});

test("the toolbar is one stop for Tab, moves by arrows, types signs and lets them be undone", async ({ page, language }, info) => {
  const say = desk[language];
  await asStaff(page, language, true, `Vic ${info.project.name}`);
  await open(page, `/${language}/staff/new/news`, true);
  const part = text(page, `block.new1.${language}`);
  await expect(page.getByRole("toolbar")).toBeHidden();
  await part.click();
  await page.keyboard.type("one two");
  await page.keyboard.press("Control+Shift+ArrowLeft");
  const bar = page.getByRole("toolbar", { name: say.toolbar });
  await expect(bar).toBeVisible();
  await expect(bar).toHaveAttribute("aria-controls", `block.new1.${language}`);
  await bar.getByRole("button", { name: say.bold }).click();
  await expect(part).toHaveValue("one **two**");
  await expect(part).toBeFocused();
  await page.keyboard.press("Control+b");
  await expect(part).toHaveValue("one two");
  await page.keyboard.press("Control+i");
  await expect(part).toHaveValue("one *two*");
  await page.keyboard.press("Control+z");
  await expect(part).toHaveValue("one two");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await page.keyboard.press("Control+k");
  await expect(part).toHaveValue("one [two](https://)");
  // The address is selected, to be typed over.
  await page.keyboard.type("/en/blog");
  await expect(part).toHaveValue("one [two](/en/blog)");

  await page.keyboard.press("Shift+Tab");
  const button = (name: string) => bar.getByRole("button", { name, exact: true });
  await expect(bar.locator("button[tabindex='0']")).toHaveCount(1);
  await expect(bar.locator("button[tabindex='0']")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(button(say.bold)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(button(say.quote)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(part).toHaveValue("> one [two](/en/blog)");
  await expect(part).toBeFocused();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Escape");
  await expect(part).toBeFocused();
  // What is typed by a button is kept like all else.
  await expect(page.locator(".live-status")).toHaveText(say.kept, { timeout: 5_000 });
});
