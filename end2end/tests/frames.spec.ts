// 14.10.7: the calendar in a page of another site, in a frame copied from the portal.
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
  const elsewhere = "http://localhost:9/";
  const body = `<!DOCTYPE html><title>Elsewhere</title>${line}`;
  await page.route(elsewhere, (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(elsewhere);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("html")).toHaveAttribute("lang", language);
  await expect(frame.locator("script")).toHaveCount(0);
  await frame.locator(".item-title a").first().click();
  await expect(page).toHaveURL(new RegExp(`^${baseURL}/${language}/events/`));
  expect(await context.cookies()).toEqual([]);
  await page.goto(`/${language}/embed/calendar?theme=dark`);
  expect(await seriousFaults(page)).toEqual([]);
});
