// 14.10.7: the calendar in a page of another site, in a frame copied from the portal.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

test("14.10.7 the line that the calendar offers shows it elsewhere, without script or cookie, and its links leave the frame", async ({
  page,
  language,
  scripts,
  baseURL,
  context,
}) => {
  await open(page, `/${language}/events?view=month&network=diaspora`, scripts);
  await page.locator(".snippets summary").click();
  const line = await page.locator("#snippet-events").inputValue();
  // Another name of the same machine is another site.
  const site = createServer((_, response) => response.setHeader("content-type", "text/html").end(`<!DOCTYPE html><title>Elsewhere</title>${line}`));
  await new Promise<void>((ready) => site.listen(0, "localhost", ready));
  await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("html")).toHaveAttribute("lang", language);
  await expect(frame.locator("script")).toHaveCount(0);
  await frame.locator(".item-title a").first().click();
  await expect(page).toHaveURL(new RegExp(`^${baseURL}/${language}/events/`));
  site.close();
  expect(await context.cookies()).toEqual([]);
  // As narrow as a frame may be, in each of its themes.
  await page.setViewportSize({ width: 320, height: 640 });
  for (const shown of ["calendar?theme=dark", "calendar?theme=light", "events?theme=dark", "events?theme=light"]) {
    await page.goto(`/${language}/embed/${shown}`);
    expect(await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth), shown).toBe(0);
    if (scripts) expect(await seriousFaults(page), shown).toEqual([]);
  }
});
