import { test } from "../support/portal.ts";
import { asksForApproval, registerAndCancel } from "../support/registration.ts";

test("14.3.7 a member registers by a double click, is told once, and cancels", async ({ page, language, scripts }, info) => {
  await registerAndCancel(page, language, scripts, `Ana ${info.project.name}`);
});

test("14.3.8 where staff decide, a registration is pending, not waiting", async ({ page, language, scripts }, info) => {
  await asksForApproval(page, language, scripts, `Ben ${info.project.name}`);
});
