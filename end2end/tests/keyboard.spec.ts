// 14.10.1: the main tasks of a visitor, with no other instrument than the keyboard.
import { tabTo } from "../support/keyboard.ts";
import { letterTo, linkOf } from "../support/mail.ts";
import { newMember, password } from "../support/members.ts";
import { expect, hydrated, open, test } from "../support/portal.ts";

test("14.10.1 by keyboard alone: a network from the menu, then both languages side by side", async ({
  page,
  language,
  words,
  scripts,
}) => {
  await open(page, `/${language}`, scripts);
  await tabTo(page, page.locator("#menu summary", { hasText: words.networks }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator(`#menu a[href="/${language}/networks/migrant-smuggling"]`));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/${language}/networks/migrant-smuggling`);
  if (scripts) await expect(page.locator("h1")).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: words.sideBySide, exact: true }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/view=parallel/);
  await expect(page.locator(".parallel-row").nth(1).locator("[lang=en]")).toBeVisible();
  await expect(page.locator(".parallel-row").nth(1).locator("[lang=es]")).toBeVisible();
});

test("14.10.1 by keyboard alone: the calendar is filtered, and an event opened and put into one's own calendar", async ({
  page,
  language,
  words,
  scripts,
}) => {
  await open(page, `/${language}/events?view=month&date=2019-09-05`, scripts);
  await tabTo(page, page.locator("#network"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#network")).toHaveValue("diaspora");
  await tabTo(page, page.getByRole("button", { name: words.show, exact: true }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/network=diaspora/);
  if (scripts) await hydrated(page);
  const title = page.locator(".item-title a").first();
  const name = (await title.textContent()) ?? "";
  await tabTo(page, title);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await tabTo(page, page.getByRole("link", { name: words.addToCalendar }));
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toMatch(/\.ics$/);
});

test("14.10.1 by keyboard alone: an event from the table of the month", async ({ page, language, scripts }) => {
  await open(page, `/${language}/events?view=month&date=2019-09-05`, scripts);
  // One stop for each bar, however many days it runs through.
  const bar = page.locator("table.month .segment:not(.untitled)", { hasText: /laboral|labour/ });
  await tabTo(page, bar);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/${language}/events/consultation-on-the-governance-of-labour-migration`);
});

test("14.10.1 by keyboard alone: a search, and its first hit", async ({ page, language, scripts }) => {
  await open(page, `/${language}/about`, scripts);
  await tabTo(page, page.locator("#site-search"));
  await page.keyboard.type(language === "en" ? "remittances" : "remesas");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=rem/);
  if (scripts) await hydrated(page);
  const hit = page.locator(".item-title a").first();
  const title = (await hit.textContent()) ?? "";
  await tabTo(page, hit);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("14.10.1 by keyboard alone: the other language, with the page kept", async ({ page, language, words, scripts }) => {
  await open(page, `/${language}/countries/haiti`, scripts);
  await tabTo(page, page.getByRole("link", { name: words.other, exact: true }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/${words.otherLanguage}/countries/haiti`);
  await expect(page.locator("html")).toHaveAttribute("lang", words.otherLanguage);
});

test("14.10.1 by keyboard alone: one asks for an account, and confirms one's address", async ({ page, language, scripts }, info) => {
  const email = `tab-${info.project.name.replaceAll(" ", "-")}-${info.retry}@example.org`;
  await open(page, `/${language}`, scripts);
  await tabTo(page, page.locator(`.site-header a[href="/${language}/register"]`));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/${language}/register`);
  await expect(page.locator("#name")).toBeVisible();
  await tabTo(page, page.locator("#name"));
  const next = { name: "Tab", email, password, country: "Ja", institution: "Ministry of Labour", function: "Officer" };
  for (const [field, typed] of Object.entries(next)) {
    await expect(page.locator(`#${field}`)).toBeFocused();
    await page.keyboard.type(typed);
    await page.keyboard.press("Tab");
  }
  await expect(page.locator("#country")).toHaveValue("jamaica");
  await page.keyboard.press("Space");
  await expect(page.locator("[name=networks]").first()).toBeChecked();
  // Nobody comes upon the field that is there for programs.
  await tabTo(page, page.locator("main form button[type=submit]").last());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/${language}/register?sent=1`);
  await open(page, linkOf(await letterTo(email, /./)), scripts);
  await tabTo(page, page.locator("main form button[type=submit]"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/done=1/);
});

test("14.10.1 by keyboard alone: one signs in, follows a network, and registers for an event", async ({ page, language, scripts }) => {
  const say = {
    en: { follow: "Follow", unfollow: "Unfollow", register: "Register for this event", done: "You are registered." },
    es: { follow: "Seguir", unfollow: "Dejar de seguir", register: "Inscribirse en este evento", done: "Usted está inscrito o inscrita." },
  }[language];
  const email = newMember(`keys ${language} ${scripts}`, language);
  await open(page, `/${language}`, scripts);
  await tabTo(page, page.locator(`.site-header a[href="/${language}/login"]`));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/${language}/login`);
  await expect(page.locator("main input[name=email]")).toBeVisible();
  await tabTo(page, page.locator("main input[name=email]"));
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await expect(page.locator("main input[name=password]")).toBeFocused();
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL(`/${language}/dashboard`);
  await open(page, `/${language}/networks/diaspora`, scripts);
  await tabTo(page, page.getByRole("button", { name: say.follow, exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: say.unfollow, exact: true })).toBeVisible();
  await open(page, `/${language}/events/online-briefing-on-citing-migration-figures`, scripts);
  await tabTo(page, page.getByRole("button", { name: say.register }));
  await page.keyboard.press("Enter");
  await expect(page.locator("#registration")).toContainText(say.done);
});

test("14.10.1 by keyboard alone: a facet narrows the repository, and a number of a text opens its card", async ({
  page,
  language,
  scripts,
}) => {
  await open(page, `/${language}/repository`, scripts);
  const all = (await page.locator(".count").textContent()) ?? "";
  await tabTo(page, page.locator(".facets a").first());
  await page.keyboard.press("Enter");
  await expect(page.locator(".count")).not.toHaveText(all);
  await open(page, `/${language}/networks/migrant-smuggling`, scripts);
  await tabTo(page, page.locator(".figure-ref").first());
  await page.keyboard.press("Enter");
  const card = page.locator(".figure-card:popover-open");
  await expect(card).toBeVisible();
  // A second press does not close what the first has opened.
  await page.keyboard.press("Enter");
  await expect(card).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
});
