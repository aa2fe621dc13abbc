import { describe, expect, test } from "vitest";
import type { CheckTree } from "../model/check-tree.ts";
import { compileModel } from "../model/compile-model.ts";
import { evaluateCheck } from "./evaluate-check.ts";
import { halveStep, stepChanges } from "./halve-step.ts";
import { centralParameters, runCheck } from "./run-checks.ts";

function compile(lines: string, method = "1 steps a month, euler") {
  const text = `# Tank\n\n\`\`\`model\ntime from 2020-01 to 2022-01, ${method}\nunit litre\n${lines}\n\`\`\`\n`;
  const { model, diagnostics } = compileModel({ "chapters/tank.md": text }, { name: "tank" });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  return model;
}

const TANK = `stock water [litre]
  start  first filling
  out    leak
first filling [litre] = 100  @judgement
leak rate [1/year] = 0.5 ~ uniform(0.1, 0.9)  @judgement
lever plug [1] = 0, range 0..1
leak [litre/year] = water * leak rate * (1 - plug)
outcome water, higher is better`;

function results(checks: string, draws?: Float64Array) {
  const model = compile(`${TANK}\n${checks}`);
  const sets = draws ?? centralParameters(model.ir);
  const rows = sets.length / model.ir.parameters.length;
  return model.checks.map((check) => runCheck(model, check, sets, rows));
}

describe("reality checks", () => {
  test("hold where the model keeps its promise, against the run and against the baseline", () => {
    const found = results(`check "plugged, nothing leaves": when (plug = 1) expect (water = first filling)
check "a plug never loses water": when (plug = 0.5) expect (water >= baseline(water))
check "no filling, no water": when (start of water = 0) expect (water = 0 and leak = 0)
check "a slower leak keeps more": when (leak rate = 0.1) expect (water > baseline(water)) from 2020-03`);
    expect(found.map((check) => check.failedDraws)).toEqual([0, 0, 0, 0]);
  });

  test("that fail say when first and with which values", () => {
    const [check] = results(`check "never below 70": expect (water >= 0.7 * first filling) from 2020-06`);
    expect(check?.failedDraws).toBe(1);
    expect(check?.failure?.time).toBeGreaterThan(2020.5);
    const water = check?.failure?.values.find((value) => value.name === "water");
    expect(water?.value).toBeLessThan(70);
    expect(water?.value).toBeGreaterThan(60);
  });

  test("are tried on every set of parameters", () => {
    const model = compile(`${TANK}\ncheck "never below 70": expect (water >= 0.7 * first filling)`);
    const names = model.ir.parameters.map((parameter) => parameter.name);
    const row = (rate: number) =>
      names.map((name, i) => (name === "leak rate" ? rate : (model.ir.parameters[i]?.value ?? 0)));
    const sets = Float64Array.from([0.1, 0.15, 0.9, 0.5].flatMap(row));
    const check = model.checks[0];
    if (check === undefined) throw new Error("no check");
    expect(runCheck(model, check, sets, 4)).toMatchObject({ draws: 4, failedDraws: 2, failure: { draw: 2 } });
  });

  test("a run that breaks down fails the check and names the variable", () => {
    const model = compile(`${TANK}
ratio [1] = first filling / (water - water)
check "finite": expect (ratio > 0)`);
    const check = model.checks[0];
    if (check === undefined) throw new Error("no check");
    expect(runCheck(model, check, centralParameters(model.ir), 1).failure?.stopped).toBe("ratio");
  });
});

test("comparisons allow the stated relative difference and nothing at zero", () => {
  const two = (op: "eq" | "le" | "ge" | "ne" | "lt", a: number, b: number, within: number) =>
    evaluateCheck(
      { op, left: { op: "const", value: a }, right: { op: "const", value: b } } satisfies CheckTree,
      { time: 0, run: () => 0, baseline: () => 0 },
      within,
    );
  expect(two("eq", 100, 100.9, 0.01)).toBe(1);
  expect(two("eq", 100, 102, 0.01)).toBe(0);
  expect(two("eq", 0, 1e-300, 0.01)).toBe(0);
  expect(two("le", 100.5, 100, 0.01)).toBe(1);
  expect(two("ge", 99.5, 100, 0.01)).toBe(1);
  expect(two("lt", 100, 100.5, 0.01)).toBe(1);
  expect(two("ne", 100, 100.5, 0.01)).toBe(0);
  for (const op of ["eq", "le", "ge", "lt"] as const) expect(two(op, Number.NaN, Number.NaN, 1)).toBe(0);
});

describe("halving the step", () => {
  test("keeps every date", () => {
    const { ir } = compile(TANK);
    const half = halveStep(ir);
    expect(half.clock.saveSteps.length).toBe(ir.clock.saveSteps.length);
    expect((half.clock.startIndex + half.clock.steps) / half.clock.stepsPerUnit).toBe(2022);
  });
  test("shows the error of Euler's method, which is of first order", () => {
    const [change] = stepChanges(compile(TANK));
    // Euler with 12 and 24 steps a year against exp(-0.5 t): the gap of the two is near (0.25 t / 24 / 2) exp(-0.5 t).
    expect(change?.change).toBeGreaterThan(0.003);
    expect(change?.change).toBeLessThan(0.01);
  });
  test.each([
    ["euler", 1, 0.003],
    ["rk2", 2, 0.00002],
    ["rk4", 4, 1e-10],
  ])("moves an outcome by what the order of %s says", (method, order, least) => {
    const change = (steps: number) =>
      stepChanges(compile(TANK, `${steps} steps a month, ${method}`))[0]!.change;
    const [coarse, fine] = [change(1), change(2)];
    expect(coarse).toBeGreaterThan(least);
    expect(Math.abs(Math.log2(coarse / fine) - order)).toBeLessThan(0.1 * order);
  });
  test("leaves random numbers as they are", () => {
    const model = compile(TANK);
    const noise = [{ name: "n", distribution: "uniform" }] as const;
    const auxiliaries = model.ir.auxiliaries.map((a) =>
      a.name === "leak" ? { ...a, expr: { op: "noise", index: 0 } as const } : a,
    );
    const [change] = stepChanges({ ...model, ir: { ...model.ir, noise, auxiliaries } });
    expect(change!.change).toBeLessThan(1e-14);
  });
  test("follows a scenario", () => {
    const model = compile(TANK);
    const plugged = {
      id: "plugged",
      levers: [{ lever: 0, points: [{ time: 2020, value: 1 }] }],
      parameters: [],
    };
    expect(stepChanges(model, plugged)).toEqual([{ outcome: "water", change: 0 }]);
    const rate = model.ir.parameters.findIndex((p) => p.name === "leak rate");
    const faster = { id: "faster", levers: [], parameters: [{ parameter: rate, value: 0.9 }] };
    expect(stepChanges(model, faster)[0]!.change).toBeGreaterThan(stepChanges(model)[0]!.change);
  });
  test("says that a run failed", () => {
    const [change] = stepChanges(
      compile(TANK.replace("out    leak", "in     leak * exp(water / first filling)")),
    );
    expect(change!.change).toBeNaN();
  });
});
