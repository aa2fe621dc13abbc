import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Reference } from "../lang/ast.ts";
import { PURE } from "../units/unit.ts";
import { checkCitation, rowRange, rowUnit, unknownReferences } from "./check-citation.ts";
import { cellNumber, type EvidenceRow, loadRegister, loadTimeline } from "./register.ts";

const model = new URL("../../models/us-mexico/evidence/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, model), "utf8");

const HEAD = "id,quantity,value,low,high,unit,year,source,url_or_doi,status,note\n";
const reference = (id: string, reason?: string): Reference => ({
  id,
  span: { file: "m.md", start: 0, end: 1 },
  ...(reason === undefined ? {} : { reason }),
});

function row(cells: string): EvidenceRow {
  const { rows, diagnostics } = loadRegister("e.csv", `${HEAD}X,Things,${cells},2020,S,u,verified,\n`);
  expect(diagnostics).toEqual([]);
  return rows.get("X")!;
}

describe("the register", () => {
  test("the crisis model's register reads without a finding", () => {
    const { rows, diagnostics } = loadRegister("evidence/evidence.csv", read("evidence.csv"));
    expect(diagnostics).toEqual([]);
    expect(rows.size).toBeGreaterThan(300);
    expect(rows.get("A-PREV-01")).toMatchObject({
      value: 7600000,
      low: 6700000,
      unit: "people",
      status: "verified",
    });
    const states = new Set([...rows.values()].map((r) => r.status));
    expect([...states].sort()).toEqual(["secondary", "unverified", "verified"]);
  });

  test("the crisis model's timeline reads without a finding", () => {
    const { rows, diagnostics } = loadTimeline("evidence/timeline.csv", read("timeline.csv"));
    expect(diagnostics).toEqual([]);
    expect(rows.length).toBeGreaterThan(50);
    expect(rows[0]).toMatchObject({ date: "2023-09-30", value: "27023", unit: "pounds" });
  });

  test("a date that is none is reported at its place", () => {
    const text = "date,event,lever,value,unit,source,url\nsoon,E,,1,u,S,x\n2025-02,E,,1,u,S,x\n";
    const { diagnostics } = loadTimeline("t.csv", text);
    expect(diagnostics.map((d) => [d.code, text.slice(d.span!.start, d.span!.end)])).toEqual([
      ["timeline-date", "soon"],
    ]);
  });

  test("cells are numbers only when they are plain numbers", () => {
    expect(
      ["1.5", "-2e-08", ".5", "1,000", "about 3", "", "0x10", "Infinity", "1e999"].map(cellNumber),
    ).toEqual([1.5, -2e-8, 0.5, undefined, undefined, undefined, undefined, undefined, undefined]);
  });
});

describe("units and ranges of rows", () => {
  test.each([
    ["percent", true],
    ["percent (from 90)", true],
    ["lb (x0.4536 = kg)", true],
    ["deaths / 12 months", true],
    ["years", true],
    ["rate ratio", true],
    ["victims/day", true],
    ["percent of samples", false],
    ["patients per 100,000 per month", true],
    ["sign only", false],
    ["-", false],
  ])("unit %s: %s", (unit, known) => {
    expect(rowUnit(row(`1,,,${unit.includes(",") ? `"${unit}"` : unit}`), new Map()) !== undefined).toBe(
      known,
    );
  });

  test("a range covers low, high and value; a lone value one percent", () => {
    const kilo = { dims: {}, factor: 1000 };
    expect(rowRange(row("5,2,4,1"), kilo)).toEqual({ low: 2000, high: 5000 });
    expect(rowRange(row("5,2,,1"), PURE)).toEqual({ low: 2, high: 5 });
    expect(rowRange(row("-5,,,1"), PURE)).toEqual({ low: -5.05, high: -4.95 });
    expect(rowRange(row("some,,,1"), PURE)).toBeUndefined();
  });

  test("an end of the range belongs to it", () => {
    const rows = new Map([["X", row("0.3,0.1,0.7,percent")]]);
    const check = (value: number, reason?: string): number =>
      checkCitation(
        { name: "a", value, unit: PURE, unitText: "1", references: [reference("X", reason)] },
        rows,
        new Map(),
      ).length;
    expect([check(0.001), check(0.007), check(0.0071), check(0.0071, "why")]).toEqual([0, 0, 1, 0]);
  });

  test("an unknown id names the nearest", () => {
    const rows = new Map([["B-LAB-05", row("1,,,1")]]);
    const found = unknownReferences([reference("B-LAB-5"), reference("judgement")], rows);
    expect(found.map((d) => d.data)).toEqual([{ id: "B-LAB-5", suggestion: "B-LAB-05" }]);
  });
});
