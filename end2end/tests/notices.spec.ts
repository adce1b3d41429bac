// Notices on the dashboard, and the page that ends letters: 14.8.6, 14.2.7.
import { logIn, newMember } from "../support/members.ts";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

const say = {
  en: {
    empty: "No notices yet.",
    none: "No unread notices",
    one: "1 unread notice",
    mark: "Mark all as read",
    unread: "Unread",
    told: "Your registration: Registered",
    enrol: "Register this member",
    email: "Email",
    dashboard: "Dashboard",
    end: "Unsubscribe",
    lapsed: "This link has lapsed.",
  },
  es: {
    empty: "Aún no hay avisos.",
    none: "Ningún aviso sin leer",
    one: "1 aviso sin leer",
    mark: "Marcar todo como leído",
    unread: "Sin leer",
    told: "Su inscripción: Inscripción confirmada",
    enrol: "Inscribir a este miembro",
    email: "Correo electrónico",
    dashboard: "Panel",
    end: "Darse de baja",
    lapsed: "Este enlace venció.",
  },
} as const;

test("14.8.6 a notice comes to the open dashboard, is counted in the header, and is read by one button", async ({ page, browser, language, scripts }, info) => {
  const words = say[language];
  const dashboard = `/${language}/dashboard`;
  const event = "online-briefing-on-citing-migration-figures";
  const member = newMember(`Ida ${info.project.name}`, language);
  await logIn(page, language, member, scripts);
  await open(page, dashboard, scripts);
  const count = page.locator(".unread [role=status]");
  await expect(count).toHaveText(words.none);
  await expect(page.locator("main")).toContainText(words.empty);

  const desk = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
  await logIn(desk, language, newMember(`Ike ${info.project.name}`, language, "editor"), scripts);
  await open(desk, `/${language}/staff/events/${event}`, scripts);
  await desk.getByLabel(words.email, { exact: true }).fill(member);
  await desk.getByRole("button", { name: words.enrol }).click();
  await expect(desk.locator("#decision")).toContainText(`Ida ${info.project.name}`);
  await desk.context().close();

  // 14.8.3: the blocks are drawn anew without a reload; without scripts a reload shows them.
  if (scripts) await expect(count, "the open page hears of it").toHaveText(words.one, { timeout: 10_000 });
  else await page.reload();
  const notice = page.locator("section", { has: page.locator("#notices") }).locator(".item");
  await expect(notice).toHaveCount(1);
  await expect(notice).toContainText(words.told);
  await expect(notice).toContainText(words.unread);
  await expect(page.locator("section", { has: page.locator("#registrations") }).locator(`a[href$="${event}"]`)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("link", { name: `${words.dashboard} (${words.one})` })).toBeVisible();
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: words.mark }).click();
  await page.waitForURL(/#notices$/);
  await expect(notice).not.toContainText(words.unread);
  await expect(count).toHaveText(words.none);
  await expect(page.getByRole("link", { name: words.dashboard, exact: true })).toBeVisible();
});

test("14.8.4 visiting what a notice tells of reads it", async ({ page, browser, language, scripts }, info) => {
  const words = say[language];
  const event = "online-briefing-on-citing-migration-figures";
  const member = newMember(`Ines ${info.project.name}`, language);
  await logIn(page, language, member, scripts);
  const desk = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
  await logIn(desk, language, newMember(`Iker ${info.project.name}`, language, "editor"), scripts);
  await open(desk, `/${language}/staff/events/${event}`, scripts);
  await desk.getByLabel(words.email, { exact: true }).fill(member);
  await desk.getByRole("button", { name: words.enrol }).click();
  await expect(desk.locator("#decision")).toContainText(`Ines ${info.project.name}`);
  await desk.context().close();
  await page.reload();
  const notice = page.locator("section", { has: page.locator("#notices") }).locator(".item");
  await expect(notice).toContainText(words.unread);
  await notice.getByRole("link").click();
  await page.waitForURL(new RegExp(event));
  await expect(page.locator("#registration")).toBeVisible();
  await expect
    .poll(async () => {
      await open(page, `/${language}/dashboard`, scripts);
      return page.locator(".unread [role=status]").textContent();
    })
    .toBe(words.none);
});

test("14.2.7 the link of a letter opens a page with one button, which anybody can press who has its key", async ({ page, language, scripts }) => {
  const words = say[language];
  await open(page, `/${language}/unsubscribe?key=unknown`, scripts);
  const button = page.locator("main").getByRole("button");
  await expect(button).toHaveText(words.end);
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await button.click();
  await expect(page.getByRole("alert")).toContainText(words.lapsed);
});
