// The pages of the desk follow the address: links, Back and Forward among them.
import { asStaff, desk } from "../support/desk.ts";
import { expect, open, test } from "../support/portal.ts";

test("14.1.3 from page to page of the desk, and back, what stands there is what the address says", async ({ page, language }, info) => {
  const say = desk[language];
  await asStaff(page, language, true, `Noa ${info.project.name}`);
  await open(page, `/${language}/staff`, true);
  const title = page.locator("h1");
  const overview = await title.innerText();
  await page.locator("main").getByRole("link", { name: say.content, exact: true }).click();
  await expect(title).toHaveText(say.content);
  await page.locator("main table a").first().click();
  await expect(page).toHaveURL(/staff\/edit\//);
  await expect(page.locator("#editor")).toBeVisible();
  const entry = await title.innerText();
  await page.getByRole("link", { name: say.history, exact: true }).click();
  await expect(page).toHaveURL(/history$/);
  await expect(page.locator("#editor")).toHaveCount(0);
  await page.goBack();
  await expect(page.locator("#editor")).toBeVisible();
  await expect(title).toHaveText(entry);
  await page.goBack();
  await expect(title).toHaveText(say.content);
  await page.goBack();
  await expect(title).toHaveText(overview);
  await page.goForward();
  await expect(title).toHaveText(say.content);
});
