// Letters that the portal sends by itself, as staff look after them.
import { letterTo, linkOf } from "../support/mail.ts";
import { logIn, newMember } from "../support/members.ts";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

const say = {
  en: {
    desk: "Desk",
    outbox: "Outbox",
    to: "To",
    show: "Show",
    send: "Send the link",
    email: "Email",
    subject: /Set a new password/,
    kind: "Link to set a new password",
    again: /^Send again/,
    sent: "Sent",
    gone: "It goes out again now",
    since: "Sent again since",
    empty: "No letter matches.",
  },
  es: {
    desk: "Escritorio",
    outbox: "Bandeja de salida",
    to: "Para",
    show: "Mostrar",
    send: "Enviar el enlace",
    email: "Correo electrónico",
    subject: /Fije una contraseña/,
    kind: "Enlace para fijar una contraseña nueva",
    again: /^Enviar de nuevo/,
    sent: "Enviado",
    gone: "Sale de nuevo ahora",
    since: "Enviado de nuevo después",
    empty: "Ningún correo coincide.",
  },
} as const;

test("staff find somebody's letter in the outbox and send it again, with a new key in it", async ({ page, language, scripts }, info) => {
  const words = say[language];
  const member = newMember(`Olga ${info.project.name}`, language);
  await open(page, `/${language}/password`, scripts);
  await page.getByLabel(words.email, { exact: true }).fill(member);
  await page.getByRole("button", { name: words.send }).click();
  const first = linkOf(await letterTo(member, words.subject));

  await logIn(page, language, newMember(`Otto ${info.project.name}`, language, "admin"), scripts);
  await open(page, `/${language}/staff`, scripts);
  await page.getByRole("link", { name: words.outbox, exact: true }).click();
  await page.getByLabel(words.to, { exact: true }).fill(member);
  await page.getByRole("button", { name: words.show, exact: true }).click();
  const rows = page.locator("tbody tr");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(words.kind);
  await expect(rows).toContainText(words.sent);
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: words.again }).click();
  await expect(page.locator("main")).toContainText(words.gone);
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText(words.since);
  await expect.poll(async () => linkOf(await letterTo(member, words.subject))).not.toBe(first);

  await open(page, `/${language}/staff/outbox?to=${member}&state=failed`, scripts);
  await expect(page.locator("main")).toContainText(words.empty);
});
