import { describe, expect, test } from "vitest";
import { stream } from "../base/stream.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import type { IrPrior } from "../model/ir.ts";
import { type SensitivityProblem, sensitivity } from "./sensitivity.ts";
import { totalIndex } from "./sensitivity-index.ts";

const OPTIONS = {
  seed: 7,
  candidates: 12,
  screen: 2048,
  leading: 10,
  top: 10,
  resamples: 100,
  batch: 100_000,
};

/** A problem of a plain function; `start` gives row i. */
function problem(
  priors: readonly IrPrior[],
  draws: number,
  start: (i: number, uniform: (c: number) => number) => readonly number[],
  of: (x: readonly number[]) => number,
  logLikelihood?: (x: readonly number[]) => number,
): SensitivityProblem {
  const width = priors.length;
  const chance = stream(3, "rows");
  const values = new Float64Array(draws * width);
  for (let i = 0; i < draws; i++)
    values.set(
      start(i, (c) => chance.uniform(c, i)),
      i * width,
    );
  const each = (rows: Float64Array, count: number, f: (x: readonly number[]) => number) =>
    Float64Array.from({ length: count }, (_, i) => f(Array.from(rows.subarray(i * width, (i + 1) * width))));
  return {
    rows: { values, width, draws },
    inputs: priors.map((prior, c) => ({
      ...{ name: `x${c}`, columns: [c], priors: [prior] },
      conditional: logLikelihood !== undefined,
    })),
    logLikelihoods: async (rows, count) => each(rows, count, logLikelihood ?? (() => 0)),
    quantities: async (rows, count) => [each(rows, count, of)],
  };
}

const uniform = (low: number, high: number): IrPrior => ({ distribution: "uniform", args: [low, high] });

function indices(found: Awaited<ReturnType<typeof sensitivity>>): readonly number[] {
  const out: number[] = [];
  for (const { input, index } of found.tables[0]?.rows ?? []) out[input] = index;
  return out;
}

describe("total indices against closed forms", () => {
  test("Ishigami's function, independent inputs: 0.5576, 0.4424, 0.2437, and nothing for an idle input", async () => {
    const priors = Array.from({ length: 4 }, () => uniform(-Math.PI, Math.PI));
    const ishigami = ([a = 0, b = 0, c = 0]: readonly number[]) =>
      Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
    const start = (_: number, u: (c: number) => number) => priors.map((_, c) => Math.PI * (2 * u(c) - 1));
    const found = await sensitivity(problem(priors, 16_384, start, ishigami), OPTIONS);
    const [a = 0, b = 0, c = 0, idle = 0] = indices(found);
    expect(Math.abs(a - 0.5576)).toBeLessThan(0.02);
    expect(Math.abs(b - 0.4424)).toBeLessThan(0.02);
    expect(Math.abs(c - 0.2437)).toBeLessThan(0.02);
    expect(idle).toBe(0);
    for (const { index, se } of found.tables[0]?.rows ?? []) {
      expect(se).toBeGreaterThan(0.002 * index);
      expect(se).toBeLessThan(0.03);
    }
  });

  // Under a correlation r of two normal inputs the variance that is left of one, given the other, is 1 - r^2 of its own.
  test.each([0, 0.6, 0.9])(
    "a sum of normal inputs with correlation %f that a likelihood makes",
    async (r) => {
      const priors: IrPrior[] = [
        { distribution: "normal", args: [0, 2] },
        { distribution: "normal", args: [0, 2] },
        { distribution: "normal", args: [0, 1] },
      ];
      // Prior deviation 2 for the two; the likelihood leaves a posterior of deviation 1 and correlation r.
      const p = 1 / (1 - r * r);
      const logLikelihood = ([x = 0, y = 0]: readonly number[]) =>
        -0.5 * (p * x * x - 2 * p * r * x * y + p * y * y - (x * x + y * y) / 4);
      const start = (_: number, u: (c: number) => number) => {
        const [a, b, c] = [0, 1, 2].map((k) => normalQuantile(u(k)));
        return [a ?? 0, r * (a ?? 0) + Math.sqrt(1 - r * r) * (b ?? 0), c ?? 0];
      };
      const sum = ([x = 0, y = 0, z = 0]: readonly number[]) => 100 + x + 2 * y + z;
      const found = await sensitivity(problem(priors, 8192, start, sum, logLikelihood), OPTIONS);
      const variance = 1 + 4 + 1 + 4 * r;
      const [x = 0, y = 0, z = 0] = indices(found);
      expect(Math.abs(x - (1 - r * r) / variance)).toBeLessThan(0.02);
      expect(Math.abs(y - (4 * (1 - r * r)) / variance)).toBeLessThan(0.03);
      expect(Math.abs(z - 1 / variance)).toBeLessThan(0.02);
      // Drawing again leaves the law of the draws alone.
      for (const { shift } of found.tables[0]?.rows ?? []) expect(Math.abs(shift)).toBeLessThan(0.03);
    },
  );

  test("a variant that the data inform is drawn with its posterior weight, not its prior one", async () => {
    const priors: IrPrior[] = [{ distribution: "categorical", args: [3, 1] }, uniform(0, 1)];
    // Likelihood 1 to 9 turns 3 : 1 into 1 : 3, whose variance is 3/16.
    const logLikelihood = ([k = 0]: readonly number[]) => (k === 1 ? Math.log(9) : 0);
    const start = (_: number, u: (c: number) => number) => [u(0) < 0.25 ? 0 : 1, u(1)];
    const of = ([k = 0, x = 0]: readonly number[]) => k + x;
    const found = await sensitivity(problem(priors, 8192, start, of, logLikelihood), OPTIONS);
    const variance = 3 / 16 + 1 / 12;
    const [k = 0, x = 0] = indices(found);
    expect(Math.abs(k - 3 / 16 / variance)).toBeLessThan(0.02);
    expect(Math.abs(x - 1 / 12 / variance)).toBeLessThan(0.02);
  });

  test("parameters of one line are one input: the index of a pair is the sum of both where they only add", async () => {
    const base = problem(
      [uniform(0, 1), uniform(0, 1), uniform(0, 1)],
      8192,
      (_, u) => [u(0), u(1), u(2)],
      ([a = 0, b = 0, c = 0]) => a + b + c,
    );
    const [first, second, third] = base.inputs;
    const pair = { name: "a pair", columns: [0, 1], priors: [...first!.priors, ...second!.priors] };
    const inputs = [{ ...pair, conditional: true }, third!];
    const found = await sensitivity({ ...base, inputs }, OPTIONS);
    const [both = 0, one = 0] = indices(found);
    expect(Math.abs(both - 2 / 3)).toBeLessThan(0.03);
    expect(Math.abs(one - 1 / 3)).toBeLessThan(0.02);
    expect(found.tables[0]?.sum).toBeCloseTo(both + one, 12);
  });
});

test("draws that are not those of the likelihood are told by the move of the mean", () => {
  const base = Float64Array.from({ length: 400 }, (_, i) => i / 400);
  const moved = base.map((value) => 0.5 + value / 4);
  const { shift, shiftErrors } = totalIndex(base, moved, 0, () => 0);
  expect(shift).toBeCloseTo((0.5 - 0.75 * 0.49875) / Math.sqrt(1 / 12), 2);
  expect(shiftErrors).toBeGreaterThan(10);
});

describe("what is run", () => {
  const additive = (draws: number, scale: readonly number[]) =>
    problem(
      scale.map(() => uniform(0, 1)),
      draws,
      (_, u) => scale.map((_, c) => u(c)),
      (x) => x.reduce((sum, value, c) => sum + value * (scale[c] ?? 0), 0),
    );

  test("only inputs that lead after the screening are run on all draws", async () => {
    const found = await sensitivity(additive(256, [9, 1, 5, 0.1, 0]), { ...OPTIONS, screen: 64, leading: 2 });
    const rows = found.tables[0]?.rows ?? [];
    expect(found.refined).toBe(2);
    expect(rows.map(({ input, draws }) => [input, draws])).toEqual([
      [0, 256],
      [2, 256],
      [1, 64],
      [3, 64],
    ]);
    expect(found.runs).toBe(256 + 64 * 5 + 192 * 2);
  });

  test("the size of batches changes no digit", async () => {
    const one = await sensitivity(additive(128, [1, 2, 3]), { ...OPTIONS, screen: 32, batch: 1 });
    const many = await sensitivity(additive(128, [1, 2, 3]), { ...OPTIONS, screen: 32, batch: 10_000 });
    expect(many.tables).toEqual(one.tables);
  });

  test("a quantity that is the same in every draw has no drivers, and failed runs are left out", async () => {
    const still = await sensitivity(additive(64, [0, 0]), OPTIONS);
    expect(still.tables[0]).toMatchObject({ varies: false, rows: [] });
    const base = additive(4096, [1, 1]);
    const holes: SensitivityProblem = {
      ...base,
      quantities: async (rows, count, block) => {
        const [column] = await base.quantities(rows, count, block);
        return [column!.map((value, i) => (i % block === 5 ? Number.NaN : value))];
      },
    };
    const found = await sensitivity(holes, { ...OPTIONS, screen: 4096 });
    expect(found.tables[0]?.rows[0]?.draws).toBe(4095);
    expect(Math.abs((found.tables[0]?.rows[0]?.index ?? 0) - 0.5)).toBeLessThan(0.03);
  });
});
