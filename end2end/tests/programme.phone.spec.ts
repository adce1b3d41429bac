import { expect, open, seriousFaults, test } from "../support/portal.ts";

test("14.3.10 on a phone the programme of three days is read without scrolling sideways", async ({ page, language }) => {
  await open(page, `/${language}/events/workshop-on-investigating-migrant-smuggling`, true);
  const programme = page.getByRole("region", { name: { en: "Programme", es: "Programa" }[language] });
  await expect(programme.locator("h3")).toHaveCount(3);
  await expect(programme.locator("li.programme-session")).toHaveCount(9);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  // Hours stand above the words that they are of.
  const first = programme.locator("li.programme-session").first();
  const [hours, words] = [await first.locator(".programme-hours").boundingBox(), await first.locator(".programme-words").boundingBox()];
  expect(hours && words && hours.y + hours.height <= words.y + 1 && Math.abs(hours.x - words.x) < 2).toBe(true);
  expect(await seriousFaults(page)).toEqual([]);
});
