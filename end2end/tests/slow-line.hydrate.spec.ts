// 14.10.10: a visitor on a slow line reads before the scripts are there.
import { expect, test } from "../support/portal.ts";

for (const path of ["networks/migrant-smuggling", "events/online-briefing-on-citing-migration-figures", "repository"]) {
  test(`14.10.10 over 400 kbit/s with 400 ms to each answer, /${path} is read within five seconds and before its scripts are there`, async ({
    page,
    language,
  }) => {
    const line = await page.context().newCDPSession(page);
    await line.send("Network.enable");
    const throughput = 400_000 / 8;
    await line.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 400,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
    const began = Date.now();
    await page.goto(`/${language}/${path}`, { waitUntil: "commit" });
    await expect(page.locator("h1")).toBeVisible({ timeout: 5000 });
    const painted = await page.evaluate(
      () =>
        new Promise<number>((tell) => {
          const seen = new PerformanceObserver((list) => {
            for (const entry of list.getEntriesByName("first-contentful-paint")) tell(entry.startTime);
          });
          seen.observe({ type: "paint", buffered: true });
        }),
    );
    expect(Date.now() - began).toBeLessThan(5000);
    expect(painted).toBeLessThan(5000);
    // The module of every page is most of what scripts weigh.
    const main = await page.waitForFunction(
      () => performance.getEntriesByType("resource").find((entry) => /\/portal\.[^/]+\.wasm$/.test(entry.name))?.toJSON() as PerformanceResourceTiming | undefined,
      undefined,
      { timeout: 30_000 },
    );
    expect(painted).toBeLessThan((await main.jsonValue())!.responseEnd);
  });
}
