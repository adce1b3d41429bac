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
  await expect(page.locator("#related-publications ~ ul .facts").first()).toContainText(/\d{4}/);
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
