// What staff do with events: moved, postponed and cancelled with what goes out shown first; many registered by a table; the tasks
// of the desk, the table of content. 14.3.9, 14.3.12, 14.4.7, 14.9.5.
import type { Browser, Page } from "@playwright/test";
import { asStaff, desk, text } from "../support/desk.ts";
import { letterTo } from "../support/mail.ts";
import { logIn, newMember } from "../support/members.ts";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

const words = {
  en: {
    move: "Move to other days", postpone: "Postpone", show: "Show what goes out", send: "Postpone and send 1 letter", done: "The event was postponed.",
    register: "Register for this event", already: "Publish it all the same", check: "Check the rows", import: "Register 1 person", wrong: "No member has this address",
    imported: "everybody of the table is on the list", tasks: "What waits", queue: "What happens by itself", published: "is published", changed: /^Postponed/, showRows: "Show",
  },
  es: {
    move: "Mover a otros días", postpone: "Aplazar", show: "Ver lo que se envía", send: "Aplazar y enviar 1 correo", done: "El evento se aplazó.",
    register: "Inscribirse en este evento", already: "Publicarlo de todos modos", check: "Revisar las filas", import: "Inscribir a 1 persona", wrong: "Ningún miembro tiene esta dirección",
    imported: "todas las personas de la tabla están en la lista", tasks: "Lo que espera", queue: "Lo que ocurre por sí mismo", published: "se publica", changed: /^Aplazado/, showRows: "Mostrar",
  },
} as const;

/** Publishes an event of the journey's own on a day, open to whoever comes first; its slug. */
async function newEvent(page: Page, language: "en" | "es", scripts: boolean, title: string, day: string): Promise<string> {
  await open(page, `/${language}/staff/new/events?date=${day}`, scripts);
  await text(page, "en.title").fill(title);
  await text(page, "es.title").fill(title);
  await text(page, "seats.mode").selectOption("open");
  await page.getByRole("button", { name: desk[language].publish, exact: true }).click();
  await expect(page.locator(".done")).toContainText(desk[language].published);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** A member with a seat; the mail address. */
async function registered(browser: Browser, language: "en" | "es", scripts: boolean, name: string, slug: string): Promise<string> {
  const email = newMember(name, language);
  const context = await browser.newContext({ javaScriptEnabled: scripts });
  const page = await context.newPage();
  await logIn(page, language, email, scripts);
  await open(page, `/${language}/events/${slug}`, scripts);
  await page.getByRole("button", { name: words[language].register }).click();
  await expect(page.locator("#registration .seat-state")).toBeVisible();
  await context.close();
  return email;
}

test("14.3.12 an event is postponed by one button, after the letters were seen; one arrives", async ({ page, language, scripts, browser }, info) => {
  test.setTimeout(120_000);
  const say = words[language];
  await asStaff(page, language, scripts, `Ada ${info.project.name}`);
  const slug = await newEvent(page, language, scripts, `Harbour ${info.project.name} ${Date.now()}`, "2027-04-13");
  const email = await registered(browser, language, scripts, `Abe ${info.project.name}`, slug);
  await open(page, `/${language}/staff/events/${slug}/change`, scripts);
  await page.getByRole("link", { name: say.postpone, exact: true }).click();
  await text(page, "en.state_note").fill("The ferry is in dock.");
  await text(page, "es.state_note").fill("El transbordador está en dique.");
  await page.getByRole("button", { name: say.show }).click();
  const note = language === "en" ? "The ferry is in dock." : "El transbordador está en dique.";
  await expect(page.locator(".planned-letter", { hasText: note })).toBeVisible();
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: say.send }).click();
  await expect(page.locator(".done")).toContainText(say.done);
  const letter = await letterTo(email, say.changed);
  expect(letter.text).toContain(note);
});

test("14.3.9 members are registered by a table, which is read row by row first", async ({ page, language, scripts }, info) => {
  test.setTimeout(120_000);
  const say = words[language];
  await asStaff(page, language, scripts, `Bea ${info.project.name}`);
  const slug = await newEvent(page, language, scripts, `Table ${info.project.name} ${Date.now()}`, "2027-04-14");
  const email = newMember(`Bob ${info.project.name}`, language);
  await open(page, `/${language}/staff/events/${slug}/import`, scripts);
  const file = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(`Name,Email\nBob,${email}\nNobody,nobody-at-all@example.org\n`) };
  await page.locator("#file").setInputFiles(file);
  await page.locator("form", { has: page.locator("#file") }).locator("button").click();
  await expect(page.locator("main")).toContainText(say.wrong);
  await expect(page.getByRole("button", { name: say.import })).toHaveCount(0);
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await page.locator("#rows").fill(`Email\n${email}\n`);
  await page.getByRole("button", { name: say.check }).click();
  await page.getByRole("button", { name: say.import }).click();
  await expect(page.locator(".done")).toContainText(say.imported);
  await letterTo(email, /./);
});

test("a second event of the same title on the same day is asked about", async ({ page, language, scripts }, info) => {
  test.setTimeout(120_000);
  await asStaff(page, language, scripts, `Cal ${info.project.name}`);
  const title = `Twin ${info.project.name} ${Date.now()}`;
  const slug = await newEvent(page, language, scripts, title, "2027-04-15");
  await open(page, `/${language}/staff/new/events?date=2027-04-15`, scripts);
  await text(page, "en.title").fill(title.toUpperCase());
  await page.getByRole("button", { name: desk[language].publish, exact: true }).click();
  await expect(page.getByRole("button", { name: words[language].already })).toBeVisible();
  await expect(page.locator(`.problems a[href$="/${slug}"]`)).toBeVisible();
  await expect(text(page, "en.title")).toHaveValue(title.toUpperCase());
});

test("14.9.5 what is set for later stands in the queue of the desk, with its zone", async ({ page, language, scripts }, info) => {
  test.setTimeout(120_000);
  const say = words[language];
  await asStaff(page, language, scripts, `Dot ${info.project.name}`);
  const title = `Later ${info.project.name} ${Date.now()}`;
  await open(page, `/${language}/staff/new/blog`, scripts);
  await text(page, "en.title").fill(title);
  await text(page, "en.summary").fill("About it.");
  await page.locator(".when-shown", { has: text(page, "en.publish_at") }).locator("summary").click();
  await text(page, "en.publish_at").fill("2031-05-06T09:30");
  await page.locator("input[name=publish][value=es]").uncheck();
  await page.getByRole("button", { name: desk[language].publish, exact: true }).click();
  await expect(page.locator(".done")).toBeVisible();
  await open(page, `/${language}/staff`, scripts);
  const row = page.locator(".queue li", { hasText: title });
  await expect(row).toContainText("09:30 (Jamaica)");
  await expect(row).toContainText(say.published);
  await expect(page.getByRole("heading", { name: say.tasks })).toBeVisible();
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
});

test("14.4.7 the table of content is filtered by language and age, and fits a narrow screen", async ({ page, language, scripts }, info) => {
  test.setTimeout(120_000);
  await asStaff(page, language, scripts, `Eli ${info.project.name}`);
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page, `/${language}/staff/content?kind=blog`, scripts);
  await page.locator("select[name=standing]").selectOption("missing");
  await page.locator("select[name=language]").selectOption("en");
  await page.locator(".filters").getByRole("button", { name: words[language].showRows }).click();
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await expect(page.locator("main")).toContainText("Nueve claves");
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await open(page, `/${language}/staff/content?untouched=24`, scripts);
  await expect(page.locator("main .empty")).toBeVisible();
});
