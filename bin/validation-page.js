#!/usr/bin/env node
// Writes docs/validation.md, docs/validation.json and docs/validation-episodes.svg from `downstream validate`.
// With `--page` only the page and the picture are written again from the JSON that is there.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { episodesPicture, validationPage } from "../dist/charts/validation-picture.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (name) => join(root, "docs", name);
if (!process.argv.includes("--page")) {
  const run = spawnSync(
    process.execPath,
    [join(root, "bin", "downstream.js"), "validate", "models/us-mexico", "--json"],
    { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "inherit"] },
  );
  if (run.status !== 0) process.exit(run.status ?? 1);
  writeFileSync(at("validation.json"), run.stdout);
}
const validation = JSON.parse(readFileSync(at("validation.json"), "utf8"));
writeFileSync(at("validation-episodes.svg"), episodesPicture(validation, "en"));
writeFileSync(at("validation.md"), validationPage(validation, "en", "validation-episodes.svg"));
process.stdout.write("Wrote docs/validation.md\n");
