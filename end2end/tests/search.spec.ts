// The search: what is found says why, choices are links, and who finds nothing is shown a way on. 14.5.1 to 14.5.4.
import { expect, open, seriousFaults, test } from "../support/portal.ts";

test("14.5.1 a search in the other language's words finds the network, and each choice is a link that can be taken back", async ({
  page,
  language,
  words,
  scripts,
}) => {
  await open(page, `/${language}`, scripts);
  // Its list of suggestions has the same name once it is there.
  const box = page.getByRole("banner").locator(`input[placeholder="${words.search}"]`);
  await box.fill({ en: "trata", es: "smuggling" }[language]);
  await box.press("Enter");
  const first = page.locator(".item").first();
  const network = { en: "human-trafficking", es: "migrant-smuggling" }[language];
  await expect(first.getByRole("heading").getByRole("link")).toHaveAttribute("href", `/${language}/networks/${network}`);
  await expect(first.locator(".hit-why")).toContainText({ en: "another name for", es: "otro nombre de" }[language]);
  await expect(page.locator(".note").first()).toContainText({ en: "Spanish", es: "inglés" }[language]);
  await expect(first.locator("mark").first()).toBeVisible();
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  const choice = page.locator(".facets a").first();
  const count = Number(await choice.locator(".facet-count").textContent());
  await choice.click();
  await expect(page).toHaveURL(/kind=/);
  await expect(page.locator(".item")).toHaveCount(Math.min(count, 20));
  await page.locator(".chosen a").first().click();
  await expect(page).not.toHaveURL(/kind=/);
});

test("14.5.2 14.5.4 a typing error is forgiven and told, and who finds nothing is told and shown ways on", async ({
  page,
  language,
  words,
  scripts,
}) => {
  await open(page, `/${language}/search?q=${{ en: "disapora", es: "refugidos" }[language]}`, scripts);
  await expect(page.locator(".note")).toContainText({ en: "“diaspora”", es: "«refugiados»" }[language]);
  await expect(page.locator(".item").first()).toBeVisible();
  await open(page, `/${language}/search?q=zzzz+disapora`, scripts);
  await expect(page).toHaveTitle({ en: /^No results: “zzzz disapora”/, es: /^Sin resultados: «zzzz disapora»/ }[language]);
  await expect(page.getByRole("status").filter({ hasText: "zzzz" })).toBeVisible();
  await expect(page.getByText(words.noHits)).toBeVisible();
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await page.locator(".ways-on a").first().click();
  await expect(page).toHaveURL({ en: /q=diaspora$/, es: /q=di%C3%A1spora$/ }[language]);
  await expect(page.locator(".item").first()).toBeVisible();
});
