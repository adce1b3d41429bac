// 14.6.3 The citations of every publication, read by programs of somebody else's (Citation.js, citeproc).
import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "../support/portal.ts";

interface Item {
  id: string;
  type: string;
  title: string;
  author?: { family?: string; given?: string; literal?: string }[];
  issued: { "date-parts": number[][] };
  publisher?: string;
  URL: string;
}

/** Signs that keep the capitals of a title are no part of it. */
const plain = (text = "") => text.replace(/<\/?span[^>]*>/g, "");
const names = (item: Item) => (item.author ?? []).map((name) => plain(name.literal ?? [name.family, name.given].filter(Boolean).join(", ")));

async function read(request: APIRequestContext, address: string, format: string): Promise<Item> {
  const answer = await request.get(address);
  expect(answer.status(), address).toBe(200);
  const content = format.startsWith("@csl") ? await answer.json() : await answer.text();
  const items = new Cite(content, { forceType: format }).data as Item[];
  expect(items, address).toHaveLength(1);
  return items[0];
}

async function publications(request: APIRequestContext): Promise<string[]> {
  const map = await (await request.get("/sitemap.xml")).text();
  const slugs = [...map.matchAll(/\/en\/repository\/([a-z0-9-]+)<\/loc>/g)].map((match) => match[1]);
  // The journey of withdrawn works publishes one for a moment.
  return slugs.filter((slug) => !slug.startsWith("withdrawn-"));
}

for (const language of ["en", "es"]) {
  test(`14.6.3 BibTeX, RIS and CSL-JSON of every publication say the same work (${language})`, async ({ request }) => {
    const slugs = await publications(request);
    expect(slugs.length).toBeGreaterThanOrEqual(20);
    for (const slug of slugs) {
      const address = `/${language}/repository/${slug}`;
      const csl = await read(request, `${address}.csl.json`, "@csl/list+object");
      const bib = await read(request, `${address}.bib`, "@bibtex/text");
      const ris = await read(request, `${address}.ris`, "@ris/file");
      const page = await (await request.get(address)).text();
      expect(page, slug).toContain(csl.title.replaceAll("&", "&amp;"));
      for (const other of [bib, ris]) {
        expect(plain(other.title), slug).toBe(csl.title);
        expect(names(other), slug).toEqual(names(csl));
        expect(plain(other.publisher), slug).toBe(csl.publisher ?? "");
        expect(other.issued["date-parts"][0][0], slug).toBe(csl.issued["date-parts"][0][0]);
        expect(other.URL, slug).toBe(csl.URL);
      }
      expect(bib.id).toBe(slug);
      expect(csl.type, slug).toBe(slug.startsWith("ley-") ? "legislation" : "report");
    }
  });
}

test("14.6.3 the citation in APA is the one that citeproc makes of the CSL file", async ({ request }) => {
  expect(plugins.output.has("bibliography")).toBe(true);
  for (const slug of (await publications(request)).filter((slug) => !slug.startsWith("ley-"))) {
    const [item] = (await (await request.get(`/en/repository/${slug}.csl.json`)).json()) as Item[];
    // APA does not name the author as the publisher again; CSL cannot say that.
    if (names(item).join("; ") === item.publisher) delete item.publisher;
    const theirs = new Cite([item]).format("bibliography", { template: "apa", lang: "en-US", format: "text" }) as string;
    const page = await (await request.get(`/en/repository/${slug}`)).text();
    const ours = /id="cite-apa"[^>]*>(.*?)<\/p>/s.exec(page)?.[1] ?? "";
    const words = (citation: string) => citation.replace(/<[^>]*>/g, "").replaceAll("&amp;", "&").replace(/\s+/g, " ").trim();
    expect(words(ours), slug).toBe(words(theirs));
  }
});
