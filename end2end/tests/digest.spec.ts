// How much somebody hears of a network, and how often: 14.2.7, 14.8.4.
import { logIn, newMember } from "../support/members.ts";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

const say = {
  en: { how: "How much do you want to hear of it?", all: /Everything at once/, save: "Follow like this", unfollow: "Unfollow", daily: "Every day", profile: "Save the profile", saved: "Your profile is saved.", digest: "A daily digest" },
  es: { how: "¿Cuánto quiere saber de ella?", all: /Todo, de inmediato/, save: "Seguir así", unfollow: "Dejar de seguir", daily: "Cada día", profile: "Guardar el perfil", saved: "Su perfil está guardado.", digest: "Un resumen diario" },
} as const;

test("14.2.7 following a network offers how much one hears of it; 14.8.4 the digest comes every day to who wants it so", async ({ page, language, scripts }, info) => {
  const words = say[language];
  await logIn(page, language, newMember(`Dora ${info.project.name}`, language), scripts);
  await open(page, `/${language}/networks/diaspora`, scripts);
  await page.getByText(words.how, { exact: true }).click();
  await page.getByLabel(words.all).check();
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: words.save }).click();
  await expect(page.getByRole("button", { name: words.unfollow, exact: true })).toBeVisible();
  await open(page, `/${language}/dashboard`, scripts);
  await expect(page.locator("#diaspora")).toHaveValue("all");

  await open(page, `/${language}/dashboard/profile`, scripts);
  await page.getByLabel(words.daily, { exact: true }).check();
  await page.getByRole("button", { name: words.profile }).click();
  await expect(page.locator(".done")).toContainText(words.saved);
  await expect(page.locator(".done")).toBeFocused();
  await open(page, `/${language}/networks/migration-data`, scripts);
  await page.getByText(words.how, { exact: true }).click();
  await expect(page.locator(".follow-choice")).toContainText(words.digest);
});
