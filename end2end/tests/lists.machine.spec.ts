// 14.10.5, 14.10.4: feeds of the lists that have few entries, and how the portal is searched, read by a foreign XML parser.
import { DOMParser, type Element } from "@xmldom/xmldom";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/portal.ts";

async function read(page: Page, path: string): Promise<Element> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  const onError = (level: string, message: string) => {
    throw new Error(`${path}: ${level}: ${message}`);
  };
  const root = new DOMParser({ onError }).parseFromString(await answer.text(), "text/xml").documentElement;
  if (!root) throw new Error(`${path}: no root`);
  return root;
}

const children = (parent: Element, name: string) =>
  Array.from(parent.childNodes).filter((node): node is Element => node.nodeName === name);
const text = (parent: Element, name: string) => children(parent, name)[0]?.textContent ?? "";

test("14.10.5 media, e-campus and data have a feed in both languages, which holds what RFC 4287 asks for", async ({ page, baseURL }) => {
  for (const language of ["en", "es"]) {
    for (const [name, least] of [["media", 3], ["e-campus", 8], ["data", 6]] as const) {
      const path = `/${language}/${name}.atom`;
      const feed = await read(page, path);
      expect([feed.namespaceURI, feed.localName]).toEqual(["http://www.w3.org/2005/Atom", "feed"]);
      expect(text(feed, "id")).toBe(`${baseURL}${path}`);
      expect(text(feed, "title")).not.toBe("");
      expect(text(feed, "updated")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      const entries = children(feed, "entry");
      expect(entries.length, path).toBeGreaterThanOrEqual(least);
      for (const entry of entries) for (const part of ["id", "title", "updated"]) expect(text(entry, part)).not.toBe("");
      const list = await (await page.request.get(`/${language}/${name}`)).text();
      expect(list, path).toContain(`href="${path}"`);
    }
  }
});

test("14.10.4 the description of the search is OpenSearch 1.1 and leads to hits", async ({ page, baseURL }) => {
  for (const language of ["en", "es"]) {
    const root = await read(page, `/${language}/opensearch.xml`);
    expect([root.namespaceURI, root.localName]).toEqual(["http://a9.com/-/spec/opensearch/1.1/", "OpenSearchDescription"]);
    expect(text(root, "ShortName").length).toBeGreaterThan(0);
    expect(text(root, "ShortName").length).toBeLessThanOrEqual(16);
    expect(text(root, "Description").length).toBeLessThanOrEqual(1024);
    const search = children(root, "Url").find((url) => url.getAttribute("type") === "text/html")?.getAttribute("template") ?? "";
    expect(search.startsWith(`${baseURL}/${language}/search`)).toBe(true);
    expect((await page.request.get(search.replace("{searchTerms}", "haiti"))).status()).toBe(200);
  }
});

test("14.10.4 frames and the API are not for search engines, and no map names them", async ({ page }) => {
  const map = await (await page.request.get("/sitemap.xml")).text();
  expect(map).not.toMatch(/\/embed\/|\/api\//);
  expect(map).toContain("/en/media/pictures-of-the-ten-networks</loc>");
  for (const path of ["/en/embed/calendar", "/es/embed/events", "/api/v1/events"]) {
    expect((await page.request.get(path)).headers()["x-robots-tag"], path).toBe("noindex");
  }
});
