// Titles are suggested while one types, by the combobox pattern. 14.5.5.
import { expect, open, seriousFaults, test } from "../support/portal.ts";

test("14.5.5 arrows go through the suggested titles, Escape closes them, Enter opens one", async ({ page, language, words, scripts }) => {
  await open(page, `/${language}`, scripts);
  const box = page.getByRole("banner").locator("input[name=q]");
  await box.focus();
  await box.pressSequentially("diasp", { delay: 40 });
  const list = page.getByRole("listbox");
  await expect(list).toBeVisible();
  await expect(box).toHaveAttribute("aria-expanded", "true");
  await expect(box).toHaveAccessibleName(words.search);
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await box.pressSequentially("o");
  await expect(list).toBeVisible();
  await page.keyboard.press("ArrowDown");
  const chosen = list.locator("[aria-selected=true]");
  await expect(chosen).toHaveCount(1);
  await expect(box).toHaveAttribute("aria-activedescendant", (await chosen.getAttribute("id")) ?? "");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  const address = (await chosen.getAttribute("data-href")) ?? "";
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(address);
  expect(address).toBe(`/${language}/networks/diaspora`);
});
