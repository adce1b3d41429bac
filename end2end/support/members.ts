// Members of a journey's own, made by the program itself, so that journeys at the same time do not meet.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { open } from "./portal.ts";

const root = join(import.meta.dirname, "../..");
/** What they sign in with. */
export const password = "a ferry to Port Royal";

/** Makes an approved account and returns its mail address. */
export function newMember(name: string, language: "en" | "es", role = "member"): string {
  const email = `${name.replaceAll(/\W+/g, "-").toLowerCase()}-${Date.now()}@example.org`;
  const data = join(root, "end2end/results/data");
  execFileSync(
    join(root, "target/release/portal"),
    ["account", "create", "--email", email, "--name", name, "--language", language, "--role", role],
    { input: `${password}\n`, env: { ...process.env, PORTAL_DATA_DIR: data, DATABASE_URL: `sqlite://${data}/portal.db` } },
  );
  return email;
}

/** Types who one is into a page that asks for it. */
export async function signIn(page: Page, language: "en" | "es", email: string) {
  const names = { en: ["Email", "Password", "Log in"], es: ["Correo electrónico", "Contraseña", "Iniciar sesión"] }[language];
  await page.getByLabel(names[0], { exact: true }).fill(email);
  await page.getByLabel(names[1], { exact: true }).fill(password);
  await page.locator("main").getByRole("button", { name: names[2], exact: true }).click();
}

/** Signs in as a member that was made here. */
export async function logIn(page: Page, language: "en" | "es", email: string, scripts: boolean) {
  await open(page, `/${language}/login`, scripts);
  await signIn(page, language, email);
  await page.waitForURL(`/${language}/dashboard`);
}
