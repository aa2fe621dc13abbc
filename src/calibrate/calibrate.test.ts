import { beforeAll, describe, expect, test } from "vitest";
import { DiagnosticError } from "../base/diagnostic.ts";
import { directPool } from "../ensemble/index.ts";
import { compileModel } from "../model/compile-model.ts";
import { type CalibrationOptions, calibrate } from "./calibrate.ts";
import { calibrationPlan, decisionMonth } from "./observed-terms.ts";
import type { Posterior } from "./posterior.ts";
import { posteriorParameters } from "./posterior-parameters.ts";

/** A level that is seen eight times with an error of 10 %: with a flat prior of its log the posterior is known. */
function level(extra = "", observed = "relative 10 %") {
  const years = Array.from({ length: 10 }, (_, i) => 2014 + i);
  const chapter = `# Level\n\n\`\`\`model
time from 2010-01 to 2030-01, 1 steps a month, euler, decision 2024-01
level [person] = size * (1 + 0 * other)
size [person] = 100 ~ loguniform(20, 500)  @judgement
other [1] = 1 ~ uniform(0.5, 1.5)  @judgement
variant view = near 3 | far 1
shown level [person] = level * (1 + view[far])
observe level seen [person] = shown level by data/seen.csv: level, reported 12 months late, error ${observed}
${extra}
\`\`\`\n`;
  const rows = years.map((year, i) => `${year}-01-01,${[95, 105, 110, 90, 100, 104, 96, 100, 900, 900][i]}`);
  const files = { "chapters/1.md": chapter, "data/seen.csv": `date,level\n${rows.join("\n")}\n` };
  const { model, diagnostics } = compileModel(files, { name: "level" });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  return model;
}

const options: CalibrationOptions = {
  ...{
    origin: "2023-01",
    particles: 500,
    islands: 2,
    priorDraws: 2000,
    keep: 1000,
    seed: 3,
    command: "test",
  },
};

function run(model: ReturnType<typeof level>, change: Partial<CalibrationOptions> = {}): Promise<Posterior> {
  return calibrate(model, directPool(), { ...options, ...change });
}

describe("a level with a known posterior", () => {
  const model = level();
  let posterior: Posterior;
  const column = (name: string) => posterior.info.parameters.indexOf(name);
  const draws = (name: string) =>
    Array.from(
      { length: 1000 },
      (_, i) => posterior.values[i * posterior.info.parameters.length + column(name)]!,
    );
  beforeAll(async () => {
    posterior = await run(model);
  });

  test("is fitted to what was known at the origin only", () => {
    expect(decisionMonth(model.ir)).toBe("2024-01");
    const plan = calibrationPlan(model, "2023-01");
    expect(plan.terms[0]?.observed).toEqual([95, 105, 110, 90, 100, 104, 96, 100]);
    expect(plan.saveSteps).toHaveLength(8);
    expect(posterior.info.fits[0]).toMatchObject({ points: 8, file: "data/seen.csv", column: "level" });
  });

  test("has its mean and spread: the mean log of the data, and 10 % over the root of eight", () => {
    const data = [95, 105, 110, 90, 100, 104, 96, 100];
    const centre = data.reduce((sum, value) => sum + Math.log(value), 0) / 8;
    const far = draws("view");
    const logs = draws("size").map((size, i) => Math.log(size) + (far[i] === 1 ? Math.log(2) : 0));
    const mean = logs.reduce((a, b) => a + b, 0) / logs.length;
    const sd = Math.sqrt(logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / logs.length);
    expect(Math.abs(mean - centre)).toBeLessThan(0.01);
    expect(sd / (0.1 / Math.sqrt(8))).toBeGreaterThan(0.8);
    expect(sd / (0.1 / Math.sqrt(8))).toBeLessThan(1.2);
  });

  test("tells the variants apart no better than the data can: both explain them, so the weights stay", () => {
    const [view] = posterior.info.variants;
    expect(view?.options.map((option) => option.prior)).toEqual([
      expect.closeTo(0.75, 2),
      expect.closeTo(0.25, 2),
    ]);
    for (const law of ["normal", "student"] as const) {
      const [low, middle, high] = view?.options[0]?.[law] ?? [0, 0, 0];
      expect(Math.abs(middle - 0.75)).toBeLessThan(0.08);
      expect(high - low).toBeLessThan(0.15);
    }
  });

  test("reports what it learned and what it did not", () => {
    const width = (name: string) =>
      posterior.info.ranges.find((range) => range.name === name)?.width ?? Number.NaN;
    expect(width("size")).toBeLessThan(0.3);
    expect(width("other")).toBe(1);
    expect(posterior.info.silent).toEqual(["other"]);
    expect(posterior.info.fits[0]?.mape).toBeLessThan(0.08);
    expect(posterior.info.fits[0]?.priorMape).toBeGreaterThan(0.1);
    expect(posterior.info.parameters).toEqual(["size", "view"]);
    expect(posterior.info.effectiveSampleSize).toBeGreaterThan(100);
    expect(posterior.info.rHat).toBeLessThan(1.02);
  });

  test("comes out the same again, and depends on the seed", async () => {
    expect(await run(model)).toEqual(posterior);
    expect((await run(model, { seed: 4 })).values).not.toEqual(posterior.values);
  });

  test("gives parameter sets of any number, in base units and in the order of the model", () => {
    const rows = posteriorParameters(model.ir, posterior, 2500, 1);
    const size = model.ir.parameters.findIndex((parameter) => parameter.name === "size");
    const width = model.ir.parameters.length;
    const stored = draws("size");
    for (const draw of [0, 7, 999]) expect(rows[draw * width + size]).toBe(stored[draw]);
    expect(rows[1000 * width + size]).toBe(stored[0]);
    const few = posteriorParameters(model.ir, posterior, 100, 1);
    expect(stored.slice(500, 510)).toContain(few[50 * width + size]);
  });
});

test("rejected draws are counted and never kept", async () => {
  const model = level("reject (size > largest size)\nlargest size [person] = 101  @judgement");
  const { info, values } = await run(model);
  expect(info.rejected).toBeGreaterThan(700);
  const column = info.parameters.indexOf("size");
  for (let i = 0; i < info.draws; i++) {
    expect(values[i * info.parameters.length + column]!).toBeLessThanOrEqual(101);
  }
});

test("a model that nothing observes, or that no draw fits, is a finding", async () => {
  const codes = async (model: ReturnType<typeof level>, change: Partial<CalibrationOptions> = {}) => {
    const error = await run(model, { priorDraws: 50, particles: 20, ...change }).catch(
      (caught: unknown) => caught,
    );
    return error instanceof DiagnosticError ? error.diagnostics.map((d) => d.code) : [];
  };
  expect(await codes(level(), { origin: "2012-01" })).toEqual(["calibrate-nothing-observed"]);
  expect(await codes(level("reject (1 > 0)"))).toEqual(["calibrate-no-weight"]);
});

test("what the origin sets is the same in every draw, and no column of the file", async () => {
  const model = level();
  const place = model.ir.parameters.findIndex(({ name }) => name === "other");
  const mechanism = {
    ...{ name: "other causes", text: "other causes", conceived: "2023-06", chapter: "chapters/1.md" },
    ...{ off: [{ parameter: "other", value: 1 / 3 }], span: { file: "", start: 0, end: 0 }, references: [] },
  };
  const withCause = { ...model, mechanisms: [mechanism] };
  const small = { particles: 50, priorDraws: 200, keep: 60 };
  const before = await run(withCause, small);
  expect(before.info).toMatchObject({ leftOut: ["other causes"], fixed: [{ name: "other", value: 1 / 3 }] });
  expect(before.info.parameters).toEqual(["size", "view"]);
  const rows = posteriorParameters(model.ir, before, 60, 1);
  const width = model.ir.parameters.length;
  for (let draw = 0; draw < 60; draw++) expect(rows[draw * width + place]).toBe(1 / 3);
  const full = await run(withCause, { ...small, full: true });
  expect(full.info).toMatchObject({ full: true, leftOut: [], fixed: [], silent: ["other"] });
});
