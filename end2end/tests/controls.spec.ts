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
];
const inFooter = [
  ["/networks", ".site-footer nav a >> nth=0"],
  ["/networks", ".light-switch button"],
];

/** Outline of the focused element: its style, its width, and its contrast with what lies behind it. */
const outline = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
    const luminance = (colour: string) => {
      if (!context) throw new Error("no canvas");
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data]
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const style = getComputedStyle(element);
    // The outline is set off, so it lies on what is behind the element.
    let behind = element.parentElement;
    while (behind && getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
    const ground = luminance(getComputedStyle(behind ?? document.documentElement).backgroundColor);
    const [dark, light] = [luminance(style.outlineColor), ground].sort((a, b) => a - b);
    return { style: style.outlineStyle, width: parseFloat(style.outlineWidth), contrast: (light + 0.05) / (dark + 0.05) };
  });

for (const scheme of ["light", "dark"] as const) {
  for (const [name, selectors] of Object.entries({ "every kind of control": controls, "the controls of the footer": inFooter })) {
    test(`14.10.2 the focus is visible on ${name}, ${scheme}`, async ({ page, language, scripts }) => {
      await page.emulateMedia({ colorScheme: scheme });
      let at = "";
      for (const [path, selector] of selectors) {
        if (path !== at) await open(page, `/${language}${path}`, scripts);
        at = path;
        // The browser shows the focus where the keyboard is in use.
        await page.keyboard.press("Tab");
        await page.locator(selector).focus();
        const seen = await outline(page, selector);
        expect(seen.style, selector).not.toBe("none");
        expect(seen.width, selector).toBeGreaterThanOrEqual(2);
        expect(seen.contrast, `contrast of ${selector}`).toBeGreaterThanOrEqual(3);
      }
    });
  }
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
      .map((element) => ({ name: element.outerHTML.slice(0, 120), box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 23.99 || box.height < 23.99))
      .map(({ name, box }) => `${box.width.toFixed(1)} x ${box.height.toFixed(1)}: ${name}`),
  );

const targets = {
  controls:
    "button, input:not([type=hidden]), select, summary, #menu a, .site-links a, .brand, .pager a, .views a, .periods a, " +
    ".day-number, .chip, .breadcrumb a, .more a, .filters a, .participants a, .button",
  "bars of the month": ".segment",
  "links of the footer": ".site-footer li a",
};

for (const width of [1280, 360]) {
  for (const [name, selector] of Object.entries(targets)) {
    test(`14.10.2 ${name} are 24 by 24 pixels or more, on a screen of ${width}`, async ({ page, language, scripts }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height: 800 });
      const faults = new Set<string>();
      for (const path of name === "controls" ? [...kinds, ...busy] : busy) {
        await open(page, `/${language}${path}`, scripts);
        await page.locator("#menu summary").last().evaluate((summary) => summary.closest("details")?.setAttribute("open", ""));
        for (const fault of await small(page, selector)) faults.add(fault);
      }
      expect([...faults]).toEqual([]);
    });
  }
}
