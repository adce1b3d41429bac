import { test } from "../support/portal.ts";
import { registerAndCancel } from "../support/registration.ts";

test("14.3.7 on a phone a member registers and cancels", async ({ page, language }, info) => {
  await registerAndCancel(page, language, true, `Cam ${info.project.name}`);
});
