#!/usr/bin/env node
// Writes the pages of docs/ about the stored results of the crisis model (models/us-mexico/results/): validation.md, backtest.md,
// fall.md, sensitivity.md and their drawings. Nothing slow runs here; a result of another version of the model is shown with a notice.
// Runs on the compiled dist/, which `npm run docs` has made by then.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { warn } from "../dist/cli/draws.js";
import { loadSoundModel } from "../dist/cli/load-model.js";
import { resultPages } from "../dist/cli/result-pages.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const { pages, diagnostics } = resultPages(loadSoundModel("models/us-mexico"));
for (const [name, text] of Object.entries(pages)) writeFileSync(join(root, "docs", name), text);
const written = Object.keys(pages).filter((name) => name.endsWith(".md"));
process.stdout.write(written.map((name) => `Wrote docs/${name}\n`).join(""));
warn(diagnostics, { lang: "en" });
