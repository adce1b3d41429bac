import { expect, open, test } from "../support/portal.ts";

test("14.4.1 the path alone decides the language of the document", async ({ page, language, words }) => {
  for (const path of ["", "/networks/diaspora", "/events?view=list", "/search?q=x", "/nothing-here"]) {
    const html = await (
      await page.request.get(`/${language}${path}`, { headers: { "accept-language": words.otherLanguage } })
    ).text();
    expect(html).toContain(`<html lang="${language}"`);
  }
});

test("14.4.2 the switch leads to the twin and keeps path and query", async ({ page, language, words, scripts }) => {
  await open(page, `/${language}/events?view=list&network=diaspora&when=all`, scripts);
  await page.getByRole("link", { name: words.other, exact: true }).click();
  await expect(page).toHaveURL(`/${words.otherLanguage}/events?view=list&network=diaspora&when=all`);
  await expect(page.locator("html")).toHaveAttribute("lang", words.otherLanguage);
});

test("14.4.2 a page that is not translated says so and offers the original", async ({ page, language, words, scripts }) => {
  const only = {
    en: "/en/events/taller-sobre-identificacion-de-personas-necesitadas-de-proteccion",
    es: "/es/blog/migration-governance-as-adaptation",
  }[language];
  await open(page, only, scripts);
  await expect(page.locator("main")).toContainText(words.onlyIn);
  await expect(page.locator("h1")).toHaveAttribute("lang", words.otherLanguage);
  await page.locator(`main a[hreflang=${words.otherLanguage}]`).click();
  await expect(page).toHaveURL(only.replace(`/${language}/`, `/${words.otherLanguage}/`));
  await expect(page.locator("html")).toHaveAttribute("lang", words.otherLanguage);
});

test("14.4.3 what is shown in another language bears its lang and a label", async ({ page, language, words, scripts }) => {
  await open(page, language === "es" ? "/es/blog" : "/en/blog", scripts);
  const foreign = page.locator(`.item a[lang=${words.otherLanguage}]`).first();
  await expect(foreign).toBeVisible();
  const row = page.locator(".item", { has: page.locator(`a[lang=${words.otherLanguage}]`) }).first();
  await expect(row.locator(".badge").first()).toBeVisible();
});

test("14.4.4 twins are named in the head, mutually, and only where they are published", async ({ page, language }) => {
  await page.goto(`/${language}/networks/diaspora`);
  for (const code of ["en", "es", "x-default"]) {
    await expect(page.locator(`head link[rel=alternate][hreflang=${code}]`)).toHaveCount(1);
  }
  await page.goto(`/${language}/blog/migration-governance-as-adaptation`);
  await expect(page.locator("head link[hreflang]")).toHaveCount(0);
});

test("the choice made with the switch is remembered, and no other cookie is set", async ({ page, language, words }) => {
  await page.goto(`/${language}/networks`);
  expect(await page.context().cookies()).toEqual([]);
  await page.getByRole("link", { name: words.other, exact: true }).click();
  await page.waitForURL(`/${words.otherLanguage}/networks`);
  expect((await page.context().cookies()).map((cookie) => `${cookie.name}=${cookie.value}`)).toEqual([
    `language=${words.otherLanguage}`,
  ]);
  await page.goto("/");
  await expect(page).toHaveURL(`/${words.otherLanguage}`);
});
