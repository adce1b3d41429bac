import { networks } from "../support/kinds.ts";
import { countOf } from "../support/lists.ts";
import { expect, open, test } from "../support/portal.ts";

test("14.2.1 a network shows picture, text, figures with source, posts, events, publications and the specialist", async ({
  page,
  language,
  words,
  scripts,
}) => {
  await open(page, `/${language}/networks/migrant-smuggling`, scripts);
  await expect(page.locator("h1")).toHaveCount(1);
  expect(await page.locator("img.lead-picture").getAttribute("alt")).toBeTruthy();
  expect(await page.locator(".prose .block").count()).toBeGreaterThanOrEqual(4);
  for (const heading of [words.posts, words.events, words.publications, words.specialist, words.figures]) {
    await expect(page.getByRole("heading", { name: heading, exact: true })).toBeVisible();
  }
  const figure = page.locator(".figure").first();
  await expect(figure.locator(".figure-value")).toHaveText(/\d/);
  await expect(figure.locator(".figure-source")).toContainText(words.source);
  // A publication says type, year and languages; an event its days.
  const facts = page.locator("#related-publications ~ ul .facts").first();
  await expect(facts).toContainText(/\d{4}/);
  await expect(facts).toContainText({ en: /Report|Law|Guide|Working paper|Strategy|Tool/, es: /Informe|Ley|Guía|Documento de trabajo|Estrategia|Herramienta/ }[language]);
  await expect(facts).toContainText({ en: /English|Spanish|French/, es: /Inglés|Español|Francés/i }[language]);
  await expect(page.locator("#related-events ~ ul time").first()).toBeVisible();
});

test("14.2.1 “View more” leads to a list with the same count", async ({ page, language, words, scripts }) => {
  for (const list of ["related-posts", "related-events", "related-publications"]) {
    await open(page, `/${language}/networks/migrant-smuggling`, scripts);
    const more = page.locator(`#${list} ~ .more a`);
    await expect(more).toContainText(words.viewMore);
    const count = /\((\d+)\)/.exec((await more.textContent()) ?? "")?.[1];
    await more.click();
    await expect(page.locator(".count")).toContainText(new RegExp(`^${count} `));
  }
});

test("14.2.3 the next event comes first, past ones are marked", async ({ page, language, words, scripts }) => {
  await open(page, `/${language}/networks/migrant-smuggling`, scripts);
  const rows = page.locator("#related-events ~ ul > li");
  await expect(rows.first()).not.toContainText(words.past);
  await expect(rows.last()).toContainText(words.past);
});

test("14.2.5 mail addresses are not in the page, and the link to write leads to one", async ({ page, language }) => {
  for (const path of ["networks/migrant-smuggling", ""]) {
    const html = await (await page.request.get(`/${language}/${path}`)).text();
    expect(html.match(/[\w.-]+@[\w-]+\.[a-z]{2,}/gi) ?? []).toEqual([]);
  }
  const answer = await page.request.get(`/${language}/write/migrant-smuggling`, { maxRedirects: 0 });
  expect(answer.headers().location).toBe("mailto:migrant-smuggling@example.org");
});

test("both languages side by side, and exactly the block that is older than its source says so", async ({
  page,
  language,
  words,
  scripts,
}) => {
  await open(page, `/${language}/networks/migrant-smuggling`, scripts);
  await page.getByRole("link", { name: words.sideBySide }).click();
  await expect(page).toHaveURL(/view=parallel/);
  await expect(page.locator(".parallel-row").nth(1).locator("[lang=en]")).toBeVisible();
  await expect(page.locator(".parallel-row").nth(1).locator("[lang=es]")).toBeVisible();
  const notes = page.locator(".note", { hasText: words.stale });
  await expect(notes).toHaveCount(1);
  await expect(page.locator(".parallel-row").nth(2).locator(".note")).toHaveCount(1);
});

test("14.2.9 feeds of the network stand in the head", async ({ page, language }) => {
  await page.goto(`/${language}/networks/diaspora`);
  for (const type of ["application/atom+xml", "text/calendar"]) {
    const href = await page.locator(`head link[rel=alternate][type="${type}"]`).first().getAttribute("href");
    expect((await page.request.get(href ?? "")).status()).toBe(200);
  }
});

for (const network of networks) {
  test(`14.2.1 the page of ${network} is whole, and every “View more” counts what its list holds`, async ({
    page,
    language,
    words,
    scripts,
  }) => {
    await open(page, `/${language}/networks/${network}`, scripts);
    const picture = page.locator("img.lead-picture");
    expect((await picture.getAttribute("alt"))?.length).toBeGreaterThan(20);
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    expect(await page.locator(".prose .block").count()).toBeGreaterThanOrEqual(4);
    const specialist = page.locator("section.specialist");
    await expect(specialist.getByRole("heading", { level: 2 })).toHaveText(words.specialist);
    await expect(specialist.locator(`a[href="/${language}/write/${network}"]`)).toHaveText(/\w \[(at|arroba)\] \w/);
    for (const [id, heading] of [
      ["related-posts", words.posts],
      ["related-events", words.events],
      ["related-publications", words.publications],
    ]) {
      const section = page.locator(`section[aria-labelledby=${id}]`);
      await expect(section.getByRole("heading", { level: 2 })).toHaveText(heading);
      // 14.2.2: rows, or words that say that there are none.
      expect((await section.locator(".item").count()) + (await section.locator(".empty").count())).toBeGreaterThan(0);
      for (const more of await section.locator(".more a").all()) {
        const count = /\((\d+)\)$/.exec(((await more.textContent()) ?? "").trim())?.[1];
        expect(await countOf(page, (await more.getAttribute("href")) ?? ""), `${network} ${id}`).toBe(Number(count));
        expect(Number(count)).toBeGreaterThanOrEqual(await section.locator(".item").count());
      }
      expect(await section.locator(".more a").count()).toBe((await section.locator(".item").count()) > 0 ? 1 : 0);
    }
    await expect(page.locator("#related-events ~ ul time").first()).toHaveText(/\d/);
    const rows = page.locator("#related-publications ~ ul > li");
    const said = {
      en: /^(Report|Law|Policy|Guide|Working paper|Strategy|Tool|Meeting document)\d{4}.*(English|Spanish|French|Dutch)/,
      es: /^(Informe|Ley|Política|Guía|Documento de trabajo|Estrategia|Herramienta|Documento de reunión)\d{4}.*(inglés|español|francés|neerlandés)/i,
    }[language];
    await expect(rows.locator(".facts")).toHaveText(Array(await rows.count()).fill(said));
  });
}
