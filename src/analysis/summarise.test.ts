import { describe, expect, it } from "vitest";
import {
  directPool,
  drawParameters,
  drawsOf,
  type EnsembleShared,
  runEnsemble,
  SKETCH_ERROR,
} from "../ensemble/index.ts";
import { memoryModel, memoryOutputs } from "../ensemble/test-model.ts";
import { compare } from "./compare.ts";
import { failuresIn, summarise } from "./summarise.ts";

const ir = memoryModel();
const design = { sampler: "stratified", seed: 3, draws: 120 } as const;
const rows = { of: "design", design } as const;
const shared: EnsembleShared = {
  ir,
  outputs: memoryOutputs,
  saveSteps: [60, 144, 288],
  branchStep: 3 * 48,
  scenarios: [
    { id: "baseline", schedules: {} },
    { id: "pressure", schedules: { pressure: [{ at: 2018, value: 2 }] } },
  ],
};

describe("summarise", () => {
  it("gives exact quantiles of few draws, and the comparison that all draws give", async () => {
    const summary = await summarise(directPool(), shared, rows);
    expect(summary.quantileError).toBe(0);
    const params = drawParameters(ir, design);
    const all = await runEnsemble(directPool(), { ...shared, params, draws: design.draws });
    memoryOutputs.forEach((_, o) => {
      const [value, baseline] = [1, 0].map((s) => drawsOf(all, s, o, 2));
      const one = compare({ value: value!, baseline: baseline!, decision: value! }, "higher");
      expect(summary.value(1, o, 2)).toMatchObject(one.value);
      const change = summary.change(1, o, 2);
      expect(change).toMatchObject(one.change);
      expect(Math.abs((100 * change.higher) / 120 - one.betterOf100)).toBeLessThan(1);
      expect(change.higher + change.lower + change.same).toBe(120);
    });
  });

  it("gives the same moments, and quantiles within the stated error, when it keeps sketches only", async () => {
    const exact = await summarise(directPool(), shared, rows);
    const sketched = await summarise(directPool(), shared, rows, { sketched: true, chunk: 7 });
    expect(sketched.quantileError).toBe(SKETCH_ERROR);
    for (let o = 0; o < memoryOutputs.length; o++)
      for (let save = 0; save < 3; save++)
        for (const pick of ["value", "change"] as const) {
          const [a, b] = [exact, sketched].map((summary) => summary[pick](1, o, save));
          const { q05, q25, q50, q75, q95, ...moments } = a!;
          expect(b).toMatchObject(moments);
          const size = Math.max(Math.abs(a!.least), Math.abs(a!.greatest));
          for (const [name, value] of Object.entries({ q05, q25, q50, q75, q95 })) {
            const room = SKETCH_ERROR * (pick === "value" ? Math.abs(value) : size);
            expect(Math.abs(b![name as keyof typeof moments] - value)).toBeLessThanOrEqual(room * 1.000001);
          }
        }
  });

  it("says of no numbers that there are none", async () => {
    const burst = { ...shared, scenarios: [{ id: "burst", schedules: {}, overrides: { limit: -1e-300 } }] };
    for (const sketched of [true, false]) {
      const summary = await summarise(directPool(), burst, rows, { sketched });
      const { draws, mean, q50, least } = summary.value(0, 0, 2);
      expect([draws, mean, q50, least]).toEqual([0, Number.NaN, Number.NaN, Number.NaN]);
      expect(summary.failures(0)).toMatchObject({ count: 120, first: { draw: 0, variable: "flow" } });
    }
  });
});

describe("failuresIn", () => {
  it("counts failed runs and names the first", () => {
    expect(failuresIn(Int32Array.of(-1, -1), ["", ""])).toEqual({ count: 0 });
    const first = { draw: 1, step: 7, variable: "x" };
    expect(failuresIn(Int32Array.of(-1, 7, 3), ["", "x", "y"])).toEqual({ count: 2, first });
  });
});
