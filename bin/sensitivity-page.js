#!/usr/bin/env node
// Writes docs/sensitivity.md and its drawings from the newest stored result of `downstream discover models/us-mexico`. A result of
// another version of the model is shown with a notice. Runs on the compiled dist/, which `npm run docs` has made by then.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sensitivityPages } from "../dist/cli/sensitivity-pages.js";
import { compileModel, readFolder } from "../dist/index.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { files } = readFolder(join(root, "models", "us-mexico"));
const { model } = compileModel(files, { name: "us-mexico" });
const { pages, stale } = sensitivityPages(files, model.hash);
for (const [name, text] of Object.entries(pages)) writeFileSync(join(root, "docs", name), text);
if (Object.keys(pages).length > 0) process.stdout.write("Wrote docs/sensitivity.md\n");
if (stale !== undefined)
  process.stderr.write(
    `docs/sensitivity.md shows an older version of the model. To make it anew:\n  ${stale}\n  npm run docs\n`,
  );
