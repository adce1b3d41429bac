// 14.9.1, measured: a bilingual event from the calendar to its readers, by keyboard alone, typed as people type.
import { asStaff, desk, text } from "../support/desk.ts";
import { tabTo } from "../support/keyboard.ts";
import { logIn, newMember } from "../support/members.ts";
import { expect, hydrated, open, test } from "../support/portal.ts";

/** Five characters a second. */
const STROKE = 200;
/** What all but the typing of its text may take, in milliseconds. */
const BESIDES = 60_000;

test("14.9.1 an event typed at five characters a second is published within a minute besides its typing, and all see it at once", async ({
  page,
  browser,
  language,
}, info) => {
  test.setTimeout(180_000);
  const say = desk[language];
  const context = await browser.newContext();
  const follower = await context.newPage();
  await logIn(follower, language, newMember(`Ula ${info.project.name}`, language), true);
  await follower.locator("#diaspora").selectOption("all");
  await follower.locator("form.choices button").click();
  await follower.waitForURL(/#followed$/);

  await asStaff(page, language, true, `Rio ${info.project.name}`);
  await open(page, `/${language}/events?view=month&date=2027-04-01`, true);
  const name = `${info.project.name} ${Date.now()}`;
  const texts = { "en.title": `Ports ${name}`, "es.title": `Puertos ${name}`, "en.summary": "A short meeting.", "es.summary": "Una reunión breve." };

  const began = Date.now();
  await page.locator("[data-day='2027-04-20']").focus();
  await page.keyboard.press("n");
  await page.waitForURL(/staff\/new\/events\?date=2027-04-20/);
  await hydrated(page);
  let typed = 0;
  for (const [field, words] of Object.entries(texts)) {
    await tabTo(page, text(page, field));
    await page.keyboard.type(words, { delay: STROKE });
    typed += words.length;
  }
  await tabTo(page, text(page, "start_time"));
  await page.keyboard.type("0930AM");
  // The box of the networks opens by Enter, and Space ticks one.
  await tabTo(page, page.locator("details:has(input[name=networks]) summary"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator("input[name=networks][value=diaspora]"));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: say.publish, exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.locator(".done")).toContainText(say.published);
  const took = Date.now() - began;
  info.annotations.push({ type: "measured", description: `${took} ms in all, ${took - typed * STROKE} ms besides ${typed} characters` });
  expect(took - typed * STROKE, "milliseconds besides the typing").toBeLessThan(BESIDES);

  const slug = new URL(page.url()).pathname.split("/").at(-1);
  const visitor = await browser.newContext();
  for (const [code, title] of [["en", texts["en.title"]], ["es", texts["es.title"]]]) {
    // Not the follower: whoever visits what a notice tells of has read it.
    const request = visitor.request;
    for (const path of [`events/${slug}`, "events?view=list&date=2027-04-20&network=diaspora", "events.atom", "events.ics?network=diaspora"]) {
      const response = await request.get(`/${code}/${path}`);
      // A calendar file folds its long lines.
      const body = (await response.text()).replaceAll(/\r\n[ \t]/g, "");
      expect(body.includes(title), path).toBe(true);
    }
  }
  // Who follows the network is told, on the page that is open.
  await expect(follower.locator(".unread [role=status]")).not.toHaveText(/^(No|Ning)/, { timeout: 15_000 });
  await open(follower, `/${language}/dashboard`, true);
  await expect(follower.locator("main")).toContainText(texts[`${language}.title`]);
  await visitor.close();
  await context.close();
});
