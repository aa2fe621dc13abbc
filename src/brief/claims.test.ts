import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Files } from "../base/diagnostic.ts";
import { judgeClaim } from "./claims.ts";
import { parseBrief } from "./parse-brief.ts";
import { loadRecord } from "./record.ts";

const root = join(import.meta.dirname, "../..");
const model = "models/us-mexico";

function read(folder: string): [string, string][] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".csv"))
    .map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), "utf8")]);
}

const files: Files = Object.fromEntries([...read(`${model}/evidence`), ...read(`${model}/data`)]);
const file = "briefs/2024-11-force-in-mexico.md";
const text = readFileSync(join(root, file), "utf8");
const parsed = parseBrief(file, text);

function verdict(id: string, change: Files = {}) {
  const claim = parsed.brief!.claims.find((c) => c.id === id)!;
  return judgeClaim(claim, loadRecord({ ...files, ...change }, model), parsed.brief!.head.date);
}

/** The files with one text replaced in one of them. */
function edited(path: string, from: string | RegExp, to: string): Files {
  const before = files[`${model}/${path}`]!;
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return { [`${model}/${path}`]: after };
}

test("the brief of November 2024 is read without findings, with nine claims, eight proposals, four expectations", () => {
  expect(parsed.diagnostics).toEqual([]);
  expect(parsed.brief!.claims.map((c) => c.id)).toEqual([
    "F1",
    "F2",
    "F3",
    "F4",
    "F5",
    "F6",
    "F7",
    "F8",
    "F9",
  ]);
  expect(parsed.brief!.proposals.length).toBe(8);
  expect(parsed.brief!.expectations.length).toBe(4);
});

test("every claim gets the verdict that the data support", () => {
  expect(Object.fromEntries(parsed.brief!.claims.map((c) => [c.id, verdict(c.id).verdict]))).toEqual({
    F1: "supported",
    F2: "overstated",
    F3: "supported",
    F4: "reading: supported",
    F5: "reading: contradicted",
    F6: "supported",
    F7: "expectation",
    F8: "reading: supported",
    F9: "cannot be checked",
  });
});

test("F1 reads the twelve months that were published by the article's date", () => {
  const result = verdict("F1");
  expect(result.value?.number).toBe(96726);
  expect(result.value?.text.en).toBe("96,726 deaths in 12 months");
  expect(result.why.en).toContain("June 2024");
  expect(result.why.es).toContain("junio de 2024");
  expect(result.sources).toEqual(["data/cdc-vsrr-overdose-12mo-ending.csv"]);
});

test("F1: the verdict follows the data", () => {
  const csv = "data/cdc-vsrr-overdose-12mo-ending.csv";
  expect(verdict("F1", edited(csv, "2024-06-01,96726", "2024-06-01,70000")).verdict).toBe("overstated");
  expect(verdict("F1", edited(csv, "2024-06-01,96726", "2024-06-01,130000")).verdict).toBe("understated");
  expect(verdict("F1", edited(csv, "2024-06-01,96726", "2024-06-01,9600")).verdict).toBe("contradicted");
  expect(verdict("F1", edited(csv, "2024-07-01,94100", "2024-07-01,1")).verdict).toBe("supported");
  expect(verdict("F1", { [`${model}/${csv}`]: "date,other\n2024-06-01,1\n" }).verdict).toBe(
    "cannot be checked",
  );
});

test("F2: two thirds to three quarters is most, not the vast majority; the figures are shown", () => {
  const result = verdict("F2");
  expect(result.value?.number).toBeCloseTo(63921 / 96726, 12);
  expect(result.value?.low).toBeCloseTo(0.6, 12);
  expect(result.value?.high).toBeCloseTo(0.8, 12);
  expect(result.why.en).toContain("66.1 %");
  expect(result.says.en).toContain("80 % or more");
  const more = edited("data/cdc-vsrr-overdose-12mo-ending.csv", ",63921,", ",85000,");
  expect(verdict("F2", more).verdict).toBe("supported");
  const less = {
    ...edited("data/cdc-vsrr-overdose-12mo-ending.csv", ",63921,", ",30000,"),
    ...edited("evidence/evidence.csv", /^A-DTH-1[03],.*\r?\n/gm, ""),
  };
  expect(verdict("F2", less).verdict).toBe("contradicted");
});

test("F3: fifty is the upper end of what sources give; one source alone would not do", () => {
  expect(verdict("F3").value).toMatchObject({ number: 50, low: 30, high: 50 });
  const one = edited(
    "evidence/evidence.csv",
    "DEA (50x) as quoted in press; US Sentencing",
    "DEA and US Sentencing",
  );
  expect(verdict("F3", one).verdict).toBe("cannot be checked");
  const high = edited(
    "evidence/evidence.csv",
    "A-OD-12a,Fentanyl potency relative to heroin,50,30,50",
    "A-OD-12a,x,30,25,30",
  );
  expect(verdict("F3", high).verdict).toBe("overstated");
});

test("F5: laboratories are reported in Mexico; the reading follows the rows", () => {
  const result = verdict("F5");
  expect(result.why.en).toMatch(/0 name Central America; 4 name Mexico/);
  const moved = edited("evidence/evidence.csv", /^(B-LAB-0[12],.*)Mexico/gm, "$1Guatemala");
  expect(verdict("F5", moved).verdict).toBe("reading: supported");
  const gone = edited("evidence/evidence.csv", /^(B-LAB-0[124]|B-SRC-01),.*\r?\n/gm, "");
  expect(verdict("F5", gone).verdict).toBe("cannot be checked");
});
