// A member's own pages on a phone: 14.8.3, 14.2.7.
import { logIn, newMember } from "../support/members.ts";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

const say = {
  en: { follow: "Follow", unfollow: "Unfollow", daily: "Every day", save: "Save the profile", saved: "Your profile is saved." },
  es: { follow: "Seguir", unfollow: "Dejar de seguir", daily: "Cada día", save: "Guardar el perfil", saved: "Su perfil está guardado." },
} as const;

test("14.8.3 on a phone a member follows a network, finds it on her dashboard, and asks for a daily digest", async ({ page, language }, info) => {
  const words = say[language];
  const isNarrow = async () => expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
  await logIn(page, language, newMember(`Dot ${info.project.name}`, language), true);
  await isNarrow();
  await open(page, `/${language}/networks/diaspora`, true);
  await page.getByRole("button", { name: words.follow, exact: true }).tap();
  await expect(page.getByRole("button", { name: words.unfollow, exact: true })).toBeVisible();
  await open(page, `/${language}/dashboard`, true);
  await expect(page.locator("#diaspora")).toBeVisible();
  await isNarrow();
  expect(await seriousFaults(page)).toEqual([]);
  await open(page, `/${language}/dashboard/profile`, true);
  await isNarrow();
  await page.getByLabel(words.daily, { exact: true }).check();
  await page.getByRole("button", { name: words.save }).tap();
  await expect(page.locator(".done")).toContainText(words.saved);
  expect(await seriousFaults(page)).toEqual([]);
});
