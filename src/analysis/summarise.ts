import {
  columnOf,
  drawsIn,
  type EnsembleShared,
  momentsOf,
  type NumberCells,
  orderStatistics,
  type Pool,
  pagesByCell,
  type RowSource,
  runColumns,
  SKETCH_ERROR,
  type SummaryOptions,
  type SummaryState,
  summariseColumns,
  summariseEnsemble,
  summaryCounter,
  summarySize,
  variableNames,
} from "../ensemble/index.ts";
import { pairedChange } from "./compare.ts";
import { type Quantiles, quantileOf, quantiles } from "./quantiles.ts";

/** One quantity over many draws, base units. */
export interface NumberSummary extends Quantiles {
  /** Draws with a number: those that had not failed by then. */
  readonly draws: number;
  readonly mean: number;
  /** Standard deviation of the draws (n - 1). */
  readonly sd: number;
  /** Standard error of the mean if draws were independent; designs that spread them do better. */
  readonly error: number;
  readonly least: number;
  readonly greatest: number;
}

/** A scenario minus the first one, draw by draw. */
export interface ChangeSummary extends NumberSummary {
  /** Draws in which the scenario is higher, lower, the same (but for rounding: a relative 1e-9). */
  readonly higher: number;
  readonly lower: number;
  readonly same: number;
}

/** The runs of a scenario that failed, and the first of them. */
export interface Failures {
  readonly count: number;
  readonly first?: { readonly draw: number; readonly step: number; readonly variable: string };
}

/** The failures among runs of a scenario: per draw the step (-1 for a good run) and the variable. */
export function failuresIn(failedStep: Int32Array, failedVariable: readonly string[]): Failures {
  const draw = failedStep.findIndex((step) => step >= 0);
  const count = failedStep.reduce((sum, step) => sum + (step >= 0 ? 1 : 0), 0);
  if (draw < 0) return { count };
  return { count, first: { draw, step: failedStep[draw]!, variable: failedVariable[draw]! } };
}

/** A summary of an ensemble; indices are those of the request's scenarios, outputs and saves. */
export interface EnsembleSummary {
  readonly draws: number;
  /** Largest relative error of the order statistics behind quantiles: 0 where all numbers were sorted. */
  readonly quantileError: number;
  readonly value: (scenario: number, output: number, save: number) => NumberSummary;
  /** Of a scenario but the first. */
  readonly change: (scenario: number, output: number, save: number) => ChangeSummary;
  readonly failures: (scenario: number) => Failures;
}

/** Up to so many draws quantiles are exact; then columns are kept. */
export const EXACT_DRAWS = 100_000;
/** But not more than so many numbers: 1 GiB. */
const EXACT_NUMBERS = 134_217_728;

/** Whether a summary has exact quantiles, and so keeps all numbers while it is made. */
export function hasExactQuantiles({ scenarios, outputs, saveSteps }: EnsembleShared, draws: number): boolean {
  const numbers = scenarios.length * outputs.length * saveSteps.length * draws;
  return draws <= EXACT_DRAWS && numbers <= EXACT_NUMBERS;
}

/**
 * Runs an ensemble and summarises it: exact moments rounded once; quantiles by sorting, or for many draws from sketches
 * in memory that does not grow with them (then `options.known` and `keep` serve to go on later). `options.sketched` decides
 * which, where it is given. The same bytes whatever the pool and the size of chunks. Throws as `runEnsemble` does.
 */
export async function summarise(
  pool: Pool,
  shared: EnsembleShared,
  rows: RowSource,
  options: SummaryOptions = {},
): Promise<EnsembleSummary> {
  const draws = drawsIn(rows);
  if (options.sketched ?? !hasExactQuantiles(shared, draws)) {
    const state = await summariseEnsemble(pool, shared, rows, options);
    return summaryOf(shared, state, {
      error: SKETCH_ERROR,
      values: sketchedQuantiles(state.values),
      changes: sketchedQuantiles(state.changes),
    });
  }
  const { cut, columns } = await runColumns(pool, shared, rows, 0, options);
  const counter = summaryCounter(summarySize(shared), false);
  summariseColumns(shared, cut, columns, 0, draws, counter);
  const { outputs, saveSteps } = shared;
  const column = (cell: number) => {
    const save = cell % saveSteps.length;
    const row = (cell - save) / saveSteps.length;
    const output = row % outputs.length;
    return { scenario: (row - output) / outputs.length, output, save };
  };
  const values = (cell: number) => {
    const { scenario, output, save } = column(cell);
    return columnOf(columns, cut, scenario, output, save);
  };
  const changes = (cell: number) => {
    const { scenario, output, save } = column(cell);
    return pairedChange(
      columnOf(columns, cut, scenario + 1, output, save),
      columnOf(columns, cut, 0, output, save),
    );
  };
  return summaryOf(shared, counter.state(), {
    error: 0,
    values: (cell) => quantiles(values(cell).filter(Number.isFinite)),
    changes: (cell) => quantiles(changes(cell).filter(Number.isFinite)),
  });
}

/** Where the quantiles of cells come from. */
interface QuantileSource {
  readonly error: number;
  readonly values: (cell: number) => Quantiles;
  readonly changes: (cell: number) => Quantiles;
}

function summaryOf(shared: EnsembleShared, state: SummaryState, source: QuantileSource): EnsembleSummary {
  const { outputs, saveSteps } = shared;
  const names = variableNames(shared);
  const cellOf = (s: number, o: number, save: number) => (s * outputs.length + o) * saveSteps.length + save;
  return {
    draws: state.draws,
    quantileError: source.error,
    value(scenario, output, save) {
      const cell = cellOf(scenario, output, save);
      return { ...numberSummary(state.values, cell), ...source.values(cell) };
    },
    change(scenario, output, save) {
      const cell = cellOf(scenario - 1, output, save);
      const [higher, lower, same] = state.order.subarray(3 * cell, 3 * cell + 3);
      const numbers = { ...numberSummary(state.changes, cell), ...source.changes(cell) };
      return { ...numbers, higher: higher!, lower: lower!, same: same! };
    },
    failures(scenario) {
      const [draw, step, variable] = state.firstFailure.subarray(3 * scenario, 3 * scenario + 3);
      const count = state.failed[scenario]!;
      return count === 0
        ? { count }
        : { count, first: { draw: draw!, step: step!, variable: names[variable!] ?? "" } };
    },
  };
}

function numberSummary(cells: NumberCells, cell: number): Omit<NumberSummary, keyof Quantiles> {
  const draws = cells.count[cell]!;
  const { mean, variance } = momentsOf(cells.sums, cell, draws);
  const some = draws > 0;
  return {
    draws,
    mean,
    sd: Math.sqrt(variance),
    error: Math.sqrt(variance / draws),
    least: some ? cells.least[cell]! : Number.NaN,
    greatest: some ? cells.greatest[cell]! : Number.NaN,
  };
}

const POINTS = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Quantiles between order statistics that are read from sketches. */
function sketchedQuantiles(cells: NumberCells): (cell: number) => Quantiles {
  const pages = pagesByCell(cells.sketches);
  return (cell) => {
    const n = cells.count[cell]!;
    const ranks = POINTS.flatMap((p) => {
      const low = Math.floor((n - 1) * p);
      return [low, low + 1 < n ? low + 1 : low];
    });
    const least = cells.least[cell]!;
    const greatest = cells.greatest[cell]!;
    const found =
      n === 0
        ? []
        : orderStatistics(pages.get(cell) ?? [], cells.sketches.zeros[cell]!, ranks, least, greatest);
    // As `quantileOf` does between the two numbers around a point.
    const [q05, q25, q50, q75, q95] = POINTS.map((p, i) => {
      const h = (n - 1) * p;
      const two = Float64Array.of(found[2 * i] ?? Number.NaN, found[2 * i + 1] ?? Number.NaN);
      return quantileOf(two, h - Math.floor(h));
    });
    return { q05: q05!, q25: q25!, q50: q50!, q75: q75!, q95: q95! };
  };
}
