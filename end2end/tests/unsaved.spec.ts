// A session that ends while somebody writes: nothing of the form is lost. 14.9.6.
import { desk, text } from "../support/desk.ts";
import { logIn, newMember, signIn } from "../support/members.ts";
import { expect, open, test } from "../support/portal.ts";

test("14.9.6 a save after the session has ended keeps the whole form and goes on after signing in", async ({ page, language, scripts }, info) => {
  const say = desk[language];
  const email = newMember(`Xia ${info.project.name}`, language, "editor");
  await logIn(page, language, email, scripts);
  await open(page, `/${language}/staff/new/news`, scripts);
  const title = `Late ${info.project.name} ${Date.now()}`;
  await text(page, "en.title").fill(title);
  await text(page, "block.new1.en").fill("One line.\n\n\"Another\" one.");
  await page.context().clearCookies({ name: "__Host-session" });
  await page.getByRole("button", { name: say.save, exact: true }).last().click();
  await expect(page.locator("main")).toContainText(say.sessionEnded);
  await signIn(page, language, email);
  await expect(page.locator(".done")).toContainText(say.saved);
  await expect(text(page, "en.title")).toHaveValue(title);
  await expect(page.locator(".part textarea[lang=en]").first()).toHaveValue("One line.");
});
