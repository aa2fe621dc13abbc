import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseCsv } from "../src/base/csv.ts";
import { canonicalName } from "../src/lang/names.ts";
import { compileModel } from "../src/model/compile-model.ts";
import { runBoth } from "./both-back-ends.ts";

const folder = new URL("./conformance/", import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".csv"))
  .map((name) => name.replace(/\.csv$/, ""));

/** The name of our variable for a column: `power5[c,a,f]` is `power5[c, a, f]`. */
const variableName = (column: string): string => canonicalName(column).replace(/,\s*/g, ", ");

/** The columns of a published output: the time, and the values by name. */
function published(name: string) {
  const { header, rows } = parseCsv(name, readFileSync(new URL(`${name}.csv`, folder), "utf8"));
  const numbers = rows.map(({ cells }) => cells.map((cell) => Number(cell.text)));
  const columns = header.map((cell, i) => ({
    name: variableName(cell.text),
    values: numbers.map((row) => row[i]!),
  }));
  expect(columns[0]?.name).toBe("time");
  return { times: columns[0]!.values, columns: columns.slice(1) };
}

/** Runs the model of a case by both back ends: the saved times, and the series of each wanted name. */
function ours(name: string, wanted: readonly string[]) {
  const { model, diagnostics } = compileModel({
    [`${name}.md`]: readFileSync(new URL(`${name}.md`, folder), "utf8"),
  });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  for (const one of wanted) expect([...model.variables.keys()], "every column has a variable").toContain(one);
  const { ir } = model;
  const saves = ir.clock.saveSteps;
  return {
    times: saves.map((step) => (ir.clock.startIndex + step) / ir.clock.stepsPerUnit),
    series: runBoth(ir, wanted),
  };
}

/** How far `a` is from the published `b`, in units of what is allowed: README.md of the folder. */
function distance(a: number, b: number, largest: number): number {
  const allowed = Math.max(1e-5 * Math.max(Math.abs(a), Math.abs(b)), 2e-6 * largest, 1e-12);
  return Math.abs(a - b) / allowed;
}

describe("published outputs of other tools", () => {
  test("there are at least 31 models", () => {
    expect(cases.length).toBeGreaterThanOrEqual(31);
  });

  test.each(cases)("%s", (name) => {
    const { times, columns } = published(name);
    expect(columns.length).toBeGreaterThan(0);
    const run = ours(
      name,
      columns.map((column) => column.name),
    );
    expect(run.times.length).toBe(times.length);
    for (const [i, time] of times.entries()) expect(run.times[i]).toBeCloseTo(time, 6);
    for (const [o, column] of columns.entries()) {
      const largest = Math.max(...column.values.map(Math.abs));
      for (const [i, value] of column.values.entries()) {
        expect(Number.isFinite(value), `${column.name} at ${times[i]}`).toBe(true);
        const got = run.series[o]![i]!;
        expect(
          distance(got, value, largest),
          `${column.name} at ${times[i]}: ${got}, published ${value}`,
        ).toBeLessThan(1);
      }
    }
  });
});
