// Checks while writing: what may be mended is said, leads to its field and keeps nobody from saving. 14.9.12.
import { asStaff, desk, text } from "../support/desk.ts";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

test("14.9.12 what may be mended is shown after a save and on the preview, and keeps nobody from publishing", async ({ page, language, scripts }, info) => {
  const say = desk[language];
  await asStaff(page, language, scripts, `Tia ${info.project.name}`);
  await open(page, `/${language}/staff/new/blog`, scripts);
  await expect(page.locator("#remarks")).toBeHidden();
  await text(page, `${language}.title`).fill(`Links ${info.project.name} ${Date.now()}`);
  await text(page, `${language}.summary`).fill("About links.");
  await text(page, `block.new1.${language}`).fill(`### Deep\n\n[${say.here}](/${language}/blog/there-is-no-such-post)\n\n![](/pictures/home.svg)`);
  await page.getByRole("button", { name: say.publish, exact: true }).click();
  await expect(page.locator(".done")).toContainText(say.published);
  const remarks = page.locator("#remarks");
  await expect(remarks.getByRole("heading")).toHaveText(say.remarks(4));
  for (const part of ["Deep", "there-is-no-such-post", say.noAlt]) await expect(remarks).toContainText(part);
  // Each leads to its field.
  const link = remarks.getByRole("link").first();
  const field = (await link.getAttribute("href"))!.slice(1);
  await link.click();
  await expect(page.locator(`[id="${field}"]`)).toBeInViewport();
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("link", { name: say.share }).click();
  await expect(page.locator("#remarks").getByRole("heading")).toHaveText(say.remarks(4));
});
