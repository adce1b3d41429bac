// A mark that could not be saved says so and goes back: 14.2.6. Without scripts the browser itself says that the line is down.
import { logIn, newMember } from "../support/members.ts";
import { expect, open, test } from "../support/portal.ts";

test("14.2.6 where the line is down, the button says so and goes back", async ({ page, language, context }, info) => {
  const follow = language === "en" ? "Follow" : "Seguir";
  await logIn(page, language, newMember(`Hal ${info.project.name}`, language), true);
  await open(page, `/${language}/networks/diaspora`, true);
  await page.route("**/follow", (route) => route.fulfill({ status: 404 }));
  await page.getByRole("button", { name: follow, exact: true }).click();
  await expect(page.locator("#marks [role=status]").first()).toHaveText(language === "en" ? /Not saved/ : /No se guardó/);
  await expect(page.getByRole("button", { name: follow, exact: true })).toBeVisible();
  await context.unrouteAll();
});
