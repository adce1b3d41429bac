// The media library and the documents of an event, as staff and readers see them.
import { expect, type Browser, type Page } from "@playwright/test";
import { asStaff } from "./desk.ts";
import { open } from "./portal.ts";

export const files = {
  en: {
    library: "Media library", add: "Upload a file", upload: "Upload", file: "File", title: "Title (English)", access: "Who may open it", stored: "The file is in the library.",
    notTaken: "This kind of file is not taken", documents: "Documents", choose: "Choose documents", uploadForThis: "Upload a file, or use an older one", forMembers: "For members",
    forRegistered: "For those registered", register: "Register for this event", inUse: "This file is used.", toBin: "Put into the bin", cancel: "Cancel the upload",
    cancelled: "The upload was cancelled.", alt: "What the picture shows (English)", otherAlt: "What the picture shows (Spanish)",
    preview: "Preview", showHere: "Show the document here", pages: "34 pages",
  },
  es: {
    library: "Biblioteca de medios", add: "Subir un archivo", upload: "Subir", file: "Archivo", title: "Título (inglés)", access: "Quién puede abrirlo", stored: "El archivo está en la biblioteca.",
    notTaken: "Este tipo de archivo no se acepta", documents: "Documentos", choose: "Elegir documentos", uploadForThis: "Subir un archivo o usar uno anterior", forMembers: "Para miembros",
    forRegistered: "Para quienes están inscritos", register: "Inscribirse en este evento", inUse: "Este archivo está en uso.", toBin: "Poner en la papelera", cancel: "Cancelar la carga",
    cancelled: "La carga se canceló.", alt: "Qué muestra la imagen (inglés)", otherAlt: "Qué muestra la imagen (español)",
    preview: "Vista previa", showHere: "Mostrar el documento aquí", pages: "34 páginas",
  },
} as const;

/** A small PDF that no other journey has: its bytes are told apart by the name. */
export function pdf(name: string, size = 0) {
  const body = `%PDF-1.7\n% ${name} ${Date.now()} ${Math.random()}\n${"% filler\n".repeat(size)}%%EOF\n`;
  return { name: `${name}.pdf`, mimeType: "application/pdf", buffer: Buffer.from(body) };
}

/** Opens the form of the library. */
export async function openUpload(page: Page, language: "en" | "es", scripts: boolean) {
  await open(page, `/${language}/staff/media`, scripts);
  await page.locator("summary", { hasText: files[language].add }).click();
}

/** Uploads a document with this rule from where the form is open. */
export async function uploadDocument(page: Page, language: "en" | "es", title: string, access: string, name: string) {
  const say = files[language];
  await page.getByLabel(say.title, { exact: true }).fill(title);
  await page.getByLabel(say.access, { exact: true }).selectOption(access);
  await page.getByLabel(say.file, { exact: true }).setInputFiles(pdf(name));
  await page.getByRole("button", { name: say.upload, exact: true }).click();
}

/** Staff make an event with a document for each of these rules; returns its address. */
export const eventWithDocuments = (browser: Browser, language: "en" | "es", name: string, rules: string[]) =>
  entryWithDocuments(browser, language, name, rules, "events", { "seats.mode": "open" }, "?date=2027-03-10");

/** Staff make an event whose text has a link, with a document for everybody that its programme lists, too; returns its address. */
export const eventWithProgramme = (browser: Browser, language: "en" | "es", name: string) =>
  entryWithDocuments(
    browser,
    language,
    name,
    ["everybody"],
    "events",
    { [`block.new1.${language}`]: "See [the note](https://www.example.org/note)." },
    "?date=2027-03-11",
    async (page) => {
      await page.locator(".editor-programme details").evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute("open", "")));
      await page.locator("[id='session.new1.start']").fill("09:00");
      await page.locator(`[id='session.new1.${language}.title']`).fill("Ports");
      await page.locator("[name='session.new1.files']").first().check();
    },
  );

/** Staff make a report of 34 pages with a document for each of these rules; returns its address. */
export const reportWithDocuments = (browser: Browser, language: "en" | "es", name: string, rules: string[]) =>
  entryWithDocuments(browser, language, name, rules, "repository", { "details.form": "report", "details.year": "2026", "details.pages": "34" });

async function entryWithDocuments(
  browser: Browser,
  language: "en" | "es",
  name: string,
  rules: string[],
  section: string,
  more: Record<string, string>,
  query = "",
  last = async (_: Page) => {},
): Promise<string> {
  const context = await browser.newContext({ baseURL: `http://${process.env.E2E_ADDR ?? "127.0.0.1:3311"}`, javaScriptEnabled: false });
  const page = await context.newPage();
  await asStaff(page, language, false, name);
  await page.goto(`/${language}/staff/new/${section}${query}`);
  for (const of of ["en", "es"]) {
    await page.locator(`[id="${of}.title"]`).fill(`${name} ${of}`);
    await page.locator(`[id="${of}.summary"]`).fill("Ports.");
  }
  for (const [field, value] of Object.entries(more)) {
    const control = page.locator(`[id="${field}"]`);
    if ((await control.evaluate((element) => element.tagName)) === "SELECT") await control.selectOption(value);
    else await control.fill(value);
  }
  for (const rule of rules) {
    await page.getByRole("button", { name: files[language].uploadForThis }).last().click();
    await uploadDocument(page, language, `${rule} paper`, rule, `${name} ${rule}`);
    await expect(page.locator("#editor")).toContainText(`${rule} paper`);
  }
  await last(page);
  for (const box of await page.locator("[name='publish']").all()) await box.check();
  await page.locator("#editor").getByRole("button", { name: language === "en" ? "Publish" : "Publicar", exact: true }).click();
  await page.waitForURL(new RegExp(`/staff/edit/${section}/`));
  const slug = new URL(page.url()).pathname.split("/").pop()!;
  await context.close();
  return `/${language}/${section}/${slug}`;
}

/** A visitor, then a member, then a registered one: what each may open of the three documents. */
export async function opensByRule(page: Page, language: "en" | "es", scripts: boolean, event: string, logInHere: () => Promise<void>) {
  const say = files[language];
  const list = page.locator(".documents");
  const link = (rule: string) => list.getByRole("link", { name: `${rule} paper` });
  const status = async (rule: string) => {
    const href = (await link(rule).getAttribute("href"))!;
    return (await page.request.get(href)).status();
  };

  await open(page, event, scripts);
  await expect(list.getByRole("heading", { name: say.documents })).toBeVisible();
  expect(await status("everybody")).toBe(200);
  await expect(list).toContainText(say.forMembers);
  await expect(link("members")).toHaveCount(0);

  await logInHere();
  await open(page, event, scripts);
  expect(await status("members")).toBe(200);
  await expect(link("registered")).toHaveCount(0);
  await expect(list).toContainText(say.forRegistered);

  await page.getByRole("button", { name: say.register }).click();
  await expect(page.locator("#registration")).toBeVisible();
  await open(page, event, scripts);
  expect(await status("registered")).toBe(200);
}
