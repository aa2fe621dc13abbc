import { createColumns, type DrawColumns, placeColumns } from "./draw-columns.ts";
import { checkNames, cutEnsemble, type EnsembleShared } from "./ensemble-shared.ts";
import type { Pool } from "./pool.ts";
import { type RowsInput, type RowsJob, rowsWork } from "./rows-work.ts";
import { chunkSize } from "./run-ensemble.ts";

/** A model that stands ready in the workers for one batch of rows after another: what moves of particles need. */
export interface RowRuns {
  /** Rows of parameter values, `ir.parameters.length` columns, `capacity` of them: fill them, then run. */
  readonly params: Float64Array;
  /**
   * Runs the first `draws` rows; `firstDraw` decides their noise. Column lengths are the capacity, and the memory is used
   * again by the next run. One run at a time. A run that fails is a row with a status.
   */
  readonly run: (draws: number, firstDraw?: number) => Promise<DrawColumns>;
  readonly close: () => void;
}

/** Opens runs of at most `capacity` rows. Throws a DiagnosticError for unknown outputs, levers or parameters. */
export function openRowRuns(pool: Pool, shared: EnsembleShared, capacity: number): RowRuns {
  checkNames(shared);
  const cut = cutEnsemble(shared);
  const allocate = pool.allocate ?? ((bytes: number) => new ArrayBuffer(bytes));
  const params = new Float64Array(allocate(8 * capacity * shared.ir.parameters.length));
  const columns = createColumns(shared, cut, capacity, allocate);
  const job: RowsJob = { shared, size: chunkSize(capacity, pool.workers) };
  const open = pool.open(rowsWork, job);
  return {
    params,
    async run(draws, firstDraw = 0) {
      if (draws > capacity) throw new RangeError(`${draws} rows, more than ${capacity}`);
      const input: RowsInput =
        pool.allocate === undefined ? { params, draws, firstDraw } : { params, draws, firstDraw, columns };
      await open.run({
        input,
        chunks: Math.ceil(draws / job.size),
        take: (index, piece) => placeColumns(piece, columns, index * job.size),
      });
      return columns;
    },
    close: open.close,
  };
}
