// An event of the month is moved by keys and by dragging: both lead to the page that shows what would go out.
import { asStaff, desk, text } from "../support/desk.ts";
import { expect, open, test } from "../support/portal.ts";

test("an event is moved by keys, said aloud, and by dragging; nothing moves without being seen", async ({ page, language, scripts }, info) => {
  await asStaff(page, language, scripts, `Mo ${info.project.name}`);
  const title = `Moving ${info.project.name} ${Date.now()}`;
  await open(page, `/${language}/staff/new/events?date=2027-06-15`, scripts);
  await text(page, "en.title").fill(title);
  await text(page, "es.title").fill(title);
  await text(page, "end").fill("2027-06-16");
  await page.getByRole("button", { name: desk[language].publish, exact: true }).click();
  await expect(page.locator(".done")).toBeVisible();
  const month = `/${language}/events?view=month&date=2027-06-01`;
  const event = page.locator(".month [data-move]", { hasText: title }).first();

  await open(page, month, scripts);
  await event.focus();
  // The chunk that listens comes after the page.
  await expect(async () => {
    await page.keyboard.press("m");
    await expect(page.locator("#moving")).toContainText(title, { timeout: 500 });
  }).toPass();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("td.move-target [data-day='2027-06-22']")).toBeVisible();
  await expect(page.locator("#moving")).toContainText("22");
  await page.keyboard.press("Escape");
  await expect(page.locator("td.move-target")).toHaveCount(0);
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/change\?change=move&start=2027-06-16/);
  await expect(text(page, "start")).toHaveValue("2027-06-16");
  await expect(text(page, "days")).toHaveValue("2");

  await open(page, month, scripts);
  await event.focus();
  await expect(async () => {
    await page.keyboard.press("m");
    await expect(page.locator("#moving")).toContainText(title, { timeout: 500 });
  }).toPass();
  await page.keyboard.press("Escape");
  await event.dragTo(page.locator(".month td", { has: page.locator("[data-day='2027-06-24']") }));
  await page.waitForURL(/\/change\?change=move&start=2027-06-24/);
});
