import { describe, expect, test } from "vitest";
import { compileModel } from "../model/compile-model.ts";
import type { Model } from "../model/model.ts";
import {
  inputsAfter,
  lastKnownMonth,
  movesAfter,
  newestOrigin,
  rowsWithin,
  scoredAfter,
  withoutLaterInputs,
  withoutLaterMoves,
} from "./forecast-known.ts";

function world(): Model {
  const months = (year: number) =>
    Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, "0")}-01`);
  const rows = [...months(2019), ...months(2020)];
  const chapter = `# World\n\n\`\`\`model
time from 2018-01 to 2022-01, 1 steps a month, euler
lever help [1] = 0, range 0..1
data climate [1] = data/climate.csv: climate
flow [person/year] = (100 + climate) * (1 - help) * one person a year
one person a year [person/year] = 1  @judgement
observe sums [person] = sum over 12 months (flow) by data/d.csv: n, reported 4 months late, error relative 1 %
observe pace [person/month] = flow by data/d.csv: n, reported 1 months late, error relative 1 %
observe shown [person/month] = flow by data/d.csv: n
\`\`\`\n`;
  const files = {
    "chapters/1.md": chapter,
    "data/d.csv": `date,n\n${rows.map((row, i) => `${row},${i === 20 ? 0 : 10}`).join("\n")}\n`,
    "data/climate.csv": "date,climate\n2018-01-01,1\n2019-01-01,2\n2020-01-01,3\n2021-01-01,4\n",
  };
  const { model, diagnostics } = compileModel(files, { name: "world" });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  return model;
}

describe("what is known at a date", () => {
  const model = world();
  const of = (name: string) => model.observations.find((one) => one.name === name)!;
  const index = (year: number, month: number) => year * 12 + month - 1;
  test("rows lie inside the run with their whole window, and above 0", () => {
    const rows = rowsWithin(of("sums"), index(2018, 3), index(2020, 10));
    // The sum to January 2019 begins in February 2018; that of September 2020 is 0.
    expect(rows.map((row) => of("sums").labels[row])).toEqual(
      of("sums").labels.filter((label) => label >= "2019-02" && label <= "2020-10" && label !== "2020-09"),
    );
  });
  test("a month is known when its end and the delay have passed", () => {
    expect(lastKnownMonth(of("sums"), "2020-11")).toBe(index(2020, 6));
  });
  test("the newest origin is the one whose draws no later row has weighed", () => {
    const origins = ["2020-12", "2020-11", "2020-08", "2020-07"];
    expect(newestOrigin(origins, [of("sums")], "2020-06")).toBe("2020-11");
    expect(newestOrigin(origins, [of("sums"), of("pace")], "2020-06")).toBe("2020-08");
    expect(newestOrigin(["2020-12"], [of("sums")], "2020-06")).toBeUndefined();
    // Its data end with 2020-12: an origin far beyond reads no later row.
    expect(newestOrigin([...origins, "2026-08"], [of("sums")], "2020-12")).toBe("2026-08");
    expect(newestOrigin(origins, [of("shown")], "2018-01")).toBe("2020-12");
  });
  test("series that weighed draws of an origin and reach beyond a month", () => {
    expect(scoredAfter(model, "2020-11", "2020-06")).toEqual([
      { name: "pace", file: "data/d.csv", column: "n", last: "2020-09" },
    ]);
    expect(scoredAfter(model, "2020-08", "2020-06")).toEqual([]);
  });
  test("inputs beyond a month are named, and cut on request", () => {
    expect(inputsAfter(model, "2020-12").map(({ name, last }) => [name, last])).toEqual([
      ["climate", "2021-01"],
    ]);
    expect(inputsAfter(model, "2021-01")).toEqual([]);
    const { tables } = withoutLaterInputs(model, "2020-11");
    expect(tables.map(({ y }) => y)).toEqual([[1, 2, 3]]);
    expect(withoutLaterInputs(model, "2017-01").tables[0]!.y).toEqual([1]);
    expect(withoutLaterInputs(model, "2021-01").tables).toEqual(model.ir.tables);
  });
  test("moves of levers after a month are named, and dropped on request", () => {
    const point = (time: number) => ({ time, value: 1 });
    const scenario = {
      id: "x",
      levers: [{ lever: 0, points: [point(2020), point(2020 + 5 / 12), point(2020 + 6 / 12)] }],
      parameters: [],
    };
    expect(movesAfter(model, scenario, "2020-06")).toEqual([{ lever: "help", month: "2020-07" }]);
    expect(withoutLaterMoves(scenario, "2020-06").levers[0]!.points).toHaveLength(2);
    expect(withoutLaterMoves(scenario, "2019-12").levers).toEqual([]);
  });
});
