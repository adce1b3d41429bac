// 14.10.5 Every Atom feed, read as readers of feeds read it, by a parser of somebody else's, and compared with the read API.
import type { APIRequestContext } from "@playwright/test";
import { parseAtomFeed } from "feedsmith";
import { expect, test } from "../support/portal.ts";

/** What is listed of each kind, and how many entries of it the content has at least. */
const lists = [
  ["blog", "post", 10],
  ["news", "news", 10],
  ["repository", "publication", 20],
  ["events", "event", 10],
  ["media", "media", 3],
  ["e-campus", "course", 8],
  ["data", "dataset", 6],
] as const;

interface Item {
  uid: string;
  slug: string;
  title: string;
}

/** Every entry of a kind by its identifier, as the read API tells it: in this language where it is, else in the other one. */
async function all(request: APIRequestContext, kind: string, language: string): Promise<Map<string, Item>> {
  const known = new Map<string, Item>();
  for (const narrowed of ["", `&language=${language}`]) {
    for (let page = 1, items: Item[] = []; page === 1 || items.length; page++) {
      const answer = await request.get(`/api/v1/entries?kind=${kind}&per_page=100&page=${page}${narrowed}`);
      expect(answer.status(), kind).toBe(200);
      items = ((await answer.json()) as { items: Item[] }).items;
      for (const item of items) known.set(item.uid, item);
    }
  }
  return known;
}

for (const [name, kind, least] of lists) {
  test(`14.10.5 a reader of feeds reads ${name} in both languages, with the titles and addresses of its entries`, async ({
    request,
    baseURL,
  }) => {
    for (const language of ["en", "es"]) {
      const path = `/${language}/${name}.atom`;
      const answer = await request.get(path);
      expect(answer.headers()["content-type"], path).toBe("application/atom+xml; charset=utf-8");
      const feed = parseAtomFeed(await answer.text());
      const link = (links: { href?: string; rel?: string }[] | undefined, rel: string) => links?.find((its) => its.rel === rel)?.href;
      expect([feed.id, link(feed.links, "self"), feed.xml?.lang]).toEqual([`${baseURL}${path}`, `${baseURL}${path}`, language]);
      expect(link(feed.links, "alternate")).toBe(`${baseURL}/${language}/${name}`);
      expect([feed.title?.value, feed.authors?.[0]?.name].every((text) => text)).toBe(true);
      expect(Date.parse(feed.updated ?? ""), path).not.toBeNaN();
      // A work that another test publishes and withdraws may be gone by the next request.
      const entries = (feed.entries ?? []).filter((entry) => !link(entry.links, "alternate")?.includes("/withdrawn-"));
      expect(entries.length, path).toBeGreaterThanOrEqual(least);
      const known = await all(request, kind, language);
      for (const entry of entries) {
        const item = known.get((entry.id ?? "").split("/").pop() ?? "");
        expect(entry.id, path).toMatch(new RegExp(`^tag:[^/]+:${language}/`));
        expect(Date.parse(entry.updated ?? ""), path).not.toBeNaN();
        expect(entry.title?.value, path).toBe(item?.title);
        expect(link(entry.links, "alternate")).toBe(`${baseURL}/${language}/${name}/${item?.slug}`);
      }
    }
  });
}
