// Titles are suggested while one types, by the combobox pattern. 14.5.5.
import { expect, open, test } from "../support/portal.ts";

test("14.5.5 arrows go through the suggested titles, Escape closes them, Enter opens one", async ({ page, language, words, scripts }) => {
  await open(page, `/${language}`, scripts);
  const box = page.getByRole("banner").locator("input[name=q]");
  await box.focus();
  await box.pressSequentially("diasp", { delay: 40 });
  const list = page.getByRole("listbox");
  await expect(list).toBeVisible();
  await expect(box).toHaveAttribute("aria-expanded", "true");
  await expect(box).toHaveAccessibleName(words.search);
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

test("14.5.5 the box is a combobox as soon as one is in it, says how many titles there are, and its arrows go round", async ({
  page,
  language,
  scripts,
}) => {
  await open(page, `/${language}`, scripts);
  const box = page.getByRole("banner").locator("input[name=q]");
  await box.focus();
  await expect(box).toHaveAttribute("role", "combobox");
  await expect(box).toHaveAttribute("aria-autocomplete", "list");
  await expect(box).toHaveAttribute("aria-expanded", "false");
  const list = page.getByRole("listbox", { includeHidden: true });
  await expect(list).toBeHidden();
  await expect(box).toHaveAttribute("aria-controls", (await list.getAttribute("id")) ?? "none");
  await box.pressSequentially("migra", { delay: 40 });
  await expect(list).toBeVisible();
  const options = list.getByRole("option");
  const count = await options.count();
  expect(count).toBeGreaterThan(1);
  const said = { en: `${count} suggestions`, es: `${count} sugerencias` }[language];
  await expect(page.getByRole("banner").getByRole("status")).toHaveText(said);
  await page.keyboard.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await expect(box).toBeFocused();
  await expect(box).toHaveValue("migra");
  await page.keyboard.press("Tab");
  await expect(list).toBeHidden();
  await expect(box).toHaveAttribute("aria-expanded", "false");
  await expect(box).not.toHaveAttribute("aria-activedescendant", /./);
});

test("14.5.5 Enter without a choice looks for what is typed, and a click on a title opens it", async ({ page, language, scripts }) => {
  await open(page, `/${language}`, scripts);
  const box = page.getByRole("banner").locator("input[name=q]");
  const list = page.getByRole("listbox");
  await box.focus();
  await expect(box).toHaveAttribute("role", "combobox");
  await box.pressSequentially("diasp", { delay: 40 });
  await expect(list).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/${language}/search?q=diasp`);
  await open(page, `/${language}`, scripts);
  await box.focus();
  await expect(box).toHaveAttribute("role", "combobox");
  await box.pressSequentially("diasp", { delay: 40 });
  const option = list.getByRole("option").first();
  const address = (await option.getAttribute("data-href")) ?? "";
  await option.click();
  await expect(page).toHaveURL(address);
});
