import { columnBuffers, createColumns, type DrawColumns } from "./draw-columns.ts";
import { cutEnsemble, type EnsembleShared } from "./ensemble-shared.ts";
import type { Work } from "./pool.ts";
import { chunkRunner } from "./run-chunk.ts";

/** What all runs of rows over one job share. */
export interface RowsJob {
  readonly shared: EnsembleShared;
  /** Draws per chunk. */
  readonly size: number;
}

/** Rows of one run over the job. */
export interface RowsInput {
  /** Rows of `ir.parameters.length` values in base units; only the first `draws` are run. */
  readonly params: Float64Array;
  readonly draws: number;
  /** Number of the first draw, which decides its noise. */
  readonly firstDraw: number;
  /** Where results go when workers share memory with the caller; else they travel chunk by chunk. */
  readonly columns?: DrawColumns;
}

/** Runs rows that are given anew with every run: a worker compiles the model once. */
export const rowsWork: Work<RowsJob, RowsInput, DrawColumns, never> = {
  kind: "rows",
  prepare({ shared, size }) {
    const cut = cutEnsemble(shared);
    const run = chunkRunner(shared, cut);
    return {
      chunk({ params, draws: total, firstDraw, columns }, index) {
        const from = index * size;
        const draws = size < total - from ? size : total - from;
        const piece = columns ?? createColumns(shared, cut, draws, (bytes) => new ArrayBuffer(bytes));
        const at = columns === undefined ? 0 : from;
        run({ params, firstRow: from, firstDraw: firstDraw + from, draws, into: piece, at });
        return columns === undefined ? piece : undefined;
      },
    };
  },
  transfer: columnBuffers,
};
