import { expect, open, test } from "../support/portal.ts";

test("14.1.3 a link changes the page without a load: focus, title and live region follow, Back restores the place", async ({
  page,
  language,
}) => {
  await open(page, `/${language}/repository`, true);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const link = page.locator(".item-title a").nth(5);
  const title = (await link.textContent()) ?? "";
  await link.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => window.scrollY);
  expect(place).toBeGreaterThan(0);
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`));
  await expect(page.locator("[role=status][aria-live=polite]").last()).toHaveText(title);
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  await page.goBack();
  await expect(page.locator(".item-title a").nth(5)).toHaveText(title);
  await expect.poll(() => page.evaluate(() => Math.abs(window.scrollY))).toBeGreaterThan(place - 40);
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
});

test("14.1.3 on the way to another page only that page asks, with its own parameters", async ({ page, language }) => {
  await open(page, `/${language}/networks/migrant-smuggling`, true);
  const asked: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname.startsWith("/fn/")) asked.push(url.search);
  });
  await page.locator('main a[href*="/events?"]').first().click();
  await expect(page.locator("h1")).toContainText({ en: "Events", es: "Eventos" }[language]);
  expect(asked.map((search) => /\[(\w+)\]/.exec(decodeURIComponent(search))?.[1])).toEqual(["Calendar"]);
  await page.goBack();
  await expect(page.locator("article.network h1")).toBeVisible();
  expect(asked).toHaveLength(2);
});

test("14.1.3 a link of a text to something that is no page is left to the browser", async ({ page, language }) => {
  for (const [href, type] of [
    ["/api/v1/networks", "application/json"],
    [`/${language}/embed/events`, "text/html"],
  ] as const) {
    await open(page, `/${language}/about/reuse`, true);
    const answer = page.waitForResponse((response) => new URL(response.url()).pathname === href);
    await page.locator(`.prose a[href="${href}"]`).click();
    expect((await answer).headers()["content-type"]).toContain(type);
    await expect(page).toHaveURL(new RegExp(`${href}$`));
    await expect(page.locator(".fault-search")).toHaveCount(0);
  }
});

test("14.3.2 arrows move by day, Page Down by month, and the new month is announced", async ({ page, language }) => {
  await open(page, `/${language}/events?view=month&date=2019-12-05`, true);
  await page.locator('[data-day="2019-12-05"]').focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator('[data-day="2019-12-06"]')).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator('[data-day="2019-12-13"]')).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.locator('[data-day="2019-12-09"]')).toBeFocused();
  await page.keyboard.press("PageDown");
  await expect(page).toHaveURL(/date=2020-01-01/);
  await expect(page.locator("[role=status][aria-live=polite]").last()).toContainText("2020");
  await expect(page.locator('[data-day="2020-01-01"]')).toBeFocused();
  // One day is a stop for Tab; the arrows reach the others.
  await expect(page.locator('.month [data-day][tabindex="0"]')).toHaveCount(1);
});

test("14.3.3 a reader elsewhere sees their own time, and that the date differs", async ({ browser, language, baseURL }) => {
  const context = await browser.newContext({ timezoneId: "Asia/Tokyo", ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto(`/${language}/events/launch-of-the-human-mobility-and-climate-project`);
  await expect(page.locator(".local-time")).toContainText(/\b0?4:30/);
  await expect(page.locator(".local-time")).toContainText(/another date|otra fecha/);
  // Written as the portal writes dates, with the zone that the hour is of.
  const written = { en: /\d+ October 2020 .*GMT\+9/, es: /\d+ de octubre de 2020.*GMT\+9/ }[language];
  await expect(page.locator(".local-time")).toContainText(written);
  await context.close();
});

test("14.1.5 arrows walk through the menu, Escape closes a group and returns the focus", async ({ page, language, words }) => {
  await open(page, `/${language}`, true);
  const group = page.locator("#menu summary", { hasText: words.networks });
  await group.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#menu .submenu a").filter({ visible: true }).first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(group).toBeFocused();
  await expect(page.locator("#menu details[open]")).toHaveCount(0);
});

test("14.1.5 arrows go forth and back through the groups, and Escape returns from deep within", async ({ page, language, words }) => {
  await open(page, `/${language}`, true);
  const group = page.locator("#menu summary", { hasText: words.networks });
  const links = page.locator("#menu .submenu a").filter({ visible: true });
  await page.locator("#menu summary").first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(links.nth(2)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.locator("#menu summary").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(links).toHaveCount(0);
  await group.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowDown");
  await expect(links.nth(4)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(group).toBeFocused();
  await expect(page.locator("#menu details[open]")).toHaveCount(0);
});

test("14.1.5 on a narrow screen Escape closes the group first, then the menu, and the focus returns to the button", async ({
  page,
  language,
  words,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page, `/${language}`, true);
  const button = page.getByRole("button", { name: words.menu, exact: true });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.locator("#menu summary", { hasText: words.networks }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(page.locator("#menu summary", { hasText: words.networks })).toBeFocused();
  await expect(page.locator("#menu details[open]")).toHaveCount(0);
  await expect(page.locator("#menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("#menu")).toBeHidden();
  await expect(button).toBeFocused();
});

test("14.1.3 a link to another page of the same kind changes it too, and Back returns", async ({ page, language }) => {
  const walks = [
    ["networks/diaspora", "networks/migrant-smuggling"],
    ["about", "about/structure"],
    ["blog", "news"],
    ["countries/haiti", "repository/global-study-on-smuggling-of-migrants"],
  ];
  for (const [from, to] of walks) {
    await open(page, `/${language}/${from}`, true);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    const before = (await page.locator("h1").textContent()) ?? "";
    const twin = await page.request.get(`/${language}/${to}`);
    const title = /<h1[^>]*>([^<]+)</.exec(await twin.text())?.[1] ?? "";
    // A link to it from anywhere in the page.
    await page.evaluate((href) => {
      const link = Object.assign(document.createElement("a"), { href, textContent: "there", id: "walk" });
      document.querySelector("main")?.append(link);
    }, `/${language}/${to}`);
    await page.locator("#walk").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(page).toHaveTitle(new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`));
    // What the head said to machines about the page before is gone.
    await expect(page.locator("head link[rel=canonical]")).toHaveCount(0);
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(before);
    expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  }
});

test("14.10.4 after a link from one publication to another, nothing in the head speaks of the first", async ({ page, language }) => {
  const told = page.locator(
    "head :is([rel=canonical], [rel=alternate], [rel^='schema.'], [name^=citation_], [name^='DC.'], [property], [type='application/ld+json'])",
  );
  await open(page, `/${language}/repository/global-study-on-smuggling-of-migrants`, true);
  expect(await told.count()).toBeGreaterThan(10);
  const other = `/${language}/repository/nurse-labor-and-education-markets-caricom`;
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement("a"), { href, textContent: "there", id: "walk" });
    document.querySelector("main")?.append(link);
  }, other);
  const before = (await page.locator("h1").textContent()) ?? "";
  await page.locator("#walk").click();
  await expect(page.locator("h1")).not.toHaveText(before);
  await expect(told).toHaveCount(0);
  // What is printed and kept of the address speaks of this page too.
  await expect(page.locator("#here")).toHaveAttribute("data-path", other);
});

test("14.1.3 turning the page of a list and choosing a facet move the focus to the heading, and what is there now is said", async ({
  page,
  language,
}) => {
  await open(page, `/${language}/events?view=list&when=all`, true);
  const remember = () => page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await remember();
  const said = page.locator("[role=status][aria-live=polite]").last();
  await page.locator(".pager [rel=next]").focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/page=2/);
  await expect(said).toContainText({ en: "Page 2 of", es: "Página 2 de" }[language]);
  await expect(page.locator("h1")).toBeFocused();
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  await open(page, `/${language}/repository`, true);
  await remember();
  const all = (await page.locator(".count").textContent()) ?? "";
  await page.locator(".facets a").first().click();
  await expect(page.locator(".count")).not.toHaveText(all);
  await expect(said).toContainText((await page.locator(".count").textContent()) ?? "nothing");
  await expect(page.locator("h1")).toBeFocused();
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
});

test("14.1.6 the menu marks the page that one has come to by a link", async ({ page, language }) => {
  await open(page, `/${language}/about`, true);
  const marked = page.locator("#menu [aria-current=page]");
  await expect(marked).toHaveAttribute("href", `/${language}/about`);
  await page.locator(`#menu a[href="/${language}/about/structure"]`).evaluate((link: HTMLElement) => link.click());
  await expect(page).toHaveURL(`/${language}/about/structure`);
  await expect(marked).toHaveCount(1);
  await expect(marked).toHaveAttribute("href", `/${language}/about/structure`);
  await expect(page.locator(".breadcrumb a")).toHaveCount(2);
});

test("14.1.3 Back restores filters", async ({ page, language }) => {
  await open(page, `/${language}/repository?network=diaspora`, true);
  const count = (await page.locator(".count").textContent()) ?? "";
  await page.locator(".item-title a").first().click();
  await expect(page.locator(".breadcrumb [aria-current=page]")).toBeVisible();
  await expect(page).not.toHaveURL(/network=diaspora/);
  await page.goBack();
  await expect(page.locator("#network")).toHaveValue("diaspora");
  await expect(page.locator(".count")).toHaveText(count);
});

test("14.3.2 keys with a modifier stay the browser's", async ({ page, language }) => {
  await open(page, `/${language}/events?view=month&date=2019-12-05`, true);
  await page.locator('[data-day="2019-12-05"]').focus();
  await page.keyboard.press("Control+ArrowRight");
  await expect(page.locator('[data-day="2019-12-05"]')).toBeFocused();
});

test("14.1.5 an open group closes when one goes on elsewhere", async ({ page, language, words }) => {
  await open(page, `/${language}`, true);
  const group = page.locator("#menu summary", { hasText: words.networks });
  await group.click();
  await expect(page.locator("#menu details[open]")).toHaveCount(1);
  // The group lies over the page: a click beside it, far down.
  await page.mouse.click(640, 880);
  await expect(page.locator("#menu details[open]")).toHaveCount(0);
});
