import { expect, open, test } from "../support/portal.ts";

const words = {
  en: { summary: "Abstract", cite: "How to cite", copy: "Copy APA", copied: "Copied", points: "Key points", by: "World Bank. (2009)." },
  es: { summary: "Resumen", cite: "Cómo citar", copy: "Copiar APA", copied: "Copiado", points: "Puntos clave", by: "World Bank. (2009)." },
};
const slug = "nurse-labor-and-education-markets-caricom";

test("14.6.2 14.6.3 a publication says what it says, is cited in three styles and taken along as a file", async ({ page, language, scripts }) => {
  const said = words[language];
  await open(page, `/${language}/repository/${slug}`, scripts);
  const main = page.getByRole("main");
  for (const name of [said.summary, said.points, said.cite]) await expect(main.getByRole("heading", { name })).toBeVisible();
  for (const style of ["APA", "Chicago", "Vancouver"]) await expect(main.getByRole("heading", { name: style })).toBeVisible();
  await expect(main.locator("#cite-apa")).toContainText(said.by);
  const copy = main.getByRole("button", { name: said.copy });
  if (!scripts) {
    // The text itself is there to be selected.
    await expect(copy).toBeHidden();
  } else {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await copy.click();
    await expect(main.getByText(said.copied, { exact: true })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(said.by);
  }
  const [file] = await Promise.all([page.waitForEvent("download"), main.getByRole("link", { name: "BibTeX" }).click()]);
  expect(file.suggestedFilename()).toBe(`${slug}.bib`);
});
