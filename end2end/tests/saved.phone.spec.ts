import { labelAndExport } from "../support/saved.ts";
import { test } from "../support/portal.ts";

test("14.8.5 on a phone a member labels what she keeps", async ({ page, language }, info) => {
  await labelAndExport(page, language, true, `Sam ${info.project.name}`);
});
