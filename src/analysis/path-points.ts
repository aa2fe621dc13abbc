import type { PathDraws } from "./path-draws.ts";
import {
  QUANTILE_POINTS,
  type QuantileScratch,
  quantileScratch,
  selectQuantiles,
} from "./select-quantiles.ts";

/** Numbers of a cell: q05, q25, q50, q75, q95. */
export const POINTS = QUANTILE_POINTS.length;

/** Draws, ascending, that failed in neither path and that `holds` (1: kept) does not leave out. */
export function keptDraws(a: PathDraws, b: PathDraws, holds?: Uint8Array): Int32Array {
  const kept = new Int32Array(a.draws);
  let count = 0;
  for (let d = 0; d < a.draws; d++)
    if (a.failedStep[d]! < 0 && b.failedStep[d]! < 0 && holds?.[d] !== 0) kept[count++] = d;
  return kept.slice(0, count);
}

/** Moves the kept numbers of a column to its start, in their order. */
export function keepOnly(column: Float64Array, kept: Int32Array): void {
  if (kept.length === column.length) return;
  for (let k = 0; k < kept.length; k++) column[k] = column[kept[k]!]!;
}

/** Memory for the cells of paths with so many draws. */
export interface CellScratch {
  readonly column: Float64Array;
  readonly other: Float64Array;
  readonly quantiles: QuantileScratch;
}

export function cellScratch(draws: number): CellScratch {
  return {
    column: new Float64Array(draws),
    other: new Float64Array(draws),
    quantiles: quantileScratch(draws),
  };
}

/** The five points of one output of a path at the saves from .. to - 1, written into [output][save][point]. */
export function cellPoints(
  { column, quantiles }: CellScratch,
  path: PathDraws,
  kept: Int32Array,
  output: number,
  [from, to]: readonly [from: number, to: number],
  into: Float64Array,
): void {
  for (let save = from; save < to; save++) {
    path.fill(output, save, column);
    keepOnly(column, kept);
    selectQuantiles(quantiles, column, kept.length, into, (output * path.saves + save) * POINTS);
  }
}
