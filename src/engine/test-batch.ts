import { expect } from "vitest";
import type { Ir } from "../model/ir.ts";
import type { BatchKernel, BatchState, BatchStatus } from "./batch.ts";
import { leverTable, type Schedules } from "./lever-table.ts";
import { type Interpreted, interpret } from "./test-interpreter.ts";

export type Compile = (ir: Ir, outputs: readonly string[]) => BatchKernel;

/** Runs side by side: lane i has the parameters params[i] and the noise of run firstRun + i. */
export interface Runs {
  readonly params: readonly (readonly number[])[];
  readonly schedules?: Schedules;
  readonly levers?: Float64Array;
  readonly saveSteps?: readonly number[];
  readonly fromStep?: number;
  readonly toStep?: number;
  readonly state?: BatchState;
  readonly keepAt?: number;
  readonly noiseSeed?: number;
  readonly firstRun?: number;
}

export interface BatchResult {
  /** rows[lane][output][save]. */
  readonly rows: readonly (readonly (readonly number[])[])[];
  readonly status: BatchStatus;
}

/** What cells hold that no run wrote. */
export const UNTOUCHED = -12345;

/** Runs a kernel, its results written in an order and at distances of their own. */
export function runBatch(kernel: BatchKernel, ir: Ir, runs: Runs): BatchResult {
  const { params, schedules = {}, levers, saveSteps = ir.clock.saveSteps, ...rest } = runs;
  const [lanes, saves, outputs] = [params.length, saveSteps.length, kernel.outputs.length];
  const [outputStride, saveStride, laneStride, outOffset] = [1, outputs + 1, saves * (outputs + 1) + 2, 3];
  const out = new Float64Array(outOffset + lanes * laneStride).fill(UNTOUCHED);
  const width = ir.parameters.length;
  const flat = new Float64Array(2 + lanes * width);
  params.forEach((row, i) => {
    flat.set(row, 2 + i * width);
  });
  const status = kernel.run({
    lanes,
    params: flat,
    paramsOffset: 2,
    levers: levers ?? leverTable(ir, schedules),
    saveSteps,
    out,
    outOffset,
    outputStride,
    saveStride,
    laneStride,
    ...rest,
  });
  const used = new Set<number>();
  const rows = params.map((_, lane) =>
    kernel.outputs.map((_, o) =>
      saveSteps.map((_, s) => {
        const at = outOffset + lane * laneStride + o * outputStride + s * saveStride;
        used.add(at);
        return out[at]!;
      }),
    ),
  );
  expect(out.every((v, at) => used.has(at) || v === UNTOUCHED)).toBe(true);
  return { rows, status };
}

/** The same runs by the plain meaning of the model. */
export function interpretBatch(ir: Ir, outputs: readonly string[], runs: Runs): readonly Interpreted[] {
  const {
    params,
    schedules = {},
    levers,
    saveSteps = ir.clock.saveSteps,
    noiseSeed = 0,
    firstRun = 0,
  } = runs;
  const table = levers ?? leverTable(ir, schedules);
  return params.map((row, lane) =>
    interpret(ir, outputs, { params: row, levers: table, saveSteps, noiseSeed, run: firstRun + lane }),
  );
}

/** The first place at which two sets of rows differ in a bit (NaN equals NaN, +0 and -0 differ); undefined: none. */
export function difference(
  found: BatchResult["rows"],
  wanted: BatchResult["rows"],
): { readonly lane: number; readonly output: number; readonly save: number } | undefined {
  for (const [lane, outputs] of wanted.entries())
    for (const [output, row] of outputs.entries())
      for (const [save, value] of row.entries())
        if (!Object.is(value, found[lane]![output]![save])) return { lane, output, save };
  return undefined;
}

/** Compiles and runs a model, and expects what its plain meaning gives: every bit, and how each run ended. */
export function expectMeaning(compile: Compile, ir: Ir, outputs: readonly string[], runs: Runs): BatchResult {
  const found = runBatch(compile(ir, outputs), ir, runs);
  const wanted = interpretBatch(ir, outputs, runs);
  expect([...found.status.failedStep]).toEqual(wanted.map((run) => run.failedStep));
  expect(found.status.failedVariable).toEqual(wanted.map((run) => run.failedVariable));
  expect(
    difference(
      found.rows,
      wanted.map((run) => run.rows),
    ),
  ).toBeUndefined();
  return found;
}
