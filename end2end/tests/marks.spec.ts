// Following and keeping: 14.2.6, 14.2.7, 14.8.5.
import { logIn, newMember } from "../support/members.ts";
import { expect, open, seriousFaults, test } from "../support/portal.ts";

const say = {
  en: { follow: "Follow", unfollow: "Unfollow", keep: "Save for later", kept: "Remove from saved", choices: "Save choices", all: "Everything at once" },
  es: { follow: "Seguir", unfollow: "Dejar de seguir", keep: "Guardar para después", kept: "Quitar de guardados", choices: "Guardar la selección", all: "Todo, de inmediato" },
} as const;

test("14.2.6 a member follows in one activation, the count changes, and a reload keeps it", async ({ page, language, scripts }, info) => {
  const words = say[language];
  const network = `/${language}/networks/environmental-migration`;
  await open(page, network, scripts);
  await expect(page.getByRole("link", { name: words.follow, exact: true })).toHaveAttribute("href", /login\?next=/);
  await logIn(page, language, newMember(`Fay ${info.project.name}`, language), scripts);
  await open(page, network, scripts);
  const count = page.locator("#marks .hint").first();
  const before = await count.textContent();
  let loads = 0;
  page.on("load", () => loads++);
  await page.getByRole("button", { name: words.follow, exact: true }).click();
  const unfollow = page.getByRole("button", { name: words.unfollow, exact: true });
  await expect(unfollow).toBeVisible();
  await expect(count).not.toHaveText(before ?? "");
  if (scripts) {
    expect(loads, "nothing is loaded anew").toBe(0);
    await expect(unfollow, "the focus stays").toBeFocused();
  }
  await expect
    .poll(async () => {
      await open(page, network, scripts);
      return unfollow.isVisible();
    })
    .toBe(true);
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await unfollow.press("Enter");
  await expect(page.getByRole("button", { name: words.follow, exact: true })).toBeVisible();
});

test("14.2.7 and 14.8.5 the dashboard holds the choice for each network and what is kept", async ({ page, language, scripts }, info) => {
  const words = say[language];
  await logIn(page, language, newMember(`Gil ${info.project.name}`, language), scripts);
  await open(page, `/${language}/events/online-briefing-on-citing-migration-figures`, scripts);
  await page.getByRole("button", { name: words.keep }).click();
  await expect(page.getByRole("button", { name: words.kept })).toBeVisible();
  await expect
    .poll(async () => {
      await open(page, `/${language}/dashboard`, scripts);
      return page.locator(".kept").count();
    })
    .toBe(1);
  await page.locator("#diaspora").selectOption(words.all);
  await page.getByRole("button", { name: words.choices }).click();
  await page.waitForURL(/#followed$/);
  await expect(page.locator("#diaspora")).toHaveValue("all");
  await expect(page.locator("#migration-data")).toHaveValue("");
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
  await page.locator(".kept").getByRole("button").click();
  await expect(page.locator(".kept")).toHaveCount(0);
});
