import { alike, kinds } from "../support/kinds.ts";
import { expect, hydrated, sitePaths, test } from "../support/portal.ts";

test("14.1.1 every public address answers with one h1 and a title of its own, and no key stands untranslated", async ({
  page,
  language,
}) => {
  test.setTimeout(240_000);
  const titles = new Map<string, string>();
  for (const path of await sitePaths(page, language)) {
    const response = await page.request.get(path);
    expect(response.status(), path).toBe(200);
    const html = await response.text();
    expect(html.match(/<h1[ >]/g)?.length, path).toBe(1);
    // 14.5.1: one box on every page.
    expect(html.match(/ id="site-search"/g)?.length, path).toBe(1);
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? "";
    expect(titles.get(title), `${path} has the title of another page: ${title}`).toBeUndefined();
    titles.set(title, path);
    expect(html.replace(/<script.*?<\/script>/gs, ""), path).not.toMatch(/messages\.|\{\w+\}|undefined|TODO/);
  }
  expect(titles.size).toBeGreaterThan(100);
});

test("14.1.9 no kind of page writes to the console, on its first load", async ({ page, language, scripts, messages }) => {
  test.setTimeout(120_000);
  const outside: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("http://127.0.0.1")) outside.push(request.url());
  });
  for (const kind of [...kinds, ...alike].filter((kind) => !/2026-02-30|nowhere/.test(kind))) {
    await page.goto(`/${language}${kind}`);
    if (scripts) await hydrated(page);
  }
  if (scripts) expect(messages).toEqual([]);
  // 14.10.8: nothing is asked of anybody else, and nothing is kept.
  expect(outside).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});
