import { columnBuffers, createColumns, type DrawColumns } from "./draw-columns.ts";
import { cutEnsemble, type EnsembleShared } from "./ensemble-shared.ts";
import type { Work } from "./pool.ts";
import { drawsIn, type RowSource, rowFiller } from "./row-source.ts";
import { chunkRunner } from "./run-chunk.ts";

/** An ensemble whose results are kept as columns. */
export interface ColumnsJob {
  readonly shared: EnsembleShared;
  readonly rows: RowSource;
  /** Number of the first draw: draw i of `rows` has the noise of run firstDraw + i. */
  readonly firstDraw: number;
  /** Draws per chunk. */
  readonly size: number;
  /** Where results go when workers share memory with the caller; else they travel chunk by chunk. */
  readonly columns?: DrawColumns;
}

/** Runs chunks of an ensemble and writes their columns. */
export const ensembleWork: Work<ColumnsJob, null, DrawColumns, never> = {
  kind: "ensemble",
  prepare({ shared, rows, firstDraw, size, columns }) {
    const cut = cutEnsemble(shared);
    const run = chunkRunner(shared, cut);
    const fill = rowFiller(shared.ir, rows);
    const total = drawsIn(rows);
    const scratch = new Float64Array(rows.of === "rows" ? 0 : size * shared.ir.parameters.length);
    return {
      chunk(_, index) {
        const from = index * size;
        const draws = size < total - from ? size : total - from;
        const piece = columns ?? createColumns(shared, cut, draws, (bytes) => new ArrayBuffer(bytes));
        if (rows.of !== "rows") fill(from, draws, scratch);
        run({
          ...(rows.of === "rows"
            ? { params: rows.params, firstRow: from }
            : { params: scratch, firstRow: 0 }),
          firstDraw: firstDraw + from,
          draws,
          into: piece,
          at: columns === undefined ? 0 : from,
        });
        return columns === undefined ? piece : undefined;
      },
    };
  },
  transfer: columnBuffers,
};
