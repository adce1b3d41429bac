// No page has a fault that weighs serious or critical, and every target is large enough or far enough from the next: 14.10.1,
// 14.10.2. The checker runs in the page, so it needs scripts. Each page is looked at twice: light on a desk, dark on a phone.
import type { Page } from "@playwright/test";
import { asStaff, desk, deskPages } from "../support/desk.ts";
import { busy, kinds } from "../support/kinds.ts";
import { expect, hydrated, open, seriousFaults, test } from "../support/portal.ts";

async function faultsInBothLooks(page: Page): Promise<string[]> {
  const light = await seriousFaults(page);
  const desk = page.viewportSize()!;
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 740 });
  const dark = await seriousFaults(page);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(desk);
  return [...light, ...dark.map((fault) => `dark, on a phone: ${fault}`)];
}

for (const part of [0, 1, 2]) {
  test(`14.10.1 14.10.2 axe finds nothing serious on any kind of page, part ${part + 1} of 3`, async ({ page, language }) => {
    test.setTimeout(240_000);
    const faults: string[] = [];
    for (const kind of [...kinds, ...busy].filter((_, place) => place % 3 === part)) {
      const response = await page.goto(`/${language}${kind}`);
      if (response?.ok()) await hydrated(page);
      faults.push(...(await faultsInBothLooks(page)));
    }
    expect(faults).toEqual([]);
  });
}

test("14.10.1 14.10.2 axe finds nothing serious on the pages of accounts", async ({ page, language }, info) => {
  test.setTimeout(120_000);
  await asStaff(page, language, true, `Axel ${info.project.name}`, "admin");
  const faults: string[] = [];
  for (const path of ["login", "register", "password", "password?key=x", "register/confirm?key=x", "dashboard", "dashboard/profile", "dashboard/saved", "staff/people"]) {
    await open(page, `/${language}/${path}`, true);
    faults.push(...(await faultsInBothLooks(page)));
  }
  expect(faults).toEqual([]);
});

test("14.10.1 14.10.2 no page of the desk has a serious fault, and what breaks a rule is named", async ({ page, language }, info) => {
  test.setTimeout(240_000);
  await asStaff(page, language, true, `Ivy ${info.project.name}`);
  for (const path of deskPages) {
    await open(page, `/${language}/staff${path}`, true);
    expect(await faultsInBothLooks(page), path).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(sideways, path).toBe(false);
  }
  await open(page, `/${language}/staff/new/events`, true);
  await page.getByRole("button", { name: desk[language].publish, exact: true }).click();
  await expect(page.getByRole("alert").getByRole("link")).not.toHaveCount(0);
  expect(await seriousFaults(page)).toEqual([]);
});
