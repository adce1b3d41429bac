// Uploads with scripts: how far they have come, and cancelling. 14.6.6.
import { asStaff } from "../support/desk.ts";
import { files, openUpload, pdf } from "../support/files.ts";
import { expect, test } from "../support/portal.ts";

test("14.6.6 an upload tells its bytes and is cancelled without a trace", async ({ page, language, context }, info) => {
  const say = files[language];
  await asStaff(page, language, true, `Kay ${info.project.name}`);
  await openUpload(page, language, true);
  const title = `Slow ${info.project.name}`;
  await page.getByLabel(say.title, { exact: true }).fill(title);
  await page.getByLabel(say.file, { exact: true }).setInputFiles(pdf(`slow ${info.project.name}`, 400_000));
  const line = await context.newCDPSession(page);
  await line.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 60_000 });
  await page.getByRole("button", { name: say.upload, exact: true }).click();
  await expect(page.locator("#upload-live")).toContainText("MB");
  await page.getByRole("button", { name: say.cancel }).click();
  await expect(page.locator("#upload-live")).toContainText(say.cancelled);
  await line.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await expect(page.getByLabel(say.title, { exact: true })).toHaveValue(title);
  await page.getByRole("button", { name: say.upload, exact: true }).click();
  await expect(page.locator(".done")).toHaveText(say.stored);
  await expect(page.locator(".file", { hasText: title })).toHaveCount(1);
});
