// Documents of an event on a phone. 14.3.10.
import { eventWithDocuments, opensByRule } from "../support/files.ts";
import { logIn, newMember } from "../support/members.ts";
import { expect, test } from "../support/portal.ts";

test("14.3.10 on a phone a document opens for whom its rule names", async ({ page, browser, language }, info) => {
  const name = `Lou ${info.project.name}`;
  const event = await eventWithDocuments(browser, language, name, ["everybody", "members", "registered"]);
  await opensByRule(page, language, true, event, () => logIn(page, language, newMember(`${name} member`, language), true));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBe(0);
});
