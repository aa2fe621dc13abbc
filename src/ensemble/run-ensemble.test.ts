import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileKernel, leverTable } from "../engine/index.ts";
import { aParameter, aStock, makeIr, mul, num, param, plainClock, stock } from "../engine/test-irs.ts";
import type { Ir } from "../model/ir.ts";
import { drawParameters } from "./design.ts";
import { directPool } from "./direct-pool.ts";
import { drawsOf, type EnsembleRequest, runEnsemble } from "./run-ensemble.ts";
import { memoryModel, memoryOutputs } from "./test-model.ts";

const ir = memoryModel();
const branchStep = 3 * 48;
const design = { sampler: "stratified", seed: 5, draws: 10 } as const;
const params = drawParameters(ir, design);
const saveSteps = ir.clock.saveSteps.filter((_, m) => m % 5 === 0);

const request: EnsembleRequest = {
  ir,
  outputs: memoryOutputs,
  saveSteps,
  branchStep,
  params,
  draws: design.draws,
  scenarios: [
    { id: "baseline", schedules: {} },
    { id: "pressure", schedules: { pressure: [{ at: 2018, value: 2 }] } },
    { id: "early", schedules: { threshold: [{ at: 2017, value: 20 }] } },
    { id: "other", schedules: {}, overrides: { growth: 0.55 } },
  ],
};

/** One draw of one scenario in a single full run: [output][save]. */
function fullRun(draw: number, scenario: number): Float64Array {
  const { schedules, overrides = {} } = request.scenarios[scenario]!;
  const row = params.slice(draw * ir.parameters.length, (draw + 1) * ir.parameters.length);
  for (const [name, value] of Object.entries(overrides))
    row[ir.parameters.findIndex((p) => p.name === name)] = value;
  const out = new Float64Array(memoryOutputs.length * saveSteps.length);
  compileKernel(ir, memoryOutputs).run({ params: row, levers: leverTable(ir, schedules), saveSteps, out });
  return out;
}

describe("runEnsemble", () => {
  it("gives each scenario and draw the bits of a full run of its own", async () => {
    const result = await runEnsemble(directPool(), request);
    expect(result.scenarios.map((s) => s.whole)).toEqual([false, false, true, true]);
    expect(result.historySaves).toBe(saveSteps.filter((k) => k < branchStep).length);
    for (const [s] of request.scenarios.entries())
      for (let d = 0; d < design.draws; d++) {
        const wanted = fullRun(d, s);
        memoryOutputs.forEach((_, o) => {
          saveSteps.forEach((__, t) => {
            expect(drawsOf(result, s, o, t)[d]).toBe(wanted[o * saveSteps.length + t]);
          });
        });
      }
    // The model is not trivial: rules fire, scenarios differ.
    const force = drawsOf(result, 0, 4, saveSteps.length - 1);
    expect(Math.max(...force)).toBeGreaterThan(0.1);
    expect([...drawsOf(result, 1, 0, 14)]).not.toEqual([...drawsOf(result, 0, 0, 14)]);
  });

  it("does not depend on the size of chunks", async () => {
    const whole = await runEnsemble(directPool(), request, { chunk: 10 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), async (chunk) => {
        expect(await runEnsemble(directPool(), request, { chunk })).toEqual(whole);
      }),
      { numRuns: 5 },
    );
  });

  it("makes run(design, i) pure: one draw alone is its column of the ensemble", async () => {
    const whole = await runEnsemble(directPool(), request);
    for (const i of [0, 3, 9]) {
      const alone = await runEnsemble(directPool(), {
        ...request,
        params: drawParameters(ir, design, i, i + 1),
        draws: 1,
      });
      for (let s = 0; s < 4; s++)
        for (let o = 0; o < memoryOutputs.length; o++)
          expect(drawsOf(alone, s, o, 12)[0]).toBe(drawsOf(whole, s, o, 12)[i]);
    }
  });

  it("gives draw i the noise of run i of the seed, in every scenario, whatever the chunks", async () => {
    const walking = makeIr({
      clock: plainClock(1, 20),
      parameters: [aParameter("start", 1)],
      stocks: [aStock("y", param(0), { op: "noise", index: 0 })],
    });
    const noisy: Ir = { ...walking, noise: [{ name: "shock", distribution: "normal" }] };
    const draws = 150;
    const walk = (change: Partial<EnsembleRequest>, chunk?: number) =>
      runEnsemble(
        directPool(),
        {
          ir: noisy,
          outputs: ["y"],
          saveSteps: [5, 20],
          branchStep: 10,
          params: new Float64Array(draws).fill(1),
          draws,
          scenarios: [
            { id: "a", schedules: {} },
            { id: "b", schedules: {}, overrides: { start: 1 } },
          ],
          noiseSeed: 9,
          ...change,
        },
        { chunk },
      );
    const whole = await walk({}, draws);
    expect(await walk({}, 7)).toEqual(whole);
    const last = drawsOf(whole, 0, 0, 1);
    expect(new Set(last).size).toBe(draws);
    // The branching run and the whole one meet the same shocks.
    expect(drawsOf(whole, 1, 0, 1)).toEqual(last);
    const later = await walk({ firstDraw: 100, params: new Float64Array(50).fill(1), draws: 50 });
    expect([...drawsOf(later, 0, 0, 1)]).toEqual([...last.subarray(100)]);
    expect(drawsOf(await walk({ noiseSeed: 10 }), 0, 0, 1)).not.toEqual(last);
  });

  it("reports a failing run as a row and loses nothing else", async () => {
    const explosive = makeIr({
      clock: plainClock(10, 100),
      parameters: [aParameter("rate", 1)],
      stocks: [aStock("y", num(1), mul(param(0), mul(stock(0), stock(0))))],
    });
    const result = await runEnsemble(directPool(), {
      ir: explosive,
      outputs: ["y"],
      saveSteps: [0, 50, 100],
      branchStep: 50,
      params: Float64Array.of(-1, 5, -2),
      draws: 3,
      scenarios: [{ id: "a", schedules: {} }],
    });
    const { failedStep, failedVariable } = result.scenarios[0]!;
    expect([...failedStep].map((k) => k >= 0)).toEqual([false, true, false]);
    expect(failedStep[1]).toBeLessThan(50);
    expect(failedVariable).toEqual(["", "y", ""]);
    expect(drawsOf(result, 0, 0, 0)[1]).toBe(1);
    expect(drawsOf(result, 0, 0, 1)[1]).toBeNaN();
    expect(drawsOf(result, 0, 0, 2)[1]).toBeNaN();
    expect(drawsOf(result, 0, 0, 2)[0]).toBeCloseTo(1 / 11, 5);
  });

  it("refuses names that the model does not have", async () => {
    const bad = (change: Partial<EnsembleRequest>) => runEnsemble(directPool(), { ...request, ...change });
    await expect(bad({ outputs: ["nothing"] })).rejects.toThrow("engine/unknown-variable");
    await expect(bad({ scenarios: [{ id: "x", schedules: { nothing: [] } }] })).rejects.toThrow(
      "engine/unknown-lever",
    );
    await expect(bad({ scenarios: [{ id: "x", schedules: {}, overrides: { nothing: 1 } }] })).rejects.toThrow(
      "ensemble/unknown-parameter",
    );
  });

  it("tells how far it is, in draws", async () => {
    const heard: (readonly [number, number])[] = [];
    await runEnsemble(directPool(), request, {
      chunk: 4,
      progress: (done, total) => heard.push([done, total]),
    });
    expect(heard).toEqual([
      [4, 10],
      [8, 10],
      [10, 10],
    ]);
  });
});
