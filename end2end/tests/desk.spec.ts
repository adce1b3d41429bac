// The desk: events begun in the calendar, one editor for every kind, both languages side by side. 14.4.6 to 14.4.8, 14.9.1 to 14.9.3,
// 14.9.7, 14.9.8.
import { asStaff, desk, text } from "../support/desk.ts";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

const unique = (name: string, project: string) => `${name} ${project} ${Date.now()}`;

test("14.9.1 from a day of the calendar a bilingual event is created and published in one screen", async ({ page, language, scripts, browser }, info) => {
  const say = desk[language];
  await asStaff(page, language, scripts, `Eve ${info.project.name}`);
  await open(page, `/${language}/events?view=month&date=2027-03-01`, scripts);
  const day = page.locator("[data-day='2027-03-16']");
  if (scripts) {
    await day.focus();
    await page.keyboard.press("n");
  } else {
    await page.locator("td", { has: day }).locator(".day-new").click();
  }
  await page.waitForURL(/staff\/new\/events\?date=2027-03-16/);
  await expect(page.locator("#editor")).toBeVisible();
  await expect(text(page, "start")).toHaveValue("2027-03-16");
  const name = unique("Ports", info.project.name);
  const began = Date.now();
  // 5 characters a second would be 0.2 s each; what counts is all else.
  await expect(page.getByLabel(say.title, { exact: true })).toHaveCount(2);
  await text(page, "en.title").fill(`Meeting: ${name}`);
  await text(page, "es.title").fill(`Reunión: ${name}`);
  await text(page, "en.summary").fill("About ports.");
  await text(page, "es.summary").fill("Sobre puertos.");
  await text(page, "start_time").fill("09:30");
  await page.getByRole("button", { name: say.publish, exact: true }).click();
  await expect(page.locator(".done")).toContainText(say.published);
  expect(Date.now() - began, "without the typing of its text, in milliseconds").toBeLessThan(20_000);
  // Readers see it at once, in both languages and in the list.
  const visitor = await browser.newPage();
  for (const [code, title] of [["en", "Meeting"], ["es", "Reunión"]]) {
    await visitor.goto(`/${code}/events?view=day&date=2027-03-16`);
    await visitor.locator("main").getByRole("link", { name: `${title}: ${name}` }).first().click();
    await expect(visitor.locator("h1")).toHaveText(`${title}: ${name}`);
    await expect(visitor.locator(".when-where")).toContainText("09:30");
  }
  await visitor.close();
});

test("14.4.8 one language is published while the other stays a draft, and is taken back", async ({ page, language, scripts }, info) => {
  const say = desk[language];
  await asStaff(page, language, scripts, `Dee ${info.project.name}`);
  const name = unique("Note", info.project.name);
  await open(page, `/${language}/staff/new/blog`, scripts);
  await text(page, "en.title").fill(`On ${name}`);
  await text(page, "en.summary").fill("About it.");
  await text(page, "es.title").fill(`Sobre ${name}`);
  await page.getByRole("button", { name: say.save, exact: true }).last().click();
  await expect(page.locator(".done")).toContainText(say.saved);
  const slug = new URL(page.url()).pathname.split("/").at(-1);
  expect((await page.request.get(`/en/blog/${slug}`)).status()).toBe(404);
  await page.locator("input[name=publish][value=es]").uncheck();
  await page.getByRole("button", { name: say.publish, exact: true }).click();
  await expect(page.locator(".done")).toContainText(say.published);
  expect((await page.request.get(`/en/blog/${slug}`)).status()).toBe(200);
  const table = page.locator("tr", { hasText: name });
  await open(page, `/${language}/staff/content?q=${encodeURIComponent(name)}`, scripts);
  await expect(table.locator(".standing-current, .standing-stale")).toHaveCount(1);
  await expect(table.locator(".standing-draft")).toHaveCount(1);
  await table.getByRole("link").click();
  await page.getByRole("button", { name: say.unpublish }).click();
  await expect(page.locator(".done")).toBeVisible();
  expect((await page.request.get(`/en/blog/${slug}`)).status()).toBe(404);
});

test("14.9.7 two people edit: different fields both survive, of the same field neither text is lost", async ({ page, language, scripts, browser, contextOptions }, info) => {
  const say = desk[language];
  await asStaff(page, language, scripts, `Ada ${info.project.name}`);
  const name = unique("Shared", info.project.name);
  await open(page, `/${language}/staff/new/news`, scripts);
  await text(page, "en.title").fill(name);
  await text(page, "en.summary").fill("A summary.");
  await page.getByRole("button", { name: say.publish, exact: true }).click();
  await expect(page.locator(".done")).toContainText(say.published);
  const editor = new URL(page.url()).pathname;

  const other = await browser.newContext({ ...contextOptions, javaScriptEnabled: scripts });
  const second = await other.newPage();
  await asStaff(second, language, scripts, `Bob ${info.project.name}`);
  await open(page, editor, scripts);
  await open(second, editor, scripts);
  if (scripts) {
    // 14.9.7: each sees that the other is there.
    await expect(second.locator(".live-others")).toContainText("Ada", { timeout: 15_000 });
    await expect(page.locator(".live-others")).toContainText("Bob", { timeout: 15_000 });
  }
  await text(page, "en.summary").fill("The summary of Ada.");
  await page.getByRole("button", { name: say.publish, exact: true }).click();
  await expect(page.locator(".done")).toContainText(say.published);
  await text(second, "en.title").fill(`${name} of Bob`);
  await second.getByRole("button", { name: say.publish, exact: true }).click();
  await expect(second.locator(".done")).toContainText(say.published);
  await expect(text(second, "en.summary")).toHaveValue("The summary of Ada.");

  // The same field.
  await open(page, editor, scripts);
  await open(second, editor, scripts);
  await text(page, "en.title").fill(`${name} again by Ada`);
  await page.getByRole("button", { name: say.publish, exact: true }).click();
  await expect(page.locator(".done")).toContainText(say.published);
  await text(second, "en.title").fill(`${name} again by Bob`);
  await second.getByRole("button", { name: say.publish, exact: true }).click();
  await expect(second.getByRole("alert")).toContainText(say.twoPeople);
  await expect(text(second, "en.title")).toHaveValue(`${name} again by Bob`);
  // Both texts side by side, whose the other is, and no choice made for anybody.
  await expect(second.locator(".theirs")).toContainText(`${name} again by Ada`);
  await expect(second.locator(".theirs")).toContainText(`Ada ${info.project.name}`);
  await expect(second.locator(".mine")).toContainText(`${name} again by Bob`);
  await expect(second.locator(".chooser input:checked")).toHaveCount(0);
  if (scripts) expect(await seriousFaults(second)).toEqual([]);
  await second.getByLabel(say.useTheirs).check();
  await second.getByRole("button", { name: say.publish, exact: true }).click();
  await expect(second.locator(".done")).toContainText(say.published);
  await expect(text(second, "en.title")).toHaveValue(`${name} again by Ada`);
  await other.close();
});

test("14.9.3 and 14.9.8 a former state is restored, and the bin gives back", async ({ page, language, scripts }, info) => {
  const say = desk[language];
  await asStaff(page, language, scripts, `Gus ${info.project.name}`);
  const name = unique("Former", info.project.name);
  await open(page, `/${language}/staff/new/blog`, scripts);
  await text(page, "en.title").fill(name);
  await text(page, "block.new1.en").fill("The first text.\n\nAnd a second part.");
  await page.getByRole("button", { name: say.save, exact: true }).last().click();
  await expect(page.locator(".done")).toContainText(say.saved);
  const editor = new URL(page.url()).pathname;
  await page.locator(".part textarea[lang=en]").first().fill("Quite another text.");
  await page.getByRole("button", { name: say.save, exact: true }).last().click();
  await expect(page.locator(".done")).toContainText(say.saved);
  await open(page, `${editor}/history`, scripts);
  // 14.9.6: what one has saved without a pause is one sitting, which can be opened.
  await expect(page.locator(".history > .item")).toHaveCount(1);
  await page.locator(".sitting > summary").click();
  const versions = page.locator(".history .version-tools");
  await expect(versions).toHaveCount(2);
  // Any two versions are compared by words.
  await versions.last().getByRole("radio").first().check();
  await versions.first().getByRole("radio").last().check();
  await page.getByRole("button", { name: say.compare }).click();
  await expect(page.locator("#compared ins").first()).toBeVisible();
  await expect(page.locator("#compared del").first()).toBeVisible();
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  // A version with a name is kept apart, and found by it.
  await page.locator(".sitting > summary").click();
  await versions.last().locator("summary").click();
  await versions.last().getByRole("textbox").fill("As first written");
  await versions.last().getByRole("button", { name: say.keepName }).click();
  await expect(page.locator(".history > .item")).toHaveCount(2);
  await page.getByRole("searchbox", { name: say.findVersion }).fill("first written");
  await page.getByRole("searchbox", { name: say.findVersion }).press("Enter");
  await expect(page.locator(".history > .item")).toHaveCount(1);
  await page.getByRole("button", { name: say.restoreThis }).last().click();
  await expect(page.locator(".part textarea[lang=en]").first()).toHaveValue("The first text.");
  await page.getByRole("button", { name: say.bin }).click();
  await page.waitForURL(/staff\/content/);
  await open(page, `/${language}/staff/content?bin=1&q=${encodeURIComponent(name)}`, scripts);
  await page.getByRole("button", { name: say.takeOut }).click();
  await expect(page.locator(".part textarea[lang=en]").first()).toHaveValue("The first text.");
});
