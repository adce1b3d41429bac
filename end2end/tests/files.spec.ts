// Files: uploads to the library, documents of events, who may open them. 14.3.10, 14.6.2, 14.6.6, 14.6.8, 14.7.7, 14.7.8.
import { asStaff } from "../support/desk.ts";
import { eventWithDocuments, files, openUpload, opensByRule, pdf, reportWithDocuments, uploadDocument } from "../support/files.ts";
import { logIn, newMember } from "../support/members.ts";
import { expect, open, test } from "../support/portal.ts";

test("14.6.6 a file of the wrong kind is refused, what was typed is kept, and the right one is stored", async ({ page, language, scripts }, info) => {
  const say = files[language];
  await asStaff(page, language, scripts, `Fay ${info.project.name}`);
  await openUpload(page, language, scripts);
  const title = `Agenda ${info.project.name}`;
  await page.getByLabel(say.title, { exact: true }).fill(title);
  await page.getByLabel(say.file, { exact: true }).setInputFiles({ name: "agenda.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html><script>") });
  await page.getByRole("button", { name: say.upload, exact: true }).click();
  await expect(page.locator("#upload")).toContainText(say.notTaken);
  await expect(page.getByLabel(say.title, { exact: true })).toHaveValue(title);
  await page.getByLabel(say.file, { exact: true }).setInputFiles(pdf(`agenda ${info.project.name}`));
  await page.getByRole("button", { name: say.upload, exact: true }).click();
  await expect(page.locator(".done")).toHaveText(say.stored);
  await expect(page.locator(".file-list")).toContainText(title);
});

test("14.7.8 a picture needs words in both languages", async ({ page, language, scripts }, info) => {
  const say = files[language];
  await asStaff(page, language, scripts, `Gil ${info.project.name}`);
  await openUpload(page, language, scripts);
  const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
  // Bytes after its end make each picture another one; they are not kept.
  const picture = { name: "quay.png", mimeType: "image/png", buffer: Buffer.concat([pixel, Buffer.from(`${info.project.name} ${Date.now()}`)]) };
  await page.getByLabel(say.file, { exact: true }).setInputFiles(picture);
  await page.getByRole("button", { name: say.upload, exact: true }).click();
  await expect(page.locator("#upload")).toContainText(say.alt.replace(/ \(.*/, ""));
  await expect(page.locator(".done")).toHaveCount(0);
  await page.getByLabel(say.alt, { exact: true }).fill("A quay");
  await page.getByLabel(say.otherAlt, { exact: true }).fill("Un muelle");
  await page.getByLabel(say.file, { exact: true }).setInputFiles(picture);
  await page.getByRole("button", { name: say.upload, exact: true }).click();
  await expect(page.locator(".done")).toHaveText(say.stored);
});

test("14.3.10 a document opens for whom its rule names", async ({ page, browser, language, scripts }, info) => {
  const name = `Hal ${info.project.name}`;
  const event = await eventWithDocuments(browser, language, name, ["everybody", "members", "registered"]);
  await opensByRule(page, language, scripts, event, () => logIn(page, language, newMember(`${name} member`, language), scripts));
});

test("14.7.7 a file that a page uses cannot be deleted: the page is named", async ({ page, browser, language, scripts }, info) => {
  const say = files[language];
  const name = `Ida ${info.project.name}`;
  await eventWithDocuments(browser, language, name, ["everybody"]);
  await asStaff(page, language, scripts, `${name} two`);
  await open(page, `/${language}/staff/media`, scripts);
  await page.locator(".file", { hasText: `${name} ${language}` }).getByRole("link", { name: "everybody paper" }).first().click();
  await page.getByRole("button", { name: say.toBin }).click();
  await expect(page.locator(".problems")).toContainText(say.inUse);
  await expect(page.locator(".problems").getByRole("link", { name: new RegExp(name) })).toBeVisible();
});

test("14.3.10 what is typed in the editor stays while a file is uploaded for it", async ({ page, language, scripts }, info) => {
  test.setTimeout(120_000);
  const say = files[language];
  await asStaff(page, language, scripts, `Jo ${info.project.name}`);
  await open(page, `/${language}/staff/new/events`, scripts);
  await page.locator("[id='en.title']").fill("Half a meeting");
  await page.getByRole("button", { name: say.uploadForThis }).last().click();
  await uploadDocument(page, language, "Concept note", "members", `concept ${info.project.name}`);
  // The browser hands its own copy over, forgets it, and draws the page anew.
  if (scripts) await page.waitForFunction(() => !Object.keys(localStorage).some((name) => name.startsWith("unsaved:")));
  await expect(page.locator("[id='en.title']")).toHaveValue("Half a meeting");
  await expect(page.locator(".documents")).toContainText("Concept note");
  await open(page, `/${language}/staff`, scripts);
});

test("14.6.2 14.6.8 a publication tells of its files and shows one in the page; one for members waits for them", async ({ page, browser, language, scripts }, info) => {
  test.setTimeout(120_000);
  const say = files[language];
  const name = `Kim ${info.project.name}`;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));

  const report = await reportWithDocuments(browser, language, name, ["everybody"]);
  await open(page, report, scripts);
  const line = page.locator(".document");
  for (const fact of ["PDF", say.pages]) {
    await expect(line.locator(".facts").getByText(fact, { exact: true })).toBeVisible();
  }
  // Unfolding the preview asks for nothing; the link in it does, and the page stays.
  const summary = line.locator("summary", { hasText: say.preview });
  await summary.click();
  await expect(line.locator("iframe")).toBeVisible();
  expect(asked.filter((path) => path.startsWith("/files/"))).toEqual([]);
  const href = (await line.getByRole("link", { name: "everybody paper" }).getAttribute("href"))!;
  const shown = page.waitForRequest((request) => new URL(request.url()).pathname === href);
  await line.getByRole("link", { name: say.showHere }).click();
  expect((await shown).frame()).not.toBe(page.mainFrame());
  expect(new URL(page.url()).pathname).toBe(report);

  const closed = await reportWithDocuments(browser, language, `${name} closed`, ["members"]);
  await open(page, closed, scripts);
  await expect(page.locator("main")).toContainText("Ports.");
  await expect(line).toContainText("members paper");
  await expect(line).toContainText(say.forMembers);
  await expect(line.getByRole("link", { name: "members paper" })).toHaveCount(0);
  await expect(page.locator("iframe")).toHaveCount(0);
  await logIn(page, language, newMember(`${name} member`, language), scripts);
  await open(page, closed, scripts);
  const opened = (await line.getByRole("link", { name: "members paper" }).getAttribute("href"))!;
  expect((await page.request.get(opened)).status()).toBe(200);
});
