// No page has a fault that weighs serious or critical, and every target is large enough or far enough from the next: 14.10.1,
// 14.10.2. The checker runs in the page, so it needs scripts. Each page is looked at twice: light on a desk, dark on a phone.
import type { Page } from "@playwright/test";
import { asStaff, desk, deskPages } from "../support/desk.ts";
import { reportWithDocuments } from "../support/files.ts";
import { busy, kinds } from "../support/kinds.ts";
import { expect, hydrated, open, seriousFaults, test } from "../support/portal.ts";

/** The faults of a page in both looks, with what is to be open there opened anew in each. */
async function faultsInBothLooks(page: Page, opened = async () => {}): Promise<string[]> {
  await opened();
  const light = await seriousFaults(page);
  const desk = page.viewportSize()!;
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 740 });
  await opened();
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

test("14.10.1 14.10.2 axe finds nothing serious on what is opened: the card of a number, suggested titles, the menu", async ({
  page,
  language,
  words,
}) => {
  test.setTimeout(120_000);
  await open(page, `/${language}/networks/migrant-smuggling`, true);
  const card = await faultsInBothLooks(page, async () => {
    await page.locator(".figure-ref").first().click();
    await expect(page.locator(".figure-card:popover-open")).toBeVisible();
  });
  await page.keyboard.press("Escape");
  const titles = await faultsInBothLooks(page, async () => {
    await page.locator("#site-search").fill("");
    await page.locator("#site-search").pressSequentially("diasp", { delay: 40 });
    await expect(page.getByRole("listbox")).toBeVisible();
  });
  await page.keyboard.press("Escape");
  const menu = await faultsInBothLooks(page, async () => {
    const button = page.getByRole("button", { name: words.menu, exact: true });
    if (await button.isVisible()) await button.click();
    const links = page.locator("#menu .submenu a[href*='/networks/']");
    if (!(await links.first().isVisible())) await page.locator("#menu summary", { hasText: words.networks }).click();
    await expect(links.first()).toBeVisible();
  });
  expect([...card, ...titles, ...menu]).toEqual([]);
});

test("14.10.1 14.10.2 axe finds nothing serious on a work with documents, and on what is left of it once it is taken away", async ({
  page,
  browser,
  language,
}, info) => {
  test.setTimeout(120_000);
  const work = await reportWithDocuments(browser, language, `Withdrawn ${info.project.name}`, ["everybody", "members"]);
  await open(page, work, true);
  const kept = await faultsInBothLooks(page);
  await asStaff(page, language, true, `Ada ${info.project.name}`);
  await open(page, work.replace(language, `${language}/staff/edit`), true);
  await page.getByRole("button", { name: desk[language].bin, exact: true }).click();
  await page.waitForURL(/binned=/);
  await page.context().clearCookies();
  expect((await page.goto(work))?.status()).toBe(410);
  expect([...kept, ...(await faultsInBothLooks(page))]).toEqual([]);
});

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
