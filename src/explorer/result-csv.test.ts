import { expect, test } from "vitest";
import type { PathComparison } from "../analysis/path-comparison.ts";
import { type CsvFacts, resultCsv } from "./result-csv.ts";

const facts: CsvFacts = {
  ...{ model: "clinic", modelHash: "abc", release: "2026.1" },
  draws: { posterior: "2024-10", stored: 3, parameters: [], fixed: [] },
  ...{ decision: "2024-11", leversFrom: "2025-02", months: ["2024-10", "2024-11"] },
  levers: [{ name: "nurses", value: 1, low: 0, high: 9, kind: "slider" }],
  outcomes: [
    { name: "waiting", unit: { en: "people, at once", es: "personas a la vez" }, factor: 1 },
    { name: "share seen", unit: { en: "percent", es: "por ciento" }, factor: 0.01 },
  ],
  scenarios: [{ id: "baseline", group: "baseline", levers: [] }],
  assumptions: [],
  variants: [],
  headline: { outcome: "waiting", at: "2024-11" },
};
const path = { scenario: "baseline", levers: {} };
const choice = {
  ...{ release: "2026.1", seed: 7, assumptions: {} },
  ...{ a: path, b: { ...path, levers: { nurses: [{ at: "2025-02", value: 4 }] } } },
};
const points = (from: number) => Float64Array.from({ length: 20 }, (_, i) => from + i / 4);
const comparison: PathComparison = { draws: 3, kept: 2, a: points(0), b: points(0.1), at: [] };

test("a comparison as CSV: what it takes to make it again, then numbers in full in declared units", () => {
  const lines = resultCsv(choice, facts, comparison).split("\n");
  expect(lines.slice(0, 11)).toEqual([
    "# model: clinic",
    "# release: 2026.1",
    "# hash: abc",
    "# posterior: 2024-10",
    "# seed: 7",
    "# draws: 3",
    "# draws kept: 2",
    "# number version: 1",
    "# link: ?m=2026.1&n=1&s=7&b.nurses=4",
    "month,outcome,path,unit,q05,q25,q50,q75,q95",
    '2024-10,waiting,A,"people, at once",0,0.25,0.5,0.75,1',
  ]);
  expect(lines[12]).toBe('2024-10,waiting,B,"people, at once",0.1,0.35,0.6,0.85,1.1');
  // Row order: outcome, path, month.
  const last = [15, 16, 17, 18, 19].map((i) => (0.1 + i / 4) / 0.01);
  expect(lines[17]).toBe(`2024-11,share seen,B,percent,${last.join(",")}`);
  expect(lines).toHaveLength(19);
});

test("a number that is not there leaves its cell empty", () => {
  const none = { ...comparison, a: new Float64Array(20).fill(Number.NaN) };
  expect(resultCsv(choice, facts, none).split("\n")[10]).toBe('2024-10,waiting,A,"people, at once",,,,,');
});
