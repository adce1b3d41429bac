// 14.7.5: what is drawn stays where it is while pictures, styles and scripts arrive.
import { expect, hydrated, test } from "../support/portal.ts";

const paths = [
  "",
  "/networks/migrant-smuggling",
  "/blog/shortages-of-health-workers",
  "/media/pictures-of-the-ten-networks",
  "/media",
  "/countries",
  "/data/remittances-as-a-share-of-gdp",
];

for (const width of [1280, 360]) {
  test(`14.7.5 nothing moves under the reader, on a screen of ${width}`, async ({ page, language }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of paths) {
      await page.goto(`/${language}${path}`);
      await hydrated(page);
      // Down to the end by screens, so that what is lazy comes as well.
      const moved = await page.evaluate(async () => {
        for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
          scrollTo({ top, behavior: "instant" });
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        }
        await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
        return new Promise<number>((tell) => {
          const seen = new PerformanceObserver((list) => {
            const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
            tell(shifts.reduce((sum, shift) => sum + shift.value, 0));
          });
          seen.observe({ type: "layout-shift", buffered: true });
          // A page on which nothing moves has nothing to tell.
          setTimeout(() => tell(0), 200);
        });
      });
      expect(moved, path).toBeLessThan(0.1);
    }
  });
}
