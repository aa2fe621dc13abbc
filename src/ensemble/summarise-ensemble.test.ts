import { describe, expect, it } from "vitest";
import { drawParameters } from "./design.ts";
import { directPool } from "./direct-pool.ts";
import type { EnsembleShared } from "./ensemble-shared.ts";
import { momentsOf } from "./moments.ts";
import type { RowSource } from "./row-source.ts";
import { drawsOf, runEnsemble } from "./run-ensemble.ts";
import { summariseEnsemble } from "./summarise-ensemble.ts";
import type { SummaryState } from "./summary-state.ts";
import { memoryModel, memoryOutputs } from "./test-model.ts";

const ir = memoryModel();
const design = { sampler: "stratified", seed: 3, draws: 50 } as const;
const rows: RowSource = { of: "design", design };
const shared: EnsembleShared = {
  ir,
  outputs: memoryOutputs,
  saveSteps: ir.clock.saveSteps.filter((_, m) => m % 9 === 0),
  branchStep: 3 * 48,
  scenarios: [
    { id: "baseline", schedules: {} },
    { id: "pressure", schedules: { pressure: [{ at: 2018, value: 2 }] } },
    { id: "other", schedules: {}, overrides: { growth: 0.55 } },
  ],
};

/** Bits of everything in a summary. */
function bits(state: SummaryState): unknown {
  const { values, changes, order, failed, firstFailure, draws } = state;
  const numbers = [values, changes].flatMap((cells) => [
    ...[cells.count, cells.least, cells.greatest, cells.sums.sums, cells.sums.squares],
    cells.sketches.zeros,
  ]);
  return [
    draws,
    [...numbers, order, failed, firstFailure].map((list) => [...new Uint32Array(list.slice().buffer)]),
    [values, changes].map((cells) => [...cells.sketches.pages].map(([key, page]) => [key, [...page]])),
  ];
}

describe("summariseEnsemble", () => {
  it("gives the same bytes whatever the chunks, the stops on the way, and from where it went on", async () => {
    const wanted = bits(await summariseEnsemble(directPool(), shared, rows));
    for (const options of [{ chunk: 1 }, { chunk: 7, keepEvery: 20 }, { keepEvery: 1 }])
      expect(bits(await summariseEnsemble(directPool(), shared, rows, options))).toEqual(wanted);
    const kept: SummaryState[] = [];
    const keep = (state: SummaryState) => kept.push(structuredClone(state));
    await summariseEnsemble(directPool(), shared, rows, { keepEvery: 17, keep });
    expect(kept.map(({ draws }) => draws)).toEqual([17, 34]);
    const known = kept[1]!;
    expect(bits(await summariseEnsemble(directPool(), shared, rows, { known }))).toEqual(wanted);
  });

  it("is a summary of what runEnsemble keeps", async () => {
    const state = await summariseEnsemble(directPool(), shared, rows, { chunk: 11 });
    const params = drawParameters(ir, design);
    const all = await runEnsemble(directPool(), { ...shared, params, draws: design.draws });
    shared.scenarios.forEach((_, s) => {
      memoryOutputs.forEach((__, o) => {
        shared.saveSteps.forEach((___, save) => {
          const column = drawsOf(all, s, o, save);
          const base = drawsOf(all, 0, o, save);
          const cell = (s * memoryOutputs.length + o) * shared.saveSteps.length + save;
          const mean = column.reduce((a, b) => a + b, 0) / 50;
          expect(momentsOf(state.values.sums, cell, 50).mean).toBeCloseTo(mean, 9);
          expect(state.values.least[cell]).toBe(Math.min(...column));
          if (s === 0) return;
          const change = cell - memoryOutputs.length * shared.saveSteps.length;
          const differences = column.map((value, i) => value - base[i]!);
          expect(state.changes.greatest[change]).toBe(Math.max(...differences));
          const higher = column.filter((v, i) => v - base[i]! > 1e-9 * Math.abs(base[i]!)).length;
          expect(state.order[3 * change]).toBe(higher);
        });
      });
    });
  });

  it("counts what failed and names the first", async () => {
    const grown = { ...shared, scenarios: [{ id: "burst", schedules: {}, overrides: { limit: -1e-300 } }] };
    const state = await summariseEnsemble(directPool(), grown, rows, { chunk: 3 });
    expect(state.failed[0]).toBe(50);
    expect(state.firstFailure[0]).toBe(0);
    expect(state.firstFailure[1]).toBeGreaterThan(0);
  });
});
