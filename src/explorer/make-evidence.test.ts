import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { modelFiles, storedDraws } from "../../tests/model-files.ts";
import { describeVariable } from "../explain/describe-variable.ts";
import type { IrPrior } from "../model/ir.ts";
import { gradeOf, isDirect, outcomeGrade } from "./evidence-grade.ts";
import { priorEnds, priorWords } from "./evidence-prior.ts";
import type { EvidenceRecord, Spread } from "./evidence-record.ts";
import { spread } from "./evidence-spread.ts";
import { makeEvidence } from "./make-evidence.ts";
import { makeFacts } from "./make-facts.ts";
import { testParts } from "./test-parts.ts";
import { unitLabel } from "./unit-label.ts";

const crisis = testParts("us-mexico", modelFiles("us-mexico"), storedDraws("us-mexico", "2024-10"));
const all = [
  ["us-mexico", crisis],
  ["teaching", testParts("teaching", modelFiles("teaching"))],
  ["regions", testParts("regions", modelFiles("regions"))],
] as const;

function points({ q05, q25, q50, q75, q95 }: Spread): readonly number[] {
  return [q05, q25, q50, q75, q95];
}

describe.each(all)("%s", (_, parts) => {
  const file = makeEvidence(parts);
  const { model } = parts;
  const kinds = (kind: EvidenceRecord["kind"]) =>
    file.records.filter((one) => one.kind === kind).map(({ name }) => name);

  test("a record for each lever, outcome, variant and uncertain number, each once", () => {
    expect(kinds("lever")).toEqual(model.ir.levers.map(({ name }) => name));
    expect(kinds("outcome")).toEqual(model.outcomes.map(({ name }) => name));
    expect(kinds("variant")).toEqual(model.variants);
    const uncertain = [...model.variables.values()].filter((one) => one.prior && !one.options);
    expect(kinds("parameter")).toEqual(uncertain.map(({ name }) => name));
    const keys = file.records.map(({ kind, name }) => `${kind} ${name}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("every reference is a source, every source is cited, every name is the model's", () => {
    const cited = file.records.flatMap(({ references }) => references.map(({ id }) => id));
    expect(Object.keys(file.sources)).toEqual([...new Set(cited)].sort());
    const known = (name: string) => model.variables.has(name) || model.arrays.has(name);
    const read = file.records.flatMap(({ uses, usedBy }) => [...uses, ...usedBy]);
    expect(read.filter((name) => !known(name))).toEqual([]);
  });

  test("texts stand in both languages, spreads ascend, heights lie from 0 to 1", () => {
    for (const record of file.records) {
      for (const text of [record.label, record.meaning, record.gradeWhy]) {
        expect([record.name, text.en !== "" && text.es !== ""]).toEqual([record.name, true]);
      }
      for (const one of [record.prior, record.posterior]) {
        if (one === undefined) continue;
        expect(points(one)).toEqual([...points(one)].sort((a, b) => a - b));
        expect(Math.max(...one.density)).toBe(1);
        expect(one.density.every((height) => height >= 0)).toBe(true);
        expect(record.low).toBeLessThan(record.high ?? Number.NaN);
      }
    }
  });

  test("options' weights add up to 1 before and after the data", () => {
    for (const { options = [{ prior: 1, posterior: 1 }] } of file.records) {
      for (const key of ["prior", "posterior"] as const)
        expect(options.reduce((sum, one) => sum + one[key], 0)).toBeCloseTo(1, 3);
    }
  });

  test("it agrees with `explain`", () => {
    for (const { name, kind, definition, value, references, judgement } of file.records) {
      const said = describeVariable(model, name);
      expect(definition).toBe(said?.definition);
      if (kind === "parameter" && value !== undefined) expect(value).toBe(said?.value);
      if (kind !== "parameter") continue;
      const ids = said?.references.map(({ id }) => id) ?? [];
      expect(references.map(({ id }) => id)).toEqual([...new Set(ids.filter((id) => id !== "judgement"))]);
      if (judgement !== undefined) expect(ids).toContain("judgement");
    }
  });
});

describe("the crisis model", () => {
  const file = makeEvidence(crisis);
  const record = (name: string): EvidenceRecord => {
    const found = file.records.find((one) => one.name === name);
    if (found === undefined) throw new RangeError(name);
    return found;
  };

  test("it stays small and the same", () => {
    const text = JSON.stringify(file);
    expect(gzipSync(text).length).toBeLessThan(150_000);
    expect(JSON.stringify(makeEvidence(crisis))).toBe(text);
  });

  test("five points of the posterior are those of its file, of the prior those of its law", () => {
    const { ranges } = crisis.posterior?.info ?? { ranges: [] };
    const held = file.records.filter((one) => one.posterior !== undefined);
    expect(held.length).toBeGreaterThan(150);
    for (const { name, prior, posterior } of held) {
      const range = ranges.find((one) => one.name === name);
      if (range === undefined || posterior === undefined || prior === undefined) continue;
      const width = range.posterior[2] - range.posterior[0];
      expect([name, Math.abs(posterior.q50 - range.posterior[1]) < width / 5]).toEqual([name, true]);
    }
    expect(record("time to replace a lab in weeks").prior?.q50).toBeCloseTo(2.134, 2);
  });

  test("what a spread spans lies inside what the prior can give, dates to the month", () => {
    const { low = 0, high = 0 } = record("onset of the precursor shock");
    expect([low >= 2022.75, low < 2022.85, high <= 2023.95, high > 2023.85]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test("a parameter that the data say nothing of has no posterior", () => {
    const silent = crisis.posterior?.info.silent ?? [];
    expect(silent.length).toBeGreaterThan(0);
    expect(file.records.filter(({ name, posterior }) => posterior && silent.includes(name))).toEqual([]);
  });

  test("the source of the replacement time is found: an unverified row, graded so, and who disagrees", () => {
    const { grade, references, objections, page } = record("time to replace a lab in weeks");
    expect([grade, references[0]?.id]).toEqual(["D", "B-LAB-05"]);
    expect(file.sources["B-LAB-05"]?.status).toBe("unverified");
    expect(objections.map(({ id }) => id)).toContain("sites-are-not-interchangeable");
    expect(page).toBe("how/chapters/02-production.html#time-to-replace-a-lab-in-weeks");
  });

  test("no lever that nobody has tried is graded better than an analogue", () => {
    const facts = makeFacts(crisis, { name: "1", date: "2026-01-01" });
    for (const { name, tried } of facts.levers) {
      if (tried === undefined) expect([name, record(name).grade >= "C"]).toEqual([name, true]);
    }
  });

  test("what has no row is a judgement; what has one is not", () => {
    for (const { kind, name, grade, references } of file.records) {
      if (kind !== "outcome") expect([name, grade === "E"]).toEqual([name, references.length === 0]);
    }
  });

  test("places by effect are those of the stored result, the level with no change first", () => {
    expect(record("trend of non-opioid deaths").rank).toEqual({
      place: 1,
      of: 293,
      outcome: "all drug deaths in 12 months",
      scenario: "baseline",
    });
    // First of what moves the effect of the package, second of what moves the level.
    expect(record("dose law").rank).toMatchObject({ place: 2, scenario: "baseline" });
    expect(record("lab replacement").rank?.scenario).toBe("ladder-full-campaign");
    expect(file.records.filter(({ kind, rank }) => kind === "lever" && rank !== undefined)).toEqual([]);
  });
});

describe("grades", () => {
  const row = (id: string, status: string, source: string, direct = true) => ({ id, status, source, direct });
  const grade = (rows: Parameters<typeof gradeOf>[0]["rows"], disputes = 0) =>
    gradeOf({ rows, official: ["INEGI"], disputes }).grade;

  test.each([
    ["A", [row("1", "verified", "Chua 2023"), row("2", "verified", "Santo 2021")]],
    ["A", [row("1", "verified", "INEGI, deaths")]],
    ["B", [row("1", "verified", "FDA SOURCE a"), row("2", "verified", "FDA SOURCE b")]],
    ["B", [row("1", "verified", "Chua 2023"), row("2", "secondary", "Santo 2021")]],
    ["C", [row("1", "verified", "INEGI, deaths", false)]],
    ["C", [row("1", "secondary", "A newspaper"), row("2", "unverified", "B")]],
    ["D", [row("1", "unverified", "A")]],
    ["E", []],
  ] as const)("%s", (letter, rows) => {
    expect(grade(rows)).toBe(letter);
  });

  test("an open objection makes an A or B a C, and no other grade better", () => {
    expect(grade([row("1", "verified", "INEGI")], 1)).toBe("C");
    expect(grade([row("1", "unverified", "A")], 1)).toBe("D");
    expect(grade([], 2)).toBe("E");
  });

  test("a row speaks of the number itself where the chapter makes no reservation or the number lies in it", () => {
    const constant = { dimensions: { dims: {}, factor: 1 }, value: 0.4 };
    const cited = {
      id: "1",
      quantity: "",
      value: 40,
      low: 30,
      high: 50,
      valueText: "40",
      unit: "percent",
      year: "",
      source: "",
      url: "",
      status: "verified",
      note: "",
    };
    expect(isDirect(constant, undefined, cited)).toBe(true);
    expect(isDirect(constant, "half of it", cited)).toBe(true);
    expect(isDirect({ ...constant, value: 0.6 }, "half as much again", cited)).toBe(false);
    expect(isDirect(constant, "another unit", { ...cited, unit: "people" })).toBe(false);
  });

  test("an outcome is as firm as its best series is counted", () => {
    const label = { en: "x", es: "x" };
    expect(
      outcomeGrade([
        { label, error: 25 },
        { label, error: 1 },
      ]).grade,
    ).toBe("A");
    expect([8, 20].map((error) => outcomeGrade([{ label, error }]).grade)).toEqual(["B", "C"]);
    expect([outcomeGrade([{ label }]).grade, outcomeGrade([]).grade]).toEqual(["C", "D"]);
  });
});

test("priors in words", () => {
  const said = (distribution: string, args: readonly number[], unit: string) => {
    const { en, es } = priorWords({ distribution, args }, unit, unitLabel(unit));
    return `${en} | ${es}`;
  };
  expect([
    said("triangular", [0.5, 2, 12], "month"),
    said("loguniform", [200, 8000], "million USD/year"),
    said("uniform", [2022.75, 2023.9167], "date"),
    said("normal", [0, 0.1], "1/year"),
    said("lognormal", [5, 0.3], "1"),
    said("beta", [2, 3], "1"),
  ]).toMatchInlineSnapshot(`
    [
      "triangular, from 0.5 to 12 months, most often 2 | triangular, de 0.5 a 12 meses, con más frecuencia 2",
      "uniform in the logarithm, from 200 to 8,000 million dollars a year | uniforme en el logaritmo, de 200 a 8,000 millones de dólares al año",
      "uniform, from October 2022 to December 2023 | uniforme, de octubre de 2022 a diciembre de 2023",
      "normal, mean 0, standard deviation 0.1 a year | normal, media 0, desviación estándar 0.1 al año",
      "log-normal, median 5, spread of the logarithm 0.3 | lognormal, mediana 5, dispersión del logaritmo 0.3",
      "beta (2, 3) | beta (2, 3)",
    ]
  `);
});

test("the ends of a prior; an open end is left out", () => {
  const ends = (distribution: IrPrior["distribution"], args: readonly number[]) =>
    priorEnds({ distribution, args });
  expect([ends("triangular", [1, 2, 3]), ends("beta", [2, 5]), ends("lognormal", [2, 1])]).toEqual([
    { low: 1, high: 3 },
    { low: 0, high: 1 },
    { low: 0 },
  ]);
  expect([ends("normal", [0, 1]), ends("lognormal", [-2, 1])]).toEqual([{}, {}]);
});

test("a spread has the shape of its values", () => {
  const even = spread(
    Float64Array.from({ length: 2800 }, (_, i) => i / 2800),
    0,
    1,
  );
  expect(even.density.every((height) => height > 0.98)).toBe(true);
  expect(points(even).map((value) => Number(value.toFixed(2)))).toEqual([0.05, 0.25, 0.5, 0.75, 0.95]);
  const low = spread(
    Float64Array.from({ length: 2800 }, (_, i) => (i / 2800) ** 3),
    0,
    1,
  );
  expect(low.density[0]).toBe(1);
  expect(low.density.at(-1)).toBeLessThan(0.15);
});
