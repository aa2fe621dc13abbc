#!/usr/bin/env node
// Writes docs/critiques.md: the objections in models/us-mexico/critiques.yaml and what the model does about each.
// Runs on the compiled dist/, which `npm run docs` has made by then.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadCritiques } from "../dist/explain/critiques.js";
import { critiquesPage } from "../dist/explain/critiques-page.js";
import { renderCritiques } from "../dist/explain/critiques-view.js";
import { compileModel, readFolder } from "../dist/index.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { files } = readFolder(join(root, "models", "us-mexico"));
const { model } = compileModel(files, { name: "us-mexico" });
const { critiques, diagnostics } = loadCritiques(files, model);
if (diagnostics.length > 0) {
  for (const { code, data } of diagnostics) process.stderr.write(`${code} ${JSON.stringify(data)}\n`);
  process.exitCode = 1;
} else {
  const page = critiquesPage(renderCritiques(critiques, model, "en"), "model/");
  writeFileSync(join(root, "docs", "critiques.md"), page);
}
