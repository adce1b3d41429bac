// Lists as HTML has them: read over HTTP, whole, page after page.
import type { Page } from "@playwright/test";

const plain = (attribute: string) => attribute.replaceAll("&amp;", "&");

/** The number that a list says of itself. */
export async function countOf(page: Page, path: string): Promise<number> {
  const html = await (await page.request.get(path)).text();
  const count = /class="count"[^>]*>(\d+) /.exec(html)?.[1];
  if (count === undefined) throw new Error(`${path} is no list`);
  return Number(count);
}

/** The addresses of all rows of a list, through all of its pages. */
export async function rowsOf(page: Page, path: string): Promise<string[]> {
  const rows: string[] = [];
  for (let next: string | undefined = path; next; ) {
    const html = await (await page.request.get(next)).text();
    rows.push(...[...html.matchAll(/class="item-title"><a href="([^"]+)"/g)].map((match) => plain(match[1])));
    const forward: string | undefined = /<a rel="next" href="([^"]+)">(?:Next|Siguiente)</.exec(html)?.[1];
    next = forward && plain(forward);
  }
  return rows;
}
