import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

// The language leaves the last digits of these to each engine, so a result that used one could differ elsewhere.
const INEXACT =
  /\bMath\.(acosh?|asinh?|atan[2h]?|cbrt|cosh?|exp|expm1|hypot|log|log1p|log10|log2|pow|random|sinh?|tanh?)\b|\*\*=?(?![/*])/;
/** In these folders even exact helpers are limited to what every back end has as one instruction. */
const EXACT = /\bMath\.(?!(?:sqrt|abs|floor|ceil|trunc|fround|imul|clz32)\b)([a-z]\w*)/;

/** Whole-number powers only, part of a hash. */
const EXEMPT = new Set(["model/hash.ts"]);

function sources(folder: string): readonly (readonly [string, string])[] {
  const root = new URL(`../${folder}/`, import.meta.url);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => [`${folder}/${name}`, withoutComments(readFileSync(new URL(name, root), "utf8"))]);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

function offenders(folder: string, pattern: RegExp): string[] {
  return sources(folder).flatMap(([name, text]) => {
    if (EXEMPT.has(name)) return [];
    const found = pattern.exec(text);
    return found === null ? [] : [`${name}: ${found[0]}`];
  });
}

describe("numbers never depend on the host's Math", () => {
  it.each(["base", "math", "units", "model", "scenario", "engine", "ensemble", "calibrate", "analysis"])(
    "%s uses no function that engines may round differently",
    (folder) => {
      expect(sources(folder).length).toBeGreaterThan(0);
      expect(offenders(folder, INEXACT)).toEqual([]);
    },
  );
  it.each(["math", "engine"])("%s uses only single-instruction helpers", (folder) => {
    expect(offenders(folder, EXACT)).toEqual([]);
  });
  it("finds what it looks for", () => {
    for (const bad of ["Math.exp(x)", "Math.log(2)", "Math.atan2(a, b)", "2 ** 3", "x **= 2"])
      expect(bad).toMatch(INEXACT);
    for (const good of ["Math.sqrt(x)", "Math.floor(x)", "a * b", "Math.LN2"])
      expect(good).not.toMatch(INEXACT);
    expect("Math.min(a, b)").toMatch(EXACT);
    expect("Math.abs(x)").not.toMatch(EXACT);
  });
});
