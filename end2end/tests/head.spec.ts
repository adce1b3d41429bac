// 14.10.4: what search engines and previews read.
import { DOMParser } from "@xmldom/xmldom";
import type { Page } from "@playwright/test";
import { alike, kinds } from "../support/kinds.ts";
import { expect, sitePaths, test } from "../support/portal.ts";

/** The head of a page as the server sends it: `meta` and `link` by name. */
async function headOf(page: Page, path: string) {
  const html = (await (await page.request.get(path)).text()).split("</head>")[0];
  const attributes = (tag: string) =>
    Object.fromEntries([...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map((match) => [match[1], match[2].replaceAll("&amp;", "&")]));
  const tags = [...html.matchAll(/<(meta|link) [^>]+>/g)].map((match): Record<string, string> => attributes(match[0]));
  const said = (name: string) => tags.filter((tag) => (tag.name ?? tag.property) === name).map((tag) => tag.content);
  const different = (values: string[]) => [...new Set(values)];
  return {
    title: /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "",
    /** All that is said under a name, however often. */
    said,
    meta: (name: string) => different(said(name)),
    canonical: different(tags.filter((tag) => tag.rel === "canonical").map((tag) => tag.href)),
    twins: Object.fromEntries(tags.filter((tag) => tag.hreflang).map((tag) => [tag.hreflang, tag.href])),
  };
}

/** What exists in English only. */
const untranslated = "/blog/migration-governance-as-adaptation";

/** Not for search engines: what nobody wrote, and a list that somebody has narrowed. */
const unlisted = (kind: string) => kind === untranslated || /^\/(search|nowhere|repository\?|blog\?)/.test(kind);

test("14.10.4 every kind of page has one canonical address, a description and Open Graph that agree with it", async ({
  page,
  language,
  baseURL,
}) => {
  for (const kind of [...kinds, ...alike].filter((kind) => !unlisted(kind))) {
    const head = await headOf(page, `/${language}${kind}`);
    expect(head.canonical, kind).toEqual([`${baseURL}/${language}${kind.split("?")[0]}`]);
    expect(head.meta("description"), kind).toHaveLength(1);
    expect(head.meta("description")[0].length, kind).toBeGreaterThan(30);
    expect(head.meta("og:url"), kind).toEqual(head.canonical);
    expect(head.meta("og:description"), kind).toEqual(head.meta("description"));
    expect(head.meta("og:title"), kind).toHaveLength(1);
    expect(head.title, kind).toContain(head.meta("og:title")[0]);
    expect(head.meta("og:type"), kind).toEqual(["website"]);
    expect(head.meta("og:locale"), kind).toEqual([expect.stringMatching(new RegExp(`^${language}`))]);
  }
  const [image] = (await headOf(page, `/${language}/networks/diaspora`)).meta("og:image");
  expect((await page.request.get(image)).status()).toBe(200);
});

test("14.10.4 search, unknown addresses, filters and further pages are not for search engines", async ({ page, language, baseURL }) => {
  for (const path of [
    "search",
    "search?q=migrant",
    "search?q=zzzz",
    "nowhere",
    "networks/nowhere",
    "blog?network=diaspora",
    "events?view=list&when=all&page=2",
    "networks/diaspora?view=parallel",
    "events?view=month&date=2026-02-30",
  ]) {
    expect((await headOf(page, `/${language}/${path}`)).meta("robots"), path).toEqual(["noindex"]);
  }
  for (const path of ["", "/networks", "/networks/diaspora", "/events", "/blog", "/repository", "/countries/haiti", "/about"]) {
    expect((await headOf(page, `/${language}${path}`)).meta("robots"), path).toEqual([]);
  }
  // A page in the language of the path that offers the original leaves it to that one to be found.
  const head = await headOf(page, `/${language}${untranslated}`);
  expect(head.meta("robots")).toEqual({ en: [], es: ["noindex"] }[language]);
  expect(head.canonical).toEqual([`${baseURL}/en${untranslated}`]);
});

test("14.10.4 no page says anything of itself twice", async ({ page, language }) => {
  for (const kind of [...kinds, "/search"]) {
    const head = await headOf(page, `/${language}${kind}`);
    for (const name of ["description", "og:title", "og:description", "og:type", "og:locale"]) {
      expect(head.said(name), `${kind} ${name}`).toHaveLength(1);
    }
    expect(head.said("robots").length, kind).toBeLessThanOrEqual(1);
  }
});

test("14.10.4 no page describes itself with nothing", async ({ page, language }) => {
  for (const kind of [...kinds, "/search"]) {
    const head = await headOf(page, `/${language}${kind}`);
    for (const name of ["description", "og:description"]) expect(head.meta(name), `${kind} ${name}`).not.toContain("");
  }
});

test("14.10.4 robots.txt names the site map and keeps search out", async ({ page, baseURL }) => {
  const answer = await page.request.get("/robots.txt");
  expect(answer.headers()["content-type"]).toContain("text/plain");
  const lines = (await answer.text()).split("\n");
  expect(lines[0]).toBe("User-agent: *");
  for (const line of ["Disallow: /en/search", "Disallow: /es/search", `Sitemap: ${baseURL}/sitemap.xml`]) {
    expect(lines).toContain(line);
  }
  expect(lines).not.toContain("Disallow: /");
});

test("14.10.4 the site map and the head of every page name the same twins", async ({ page, language, baseURL }) => {
  test.setTimeout(180_000);
  const xml = await (await page.request.get("/sitemap.xml")).text();
  const map = new DOMParser({ onError: (level, message) => { throw new Error(`${level}: ${message}`); } }).parseFromString(xml, "text/xml");
  const named = new Map<string, Record<string, string>>();
  for (const url of Array.from(map.getElementsByTagNameNS("http://www.sitemaps.org/schemas/sitemap/0.9", "url"))) {
    const links = Array.from(url.getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "link"));
    named.set(
      url.getElementsByTagName("loc")[0]?.textContent ?? "",
      Object.fromEntries(links.map((link) => [link.getAttribute("hreflang") ?? "", link.getAttribute("href") ?? ""])),
    );
  }
  const paths = await sitePaths(page, language);
  expect(paths.length).toBeGreaterThan(100);
  const alone: string[] = [];
  for (const path of paths) {
    const head = await headOf(page, path);
    expect(head.twins, path).toEqual(named.get(`${baseURL}${path}`));
    expect(head.canonical, path).toEqual([`${baseURL}${path}`]);
    expect(head.meta("robots"), path).toEqual([]);
    if (!head.twins[language]) alone.push(path);
    // Mutual: each twin is in the map, and names this page.
    for (const twin of Object.values(head.twins)) expect(named.get(twin), twin).toEqual(head.twins);
  }
  expect(alone).toContain(
    {
      en: `/en${untranslated}`,
      es: "/es/events/taller-sobre-identificacion-de-personas-necesitadas-de-proteccion",
    }[language],
  );
});
