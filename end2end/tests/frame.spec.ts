import { expect, open, test } from "../support/portal.ts";

test("14.1.4 the first Tab reveals the skip link, which moves the focus to the main part", async ({ page, language, words, scripts }) => {
  await open(page, `/${language}/networks`, scripts);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: words.skip });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});

test("14.1.5 the menu opens by keyboard and fits a narrow screen", async ({ page, language, words, scripts }) => {
  await open(page, `/${language}`, scripts);
  const group = page.locator("#menu summary", { hasText: words.networks });
  await group.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#menu .submenu a", { hasText: /Migra/ }).first()).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["", "/networks/migrant-smuggling", "/events?view=month", "/events?view=list", "/repository"]) {
    await open(page, `/${language}${path}`, scripts);
    expect(await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
  }
});

test("14.1.6 the breadcrumb matches the path and marks the page", async ({ page, language, scripts }) => {
  await open(page, `/${language}/networks/diaspora`, scripts);
  const crumbs = page.locator(".breadcrumb");
  await expect(crumbs.locator("a").nth(0)).toHaveAttribute("href", `/${language}`);
  await expect(crumbs.locator("a").nth(1)).toHaveAttribute("href", `/${language}/networks`);
  await expect(crumbs.locator("[aria-current=page]")).toHaveText((await page.locator("h1").textContent()) ?? "");
});

test("14.1.7 an unknown address is a page with search, in the language of the path", async ({ page, language, words, scripts }) => {
  const response = await open(page, `/${language}/nowhere/at-all`, scripts);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.notFound);
  await expect(page.locator("main input[name=q]")).toBeVisible();
});

test("14.1.7 the search on the page for an unknown address finds, in its language", async ({ page, language, words, scripts }) => {
  for (const path of ["nowhere", "networks/nowhere", "events/nowhere", "about/nowhere", "blog/nowhere/at-all"]) {
    const response = await page.request.get(`/${language}/${path}`);
    expect(response.status(), path).toBe(404);
    expect(await response.text(), path).toContain(`<html lang="${language}"`);
  }
  await open(page, `/${language}/networks/nowhere`, scripts);
  await page.locator("#fault-search").fill(language === "en" ? "remittances" : "remesas");
  await page.locator(".fault-search").getByRole("button", { name: words.search, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/${language}/search\\?q=rem`));
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  const hit = page.locator(".item-title a").first();
  const title = (await hit.textContent()) ?? "";
  await hit.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("14.1.8 the footer tells what this is, who supports it, and how to reach the office", async ({ page, language, scripts }) => {
  await open(page, `/${language}`, scripts);
  const footer = page.locator("footer.site-footer");
  await expect(footer).toContainText("Sabana Business Center");
  await expect(footer).toContainText("(506) 2212-5300");
  await expect(footer).toContainText("2026");
  // Every section: the ten kinds of page.
  await expect(footer.locator("nav li")).toHaveCount(10);
});

test("light mode is chosen in the footer and brings pages without a script", async ({ page, language, words }) => {
  await page.goto(`/${language}/events?view=list`);
  await page.getByRole("button", { name: words.lightOn }).click();
  await expect(page).toHaveURL(`/${language}/events?view=list`);
  await expect(page.locator("script")).toHaveCount(0);
  await expect(page.getByRole("button", { name: words.lightOff })).toBeVisible();
});

test("14.1.2 search works from the header", async ({ page, language, scripts }) => {
  await open(page, `/${language}`, scripts);
  await page.locator("#site-search").fill("trafico ilicito");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=trafico/);
  await expect(page.locator(".item").first()).toBeVisible();
});
