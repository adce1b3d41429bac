// What is typed is never lost: closed tabs, cut lines. 14.9.6.
import { asStaff, desk, text } from "../support/desk.ts";
import { expect, open, test } from "../support/portal.ts";

test("14.9.6 what is typed is kept within five seconds, and a closed tab loses nothing", async ({ page, language, context }, info) => {
  const say = desk[language];
  await asStaff(page, language, true, `Kim ${info.project.name}`);
  await open(page, `/${language}/staff/new/news`, true);
  await text(page, "en.title").pressSequentially("Half a title");
  await expect(page.locator(".live-status")).toHaveText(say.kept, { timeout: 5_000 });
  await page.close();
  const again = await context.newPage();
  await open(again, `/${language}/staff/new/news`, true);
  await expect(text(again, "en.title")).toHaveValue("Half a title");
  await expect(again.locator(".brought-back")).toContainText(say.broughtBack);
});

test("14.9.6 a tab that is closed at once leaves its text in the browser", async ({ page, language, context }, info) => {
  await asStaff(page, language, true, `Lea ${info.project.name}`);
  await open(page, `/${language}/staff/new/news`, true);
  await text(page, "es.title").fill("Medio título");
  await page.close();
  const again = await context.newPage();
  await again.goto(`/${language}/staff/new/news`);
  await expect(text(again, "es.title")).toHaveValue("Medio título", { timeout: 15_000 });
});

test("14.9.6 while the line is cut, what is typed stays in the browser and is sent later", async ({ page, language, context, messages }, info) => {
  const say = desk[language];
  await asStaff(page, language, true, `Moe ${info.project.name}`);
  await open(page, `/${language}/staff/new/news`, true);
  await context.setOffline(true);
  await text(page, "en.title").fill("Typed without a line");
  await expect(page.locator(".live-status")).toContainText(say.noLine, { timeout: 8_000 });
  await context.setOffline(false);
  await expect(page.locator(".live-status")).toHaveText(say.kept, { timeout: 8_000 });
  // The browser itself reports the cut line.
  messages.splice(0);
  await page.reload();
  await expect(text(page, "en.title")).toHaveValue("Typed without a line");
});

test("14.9.6 two tabs with a new entry are kept apart, and both come back", async ({ page, language, context }, info) => {
  const say = desk[language];
  await asStaff(page, language, true, `Nia ${info.project.name}`);
  const other = await context.newPage();
  await open(page, `/${language}/staff/new/news`, true);
  await open(other, `/${language}/staff/new/news`, true);
  await text(page, "en.title").fill("Of the first tab");
  await expect(page.locator(".live-status")).toHaveText(say.kept, { timeout: 5_000 });
  await text(other, "en.title").fill("Of the second tab");
  await expect(other.locator(".live-status")).toHaveText(say.kept, { timeout: 5_000 });
  await page.close();
  await other.close();
  const again = await context.newPage();
  await open(again, `/${language}/staff/new/news`, true);
  await expect(text(again, "en.title")).toHaveValue("Of the second tab");
  await again.getByRole("link", { name: say.beginEmpty }).click();
  await expect(text(again, "en.title")).toHaveValue("");
  await open(again, `/${language}/staff/new/news`, true);
  await again.getByRole("button", { name: say.save, exact: true }).last().click();
  await expect(again.locator(".done")).toContainText(say.saved);
  await open(again, `/${language}/staff/new/news`, true);
  await expect(text(again, "en.title")).toHaveValue("Of the first tab");
});

test("14.9.7 two tabs of one entry lose neither what the other has typed", async ({ page, language, context }, info) => {
  const say = desk[language];
  await asStaff(page, language, true, `Ona ${info.project.name}`);
  await open(page, `/${language}/staff/new/news`, true);
  await text(page, "en.title").fill(`Shared ${info.project.name} ${Date.now()}`);
  await page.getByRole("button", { name: say.save, exact: true }).last().click();
  await expect(page.locator(".done")).toContainText(say.saved);
  const address = new URL(page.url()).pathname;
  const other = await context.newPage();
  await open(page, address, true);
  await open(other, address, true);
  await text(page, "en.summary").fill("Summary of the first tab");
  await expect(page.locator(".live-status")).toHaveText(say.kept, { timeout: 8_000 });
  await text(other, "es.title").fill("Título de la segunda");
  await expect(other.locator(".live-status")).toHaveText(say.kept, { timeout: 8_000 });
  await page.close();
  await other.close();
  const again = await context.newPage();
  await open(again, address, true);
  await expect(text(again, "en.summary")).toHaveValue("Summary of the first tab");
  await expect(text(again, "es.title")).toHaveValue("Título de la segunda");
});
