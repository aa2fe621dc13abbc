import { checkNames, type EnsembleShared } from "./ensemble-shared.ts";
import type { Pool } from "./pool.ts";
import { drawsIn, type RowSource } from "./row-source.ts";
import { chunkSize, type EnsembleOptions } from "./run-ensemble.ts";
import { type SummaryState, summaryCounter } from "./summary-state.ts";
import { type SummaryJob, summarySize, summaryWork } from "./summary-work.ts";

/** A summary of the first draws of an ensemble, from which a longer one can go on. */
export interface SummaryOptions extends EnsembleOptions {
  /** What is known of the first `state.draws` draws; the others are added. */
  readonly known?: SummaryState | undefined;
  /** Hears of the summary of all draws so far, several times on the way. */
  readonly keep?: ((state: SummaryState) => void) | undefined;
  /** Draws between two calls of `keep`; default 65,536. Changes no byte of the result. */
  readonly keepEvery?: number | undefined;
  /** Whether quantiles are sketched; default true. */
  readonly sketched?: boolean | undefined;
}

/**
 * Runs an ensemble and keeps only a summary of it: memory does not grow with the draws. The result has the same bytes
 * whatever the pool, the size of chunks, and the places where it was kept. Throws as `runEnsemble` does.
 */
export async function summariseEnsemble(
  pool: Pool,
  shared: EnsembleShared,
  rows: RowSource,
  options: SummaryOptions = {},
): Promise<SummaryState> {
  checkNames(shared);
  const { progress, signal, known, keep, keepEvery = 65536, sketched = true } = options;
  const draws = drawsIn(rows);
  const size = options.chunk ?? chunkSize(draws, pool.workers);
  const counter = summaryCounter(summarySize(shared), sketched);
  if (known !== undefined) counter.merge(known);
  const job: SummaryJob = { shared, rows, size, sketched };
  const open = pool.open(summaryWork, job);
  try {
    for (let from = known?.draws ?? 0; from < draws; from += keepEvery) {
      const part = keepEvery < draws - from ? keepEvery : draws - from;
      const told = (done: number) => from + (done * size < part ? done * size : part);
      await open.run({
        input: { from, draws: part },
        chunks: Math.ceil(part / size),
        progress: progress && ((done) => progress(told(done), draws)),
        signal,
      });
      for (const state of await open.finish()) counter.merge(state);
      if (keep !== undefined && from + part < draws) keep(counter.state());
    }
  } finally {
    open.close();
  }
  return counter.state();
}
