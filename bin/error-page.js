#!/usr/bin/env node
// Writes docs/errors.md: every finding that the program reports. Runs on the compiled dist/, which `npm run docs` has made by then.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { errorPage } from "../dist/explain/error-page.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
writeFileSync(join(root, "docs", "errors.md"), errorPage());
process.stdout.write("Wrote docs/errors.md\n");
