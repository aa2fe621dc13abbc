import type { BatchState } from "../engine/index.ts";
import type { ColumnBlock } from "./draw-columns.ts";
import type { EnsembleShared } from "./ensemble-shared.ts";
import type { KernelOf } from "./kernel-of.ts";
import type { Work } from "./pool.ts";
import type { FillerOf, RowSource } from "./row-source.ts";
import { blockRunner, type ColumnValues, replaceColumns } from "./run-block.ts";

/** Draws that workers keep, each worker those of its own chunks. */
export interface SessionJob {
  readonly shared: Omit<EnsembleShared, "scenarios">;
  readonly rows: RowSource;
  /** Number of the first draw, which decides its noise. */
  readonly firstDraw: number;
  /** Place of the first draw of every chunk, and the number of draws at the end. */
  readonly bounds: readonly number[];
}

/** What is done with the kept draws. */
export interface SessionInput {
  /** `history`: to the branch, whose states are kept; `branch`: from there on; `whole`: a run from the start. */
  readonly part: "history" | "branch" | "whole";
  /** Row after row of lever values (`leverTable`). */
  readonly levers: Float64Array;
  readonly saveSteps: readonly number[];
  readonly overrides: ColumnValues;
  /** Chunks whose history the caller has already: nothing is done for them. */
  readonly loaded?: readonly number[];
}

/** What a worker keeps of a chunk. */
interface Kept {
  readonly rows: Float64Array;
  /** At the branch, batch by batch; empty before the history is run. */
  readonly states: BatchState[];
}

/**
 * Runs kept draws: the history once, then scenario after scenario from its states. A piece holds [output][save][draw].
 * Both sides of a pool have to be of this kind; kernel and rows are made on the worker's side.
 */
export function sessionWorkWith(
  kernelOf: KernelOf,
  fillerOf: FillerOf,
): Work<SessionJob, SessionInput, ColumnBlock, never> {
  return {
    kind: "session",
    prepare({ shared, rows, firstDraw, bounds }) {
      const { ir, outputs, branchStep } = shared;
      const width = ir.parameters.length;
      const last = shared.saveSteps.at(-1) ?? 0;
      const kernel = blockRunner(shared, kernelOf(shared));
      const fill = fillerOf(ir, rows);
      const changed = new Float64Array(kernel.lanes * width);
      const chunks = new Map<number, Kept>();

      function keptOf(index: number): Kept {
        const found = chunks.get(index);
        if (found !== undefined) return found;
        const [from, to] = [bounds[index]!, bounds[index + 1]!];
        const kept = { rows: new Float64Array((to - from) * width), states: [] };
        fill(from, to - from, kept.rows);
        chunks.set(index, kept);
        return kept;
      }

      return {
        chunk({ part, levers, saveSteps, overrides, loaded = [] }, index) {
          if (loaded.includes(index)) return undefined;
          const kept = keptOf(index);
          const from = bounds[index]!;
          const draws = bounds[index + 1]! - from;
          const piece: ColumnBlock = {
            values: new Float64Array(outputs.length * saveSteps.length * draws),
            failedStep: new Int32Array(draws),
            failedVariable: new Int32Array(draws),
          };
          for (let at = 0; at < draws; at += kernel.lanes) {
            const lanes = kernel.lanes < draws - at ? kernel.lanes : draws - at;
            const rows = kept.rows.subarray(at * width, (at + lanes) * width);
            const params = overrides.length === 0 ? rows : replaceColumns(rows, width, overrides, changed);
            const request = { lanes, params, levers, saveSteps, firstRun: firstDraw + from + at };
            const batch = at / kernel.lanes;
            if (part === "history") {
              const history = { ...request, toStep: branchStep, keepAt: branchStep };
              kept.states[batch] = kernel.run(piece, draws, at, history)!;
            } else if (part === "whole") {
              kernel.run(piece, draws, at, { ...request, toStep: last });
            } else {
              const state = kept.states[batch];
              if (state === undefined) throw new Error(`chunk ${index} has no history`);
              kernel.run(piece, draws, at, { ...request, fromStep: branchStep, state, toStep: last });
            }
          }
          return piece;
        },
      };
    },
    transfer: ({ values, failedStep, failedVariable }) =>
      [values, failedStep, failedVariable].map((list) => list.buffer as ArrayBuffer),
  };
}
