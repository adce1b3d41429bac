// Previews: a draft as the public page, per language and role, and by a link that ends. 14.9.4.
import { asStaff, desk, text } from "../support/desk.ts";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

test("14.9.4 a draft is seen as its public page in both languages, and shared by a link that is taken back", async ({ page, browser, language, scripts }, info) => {
  const say = desk[language];
  await asStaff(page, language, scripts, `Wim ${info.project.name}`);
  const name = `${info.project.name} ${Date.now()}`;
  await open(page, `/${language}/staff/new/blog`, scripts);
  await text(page, "en.title").fill(`Draft ${name}`);
  await text(page, "es.title").fill(`Borrador ${name}`);
  await text(page, "block.new1.en").fill("Some **strong** words.");
  await page.getByRole("button", { name: say.save, exact: true }).last().click();
  // What is no public page yet offers its preview.
  await page.locator(".done").getByRole("link", { name: say.preview }).click();
  await expect(page.locator(".preview-bar")).toContainText(say.asVisitor);
  await expect(page.locator("h1")).toHaveText(language === "en" ? `Draft ${name}` : `Borrador ${name}`);
  await page.locator("#language-switch").click();
  await expect(page.locator("h1")).toHaveText(language === "en" ? `Borrador ${name}` : `Draft ${name}`);
  await page.locator("#language-switch").click();
  await page.locator(".preview-bar").getByRole("link", { name: say.asMember }).click();
  await expect(page.locator("h1")).toBeVisible();

  await page.locator(".preview-bar").getByRole("link", { name: say.share }).click();
  await page.getByRole("button", { name: say.makeLink }).click();
  const address = await page.locator(`#made-${language}`).inputValue();
  const path = new URL(address).pathname;
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  const visitor = await browser.newPage();
  const seen = await visitor.goto(path);
  expect(seen?.status()).toBe(200);
  expect(seen?.headers()["x-robots-tag"]).toContain("noindex");
  expect(seen?.headers()["cache-control"]).toContain("no-store");
  await expect(visitor.locator("strong", { hasText: "strong" })).toBeVisible();
  await expect(visitor.locator(".preview-bar")).toContainText("Jamaica");
  await page.getByRole("button", { name: say.takeBack }).click();
  const gone = await visitor.goto(path);
  expect(gone?.status()).toBe(410);
  await expect(visitor.locator("main")).toContainText(say.linkEnded);
  await visitor.close();
});
