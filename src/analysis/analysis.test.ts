import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ir } from "../model/ir.ts";
import { commonDraws, compare, hundredths } from "./compare.ts";
import { drivers, uncertainInputs } from "./drivers.ts";
import { quantileOf, quantiles } from "./quantiles.ts";
import { rankCorrelation, ranks } from "./ranks.ts";
import { variantEffects } from "./variants.ts";

const f = (...numbers: number[]) => Float64Array.from(numbers);

test("quantiles are type 7: linear between order statistics", () => {
  const q = quantiles(f(4, 1, 3, 2));
  expect(q.q50).toBe(2.5);
  expect(q.q25).toBe(1.75);
  expect(q.q95).toBeCloseTo(3.85, 12);
  expect(quantileOf(f(7), 0.9)).toBe(7);
  expect(quantileOf(f(), 0.5)).toBeNaN();
});

test("a comparison is taken draw by draw, not between medians", () => {
  // The medians are equal, yet two draws of three are worse.
  const c = compare({ value: f(1, 3, 2.5), baseline: f(3, 2, 1), decision: f(1, 1, 1) }, "lower");
  expect(c.value.q50).toBe(2.5);
  expect(c.change.q50).toBe(1);
  expect(c.relative!.q50).toBe(0.5);
  expect(c.sinceDecision.q50).toBe(1.5);
  expect([c.betterOf100, c.worseOf100, c.sameOf100]).toEqual([33, 67, 0]);
});

test("no relative change where no change is zero; nothing is rated without a direction; failed draws are left out", () => {
  const c = compare({ value: f(1, 3, Number.NaN), baseline: f(0, 3, 1), decision: f(0, 0, 0) }, "higher");
  expect(c.relative).toBeUndefined();
  expect([c.betterOf100, c.worseOf100, c.sameOf100, c.draws]).toEqual([50, 0, 50, 2]);
  const none = compare({ value: f(1, 2), baseline: f(2, 2), decision: f(0, 0) }, "none");
  expect([none.betterOf100, none.worseOf100, none.sameOf100]).toEqual([0, 0, 100]);
});

test("differences of rounding size count as the same", () => {
  const c = compare({ value: f(1e6 + 1e-6), baseline: f(1e6), decision: f(1) }, "lower");
  expect(c.sameOf100).toBe(100);
});

test("counts of 100 always add up to 100", () => {
  expect(hundredths([1, 1, 1])).toEqual([34, 33, 33]);
  expect(hundredths([0, 0, 0])).toEqual([0, 0, 0]);
  fc.assert(
    fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 5 }), (counts) => {
      fc.pre(counts.some((c) => c > 0));
      const parts = hundredths(counts);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(100);
      const total = counts.reduce((a, b) => a + b, 0);
      for (const [i, part] of parts.entries())
        expect(Math.abs(part - (counts[i]! * 100) / total)).toBeLessThan(1);
    }),
  );
});

test("ranks share ties; the rank correlation sees order only", () => {
  expect([...ranks(f(10, 20, 10, 5))]).toEqual([2.5, 4, 2.5, 1]);
  expect(rankCorrelation(ranks(f(1, 2, 3, 4)), ranks(f(1, 8, 27, 1000)))).toBeCloseTo(1, 12);
  expect(rankCorrelation(ranks(f(1, 2, 3, 4)), ranks(f(4, 3, 2, 1)))).toBeCloseTo(-1, 12);
  expect(rankCorrelation(ranks(f(1, 1, 1)), ranks(f(1, 2, 3)))).toBe(0);
  // Known value: 1 - 6 * 4 / (5 * 24).
  expect(rankCorrelation(ranks(f(1, 2, 3, 4, 5)), ranks(f(2, 1, 4, 3, 5)))).toBeCloseTo(0.8, 12);
});

const ir = {
  parameters: [
    { name: "steep", unit: "1", factor: 1, value: 0, prior: { distribution: "uniform", args: [0, 1] } },
    { name: "idle", unit: "1", factor: 1, value: 0, prior: { distribution: "uniform", args: [0, 1] } },
    { name: "fixed", unit: "1", factor: 1, value: 3 },
    {
      name: "law",
      unit: "1",
      factor: 1,
      value: 0,
      options: ["a", "b", "c"],
      prior: { distribution: "categorical", args: [2, 1, 1] },
    },
  ],
} as unknown as Ir;

const draws = 60;
const params = new Float64Array(draws * 4);
const quantity = new Float64Array(draws);
for (let i = 0; i < draws; i++) {
  params.set([i / draws, ((i * 37) % draws) / draws, 3, i % 3], i * 4);
  quantity[i] = 10 * (i / draws) + (i % 3 === 2 ? 100 : 0);
}

test("drivers name what moves a quantity, options apart, with the ends of the range", () => {
  const inputs = uncertainInputs(ir, params, draws);
  expect(inputs.map((x) => `${x.parameter}${x.option ? `[${x.option}]` : ""}`)).toEqual([
    "steep",
    "idle",
    "law[a]",
    "law[b]",
    "law[c]",
  ]);
  const [first] = drivers(inputs, quantity);
  expect(first).toMatchObject({ parameter: "law", option: "c" });
  expect(first!.low).toBeLessThan(10);
  expect(first!.high).toBeGreaterThan(100);
  const within = quantity.map((v) => v % 100);
  expect(drivers(inputs, within, 1)[0]).toMatchObject({ parameter: "steep" });
  expect(drivers(inputs, within, 1)[0]!.rank).toBeCloseTo(1, 6);
  expect(drivers(inputs, f(1, 2), 3)).toEqual([]);
});

test("effects are reported for each option with its weights", () => {
  const [law] = variantEffects(ir, params, draws, [{ scenario: "s", outcome: "o", change: quantity }]);
  expect(law!.variant).toBe("law");
  expect(law!.options.map((o) => [o.option, o.prior, o.weight])).toEqual([
    ["a", 0.5, 20 / 60],
    ["b", 0.25, 20 / 60],
    ["c", 0.25, 20 / 60],
  ]);
  expect(law!.options[2]!.effects[0]!.median).toBeGreaterThan(100);
  expect(law!.options[0]!.effects[0]!.median).toBeLessThan(10);
});

test("draws in common are those without a gap in any column", () => {
  expect(commonDraws([f(1, Number.NaN, 3), f(1, 2, Number.POSITIVE_INFINITY)])).toEqual([0]);
});
