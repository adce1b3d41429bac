// 14.10.9: what a network, an event, its programme, a publication and the calendar are on paper.
import { eventWithProgramme, reportWithDocuments } from "../support/files.ts";
import { expect, open, test } from "../support/portal.ts";

/** What is there to be clicked. */
const clicked = [
  ".site-header", ".site-footer nav", ".skip", ".breadcrumb", ".pager", ".fold", ".snippets", ".list-files", ".preview",
  "main button:not(.figure-ref)", "main form", "main select",
];

/** Each page, and which of its links tell their addresses: to sources, to documents, to other pages. */
const pages: Record<string, string[]> = {
  "/networks/migration-and-health": ["main .figure-source a", "main .prose a", "main .items .item-title a"],
  "/events/online-briefing-on-citing-migration-figures": [],
  "/events?view=list&when=all&mode=in-person": ["main .items .item-title a"],
  "/repository/global-study-on-smuggling-of-migrants": ["main .items .item-title a"],
  "/e-campus/essentials-of-migration-management": ["main p a[href^=http]"],
  "/events?view=month&date=2019-09-05": ["main .items .item-title a"],
  "/blog/shortages-of-health-workers": ["main .facts a", "main .items .item-title a"],
};

test("14.10.9 on paper nothing is to be clicked, links tell their addresses, and nothing is cut", async ({
  page,
  language,
  scripts,
  baseURL,
  browser,
}, info) => {
  test.setTimeout(120_000);
  const event = await eventWithProgramme(browser, language, `Meeting on paper ${info.project.name}`);
  const work = await reportWithDocuments(browser, language, `Report on paper ${info.project.name}`, ["everybody"]);
  const made = {
    [event]: ["main .prose a", "main .programme-documents .document-title", "main .documents .document-title"],
    [work]: ["main .documents .document-title"],
  };
  const all = { ...made, ...Object.fromEntries(Object.entries(pages).map(([path, told]) => [`/${language}${path}`, told])) };
  const seen = new Set<string>();
  for (const [path, told] of Object.entries(all)) {
    await open(page, path, scripts);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const gone of clicked) {
      for (const element of await page.locator(gone).all()) await expect(element, `${path} ${gone}`).toBeHidden();
      if (await page.locator(gone).count()) seen.add(gone);
    }
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    for (const selector of told) {
      const links = page.locator(selector).filter({ visible: true });
      expect(await links.count(), `${path} ${selector}`).toBeGreaterThan(0);
      for (const link of await links.all()) {
        const shown = await link.evaluate((element) => getComputedStyle(element, "::after").content.replaceAll('" "', ""));
        expect(shown, path).toContain(`(${new URL((await link.getAttribute("href")) ?? "", baseURL).href.replace(/\/$/, "")}`);
      }
    }
    // The page's own address stands at its foot.
    const foot = page.locator(".site-footer > .print-only");
    await expect(foot).toBeVisible();
    expect(await foot.evaluate((element) => `${element.textContent}${getComputedStyle(element, "::after").content.slice(1, -1)}`.trim())).toBe(
      `${baseURL}${path}`,
    );
    await page.setViewportSize({ width: 680, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(680);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ media: "screen", colorScheme: "light" });
  }
  expect([...seen].sort()).toEqual([...clicked].sort());
});

test("14.10.9 on paper a network has numbered pages, and an event its programme", async ({ page, language, scripts }) => {
  await open(page, `/${language}/networks/migrant-smuggling`, scripts);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(2);
  // How each page says which it is of how many: a browser that cannot number pages keeps no such rule.
  const rules = await page.evaluate(() => {
    const texts = (rules: CSSRuleList): string[] =>
      [...rules].flatMap((rule) => [rule.cssText, ...("cssRules" in rule ? texts(rule.cssRules as CSSRuleList) : [])]);
    return [...document.styleSheets].flatMap((sheet) => texts(sheet.cssRules)).filter((text) => text.startsWith("@page"));
  });
  expect(rules.join()).toMatch(/counter\(page\) " \/ " counter\(pages\)/);
  await open(page, `/${language}/events/dialogue-on-the-integration-of-displaced-people`, scripts);
  await page.emulateMedia({ media: "print" });
  const sessions = page.locator(".programme-session");
  expect(await sessions.count()).toBeGreaterThan(1);
  for (const session of await sessions.all()) await expect(session).toBeVisible();
  await page.emulateMedia({ media: "screen" });
});
