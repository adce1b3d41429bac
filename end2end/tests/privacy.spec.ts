import { alike, busy, kinds } from "../support/kinds.ts";
import { expect, hydrated, open, test } from "../support/portal.ts";

test("14.10.8 a whole visit asks nothing of anybody else, and leaves nothing with the reader", async ({
  page,
  language,
  words,
  scripts,
  baseURL,
}) => {
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  const cookies = new Set<string>();
  page.on("response", async (response) => {
    if ((await response.allHeaders())["set-cookie"]) cookies.add(response.url());
  });
  await open(page, `/${language}`, scripts);
  await page.locator(".network-grid a").first().click();
  await expect(page.locator("img.lead-picture")).toBeVisible();
  await page.locator("#related-events ~ ul .item-title a").first().click();
  await expect(page.getByRole("link", { name: words.addToCalendar })).toBeVisible();
  await open(page, `/${language}/events?view=month&date=2019-09-05`, scripts);
  await page.getByLabel(words.network, { exact: true }).selectOption("diaspora");
  await page.getByRole("button", { name: words.show, exact: true }).click();
  await expect(page.locator(".item")).toHaveCount(2);
  if (scripts) await hydrated(page);
  await page.locator("#site-search").fill("migracion");
  await page.keyboard.press("Enter");
  await expect(page.locator(".item").first()).toBeVisible();
  if (scripts) await hydrated(page);
  await page.locator(".item-title a").first().click();
  await expect(page).not.toHaveURL(/search/);
  expect([...asked]).toEqual([baseURL]);
  expect([...cookies]).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  const kept = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
  ]);
  expect(kept).toEqual([0, 0, 0, 0]);
});

test("14.10.8 no kind of page sets a cookie or embeds anything from elsewhere, and the policy forbids it", async ({
  page,
  language,
  baseURL,
}) => {
  for (const path of [...kinds, ...alike, ...busy]) {
    const answer = await page.request.get(`/${language}${path}`);
    expect(answer.headers()["set-cookie"], path).toBeUndefined();
    expect(answer.headers()["content-security-policy"], path).toContain("default-src 'none'");
    const html = await answer.text();
    const embedded = [...html.matchAll(/<(?:script|img|iframe|source|video|audio|embed|object|use)[^>]* (?:src|href|data)="([^"]+)"/g)]
      .concat([...html.matchAll(/<link(?![^>]*rel="(?:alternate|canonical|license|schema\.\w+)")[^>]* href="([^"]+)"/g)])
      .map((match) => match[1]);
    expect(embedded.length, path).toBeGreaterThan(2);
    for (const address of embedded) expect(new URL(address, baseURL).origin, `${path}: ${address}`).toBe(baseURL);
  }
});
