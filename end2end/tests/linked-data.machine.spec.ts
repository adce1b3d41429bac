// 14.10.4: what pages say of themselves to machines, read by a JSON-LD processor and held against the vocabulary of schema.org.
import { readFileSync } from "node:fs";
import jsonld from "jsonld";
import { expect, test } from "../support/portal.ts";

// What the server says is read; nothing has to run.
test.use({ javaScriptEnabled: false });

const vocabulary = readFileSync(new URL("../node_modules/schema-dts/dist/schema.d.ts", import.meta.url), "utf8");
// What an action takes in is named after the property of its object: "query-input".
const knows = (property: string) => vocabulary.includes(`"${property.replace(/-input$/, "")}"?:`);
const isType = (type: string) => vocabulary.includes(`"@type": "${type}"`);

/** The context of schema.org, without asking schema.org. */
const documentLoader = async (url: string) => {
  expect(url).toMatch(/^https:\/\/schema\.org\/?$/);
  return { contextUrl: undefined, documentUrl: url, document: { "@context": { "@vocab": "https://schema.org/" } } };
};

/** Every node of an expanded document, with the nodes inside it. */
function* nodes(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const each of value) yield* nodes(each);
  else if (value && typeof value === "object" && !("@value" in value)) {
    yield value as Record<string, unknown>;
    yield* nodes(Object.values(value));
  }
}

const pages: [string, string[]][] = [
  ["", ["WebSite"]],
  ["/networks/diaspora", ["BreadcrumbList"]],
  ["/events/towards-a-caribbean-migration-conference", ["BreadcrumbList", "Event"]],
  ["/events/online-briefing-on-citing-migration-figures", ["BreadcrumbList", "Event"]],
  ["/blog/shortages-of-health-workers", ["BreadcrumbList", "BlogPosting"]],
  ["/news/assessment-of-migration-governance-in-curacao", ["BreadcrumbList", "NewsArticle"]],
  ["/e-campus/essentials-of-migration-management", ["BreadcrumbList", "Course"]],
  ["/media/pictures-of-the-ten-networks", ["BreadcrumbList", "ImageGallery"]],
  ["/media/dangers-of-crossing-by-sea-from-haiti", ["BreadcrumbList", "VideoObject"]],
  ["/repository/migration-governance-in-the-caribbean", ["BreadcrumbList", "Report"]],
  ["/repository/ley-137-03-trafico-ilicito-de-migrantes-y-trata-de-personas", ["BreadcrumbList", "Legislation"]],
  ["/data/remittances-received", ["BreadcrumbList", "Dataset"]],
];

/** The same pages in both languages. */
const inBoth = pages.flatMap(([path, types]) => ["/en", "/es"].map((language) => [`${language}${path}`, types] as const));

/** The descriptions that stand in a page. */
const described = (html: string) =>
  [...html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)].map((match) => JSON.parse(match[1]));

test("14.10.4 what pages say of themselves is JSON-LD in the words of schema.org", async ({ page, baseURL }) => {
  for (const [path, expected] of inBoth) {
    const found = described(await (await page.request.get(path)).text());
    expect(found.map((one) => one["@type"]).sort(), path).toEqual([...expected].sort());
    for (const one of found) {
      const expanded = await jsonld.expand(one, { documentLoader, safe: true });
      expect(expanded, path).toHaveLength(1);
      for (const node of nodes(expanded)) {
        for (const type of (node["@type"] ?? []) as string[]) {
          expect(isType(type.replace("https://schema.org/", "")), `${path}: ${type}`).toBe(true);
        }
        for (const property of Object.keys(node).filter((key) => !key.startsWith("@"))) {
          expect(knows(property.replace("https://schema.org/", "")), `${path}: ${property}`).toBe(true);
        }
        const id = node["@id"];
        if (typeof id === "string") expect(id, path).toMatch(new RegExp(`^${baseURL}/`));
      }
    }
  }
});

test("14.10.4 a breadcrumb for machines is the breadcrumb of the page", async ({ page, baseURL }) => {
  for (const [path] of inBoth.filter(([, types]) => types.includes("BreadcrumbList"))) {
    const html = await (await page.goto(path))!.text();
    const seen = await page.locator(".breadcrumb li").evaluateAll((steps) =>
      steps.map((step) => ({ name: step.textContent?.trim(), path: step.querySelector("a")?.getAttribute("href") ?? location.pathname })),
    );
    expect(seen.length, path).toBeGreaterThan(2);
    const told = described(html).find((one) => one["@type"] === "BreadcrumbList");
    const steps = told.itemListElement as { position: number; name: string; item: string }[];
    expect(steps.map((step) => step.position), path).toEqual(seen.map((_, place) => place + 1));
    expect(steps.map((step) => ({ name: step.name, path: step.item })), path).toEqual(
      seen.map((step) => ({ name: step.name, path: `${baseURL}${step.path}` })),
    );
  }
});
