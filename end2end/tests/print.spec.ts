// 14.10.9: what a network, an event, its programme, a publication and the calendar are on paper.
import { expect, open, test } from "../support/portal.ts";

const pages = [
  "/networks/migrant-smuggling",
  "/events/online-briefing-on-citing-migration-figures",
  "/repository/global-study-on-smuggling-of-migrants",
  "/events?view=month&date=2019-09-05",
  "/blog/shortages-of-health-workers",
];

test("14.10.9 on paper nothing is to be clicked, links tell their addresses, and nothing is cut", async ({ page, language, scripts }) => {
  for (const path of pages) {
    await open(page, `/${language}${path}`, scripts);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const gone of [".site-header", ".skip", ".breadcrumb", "main button:not(.figure-ref)", "main form", "main select"]) {
      for (const element of await page.locator(gone).all()) await expect(element, `${path} ${gone}`).toBeHidden();
    }
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    const links = page.locator("main .prose a[href^='http'], main .facts a[href^='http']");
    for (const link of await links.all()) {
      const shown = await link.evaluate((element) => getComputedStyle(element, "::after").content);
      expect(shown, path).toContain(await link.getAttribute("href"));
    }
    await page.setViewportSize({ width: 680, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(680);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ media: "screen", colorScheme: "light" });
  }
});
