// The letters that the portal has written: files in its data folder, read by a parser of somebody else's.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import PostalMime, { type Email } from "postal-mime";

const folder = join(import.meta.dirname, "../results/data/mail");

/** The latest letter to an address whose subject matches, once it is there. */
export async function letterTo(address: string, subject: RegExp): Promise<Email> {
  let found: Email | undefined;
  await expect
    .poll(async () => {
      const names = (() => {
        try {
          return readdirSync(folder).sort().reverse();
        } catch {
          return [];
        }
      })();
      for (const name of names) {
        const letter = await PostalMime.parse(readFileSync(join(folder, name)));
        if (letter.to?.[0]?.address === address && subject.test(letter.subject ?? "")) {
          found = letter;
          return true;
        }
      }
      return false;
    })
    .toBe(true);
  if (!found) throw new Error("no letter");
  return found;
}

/** The path that a letter leads to; text and HTML lead to the same. */
export function linkOf(letter: Email): string {
  const [link] = /https?:\/\/\S+/.exec(letter.text ?? "") ?? [""];
  expect(letter.html).toContain(link.replaceAll("&", "&amp;"));
  const url = new URL(link);
  return url.pathname + url.search;
}
