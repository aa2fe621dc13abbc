import { describe, expect, it } from "vitest";
import type { BatchKernel } from "../batch.ts";
import { entropy } from "../random-choice.ts";
import { type RandomModel, randomIr } from "../random-ir.ts";
import { referenceBatch } from "../reference-batch.ts";
import { instantiateWasm } from "./instantiate-wasm.ts";
import { type WasmOptions, wasmBytes } from "./wasm-bytes.ts";

/** Code laid out as no real model of a few equations would be. */
const LAYOUTS: readonly WasmOptions[] = [
  {},
  { lanes: 32, writtenOut: 1, group: { least: 1, most: 2 } },
  { writtenOut: 2, group: { least: 8, most: 16 }, inLine: ["exp", "ln", "pow"] },
];

/** Everything that a batch of a random model gives: outputs from the start, and again from a kept state. */
function results(model: RandomModel, kernel: BatchKernel, lanes: number) {
  const { outputs, params, levers, saveSteps, keepAt, noiseSeed, firstRun } = model;
  const size = outputs.length * saveSteps.length * lanes;
  const request = {
    ...{ lanes, params, levers, saveSteps, noiseSeed, firstRun },
    ...{ outputStride: saveSteps.length * lanes, saveStride: lanes, laneStride: 1 },
  };
  const out = new Float64Array(size).fill(7);
  const again = new Float64Array(size).fill(7);
  const { kept, ...status } = kernel.run({ ...request, out, keepAt });
  const later = kernel.run({ ...request, out: again, fromStep: keepAt, state: kept! });
  const state = { failedStep: kept!.failedStep, failedVariable: kept!.failedVariable };
  return { out, again, status, later, state };
}

describe("however the code is laid out", () => {
  it.each(LAYOUTS)("random models have the bits of the reference: %j", (options) => {
    for (let seed = 0; seed < 60; seed++) {
      const model = randomIr(entropy(seed, 3000));
      const kernel = instantiateWasm(wasmBytes(model.ir, model.outputs, options));
      const lanes = model.lanes < kernel.lanes ? model.lanes : kernel.lanes;
      const wanted = results(model, referenceBatch(model.ir, model.outputs), lanes);
      const got = results(model, kernel, lanes);
      for (const key of ["out", "again"] as const) {
        const wrong = wanted[key].findIndex((value, i) => !Object.is(value, got[key][i]));
        expect(wrong, `model ${seed}, ${key}`).toBe(-1);
      }
      for (const key of ["status", "later", "state"] as const)
        expect(got[key], `model ${seed}, ${key}`).toEqual(wanted[key]);
    }
  });
});
