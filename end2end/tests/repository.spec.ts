import { expect, open, test } from "../support/portal.ts";

const words = {
  en: { summary: "Abstract", cite: "How to cite", copy: "Copy", copied: "Copied", points: "Key points", by: "World Bank. (2009)." },
  es: { summary: "Resumen", cite: "Cómo citar", copy: "Copiar", copied: "Copiado", points: "Puntos clave", by: "World Bank. (2009)." },
};
const slug = "nurse-labor-and-education-markets-caricom";

test("14.6.2 14.6.3 a publication says what it says, is cited in three styles and taken along as a file", async ({ page, language, scripts }) => {
  const said = words[language];
  await open(page, `/${language}/repository/${slug}`, scripts);
  const main = page.getByRole("main");
  for (const name of [said.summary, said.points, said.cite]) await expect(main.getByRole("heading", { name })).toBeVisible();
  await expect(main.locator("#cite-apa")).toContainText(said.by);
  if (scripts) await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const style of ["APA", "Chicago", "Vancouver"]) {
    const citation = main.locator(".citation").filter({ has: page.getByRole("heading", { name: style, exact: true }) });
    const copy = citation.getByRole("button", { name: `${said.copy} ${style}`, exact: true });
    const text = citation.locator(".citation-text");
    await expect(text).toContainText("CARICOM");
    if (!scripts) {
      // The text itself is there to be selected.
      await expect(copy).toBeHidden();
      continue;
    }
    await copy.click();
    await expect(citation.getByText(said.copied, { exact: true })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(((await text.textContent()) ?? "").trim());
  }
  const [file] = await Promise.all([page.waitForEvent("download"), main.getByRole("link", { name: "BibTeX" }).click()]);
  expect(file.suggestedFilename()).toBe(`${slug}.bib`);
});
