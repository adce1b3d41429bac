import { labelAndExport } from "../support/saved.ts";
import { test } from "../support/portal.ts";

test("14.8.5 a member labels what she keeps, finds it by its label, and takes it along", async ({ page, language, scripts }, info) => {
  await labelAndExport(page, language, scripts, `Sol ${info.project.name}`);
});
