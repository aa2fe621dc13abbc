import { expect } from "vitest";
import { compileBatch } from "../src/engine/compile-batch.ts";
import { leverTable } from "../src/engine/index.ts";
import type { Ir } from "../src/model/ir.ts";

/** Runs side by side: more than one vector of two lanes, and an odd number of them. */
const LANES = 3;

/**
 * Series of each output at every save, from the values that the model itself gives, by both back ends: the runs
 * `run`, `run + 1` ... must agree bit for bit and none may fail. Gives those of `run`.
 */
export function runBoth(
  ir: Ir,
  outputs: readonly string[],
  noise: { readonly seed?: number; readonly run?: number } = {},
): readonly (readonly number[])[] {
  const { saveSteps } = ir.clock;
  const params = Array.from({ length: LANES }, () => ir.parameters.map((p) => p.value)).flat();
  const results = (["reference", "wasm"] as const).map((backEnd) => {
    const out = new Float64Array(LANES * outputs.length * saveSteps.length);
    const status = compileBatch(ir, outputs, { backEnd }).run({
      lanes: LANES,
      params: Float64Array.from(params),
      levers: leverTable(ir, {}),
      saveSteps,
      out,
      outputStride: saveSteps.length,
      saveStride: 1,
      laneStride: outputs.length * saveSteps.length,
      noiseSeed: noise.seed ?? 1,
      firstRun: noise.run ?? 0,
    });
    expect([...status.failedVariable], backEnd).toEqual(Array(LANES).fill(""));
    return out;
  });
  const [reference, wasm] = results as [Float64Array, Float64Array];
  const different = reference.findIndex((value, i) => !Object.is(value, wasm[i]));
  expect(different, "first place where the back ends differ").toBe(-1);
  return outputs.map((_, o) => [...reference.subarray(o * saveSteps.length, (o + 1) * saveSteps.length)]);
}
