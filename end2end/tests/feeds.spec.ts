import { type Document, DOMParser, type Element } from "@xmldom/xmldom";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/portal.ts";

const ATOM = "http://www.w3.org/2005/Atom";
const feeds = ["blog", "news", "repository", "events"];

/** Reads XML with a parser of somebody else's, which refuses whatever is not well-formed. */
async function read(page: Page, path: string): Promise<Document> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  const refuse = (level: string, message: string) => {
    throw new Error(`${path}: ${level}: ${message}`);
  };
  return new DOMParser({ onError: refuse }).parseFromString(await answer.text(), "text/xml");
}

const children = (parent: Element, name: string) =>
  Array.from(parent.childNodes).filter((node): node is Element => node.nodeName === name);
const text = (parent: Element, name: string) => children(parent, name)[0]?.textContent ?? "";
const link = (parent: Element, rel: string) =>
  children(parent, "link").find((link) => link.getAttribute("rel") === rel)?.getAttribute("href") ?? "";
const rootOf = (document: Document): Element => {
  if (!document.documentElement) throw new Error("no root");
  return document.documentElement;
};

for (const name of feeds) {
  test(`14.10.5 the Atom feed of ${name} holds what RFC 4287 asks for, newest first`, async ({ page, language, baseURL }) => {
    const path = `/${language}/${name}.atom`;
    expect((await page.request.get(path)).headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
    const feed = rootOf(await read(page, path));
    expect([feed.namespaceURI, feed.localName, feed.getAttribute("xml:lang")]).toEqual([ATOM, "feed", language]);
    expect(text(feed, "id")).toBe(`${baseURL}${path}`);
    expect(link(feed, "self")).toBe(`${baseURL}${path}`);
    expect(link(feed, "alternate")).toBe(`${baseURL}/${language}/${name}`);
    expect(text(feed, "title")).not.toBe("");
    expect(children(feed, "author")).toHaveLength(1);
    const entries = children(feed, "entry");
    expect(entries.length).toBeGreaterThanOrEqual(10);
    const ids = entries.map((entry) => text(entry, "id"));
    expect(new Set(ids).size).toBe(ids.length);
    const days = entries.map((entry) => text(entry, "updated"));
    for (const day of [text(feed, "updated"), ...days]) expect(day).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(days).toEqual([...days].sort().reverse());
    for (const entry of entries) {
      expect(text(entry, "title")).not.toBe("");
      for (const summary of children(entry, "summary")) expect(summary.textContent).not.toBe("");
      expect(entry.getAttribute("xml:lang")).toMatch(/^(en|es)$/);
      expect(link(entry, "alternate")).toMatch(new RegExp(`^${baseURL}/${language}/${name}/[a-z0-9-]+$`));
    }
    expect((await page.request.get(link(entries[0], "alternate"))).status()).toBe(200);
  });
}

test("14.10.5 a feed of one network holds only what is of that network", async ({ page, language }) => {
  for (const name of feeds) {
    const entries = async (query: string) => children(rootOf(await read(page, `/${language}/${name}.atom${query}`)), "entry");
    const [all, some] = [await entries(""), await entries("?network=diaspora")];
    expect(some.length, name).toBeGreaterThan(0);
    expect(some.length, name).toBeLessThan(all.length);
    // A feed holds the newest only: what is older than all of them may be missing there.
    const [ids, oldest] = [all.map((entry) => text(entry, "id")), text(all.at(-1)!, "updated")];
    for (const entry of some.filter((entry) => text(entry, "updated") > oldest)) expect(ids, name).toContain(text(entry, "id"));
    // And it does not hold everything of the network's neighbours.
    const others = ids.filter((id) => !some.some((entry) => text(entry, "id") === id));
    expect(others.length, name).toBeGreaterThan(0);
  }
});

test("14.10.5 a feed of one network is a feed of its own: identifier, title and address", async ({ page, language, baseURL }) => {
  const path = `/${language}/blog.atom`;
  const [all, some] = [rootOf(await read(page, path)), rootOf(await read(page, `${path}?network=diaspora`))];
  expect(link(some, "self")).toBe(`${baseURL}${path}?network=diaspora`);
  expect(link(some, "alternate")).toBe(`${baseURL}/${language}/blog?network=diaspora`);
  expect(text(some, "id")).not.toBe(text(all, "id"));
  expect(text(some, "title")).not.toBe(text(all, "title"));
});

test("14.10.5 the site map is read, and every address in it is whole and stands once", async ({ page, baseURL }) => {
  const map = rootOf(await read(page, "/sitemap.xml"));
  expect([map.namespaceURI, map.localName]).toEqual(["http://www.sitemaps.org/schemas/sitemap/0.9", "urlset"]);
  const places = children(map, "url").map((url) => text(url, "loc"));
  expect(places.length).toBeGreaterThan(200);
  expect(new Set(places).size).toBe(places.length);
  for (const place of places) expect(place).toMatch(new RegExp(`^${baseURL}/(en|es)(/[a-z0-9-]+)*$`));
});

test("14.10.5 who has a feed, a calendar file or the site map already is answered 304, with nothing sent", async ({ page, language }) => {
  for (const path of [
    ...feeds.map((name) => `/${language}/${name}.atom`),
    `/${language}/blog.atom?network=diaspora`,
    `/${language}/events.ics`,
    `/${language}/events/our-caribbean-story-migration-narratives.ics`,
    "/sitemap.xml",
  ]) {
    const first = await page.request.get(path);
    const tag = first.headers().etag;
    expect(tag, path).toMatch(/^(W\/)?"[^"]+"$/);
    expect(first.headers()["cache-control"], path).toBeTruthy();
    const again = await page.request.get(path, { headers: { "if-none-match": tag } });
    expect(again.status(), path).toBe(304);
    expect((await again.body()).length, path).toBe(0);
    expect(again.headers().etag, path).toBe(tag);
    const other = await page.request.get(path, { headers: { "if-none-match": '"something-else"' } });
    expect(other.status(), path).toBe(200);
    expect((await other.body()).equals(await first.body()), path).toBe(true);
  }
});
