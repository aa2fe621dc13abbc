import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { diagnosticCatalogue } from "../src/explain/diagnostics.ts";

/** The codes that a source text reports: `code: "x"`, and calls of `fail` and `report` that start with one. */
const REPORTED = /\bcode: "([a-z][a-z/-]+)"|\b(?:fail|report)\(\s*"([a-z]+(?:[-/][a-z]+)+)"/g;

test("every code that the program reports has words in both languages", () => {
  const source = new URL("../src/", import.meta.url);
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
  );
  const missing = new Set<string>();
  let codes = 0;
  for (const file of files) {
    const text = readFileSync(new URL(file.replaceAll("\\", "/"), source), "utf8");
    if (!text.includes("Diagnostic")) continue;
    for (const match of text.matchAll(REPORTED)) {
      codes++;
      const code = match[1] ?? match[2] ?? "";
      if (!Object.hasOwn(diagnosticCatalogue, code)) missing.add(`${code} (${file})`);
    }
  }
  expect(codes).toBeGreaterThan(50);
  expect([...missing]).toEqual([]);
});
