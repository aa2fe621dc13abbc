import type { Ir } from "../model/ir.ts";
import { compileKernel, type RunStatus } from "./kernel.ts";
import { leverTable, type Schedules } from "./lever-table.ts";

/** Parameter values of the model as it stands. */
export function defaultParams(ir: Ir): Float64Array {
  return Float64Array.from(ir.parameters, (p) => p.value);
}

/** Runs a test model once: rows[output][save]. */
export function simulate(
  ir: Ir,
  outputs: readonly string[],
  schedules: Schedules = {},
  saveSteps: readonly number[] = ir.clock.saveSteps,
): { readonly rows: readonly (readonly number[])[]; readonly status: RunStatus } {
  const out = new Float64Array(outputs.length * saveSteps.length);
  const kernel = compileKernel(ir, outputs);
  const status = kernel.run({ params: defaultParams(ir), levers: leverTable(ir, schedules), saveSteps, out });
  const rows = outputs.map((_, o) => [...out.subarray(o * saveSteps.length, (o + 1) * saveSteps.length)]);
  return { rows, status };
}
