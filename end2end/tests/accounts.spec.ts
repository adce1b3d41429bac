import { expect, open, test } from "../support/portal.ts";
import { letterTo, linkOf } from "../support/mail.ts";

const words = {
  en: {
    name: "Name",
    email: "Email",
    password: "Password",
    newPassword: "New password", linkUsed: "This link has been used or has lapsed.",
    institution: "Institution",
    function: "Function",
    ask: "Ask for an account",
    confirm: "Confirm my address",
    asks: /asks? for an account/,
    used: "This link was used already",
    waits: "waits for a decision",
    welcome: "Welcome",
    approve: "Approve",
    logIn: "Log in",
    logOut: "Log out",
    dashboard: "Dashboard",
    people: "People",
    desk: "Desk",
    wrong: "Email or password is not right",
    send: "Send the link",
    save: "Save the new password",
    letter: /Confirm your mail address/,
    decided: /Welcome/,
    reset: /Set a new password/,
    network: "Diaspora",
    email_rule: "mail address such as",
  },
  es: {
    name: "Nombre",
    email: "Correo electrónico",
    password: "Contraseña",
    newPassword: "Contraseña nueva", linkUsed: "Este enlace ya se usó o venció.",
    institution: "Institución",
    function: "Función",
    ask: "Solicitar una cuenta",
    confirm: "Confirmar mi dirección",
    asks: /solicitan? una cuenta/,
    used: "Este enlace ya se usó",
    waits: "espera la decisión",
    welcome: "Le damos la bienvenida",
    approve: "Aprobar",
    logIn: "Iniciar sesión",
    logOut: "Cerrar sesión",
    dashboard: "Panel",
    people: "Personas",
    desk: "Escritorio",
    wrong: "El correo o la contraseña no son correctos",
    send: "Enviar el enlace",
    save: "Guardar la contraseña nueva",
    letter: /Confirme su correo/,
    decided: /bienvenida/,
    reset: /Fije una contraseña/,
    network: "Diáspora",
    email_rule: "dirección de correo como",
  },
} as const;

const demo = "portal-demo-2026";
const main = "main ";

type Here = { page: import("@playwright/test").Page; language: "en" | "es"; scripts: boolean };

async function logIn({ page, language, scripts }: Here, email: string, password: string) {
  const say = words[language];
  await open(page, `/${language}/login`, scripts);
  await page.getByLabel(say.email, { exact: true }).fill(email);
  await page.getByLabel(say.password, { exact: true }).fill(password);
  await page.locator(main).getByRole("button", { name: say.logIn, exact: true }).click();
}

test("14.8.1 an officer asks for an account, confirms, sees that she waits, is approved and welcomed", async ({ page, browser, language, scripts }, info) => {
  test.setTimeout(120_000);
  const say = words[language];
  const email = `ana-${info.project.name.replaceAll(" ", "-")}-${info.retry}@example.org`;
  await open(page, `/${language}/register`, scripts);
  await page.getByLabel(say.name, { exact: true }).fill(`Ana ${info.project.name}`);
  await page.getByLabel(say.email, { exact: true }).fill(email);
  await page.getByLabel(say.password, { exact: true }).fill("a ferry to Port Royal");
  await page.getByLabel(say.institution, { exact: true }).fill("Ministry of Labour");
  await page.getByLabel(say.function, { exact: true }).fill("Desk officer");
  await page.getByLabel(say.network, { exact: true }).check();
  await page.getByRole("button", { name: say.ask }).click();
  await expect(page).toHaveURL(`/${language}/register?sent=1`);

  // The letter is in her language; a button confirms, because programs follow links in mail.
  await open(page, linkOf(await letterTo(email, say.letter)), scripts);
  await page.getByRole("button", { name: say.confirm }).click();
  await expect(page).toHaveURL(/done=1/);
  await logIn({ page, language, scripts }, email, "a ferry to Port Royal");
  await expect(page).toHaveURL(`/${language}/dashboard`);
  await expect(page.locator("main")).toContainText(say.waits);

  // A link that is opened twice does not say that a step is missing.
  await open(page, linkOf(await letterTo(email, say.letter)), scripts);
  await expect(page.locator("main")).toContainText(say.used);
  await open(page, `/${language}/dashboard`, scripts);

  const staff = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
  await logIn({ page: staff, language, scripts }, "admin@example.org", demo);
  // Who decides is told that somebody asks.
  await expect(staff.locator("section", { has: staff.locator("#notices") })).toContainText(`Ana ${info.project.name}`);
  await expect(staff.locator(".actions")).toContainText(say.asks);
  await staff.getByRole("link", { name: say.desk, exact: true }).first().click();
  await staff.getByRole("link", { name: say.people, exact: true }).click();
  await staff
    .locator("tbody tr", { hasText: email })
    .getByRole("button", { name: say.approve })
    .click();
  await expect(staff.locator(".done")).toBeVisible();
  await open(staff, `/${language}/staff/people?q=${encodeURIComponent(email)}`, scripts);
  await expect(staff.locator("tbody tr")).toHaveCount(1);
  await expect(staff.locator("tbody tr")).not.toContainText(say.approve);
  await staff.context().close();

  await letterTo(email, say.decided);
  await page.reload();
  await expect(page.locator("main")).toContainText(say.welcome);
  await expect(page.locator("section", { has: page.locator("#your-networks") }).locator(".chips").first()).toContainText(say.network);

  // 14.8.2: a forgotten password is set anew by a letter whose link works once, and it ends every session.
  await open(page, `/${language}/password`, scripts);
  await page.getByLabel(say.email, { exact: true }).fill(email);
  await page.getByRole("button", { name: say.send }).click();
  await expect(page).toHaveURL(/sent=1/);
  const link = linkOf(await letterTo(email, say.reset));
  await open(page, link, scripts);
  await page.getByLabel(say.newPassword, { exact: true }).fill("another ferry to Havana");
  await page.getByRole("button", { name: say.save }).click();
  await expect(page).toHaveURL(`/${language}/login?done=1`);
  await open(page, `/${language}/dashboard`, scripts);
  await expect(page).toHaveURL(/login\?next=/);
  await open(page, link, scripts);
  await expect(page.locator("main")).toContainText(say.linkUsed);
  await expect(page.getByLabel(say.newPassword, { exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: say.send })).toBeVisible();
});

test("14.8.2 a wrong password tells nothing, and what was typed is kept", async ({ page, language, scripts }) => {
  const say = words[language];
  await logIn({ page, language, scripts }, "nobody@example.org", "not a password at all");
  await expect(page.getByRole("alert")).toContainText(say.wrong);
  await expect(page.getByLabel(say.email, { exact: true })).toHaveValue("nobody@example.org");
  await expect(page.getByLabel(say.password, { exact: true })).toHaveValue("");
});

test("14.10.3 a form that cannot be taken names each field, ties the error to it and keeps what was typed", async ({ page, language, scripts }) => {
  const say = words[language];
  await open(page, `/${language}/register`, scripts);
  const answer = await page.request.post(`/${language}/register`, {
    form: { name: "Ana", email: "no address", password: "short", institution: "", function: "x", language },
  });
  expect(answer.status()).toBe(422);
  await page.setContent(await answer.text());
  const email = page.locator("#email");
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveValue("no address");
  const tied = (await email.getAttribute("aria-describedby")) ?? "";
  await expect(page.locator(`#${tied}`)).toContainText(say.email_rule);
  await expect(page.locator(".problems a")).toHaveCount(3);
});

test("14.8.9 one signs in, sees where one is signed in, and signs out; nobody else's pages change", async ({ page, language, scripts }) => {
  const say = words[language];
  await open(page, `/${language}/dashboard`, scripts);
  await expect(page).toHaveURL(`/${language}/login?next=%2F${language}%2Fdashboard`);
  await logIn({ page, language, scripts }, "member@example.org", demo);
  await expect(page).toHaveURL(`/${language}/dashboard`);
  await expect(page.locator(".sessions li").first()).toBeVisible();
  expect(await (await page.request.get(`/${language}`, { headers: { cookie: "" } })).text()).toContain(say.logIn);
  await open(page, `/${language}`, scripts);
  await page.getByRole("button", { name: say.logOut }).click();
  await expect(page.getByRole("link", { name: say.logIn, exact: true })).toBeVisible();
});
