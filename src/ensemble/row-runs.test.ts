import { expect, test } from "vitest";
import { drawParameters } from "./design.ts";
import { directPool } from "./direct-pool.ts";
import { openRowRuns } from "./row-runs.ts";
import { runEnsemble } from "./run-ensemble.ts";
import { memoryModel, memoryOutputs } from "./test-model.ts";

const ir = memoryModel();
const saveSteps = ir.clock.saveSteps.filter((_, m) => m % 5 === 0);
const scenarios = [{ id: "pressure", schedules: { pressure: [{ at: 2018, value: 2 }] } }];
const shared = { ir, outputs: memoryOutputs, saveSteps, scenarios, branchStep: 0, noiseSeed: 3 };
const design = { sampler: "stratified", seed: 5, draws: 150 } as const;

// Without shared memory, as in a page, rows and results travel as messages.
test.each(["shared", "messages"])(
  "rows given one after the other have the bytes of an ensemble: %s",
  async (kind) => {
    const direct = directPool();
    const pool = kind === "shared" ? direct : { ...direct, allocate: undefined };
    const capacity = 90;
    const runs = openRowRuns(pool, shared, capacity);
    for (const [first, count] of [
      [0, 90],
      [90, 60],
    ] as const) {
      const params = drawParameters(ir, design, first, first + count);
      const request = { ...shared, params, draws: count, firstDraw: first };
      const expected = (await runEnsemble(directPool(), request)).scenarios[0]!;
      runs.params.set(params);
      const found = (await runs.run(count, first)).scenarios[0]!;
      for (let row = 0; row < memoryOutputs.length * saveSteps.length; row++) {
        const mine = found.values.subarray(row * capacity, row * capacity + count);
        expect(mine).toEqual(expected.values.subarray(row * count, (row + 1) * count));
      }
      expect(found.failedStep.subarray(0, count)).toEqual(expected.failedStep);
    }
    await expect(runs.run(capacity + 1)).rejects.toThrow("91 rows, more than 90");
    runs.close();
  },
);
