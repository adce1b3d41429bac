// 14.10.6: the read API, held against its own description, and the description against that of OpenAPI.
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect, test } from "../support/portal.ts";

const addresses: [string, string, number][] = [
  ["/api/v1/entries", "/api/v1/entries?per_page=100", 200],
  ["/api/v1/entries", "/api/v1/entries?per_page=100&page=2&language=es", 200],
  ["/api/v1/entries", "/api/v1/entries?kind=event&network=diaspora", 200],
  ["/api/v1/entries", "/api/v1/entries?kind=dataset&language=es", 200],
  ["/api/v1/entries", "/api/v1/entries?kind=poem", 422],
  ["/api/v1/entries", "/api/v1/entries?netwrok=diaspora", 422],
  ["/api/v1/entries/{uid}", "/api/v1/entries/nobody", 404],
  ["/api/v1/events", "/api/v1/events?when=past&per_page=100", 200],
  ["/api/v1/events", "/api/v1/events?from=2026-02-30", 422],
  ["/api/v1/search", "/api/v1/search?q=remitances&per_page=100", 200],
  ["/api/v1/search", "/api/v1/search?q=trata&kind=publication", 200],
  ["/api/v1/search", "/api/v1/search?type=poem", 422],
  ["/api/v1/networks", "/api/v1/networks?language=es", 200],
  ["/api/v1/countries", "/api/v1/countries", 200],
];

test("14.10.6 the description is OpenAPI 3.1, and every answer is what it says", async ({ page }) => {
  const description = await (await page.request.get("/api/v1/openapi.json")).json();
  expect(description.openapi).toMatch(/^3\.1\./);
  const verdict = await new Validator().validate(structuredClone(description));
  expect(verdict.errors ?? []).toEqual([]);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(description, "description");
  const uid = (await (await page.request.get("/api/v1/entries?kind=post")).json()).items[0].uid;
  for (const [route, address, status] of [...addresses, ["/api/v1/entries/{uid}", `/api/v1/entries/${uid}?language=es`, 200] as const]) {
    const answer = await page.request.get(address);
    expect(answer.status(), address).toBe(status);
    const media = answer.headers()["content-type"];
    const pointer = ["paths", route, "get", "responses", String(status), "content", media, "schema"];
    const at = pointer.map((step) => step.replaceAll("~", "~0").replaceAll("/", "~1")).map(encodeURIComponent).join("/");
    const validate = ajv.getSchema(`description#/${at}`);
    if (!validate) throw new Error(`${address}: ${media} is not described`);
    expect(validate(await answer.json()) ? [] : validate.errors, address).toEqual([]);
  }
});

test("14.10.6 the page about the API leads to what it tells of", async ({ page }) => {
  for (const language of ["en", "es"]) {
    const html = await (await page.request.get(`/${language}/about/reuse`)).text();
    const links = [...html.matchAll(/href="(\/api\/v1\/[^"]+)"/g)].map((match) => match[1]);
    expect(new Set(links).size, language).toBe(6);
    for (const link of links) expect((await page.request.get(link)).status(), link).toBe(200);
    expect(await (await page.request.get(`/${language}`)).text()).toContain(`href="/${language}/about/reuse"`);
  }
});
