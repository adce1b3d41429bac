// No page has a fault that weighs serious or critical: 14.10.1. The checker runs in the page, so it needs scripts.
import { asStaff, desk, deskPages } from "../support/desk.ts";
import { kinds } from "../support/kinds.ts";
import { expect, hydrated, open, seriousFaults, test } from "../support/portal.ts";

for (const scheme of ["light", "dark"] as const) {
  test(`14.10.1 axe finds nothing serious on any kind of page, ${scheme}`, async ({ page, language }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme: scheme });
    const faults: string[] = [];
    for (const kind of kinds) {
      const response = await page.goto(`/${language}${kind}`);
      if (response?.ok()) await hydrated(page);
      faults.push(...(await seriousFaults(page)));
    }
    expect(faults).toEqual([]);
  });
}

test("14.10.1 axe finds nothing serious on the pages of accounts", async ({ page, language }, info) => {
  await asStaff(page, language, true, `Axel ${info.project.name}`, "admin");
  const faults: string[] = [];
  for (const path of ["login", "register", "password", "password?key=x", "register/confirm?key=x", "dashboard", "dashboard/profile", "dashboard/saved", "staff/people"]) {
    await open(page, `/${language}/${path}`, true);
    faults.push(...(await seriousFaults(page)));
  }
  expect(faults).toEqual([]);
});

test("14.10.1 no page of the desk has a serious fault, and what breaks a rule is named", async ({ page, language }, info) => {
  test.setTimeout(240_000);
  await asStaff(page, language, true, `Ivy ${info.project.name}`);
  for (const path of deskPages) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await open(page, `/${language}/staff${path}`, true);
      expect(await seriousFaults(page), path).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(sideways, path).toBe(false);
    }
  }
  await open(page, `/${language}/staff/new/events`, true);
  await page.getByRole("button", { name: desk[language].publish, exact: true }).click();
  await expect(page.getByRole("alert").getByRole("link")).not.toHaveCount(0);
  expect(await seriousFaults(page)).toEqual([]);
});
