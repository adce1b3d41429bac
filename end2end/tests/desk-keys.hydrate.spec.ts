// 14.9.1: every task of staff by keyboard and at 400 % zoom, which is a page 320 pixels wide on a screen of 1280.
import { asStaff, desk, deskPages, text } from "../support/desk.ts";
import { tabTo } from "../support/keyboard.ts";
import { expect, open, test } from "../support/portal.ts";

test("14.9.1 at 400 % zoom no page of the desk scrolls sideways, and Tab reaches every control in sight", async ({ page, language }, info) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 320, height: 640 });
  await asStaff(page, language, true, `Kim ${info.project.name}`, "admin");
  for (const path of [...deskPages, "/people"]) {
    await open(page, `/${language}/staff${path}`, true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    // What can be focused, each once; of a group of radio buttons the keyboard reaches one.
    const controls = await page.evaluate(() => {
      const groups = new Set<string>();
      const found = [...document.querySelectorAll<HTMLElement>("main a[href], main button, main input, main select, main textarea, main summary")];
      const reached = found.filter((control) => {
        if (!control.checkVisibility({ visibilityProperty: true }) || control.matches(":disabled, [type=hidden], [tabindex='-1']")) return false;
        if (!(control instanceof HTMLInputElement) || control.type !== "radio") return true;
        const group = `${control.form?.action}:${control.name}`;
        return !groups.has(group) && !!groups.add(group);
      });
      reached.forEach((control, place) => control.setAttribute("data-place", String(place)));
      return reached.length;
    });
    await page.locator("#main").focus();
    const seen = new Set<string>();
    const covered: string[] = [];
    for (let presses = 0; presses < 4 * controls + 20 && seen.size < controls; presses++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const control = document.activeElement as HTMLElement;
        // A link that goes on in the next line begins where its first box does.
        const { left, top, width, height } = control.getClientRects()[0] ?? control.getBoundingClientRect();
        const above = document.elementFromPoint(left + Math.min(width, 40) / 2, top + Math.min(height, 20) / 2);
        const radio = control instanceof HTMLInputElement && control.type === "radio" ? `input[name="${control.name}"][data-place]` : "";
        const named = radio ? document.querySelector<HTMLElement>(radio) : control;
        const isSeen = !!above && (control.contains(above) || above.contains(control) || !!above.closest("label")?.contains(control));
        return { place: named?.dataset.place, isSeen, html: control.outerHTML.slice(0, 120), inMain: !!control.closest("main") };
      });
      if (!at.inMain && seen.size) break;
      if (at.place) seen.add(at.place);
      if (at.inMain && !at.isSeen) covered.push(at.html);
    }
    expect(covered, `${path}: focused and covered by something else`).toEqual([]);
    expect(seen.size, `${path}: reached by Tab`).toBe(controls);
  }
});

test("14.9.1 by keyboard alone a draft is saved, restored from its history, put into the bin and taken out", async ({ page, language }, info) => {
  test.setTimeout(120_000);
  const say = desk[language];
  await asStaff(page, language, true, `Lou ${info.project.name}`);
  const name = `Keys ${info.project.name} ${Date.now()}`;
  const press = async (button: string) => {
    await tabTo(page, page.getByRole("button", { name: button }).last());
    await page.keyboard.press("Enter");
  };
  await open(page, `/${language}/staff/new/blog`, true);
  await tabTo(page, text(page, "en.title"));
  await page.keyboard.type(name);
  await tabTo(page, text(page, "en.summary"));
  await page.keyboard.type("The first words.");
  await press(say.save);
  await expect(page.locator(".done")).toContainText(say.saved);
  const editor = new URL(page.url()).pathname;
  await open(page, editor, true);
  await tabTo(page, text(page, "en.summary"));
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Quite other words.");
  await press(say.save);
  await expect(page.locator(".done")).toContainText(say.saved);
  await open(page, editor, true);
  await tabTo(page, page.getByRole("link", { name: say.history, exact: true }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/history$/);
  // 14.9.6: both saves are one sitting, which opens.
  await tabTo(page, page.locator(".sitting > summary"));
  await page.keyboard.press("Enter");
  await press(say.restoreThis);
  await expect(text(page, "en.summary")).toHaveValue("The first words.");
  await press(say.bin);
  await page.waitForURL(/staff\/content/);
  await open(page, `/${language}/staff/content?bin=1&q=${encodeURIComponent(name)}`, true);
  await press(say.takeOut);
  await expect(text(page, "en.summary")).toHaveValue("The first words.");
});
