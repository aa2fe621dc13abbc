#!/usr/bin/env node
// Writes docs/backtest.md and its drawings: forecasts of the crisis model from each stored posterior beside rivals.
// Runs on the compiled dist/, which `npm run docs` has made by then; takes some ten seconds.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { backtestPages } from "../dist/cli/backtest-pages.js";
import { loadSoundModel } from "../dist/cli/load-model.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const pages = await backtestPages(loadSoundModel("models/us-mexico"));
for (const [name, text] of Object.entries(pages)) writeFileSync(join(root, "docs", name), text);
process.stdout.write("Wrote docs/backtest.md\n");
