// The journey of a member to a seat, the same on a phone and on a desk.
import { expect, type Page } from "@playwright/test";
import { letterTo } from "./mail.ts";
import { logIn, newMember } from "./members.ts";
import { open } from "./portal.ts";

const words = {
  en: { register: "Register for this event", cancel: "Cancel my registration", registered: "You are registered.", cancelled: "Your registration was cancelled.", pending: "Pending approval", logIn: "Log in" },
  es: { register: "Inscribirse en este evento", cancel: "Cancelar mi inscripción", registered: "Usted está inscrito o inscrita.", cancelled: "Su inscripción se canceló.", pending: "Pendiente de aprobación", logIn: "Iniciar sesión" },
} as const;

export async function registerAndCancel(page: Page, language: "en" | "es", scripts: boolean, name: string) {
  const say = words[language];
  const event = `/${language}/events/online-briefing-on-citing-migration-figures`;
  const email = newMember(name, language);

  // Who is not signed in is led to sign in, and the way back is kept.
  await open(page, event, scripts);
  const ask = page.getByRole("link", { name: say.register });
  await expect(ask).toHaveAttribute("href", new RegExp("login\\?next="));
  await logIn(page, language, email, scripts);

  await open(page, event, scripts);
  await page.getByRole("button", { name: say.register }).dblclick();
  await expect(page.locator("#registration")).toContainText(say.registered);
  const letter = await letterTo(email, /./);
  expect(letter.text).toContain(say.registered);
  expect(letter.text).toContain(event);

  await open(page, `/${language}/dashboard`, scripts);
  await expect(page.locator("main")).toContainText(say.registered);
  await open(page, event, scripts);
  await page.getByRole("button", { name: say.cancel }).click();
  await expect(page.locator("#registration")).toContainText(say.cancelled);
  await expect(page.getByRole("button", { name: say.register })).toBeVisible();
}

export async function asksForApproval(page: Page, language: "en" | "es", scripts: boolean, name: string) {
  const say = words[language];
  await logIn(page, language, newMember(name, language), scripts);
  await open(page, `/${language}/events/training-on-fair-recruitment-for-labour-inspectors`, scripts);
  await page.getByRole("button", { name: say.register }).click();
  await expect(page.locator("#registration")).toContainText(say.pending);
}
