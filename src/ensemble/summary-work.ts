import { columnOf, createColumns, type DrawColumns } from "./draw-columns.ts";
import { cutEnsemble, type EnsembleCut, type EnsembleShared } from "./ensemble-shared.ts";
import type { Work } from "./pool.ts";
import { drawsIn, type RowSource, rowFiller } from "./row-source.ts";
import { chunkRunner } from "./run-chunk.ts";
import { type SummaryCounter, type SummarySize, type SummaryState, summaryCounter } from "./summary-state.ts";

/** An ensemble of which only a summary is kept. Its scenarios keep all saves. */
export interface SummaryJob {
  readonly shared: EnsembleShared;
  readonly rows: RowSource;
  /** Draws per chunk. */
  readonly size: number;
  /** Whether quantiles are sketched. */
  readonly sketched: boolean;
}

/** The draws of one run over the job: the first, and how many. */
export interface SummaryRange {
  readonly from: number;
  readonly draws: number;
}

/** The shape of a summary of an ensemble. */
export function summarySize({ scenarios, outputs, saveSteps }: EnsembleShared): SummarySize {
  return { scenarios: scenarios.length, outputs: outputs.length, saves: saveSteps.length };
}

/** Runs chunks of an ensemble into columns that are used again and again, and keeps a summary of them. */
export const summaryWork: Work<SummaryJob, SummaryRange, never, SummaryState> = {
  kind: "summary",
  prepare({ shared, rows, size, sketched }) {
    const cut = cutEnsemble(shared);
    const run = chunkRunner(shared, cut);
    const fill = rowFiller(shared.ir, rows);
    const columns = createColumns(shared, cut, size, (bytes) => new ArrayBuffer(bytes));
    const params = new Float64Array(size * shared.ir.parameters.length);
    const total = drawsIn(rows);
    let counter = summaryCounter(summarySize(shared), sketched);
    return {
      chunk(range, index) {
        const from = range.from + index * size;
        const to = range.from + range.draws < total ? range.from + range.draws : total;
        const draws = size < to - from ? size : to - from;
        fill(from, draws, params);
        run({ params, firstRow: 0, firstDraw: from, draws, into: columns, at: 0 });
        summariseColumns(shared, cut, columns, from, draws, counter);
        return undefined;
      },
      finish() {
        const state = counter.state();
        counter = summaryCounter(summarySize(shared), sketched);
        return state;
      },
    };
  },
};

/** Adds the first `draws` of columns, which are draws `firstDraw` and on of the ensemble, to a summary. */
export function summariseColumns(
  { scenarios, outputs, saveSteps }: EnsembleShared,
  cut: EnsembleCut,
  columns: DrawColumns,
  firstDraw: number,
  draws: number,
  counter: SummaryCounter,
): void {
  for (let s = 0; s < scenarios.length; s++) {
    for (let o = 0; o < outputs.length; o++) {
      for (let save = 0; save < saveSteps.length; save++) {
        const values = columnOf(columns, cut, s, o, save, draws);
        const cell = (s * outputs.length + o) * saveSteps.length + save;
        counter.addValues(cell, values);
        if (s === 0) continue;
        const first = columnOf(columns, cut, 0, o, save, draws);
        counter.addChanges(cell - outputs.length * saveSteps.length, values, first);
      }
    }
    const { failedStep, failedVariable } = columns.scenarios[s]!;
    for (let i = 0; i < draws; i++)
      if (failedStep[i]! >= 0) counter.addFailure(s, firstDraw + i, failedStep[i]!, failedVariable[i]!);
  }
  counter.addDraws(draws);
}
