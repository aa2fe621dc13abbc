import { hundredths, SAME_WITHIN } from "./compare.ts";
import type { PathDraws } from "./path-draws.ts";
import { cellPoints, cellScratch, keepOnly, keptDraws, POINTS } from "./path-points.ts";
import { type Quantiles, quantileOf } from "./quantiles.ts";
import { quantileScratch, selectQuantiles } from "./select-quantiles.ts";

/**
 * Two paths of the same draws as an explorer shows them. Numbers are in base units; indices are those of the request's outputs and
 * saves. Draws that failed in either path are left out of both.
 */
export interface PathComparison {
  /** Draws asked for, draws kept (not failed, and holding the explanation asked for). */
  readonly draws: number;
  readonly kept: number;
  /** [output][save][q05, q25, q50, q75, q95] of each path; the history of a path that was run from the branch is the shared one. */
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** B minus A at the month asked for, output by output. */
  readonly at: readonly OutcomeComparison[];
}

/** B minus A of one outcome at one month. */
export interface OutcomeComparison {
  readonly a: Quantiles;
  readonly b: Quantiles;
  readonly change: Quantiles;
  /** As shares of A; absent where A is 0 in some draw. */
  readonly relative?: Quantiles;
  /** Of 100 draws, B better, worse, the same (a relative 1e-9); with better "none" all that differ count as neither. */
  readonly betterOf100: number;
  readonly worseOf100: number;
  readonly sameOf100: number;
  /** Quantile dots of the change: `dots[i]` is the (i + 0.5) / 50 quantile. */
  readonly dots: Float64Array;
}

/** One option of a variant: the same comparison among the draws that hold it. */
export interface ExplanationComparison {
  readonly variant: string;
  readonly option: string;
  readonly draws: number;
  /** Of the outcome asked for; absent where fewer than 20 draws hold the option. */
  readonly change?: Quantiles;
  readonly betterOf100?: number;
}

/** B minus A of one output over time: [save][q05, q25, q50, q75, q95]. */
export type ChangePath = Float64Array;

/** Which way an outcome is better. */
export type Better = "lower" | "higher" | "none";

/** Dots that stand for the draws of a change. */
const DOTS = 50;
/** Draws that hold an option, below which their quantiles say too little. */
const ENOUGH = 20;

/** Two paths of the same session, and what is asked of them. */
export interface ComparisonRequest {
  readonly a: PathDraws;
  readonly b: PathDraws;
  /** Output by output. */
  readonly better: readonly Better[];
  /** The save at which B is compared with A. */
  readonly at: number;
  /** Per draw 1 where it holds the explanation asked for, else 0; absent: all do. */
  readonly holds?: Uint8Array;
}

/** Compares two paths at once: quantiles of every cell, and B minus A at one save. The same bits as sorting every cell. */
export function comparePaths({ a, b, better, at, holds }: ComparisonRequest): PathComparison {
  const kept = keptDraws(a, b, holds);
  const scratch = cellScratch(a.draws);
  const all = (path: PathDraws) => {
    const into = new Float64Array(path.outputs * path.saves * POINTS);
    for (let output = 0; output < path.outputs; output++)
      cellPoints(scratch, path, kept, output, [0, path.saves], into);
    return into;
  };
  const pointsA = all(a);
  return {
    draws: a.draws,
    kept: kept.length,
    a: pointsA,
    b: a === b ? pointsA.slice() : all(b),
    at: better.map((way, output) => compareAt(a, b, kept, output, at, way)),
  };
}

/** B minus A of one output at one save, among the kept draws. */
export function compareAt(
  a: PathDraws,
  b: PathDraws,
  kept: Int32Array,
  output: number,
  save: number,
  better: Better,
): OutcomeComparison {
  const n = kept.length;
  const scratch = quantileScratch(n);
  const five = (values: Float64Array): Quantiles => {
    const points = new Float64Array(POINTS);
    selectQuantiles(scratch, values, n, points, 0);
    const [q05, q25, q50, q75, q95] = points;
    return { q05: q05!, q25: q25!, q50: q50!, q75: q75!, q95: q95! };
  };
  const column = (path: PathDraws) => {
    const values = new Float64Array(path.draws);
    path.fill(output, save, values);
    keepOnly(values, kept);
    return values.subarray(0, n);
  };
  const [valuesA, valuesB] = [column(a), column(b)];
  const change = new Float64Array(n);
  const relative = new Float64Array(n);
  let hasRelative = n > 0;
  let up = 0;
  let down = 0;
  for (let k = 0; k < n; k++) {
    const from = valuesA[k]!;
    const difference = valuesB[k]! - from;
    const size = Math.abs(from);
    change[k] = difference;
    if (size === 0) hasRelative = false;
    else relative[k] = difference / size;
    if (Math.abs(difference) <= SAME_WITHIN * size) continue;
    if (difference > 0) up++;
    else down++;
  }
  const [good, bad] = better === "none" ? [0, 0] : better === "higher" ? [up, down] : [down, up];
  const [betterOf100, worseOf100, sameOf100] = hundredths([good, bad, n - good - bad]);
  change.sort();
  return {
    a: five(valuesA),
    b: five(valuesB),
    change: five(change),
    ...(hasRelative ? { relative: five(relative) } : {}),
    betterOf100: betterOf100!,
    worseOf100: worseOf100!,
    sameOf100: sameOf100!,
    dots: Float64Array.from({ length: DOTS }, (_, i) => quantileOf(change, (i + 0.5) / DOTS)),
  };
}

/** B minus A of one output at every save, among the kept draws. */
export function changePath(a: PathDraws, b: PathDraws, kept: Int32Array, output: number): ChangePath {
  const { column: change, other, quantiles } = cellScratch(a.draws);
  const points = new Float64Array(a.saves * POINTS);
  for (let save = 0; save < a.saves; save++) {
    b.fill(output, save, change);
    a.fill(output, save, other);
    for (let d = 0; d < change.length; d++) change[d]! -= other[d]!;
    keepOnly(change, kept);
    selectQuantiles(quantiles, change, kept.length, points, save * POINTS);
  }
  return points;
}

/** An option of a variant, and per draw 1 where it is held, else 0. */
export interface HeldOption {
  readonly variant: string;
  readonly option: string;
  readonly holds: Uint8Array;
}

/** B minus A of one output at one save, option by option, among all draws that failed in neither path. */
export function explanationsAt(
  a: PathDraws,
  b: PathDraws,
  options: readonly HeldOption[],
  output: number,
  save: number,
  better: Better,
): readonly ExplanationComparison[] {
  return options.map(({ variant, option, holds }) => {
    const kept = keptDraws(a, b, holds);
    if (kept.length < ENOUGH) return { variant, option, draws: kept.length };
    const { change, betterOf100 } = compareAt(a, b, kept, output, save, better);
    return { variant, option, draws: kept.length, change, betterOf100 };
  });
}
