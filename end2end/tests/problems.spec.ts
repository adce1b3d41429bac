// 14.10.3: what could not be understood, said first.
import { expect, open, test } from "../support/portal.ts";

test("14.10.3 the summary of problems takes the focus, on lists, in a search and in a form", async ({ page, language }) => {
  for (const path of ["events?date=2026-02-30", "blog?year=soon", "repository?year=soon", "search?q=migrant&year=soon"]) {
    expect((await page.goto(`/${language}/${path}`))?.status(), path).toBe(422);
    await expect(page.locator(".problems"), path).toBeFocused();
    const fields = page.locator("[aria-invalid=true]");
    // A search is narrowed by links: it has no field for what stands in its address.
    await expect(fields, path).toHaveCount(path.startsWith("search") ? 0 : 1);
    for (const field of await fields.all()) await expect(field, path).toHaveAccessibleDescription(new RegExp(await field.inputValue()));
  }
  await open(page, `/${language}/register`, false);
  const form = page.locator("main form").filter({ has: page.locator("#email") });
  // What the browser itself would not let go is sent all the same.
  await form.evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await page.locator("#name").fill("Ana");
  await form.locator("button[type=submit]").first().click();
  await expect(page.locator(".problems")).toBeFocused();
  await expect(page.locator("#name")).toHaveValue("Ana");
});
