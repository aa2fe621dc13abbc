#!/usr/bin/env node
// Writes the generated files of src/math/ from the definitions in src/math/kernels/. Runs on the compiled dist/, which `npm run kernels` has made by then.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedFiles } from "../dist/math/kernels/generated-files.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
for (const [path, text] of Object.entries(generatedFiles())) {
  writeFileSync(join(root, "src", "math", path), text);
  process.stdout.write(`Wrote src/math/${path}\n`);
}
