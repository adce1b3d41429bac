import AxeBuilder from "@axe-core/playwright";
import { busy, kinds } from "../support/kinds.ts";
import { expect, open, test } from "../support/portal.ts";

for (const width of [1280, 360]) {
  test(`14.10.2 axe finds every target large enough or far enough from the next, on a screen of ${width}`, async ({
    page,
    language,
  }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 800 });
    const faults: string[] = [];
    for (const kind of [...kinds, ...busy]) {
      await open(page, `/${language}${kind}`, true);
      const { violations, passes } = await new AxeBuilder({ page }).withRules(["target-size", "color-contrast"]).analyze();
      expect(passes.map((rule) => rule.id), kind).toContain("target-size");
      faults.push(...violations.flatMap((rule) => rule.nodes.map((node) => `${kind} ${rule.id} ${node.target.join(" ")}`)));
    }
    expect(faults).toEqual([]);
  });
}
