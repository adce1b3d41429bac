import type { Page } from "@playwright/test";
import { busy, kinds } from "../support/kinds.ts";
import { expect, open, test } from "../support/portal.ts";

const controls = [
  ["/networks/migrant-smuggling", "#site-search"],
  ["/networks/migrant-smuggling", ".site-search button"],
  ["/networks/migrant-smuggling", ".site-links a >> nth=0"],
  ["/networks/migrant-smuggling", "#menu summary >> nth=1"],
  ["/networks/migrant-smuggling", ".side-by-side a"],
  ["/networks/migrant-smuggling", ".specialist a"],
  ["/events?view=month&date=2019-09-05", "#network"],
  ["/events?view=month&date=2019-09-05", "#date"],
  ["/events?view=month&date=2019-09-05", ".filters button"],
  ["/events?view=month&date=2019-09-05", "[data-day='2019-09-01']"],
  ["/events?view=month&date=2019-09-05", ".segment >> nth=0"],
  ["/events?view=month&date=2019-09-05", ".item .chip >> nth=0"],
  ["/search?q=migrant", "#q"],
  ["/search?q=migrant", ".facets a >> nth=0"],
  ["/networks/migrant-smuggling", ".figure-ref >> nth=0"],
  ["/repository/nurse-labor-and-education-markets-caricom", ".copy button >> nth=0"],
];
const inFooter = [
  ["/networks", ".site-footer nav a >> nth=0"],
  ["/networks", ".light-switch button"],
];

/** Edges of controls, parts of charts and marks of the map: what one has to see in order to use them. */
const drawn = [
  ["/networks/migrant-smuggling", "#site-search"],
  ["/networks/migrant-smuggling", ".site-search button"],
  ["/networks/migrant-smuggling", ".side-by-side a"],
  ["/events?view=month&date=2019-09-05", "#network"],
  ["/events?view=month&date=2019-09-05", "#date"],
  ["/events?view=month&date=2019-09-05", ".filters button"],
  ["/events?view=month&date=2019-09-05", ".segment >> nth=0"],
  ["/login", "#email"],
  ["/login", "main form button[type=submit] >> nth=0"],
  ["/data/remittances-as-a-share-of-gdp", ".chart-bar >> nth=0"],
  ["/data/migrants-from-within-the-region", ".chart-line >> nth=0"],
  ["/countries", ".place-founding .place-sign >> nth=0"],
  ["/countries", "a.place:not(.place-founding) .place-sign >> nth=0"],
];

/** What an element is drawn with, and the ground that it lies on, as red, green, blue and opacity of 0 to 255. */
const looks = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
    const colour = (written: string) => {
      if (!context) throw new Error("no canvas");
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = written;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data];
    };
    const style = getComputedStyle(element);
    const edge = parseFloat(style.borderTopWidth) > 0 ? style.borderTopColor : "transparent";
    const paints = element instanceof SVGElement ? [style.stroke === "none" ? style.fill : style.stroke] : [edge, style.backgroundColor];
    // An outline is set off, so it lies on what is behind the element, as an edge does.
    let behind = element.parentElement;
    while (behind && getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
    return {
      outline: { style: style.outlineStyle, width: parseFloat(style.outlineWidth), colour: colour(style.outlineColor) },
      paints: paints.map(colour),
      ground: colour(getComputedStyle(behind ?? document.documentElement).backgroundColor),
    };
  });

/** How one colour stands out from another, as WCAG counts it. */
function contrast(one: number[], other: number[]): number {
  const luminance = (colour: number[]) => {
    const [r, g, b] = colour.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

for (const scheme of ["light", "dark"] as const) {
  for (const [name, selectors] of Object.entries({ "every kind of control": controls, "the controls of the footer": inFooter })) {
    test(`14.10.2 the focus is visible on ${name}, ${scheme}`, async ({ page, language, scripts }) => {
      await page.emulateMedia({ colorScheme: scheme });
      let at = "";
      for (const [path, selector] of selectors) {
        if (path !== at) await open(page, `/${language}${path}`, scripts);
        at = path;
        // Only scripts can copy.
        if (!scripts && selector.includes(".copy")) continue;
        // The browser shows the focus where the keyboard is in use.
        await page.keyboard.press("Tab");
        await page.locator(selector).focus();
        const { outline, ground } = await looks(page, selector);
        expect(outline.style, selector).not.toBe("none");
        expect(outline.width, selector).toBeGreaterThanOrEqual(2);
        expect(contrast(outline.colour, ground), `contrast of ${selector}`).toBeGreaterThanOrEqual(3);
      }
    });
  }

  test(`14.10.2 on the map the mark that has the focus shows it, ${scheme}`, async ({ page, language, scripts }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, `/${language}/countries`, scripts);
    await page.keyboard.press("Tab");
    for (const place of ["a.place-founding >> nth=0", "a.place:not(.place-founding) >> nth=0"]) {
      const sign = page.locator(place).locator(".place-sign");
      const before = await sign.evaluate((sign) => getComputedStyle(sign).stroke);
      await page.locator(place).focus();
      await expect(sign).not.toHaveCSS("stroke", before);
      await expect(sign).toHaveCSS("stroke-width", "5px");
      const { paints, ground } = await looks(page, `${place} >> .place-sign`);
      expect(contrast(paints[0], ground), place).toBeGreaterThanOrEqual(3);
    }
  });

  test(`14.10.2 edges of controls, bars, lines and marks stand out from their ground by three to one, ${scheme}`, async ({
    page,
    language,
    scripts,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    let at = "";
    for (const [path, selector] of drawn) {
      if (path !== at) await open(page, `/${language}${path}`, scripts);
      at = path;
      const { paints, ground } = await looks(page, selector);
      const seen = paints.filter((paint) => paint[3] > 200).map((paint) => contrast(paint, ground));
      expect(Math.max(...seen), `${path} ${selector}`).toBeGreaterThanOrEqual(3);
    }
  });
}

/** The longest animation or transition of anything on the page, in seconds. */
const longestMotion = (page: Page) =>
  page.evaluate(() => {
    // The bar of a page on its way is the one thing that moves.
    document.querySelector(".progress")?.classList.add("progress-on");
    const seconds = (list: string) => list.split(",").map((one) => parseFloat(one) * (one.trim().endsWith("ms") ? 0.001 : 1));
    let longest = 0;
    for (const element of document.querySelectorAll("*")) {
      for (const pseudo of [null, "::before", "::after", "::backdrop"]) {
        const style = getComputedStyle(element, pseudo);
        longest = Math.max(longest, ...seconds(style.animationDuration), ...seconds(style.transitionDuration));
      }
    }
    return longest;
  });

test("14.10.2 who asks for less motion gets none", async ({ page, language, scripts }) => {
  for (const path of ["", "/networks/diaspora", "/events?view=month&date=2019-09-05", "/search?q=x"]) {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, `/${language}${path}`, scripts);
    expect(await longestMotion(page), path).toBeLessThanOrEqual(0.01);
  }
  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect(await longestMotion(page)).toBeGreaterThan(0.01);
});

/** What is smaller than 24 by 24 CSS px. Links in running text and titles are exempt: axe looks at the room around them. */
const small = (page: Page, targets: string) =>
  page.locator(targets).evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility() && getComputedStyle(element).pointerEvents !== "none")
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        // The box of a drawn shape ends in the middle of its edge, and the edge is hit as well.
        const edge = element instanceof SVGGraphicsElement ? parseFloat(getComputedStyle(element).strokeWidth) * (element.getScreenCTM()?.a ?? 0) : 0;
        return { name: element.outerHTML.slice(0, 120), width: width + edge, height: height + edge };
      })
      .filter(({ width, height }) => width > 0 && (width < 23.99 || height < 23.99))
      .map(({ name, width, height }) => `${width.toFixed(1)} x ${height.toFixed(1)}: ${name}`),
  );

const targets = {
  controls:
    "button, input:not([type=hidden]), select, summary, #menu a, .site-links a, .brand, .pager a, .views a, .periods a, " +
    ".day-number, .chip, .breadcrumb a, .more a, .filters a, .participants a, .button, .list-files a, .data-files a, " +
    ".citation-files a, .gallery-links a, .ways-on a",
  "bars of the month": ".segment",
  "links of the footer": ".site-footer li a",
  "signs of the map": ".map .place-sign",
};
const where: Record<string, string[]> = { controls: [...kinds, ...busy], "signs of the map": ["/countries"] };

for (const width of [1280, 320]) {
  for (const [name, selector] of Object.entries(targets)) {
    test(`14.10.2 ${name} are 24 by 24 pixels or more, on a screen of ${width}`, async ({ page, language, scripts }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height: 800 });
      const faults = new Set<string>();
      let measured = 0;
      for (const path of where[name] ?? busy) {
        await open(page, `/${language}${path}`, scripts);
        measured += await page.locator(selector).count();
        await page.locator("#menu summary").last().evaluate((summary) => summary.closest("details")?.setAttribute("open", ""));
        for (const fault of await small(page, selector)) faults.add(fault);
      }
      expect([...faults]).toEqual([]);
      expect(measured).toBeGreaterThan(0);
    });
  }
}
