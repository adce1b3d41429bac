// The log of what staff do: 14.9.10.
import { asStaff, desk, text } from "../support/desk.ts";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

const log = {
  en: { who: "Who", show: "Show", empty: "Nothing matches.", csv: "This log as a CSV file", field: "Summary (English)" },
  es: { who: "Quién", show: "Mostrar", empty: "Nada coincide.", csv: "Este registro como archivo CSV", field: "Resumen (inglés)" },
} as const;

test("14.9.10 the log says who changed what, when, before and after, and is filtered and taken along", async ({ page, language, scripts }, info) => {
  const [say, words] = [desk[language], log[language]];
  const who = `Uma ${info.project.name} ${Date.now()}`;
  await asStaff(page, language, scripts, who);
  await open(page, `/${language}/staff/new/blog`, scripts);
  await text(page, "en.title").fill(`Logged ${who}`);
  await text(page, "en.summary").fill("The first words.");
  await page.getByRole("button", { name: say.save, exact: true }).last().click();
  await expect(page.locator(".done")).toContainText(say.saved);
  await text(page, "en.summary").fill("The second words.");
  await page.getByRole("button", { name: say.save, exact: true }).last().click();
  await expect(page.locator(".done")).toContainText(say.saved);

  await open(page, `/${language}/staff/audit`, scripts);
  await page.getByLabel(words.who, { exact: true }).fill(who);
  await page.getByRole("button", { name: words.show, exact: true }).click();
  await expect(page).toHaveURL(/actor=/);
  await expect(page.locator("tbody tr")).toHaveCount(2);
  const latest = page.locator("tbody tr").first();
  await latest.locator("summary").click();
  await expect(latest.locator("dt", { hasText: words.field })).toBeVisible();
  await expect(latest.locator("del").first()).toHaveText("first");
  await expect(latest.locator("ins").first()).toHaveText("second");
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  const file = await (await page.request.get(`/${language}/staff/audit.csv?actor=${encodeURIComponent(who)}`)).text();
  expect(file).toContain("The first words.");
  expect(file).toContain("The second words.");
  await expect(page.getByRole("link", { name: words.csv })).toBeVisible();
  await page.goto(`/${language}/staff/audit?actor=${encodeURIComponent(who)}&until=2020-01-01`);
  await expect(page.locator("main")).toContainText(words.empty);
});
