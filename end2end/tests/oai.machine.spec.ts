// 14.6.5 Every verb of OAI-PMH, and every refusal, is valid by the schemas of the protocol (libxml2).
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import { asStaff, desk, text } from "../support/desk.ts";
import { expect, open, test } from "../support/portal.ts";

xmlRegisterFsInputProviders();
const path = fileURLToPath(new URL("../schemas/oai.xsd", import.meta.url));
const schema = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(path), { url: path }));

/** The text of an answer that is valid. */
function valid(text: string): string {
  const document = XmlDocument.fromString(text);
  try {
    schema.validate(document);
  } finally {
    document.dispose();
  }
  return text;
}

test("14.6.5 the schemas refuse what is not the protocol's", () => {
  expect(() => valid("<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><responseDate>today</responseDate></OAI-PMH>")).toThrow();
});

test("14.6.5 every verb of OAI-PMH is valid, by GET and by POST", async ({ request }) => {
  const list = valid(await (await request.get("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc")).text());
  const identifier = /<identifier>([^<]+)<\/identifier>/.exec(list)?.[1] ?? "";
  expect(identifier).toMatch(/^oai:/);
  const verbs: Record<string, string>[] = [
    { verb: "Identify" },
    { verb: "ListMetadataFormats" },
    { verb: "ListMetadataFormats", identifier },
    { verb: "ListSets" },
    { verb: "ListRecords", metadataPrefix: "oai_dc" },
    { verb: "ListRecords", metadataPrefix: "oai_dc", set: "network:migration-data", from: "2020-01-01" },
    { verb: "GetRecord", metadataPrefix: "oai_dc", identifier },
  ];
  for (const form of verbs) {
    const [got, posted] = [await request.get("/oai", { params: form }), await request.post("/oai", { form })];
    for (const answer of [got, posted]) {
      const text = valid(await answer.text());
      expect(text, form.verb).toContain(`<${form.verb}>`);
    }
  }
});

test("14.6.5 every part of a list is valid, also the one that tells of a work that was withdrawn", async ({ page, request }) => {
  const say = desk.en;
  await asStaff(page, "en", true, "Oda of the machines");
  await open(page, "/en/staff/new/repository", true);
  const title = `Withdrawn ${Date.now()}`;
  await text(page, "en.title").fill(title);
  await text(page, "details.year").fill("2020");
  await page.getByRole("button", { name: say.publish, exact: true }).click();
  await expect(page.locator(".done")).toContainText(say.published);
  await page.getByRole("button", { name: say.bin }).click();
  await page.waitForURL(/staff\/content/);
  for (const verb of ["ListRecords", "ListIdentifiers"]) {
    const headers: string[] = [];
    let query: string | null = `verb=${verb}&metadataPrefix=oai_dc`;
    let parts = 0;
    while (query) {
      const part = valid(await (await request.get(`/oai?${query}`)).text());
      headers.push(...(part.match(/<header.*?<\/header>/gs) ?? []));
      // The last part of several has a token too: an empty one.
      const token: string = /<resumptionToken cursor="\d+">([^<]*)</.exec(part)?.[1] ?? "";
      query = token ? `verb=${verb}&resumptionToken=${token}` : null;
      parts += 1;
    }
    expect(parts, verb).toBeGreaterThan(1);
    expect(headers.length, verb).toBeGreaterThan(20);
    expect(new Set(headers).size, verb).toBe(headers.length);
    expect(headers.filter((header) => header.startsWith('<header status="deleted">')).length, verb).toBeGreaterThan(0);
  }
});

test("14.6.5 refusals of OAI-PMH are valid too, whatever was asked", async ({ request }) => {
  for (const [query, code] of [
    ["", "badVerb"],
    ["verb=%3Cscript%3E", "badVerb"],
    ["verb=%FF", "badVerb"],
    ["verb=%00", "badVerb"],
    [`verb=${"x".repeat(20_000)}`, "badVerb"],
    ["verb=Identify&x=1", "badArgument"],
    ["verb=Identify&x=%ZZ", "badArgument"],
    ["verb=GetRecord&metadataPrefix=oai_dc&identifier=%01%FF", "idDoesNotExist"],
    ["verb=ListRecords&resumptionToken=%FE%00", "badResumptionToken"],
    ["verb=ListRecords&metadataPrefix=oai_dc&from=x", "badArgument"],
    ["verb=ListRecords&metadataPrefix=oai_dc&set=%22%3E%3Cb", "badArgument"],
    ["verb=ListRecords&metadataPrefix=oai_dc&until=1999-01-01", "noRecordsMatch"],
    ["verb=ListRecords&metadataPrefix=%26%3C", "cannotDisseminateFormat"],
    ["verb=ListRecords&resumptionToken=%22%26%3C", "badResumptionToken"],
    ["verb=GetRecord&metadataPrefix=oai_dc&identifier=%22%20%3C%C3%A9", "idDoesNotExist"],
  ]) {
    const answer = await request.get(`/oai?${query}`);
    expect(answer.status(), query).toBe(200);
    expect(valid(await answer.text()), query).toContain(`<error code="${code}">`);
  }
});
