// What somebody changes of their own account, and the calendar of their own: 14.8.1, 14.8.2, 14.3.6.
import { letterTo, linkOf } from "../support/mail.ts";
import { logIn, newMember } from "../support/members.ts";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

const say = {
  en: { function: "Function", save: "Save the profile", saved: "Your profile is saved.", newMail: "New mail address", send: "Send a link to it", sent: "A letter is on its way", confirm: "Confirm my address", changed: "Your mail address has changed.", make: "Make an address", works: "Your calendar has an address.", stop: "Take it back" },
  es: { function: "Función", save: "Guardar el perfil", saved: "Su perfil está guardado.", newMail: "Correo electrónico nuevo", send: "Enviarle un enlace", sent: "Un correo va en camino", confirm: "Confirmar mi dirección", changed: "Su correo electrónico cambió.", make: "Crear una dirección", works: "Su calendario tiene una dirección.", stop: "Retirarla" },
} as const;

test("14.8.1 a member changes what she says of herself, and her mail address by a letter to the new one", async ({ page, language, scripts }, info) => {
  const words = say[language];
  await logIn(page, language, newMember(`Pia ${info.project.name}`, language), scripts);
  await open(page, `/${language}/dashboard/profile`, scripts);
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await page.getByLabel(words.function, { exact: true }).fill("Head of unit");
  await page.getByRole("button", { name: words.save }).click();
  await expect(page.locator(".done")).toContainText(words.saved);
  await expect(page.getByLabel(words.function, { exact: true })).toHaveValue("Head of unit");
  const address = `new-${info.project.name.replaceAll(" ", "-")}-${info.retry}-${Date.now()}@example.org`;
  await page.getByLabel(words.newMail, { exact: true }).fill(address);
  await page.locator("[id='mail-current']").fill("a ferry to Port Royal");
  await page.getByRole("button", { name: words.send }).click();
  await expect(page.locator(".done")).toContainText(words.sent);
  await open(page, linkOf(await letterTo(address, /./)), scripts);
  await page.getByRole("button", { name: words.confirm }).click();
  await expect(page.locator(".done")).toContainText(words.changed);
  await expect(page.locator("main")).toContainText(address);
});

test("14.3.6 a member's own calendar has an address that is shown once and can be taken back", async ({ page, language, scripts }, info) => {
  const words = say[language];
  await logIn(page, language, newMember(`Quin ${info.project.name}`, language), scripts);
  await page.getByRole("button", { name: words.make }).click();
  const address = new URL(await page.locator(".own-address").inputValue()).pathname;
  const calendar = await page.request.get(address);
  expect([calendar.status(), (await calendar.text()).startsWith("BEGIN:VCALENDAR")]).toEqual([200, true]);
  await open(page, `/${language}/dashboard`, scripts);
  await expect(page.locator("main")).toContainText(words.works);
  await page.getByRole("button", { name: words.stop }).click();
  await expect(page.getByRole("button", { name: words.make })).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(410);
});
