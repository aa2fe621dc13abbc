import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { modelWords } from "./diagnostic-words/model.ts";
import { unitsWords } from "./diagnostic-words/units.ts";
import { wordData } from "./diagnostic-words/words.ts";

const source = (folder: string): string => {
  const at = new URL(`../${folder}/`, import.meta.url);
  return readdirSync(at)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => readFileSync(new URL(name, at), "utf8"))
    .join("\n");
};

const texts = ["model", "evidence", "units"].map(source).join("\n");
const words = { ...modelWords, ...unitsWords };

describe("words of models, units and evidence", () => {
  test("every code that the sources report has words", () => {
    const reported = new Set(
      [...texts.matchAll(/(?:code:|fail\(|refuse\(|fault\(b,|reportCycle\()\s*"([a-z-]+)"/g)].map(
        (m) => m[1]!,
      ),
    );
    expect(reported.size).toBeGreaterThan(60);
    expect([...reported].filter((code) => !Object.hasOwn(words, code))).toEqual([]);
  });

  test("every code with words is reported somewhere", () => {
    expect(Object.keys(words).filter((code) => !texts.includes(`"${code}"`))).toEqual([]);
  });

  test("every code has a case", () => {
    const at = new URL("../model/cases/", import.meta.url);
    const cases = readdirSync(at).map((name) => readFileSync(new URL(name, at), "utf8"));
    const elsewhere = ["timeline-date", "no-chapters", "range-not-here", "table-points"];
    const missing = Object.keys(words).filter(
      (code) => !elsewhere.includes(code) && !cases.some((text) => text.includes(` ${code}`)),
    );
    expect(missing).toEqual([]);
  });

  test("no sentence shows a missing value", () => {
    const data = wordData({
      name: "a",
      left: "kg",
      right: "person",
      what: "start",
      hint: "factor",
      factor: "kg",
    });
    for (const entry of Object.values(words)) {
      for (const language of ["en", "es"] as const) {
        const { message, next } = entry[language](data);
        expect(`${message} ${next}`).not.toMatch(/undefined|null|\[object/);
        expect(message.length).toBeGreaterThan(8);
      }
    }
  });
});
