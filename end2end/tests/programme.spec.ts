// The programme of an event, from the editor to its readers, and the link to join that is for who has a seat.
import { asStaff, desk, text } from "../support/desk.ts";
import { logIn, newMember } from "../support/members.ts";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

const say = {
  en: { add: "Add sessions", programme: "Programme", hours: "09:00 to 10:30", opens: "The link to join opens on", join: "Join the meeting", register: "Register for this event", registered: "Who is registered gets the link to join here.", early: "The link to join is not open yet." },
  es: { add: "Añadir sesiones", programme: "Programa", hours: "09:00 a 10:30", opens: "El enlace para entrar se abre el", join: "Entrar a la reunión", register: "Inscribirse en este evento", registered: "Quien está inscrito o inscrita recibe aquí el enlace para entrar.", early: "El enlace para entrar aún no está abierto." },
} as const;

test("14.3.10 staff add two sessions and a visitor reads them in both languages", async ({ page, language, scripts, browser }, info) => {
  await asStaff(page, language, scripts, `Pia ${info.project.name}`);
  await open(page, `/${language}/staff/new/events?date=2027-04-20`, scripts);
  const name = `Ferries ${info.project.name} ${Date.now()}`;
  await text(page, "en.title").fill(`Meeting: ${name}`);
  await text(page, "es.title").fill(`Reunión: ${name}`);
  await text(page, "end").fill("2027-04-21");
  await page.locator("summary", { hasText: say[language].add }).click();
  // What comes first is typed last.
  await text(page, "session.new1.day").selectOption("1");
  await text(page, "session.new1.start").fill("14:00");
  await text(page, "session.new1.en.title").fill("Conclusions");
  await text(page, "session.new1.es.title").fill("Conclusiones");
  await text(page, "session.new2.start").fill("09:00");
  await text(page, "session.new2.end").fill("10:30");
  await text(page, "session.new2.en.title").fill("Opening");
  await text(page, "session.new2.en.speakers").fill("Ana Lee, director, ministry\nThe chair");
  await text(page, "session.new2.es.title").fill("Apertura");
  await page.getByRole("button", { name: desk[language].publish, exact: true }).click();
  await expect(page.locator(".done")).toContainText(desk[language].published);
  await expect(page.locator(".session-row > summary").first()).toContainText(language === "en" ? "Opening" : "Apertura");
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  const slug = new URL(page.url()).pathname.split("/").at(-1);

  const context = await browser.newContext();
  const visitor = await context.newPage();
  for (const [code, titles, days] of [
    ["en", ["Opening", "Conclusions"], ["Tuesday 20 April 2027", "Wednesday 21 April 2027"]],
    ["es", ["Apertura", "Conclusiones"], ["Martes 20 de abril de 2027", "Miércoles 21 de abril de 2027"]],
  ] as const) {
    await visitor.goto(`/${code}/events/${slug}`);
    const programme = visitor.getByRole("region", { name: say[code].programme });
    await expect(programme.locator("h4")).toHaveText([...titles]);
    await expect(programme.locator("h3")).toHaveText([...days]);
    await expect(programme).toContainText(say[code].hours);
    await expect(programme).toContainText("The chair");
    // What is not translated says its language.
    expect(await programme.locator(".programme-speakers").getAttribute("lang")).toBe(code === "es" ? "en" : null);
    if (scripts) expect(await seriousFaults(visitor)).toEqual([]);
  }
  await context.close();
});

test("14.3.10 a session with a mistake is named, and stays open with what was typed", async ({ page, language, scripts }, info) => {
  await asStaff(page, language, scripts, `Quinn ${info.project.name}`);
  await open(page, `/${language}/staff/new/events?date=2027-04-20`, scripts);
  await text(page, "en.title").fill(`Meeting ${info.project.name} ${Date.now()}`);
  await page.locator("summary", { hasText: say[language].add }).click();
  await text(page, "session.new1.start").fill("14:00");
  await text(page, "session.new1.end").fill("13:00");
  await text(page, "session.new1.en.title").fill("Lunch");
  await page.getByRole("button", { name: desk[language].save, exact: true }).last().click();
  await expect(page.locator(".problems a")).toHaveAttribute("href", "#session.new1.end");
  await expect(text(page, "session.new1.end")).toBeVisible();
  await expect(text(page, "session.new1.en.title")).toHaveValue("Lunch");
});

test("14.3.10 who has a seat is told when the link opens, and its address leads nobody in before", async ({ page, language, scripts }, info) => {
  const event = `/${language}/events/dialogue-on-the-integration-of-displaced-people`;
  await open(page, event, scripts);
  await expect(page.locator("#registration")).toContainText(say[language].registered);
  await logIn(page, language, newMember(`Rae ${info.project.name}`, language), scripts);
  await open(page, event, scripts);
  await page.getByRole("button", { name: say[language].register }).click();
  await expect(page.locator("#registration")).toContainText(say[language].opens);
  await expect(page.getByRole("link", { name: say[language].join })).toHaveCount(0);
  expect(await page.content()).not.toContain("meet.example.org");
  const answer = await page.goto(`${event}/join`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("alert")).toHaveText(say[language].early);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("14.3.10 while the link is open a button leads who has a seat to the meeting, and no more once they cancel", async ({ page, language, scripts, browser }, info) => {
  // In ten minutes, by the clock of Jamaica, which is five hours behind UTC all year.
  const start = new Date(Date.now() + 10 * 60_000 - 5 * 3_600_000).toISOString();
  await asStaff(page, language, scripts, `Sol ${info.project.name}`);
  await open(page, `/${language}/staff/new/events?date=${start.slice(0, 10)}`, scripts);
  await text(page, "en.title").fill(`Call ${info.project.name} ${Date.now()}`);
  await text(page, "es.title").fill(`Llamada ${info.project.name} ${Date.now()}`);
  await text(page, "start_time").fill(start.slice(11, 16));
  await text(page, "mode").selectOption("online");
  await text(page, "seats.mode").selectOption("open");
  await text(page, "meeting.link").fill("https://meet.example.org/ferries");
  await page.getByRole("button", { name: desk[language].publish, exact: true }).click();
  await expect(page.locator(".done")).toContainText(desk[language].published);
  const event = `/${language}/events/${new URL(page.url()).pathname.split("/").at(-1)}`;

  const context = await browser.newContext();
  const member = await context.newPage();
  await logIn(member, language, newMember(`Tom ${info.project.name}`, language), scripts);
  const join = async () => member.request.get(`${event}/join`, { maxRedirects: 0 });
  expect((await join()).status()).toBe(403);
  await open(member, event, scripts);
  await member.getByRole("button", { name: say[language].register }).click();
  await expect(member.getByRole("link", { name: say[language].join })).toHaveAttribute("href", `${event}/join`);
  expect(await member.content()).not.toContain("meet.example.org");
  const answer = await join();
  expect([answer.status(), answer.headers()["location"]]).toEqual([303, "https://meet.example.org/ferries"]);
  await member.locator("#registration button[value=cancel]").click();
  await expect(member.getByRole("link", { name: say[language].join })).toHaveCount(0);
  expect((await join()).status()).toBe(403);
  await context.close();
});
