// Something kept for later gets a label and a note, is found by it, and is taken along as a file.
import type { Page } from "@playwright/test";
import { logIn, newMember } from "./members.ts";
import { expect, open, seriousFaults } from "./portal.ts";

const say = {
  en: { keep: "Save for later", kept: "Remove from saved", all: "All saved items", edit: "Labels and note", labels: "Labels", note: "Note", save: "Save labels and note", file: "These as a CSV file", everything: "Everything", waits: "Nothing waits for you.", empty: "Nothing is saved yet." },
  es: { keep: "Guardar para después", kept: "Quitar de guardados", all: "Todo lo guardado", edit: "Etiquetas y nota", labels: "Etiquetas", note: "Nota", save: "Guardar etiquetas y nota", file: "Esto como archivo CSV", everything: "Todo", waits: "Nada espera de usted.", empty: "Aún no hay nada guardado." },
} as const;

export async function labelAndExport(page: Page, language: "en" | "es", scripts: boolean, name: string) {
  const words = say[language];
  await logIn(page, language, newMember(name, language), scripts);
  await expect(page.locator("main")).toContainText(words.waits);
  await expect(page.locator("main")).toContainText(words.empty);
  for (const address of ["networks/diaspora", "events/online-briefing-on-citing-migration-figures"]) {
    await open(page, `/${language}/${address}`, scripts);
    await page.getByRole("button", { name: words.keep }).click();
    await expect(page.getByRole("button", { name: words.kept })).toBeVisible();
  }
  await expect
    .poll(async () => {
      await open(page, `/${language}/dashboard`, scripts);
      return page.locator(".kept").count();
    })
    .toBe(2);
  await page.getByRole("link", { name: words.all, exact: true }).click();
  await expect(page.locator(".saved > li")).toHaveCount(2);
  const first = page.locator(".saved > li").first();
  await first.getByText(words.edit, { exact: true }).click();
  await first.getByLabel(words.labels, { exact: true }).fill("border, for the minister");
  await first.getByLabel(words.note, { exact: true }).fill("Read page 4.");
  await first.getByRole("button", { name: words.save }).click();
  await page.waitForURL(/done=1/);
  await expect(page.locator(".done")).toBeFocused();
  await expect(first).toContainText("Read page 4.");
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await page.locator(".labels").getByRole("link", { name: "border", exact: true }).click();
  await expect(page.locator(".saved > li")).toHaveCount(1);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: words.file }).click()]);
  expect(file.suggestedFilename()).toBe("saved.csv");
  await page.locator(".labels").getByRole("link", { name: words.everything, exact: true }).click();
  await expect(page.locator(".saved > li")).toHaveCount(2);
}
