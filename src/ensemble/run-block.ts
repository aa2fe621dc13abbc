import type { BatchKernel, BatchRequest, BatchState } from "../engine/index.ts";
import type { Ir } from "../model/ir.ts";
import { type ColumnBlock, variableNames } from "./draw-columns.ts";
import type { EnsembleScenario, EnsembleShared } from "./ensemble-shared.ts";

/** A kernel whose results go into columns. */
export interface BlockRunner {
  /** Most draws in one call. */
  readonly lanes: number;
  /**
   * Runs some draws and writes what they save, and how they ended, to a block of columns `length` draws long, from
   * draw `at` on; gives the state kept, where one is asked for.
   */
  readonly run: (
    block: ColumnBlock,
    length: number,
    at: number,
    request: Omit<
      BatchRequest,
      "out" | "outOffset" | "outputStride" | "saveStride" | "laneStride" | "noiseSeed"
    >,
  ) => BatchState | undefined;
}

/** Puts what an ensemble's kernel gives into columns. */
export function blockRunner(shared: Omit<EnsembleShared, "scenarios">, kernel: BatchKernel): BlockRunner {
  const { noiseSeed = 0 } = shared;
  const places = new Map(variableNames(shared).map((name, i) => [name, i]));
  return {
    lanes: kernel.lanes,
    run(block, length, at, request) {
      const status = kernel.run({
        ...request,
        noiseSeed,
        out: block.values,
        outOffset: at,
        outputStride: request.saveSteps.length * length,
        saveStride: length,
        laneStride: 1,
      });
      for (let lane = 0; lane < request.lanes; lane++) {
        block.failedStep[at + lane] = status.failedStep[lane]!;
        block.failedVariable[at + lane] = places.get(status.failedVariable[lane]!) ?? -1;
      }
      return status.kept;
    },
  };
}

/** Columns of the parameters and the values that replace what the draws have there. */
export type ColumnValues = readonly (readonly [column: number, value: number])[];

/** The overrides of a scenario, whose names the model has. */
export function overrideColumns(ir: Ir, { overrides = {} }: EnsembleScenario): ColumnValues {
  return Object.entries(overrides).map(
    ([name, value]) => [ir.parameters.findIndex((p) => p.name === name), value] as const,
  );
}

/** Rows of `width` values, copied to the start of `into` with columns replaced; gives `into`. */
export function replaceColumns(
  rows: Float64Array,
  width: number,
  values: ColumnValues,
  into: Float64Array,
): Float64Array {
  into.set(rows);
  for (const [column, value] of values) for (let at = column; at < rows.length; at += width) into[at] = value;
  return into;
}
