#!/usr/bin/env node
// Gives the functions that the module imports from its script short names, in both files alike. wasm-bindgen names each
// with a hash, which no compression can make smaller: 6 kB of each first visit. Run by `make build` on the built site.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const folder = process.argv[2];
const only = (pattern) => {
  const found = readdirSync(folder).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`${folder} holds ${found.length} files like ${pattern}: run \`make clean\` and build anew`);
  return join(folder, found[0]);
};
const [moduleFile, scriptFile] = [only(/^portal\.[\w-]+\.wasm$/), only(/^portal\.[\w-]+\.js$/)];

// The format: https://webassembly.github.io/spec/core/binary/modules.html
const IMPORTS = 2;
const bytes = readFileSync(moduleFile);
let at = 0;

function number() {
  let [value, shift, byte] = [0, 0, 0];
  do {
    byte = bytes[at++];
    value |= (byte & 127) << shift;
    shift += 7;
  } while (byte & 128);
  return value >>> 0;
}

function written(value) {
  const out = [];
  do {
    const byte = value & 127;
    value >>>= 7;
    out.push(value ? byte | 128 : byte);
  } while (value);
  return Buffer.from(out);
}

function text() {
  const length = number();
  at += length;
  return bytes.subarray(at - length, at).toString();
}

function limits() {
  const hasMost = bytes[at++] & 1;
  number();
  if (hasMost) number();
}

/** Passes over what an import is: a function, a table, a memory or a global. */
function kind() {
  const sort = bytes[at++];
  if (sort === 0) return number();
  if (sort === 1) at++;
  if (sort === 1 || sort === 2) return limits();
  if (sort === 3) return (at += 2);
  throw new Error(`an import of an unknown sort ${sort}`);
}

const names = new Map();
const short = (name) => names.get(name) ?? names.set(name, `_${names.size.toString(36)}`).get(name);

/** The section of imports, with their names made short. */
function imports(end) {
  const count = number();
  const parts = [written(count)];
  for (let index = 0; index < count; index++) {
    const [from, name] = [text(), text()];
    const its = /^__wb(g|indgen)_/.test(name) ? short(name) : name;
    const start = at;
    kind();
    parts.push(written(from.length), Buffer.from(from), written(its.length), Buffer.from(its), bytes.subarray(start, at));
  }
  if (at !== end) throw new Error("the section of imports was not understood");
  return Buffer.concat(parts);
}

const parts = [bytes.subarray(0, 8)];
at = 8;
while (at < bytes.length) {
  const start = at;
  const section = bytes[at++];
  const size = number();
  const end = at + size;
  if (section === IMPORTS) {
    const body = imports(end);
    parts.push(Buffer.from([IMPORTS]), written(body.length), body);
  } else {
    parts.push(bytes.subarray(start, end));
  }
  at = end;
}

// Names that are short already are left alone: a second run changes nothing.
if (names.size) {
  const given = new Set();
  const script = readFileSync(scriptFile, "utf8").replace(/__wb(?:g|indgen)_\w+/g, (name) => {
    if (names.has(name)) given.add(name);
    return names.get(name) ?? name;
  });
  if (given.size !== names.size) throw new Error("the module and its script are not of one build: run `make clean` and build anew");
  for (const [file, contents] of [[moduleFile, Buffer.concat(parts)], [scriptFile, Buffer.from(script)]]) {
    writeFileSync(file, contents);
    writeFileSync(`${file}.br`, brotliCompressSync(contents));
    writeFileSync(`${file}.gz`, gzipSync(contents, { level: 9 }));
  }
}
