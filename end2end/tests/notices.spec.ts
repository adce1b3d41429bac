// Notices on the dashboard, and the page that ends letters: 14.8.6, 14.2.7.
import { logIn, newMember } from "../support/members.ts";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

const say = {
  en: {
    empty: "No notices yet.",
    none: "No unread notices",
    one: "1 unread notice",
    show: "Show them",
    mark: "Mark all as read",
    unread: "Unread",
    told: "Your registration: Registered",
    register: "Register for this event",
    dashboard: "Dashboard",
    end: "Unsubscribe",
    lapsed: "This link has lapsed.",
  },
  es: {
    empty: "Aún no hay avisos.",
    none: "Ningún aviso sin leer",
    one: "1 aviso sin leer",
    show: "Mostrarlos",
    mark: "Marcar todo como leído",
    unread: "Sin leer",
    told: "Su inscripción: Inscripción confirmada",
    register: "Inscribirse en este evento",
    dashboard: "Panel",
    end: "Darse de baja",
    lapsed: "Este enlace venció.",
  },
} as const;

test("14.8.6 a notice comes to the open dashboard, is counted in the header, and is read by one button", async ({ page, context, language, scripts }, info) => {
  const words = say[language];
  const dashboard = `/${language}/dashboard`;
  await logIn(page, language, newMember(`Ida ${info.project.name}`, language), scripts);
  await open(page, dashboard, scripts);
  const count = page.locator(".unread [role=status]");
  await expect(count).toHaveText(words.none);
  await expect(page.locator("main")).toContainText(words.empty);

  const event = await context.newPage();
  await open(event, `/${language}/events/online-briefing-on-citing-migration-figures`, scripts);
  await event.getByRole("button", { name: words.register }).click();
  await expect(event.locator("#registration")).not.toContainText(words.register);
  await event.close();

  if (scripts) {
    await expect(count, "the open page hears of it").toHaveText(words.one, { timeout: 10_000 });
    await page.getByRole("link", { name: words.show }).click();
  } else {
    await page.reload();
  }
  const notice = page.locator("section", { has: page.locator("#notices") }).locator(".item");
  await expect(notice).toHaveCount(1);
  await expect(notice).toContainText(words.told);
  await expect(notice).toContainText(words.unread);
  await expect(page.getByRole("link", { name: `${words.dashboard} (${words.one})` })).toBeVisible();
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: words.mark }).click();
  await page.waitForURL(/#notices$/);
  await expect(notice).not.toContainText(words.unread);
  await expect(count).toHaveText(words.none);
  await expect(page.getByRole("link", { name: words.dashboard, exact: true })).toBeVisible();
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
