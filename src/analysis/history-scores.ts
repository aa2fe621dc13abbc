import { stream } from "../base/stream.ts";
import { windowCovariance } from "../calibrate/window-covariance.ts";
import { exp } from "../math/exp.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import type { Observation } from "../model/model.ts";
import type { HistoryPoint } from "./history-points.ts";
import { quantileOf } from "./quantiles.ts";

/** Mean absolute error in percent of the median over draws; NaN without points. */
export function medianError(points: readonly HistoryPoint[]): number {
  return meanError(points, ({ simulated }) => quantileOf(finite(simulated), 0.5));
}

/** The same error of the figure of a year before, on the points that have one. */
export function yearBeforeError(points: readonly HistoryPoint[]): number {
  const known = points.filter(({ yearBefore }) => Number.isFinite(yearBefore));
  return meanError(known, ({ yearBefore }) => yearBefore);
}

/** Shares of points, in percent, that lie in the bands that hold half and nine tenths of the draws. */
export interface Inside {
  readonly inside50: number;
  readonly inside90: number;
}

/** What one observation of a sum, or of itself, says of every point: its values and how its reports miss them. */
export interface PredictedPart {
  readonly observation: Observation;
  readonly points: readonly HistoryPoint[];
}

/** How many points lie inside the bands of the model's own values. */
export function ownCoverage(points: readonly HistoryPoint[]): Inside {
  return inside(points, ({ simulated }) => simulated);
}

/**
 * How many points lie inside the bands of values as they would be published: the sum over `parts`, each times a draw of its
 * discrepancy over the point's window and of its reporting error (plus the error where it is absolute). One normal
 * number for each part, point and draw, from the stream of the part's name.
 */
export function predictedCoverage(
  points: readonly HistoryPoint[],
  parts: readonly PredictedPart[],
  seed: number,
): Inside {
  const noises = parts.map(({ observation }) => stream(seed, `history: ${observation.name}`));
  return inside(points, ({ simulated, window }, index) => {
    const total = new Float64Array(simulated.length);
    parts.forEach(({ observation: { error, discrepancy }, points: own }, k) => {
      const lasting = discrepancy === undefined ? 0 : windowCovariance(window, window, discrepancy);
      const reporting = error?.value ?? 0;
      const sd = Math.sqrt(reporting * reporting + lasting);
      own[index]?.simulated.forEach((value, draw) => {
        const miss = sd * normalQuantile(noises[k]!.uniform(index, draw));
        total[draw]! += error?.kind === "absolute" ? value + miss : value * exp(miss);
      });
    });
    return total;
  });
}

/**
 * Shares, in percent, between which the points inside a right band of `percent` lie in nine cases of ten, if half-years
 * are independent of each other and points of one half-year are one.
 */
export function expectedInside(
  points: readonly HistoryPoint[],
  percent: number,
): { readonly low: number; readonly high: number } {
  const count = new Set(points.map(({ window }) => Math.floor(window.last / 6))).size;
  const p = percent / 100;
  let chance = 1;
  for (let i = 0; i < count; i++) chance *= 1 - p;
  let below = chance;
  let low = below > 0.05 ? 0 : Number.NaN;
  let high = Number.NaN;
  for (let k = 1; k <= count; k++) {
    if (Number.isNaN(high) && below >= 0.95) high = k - 1;
    chance *= ((count - k + 1) / k) * (p / (1 - p));
    below += chance;
    if (Number.isNaN(low) && below > 0.05) low = k;
  }
  if (Number.isNaN(high)) high = count;
  return { low: (100 * low) / count, high: (100 * high) / count };
}

function inside(
  points: readonly HistoryPoint[],
  valuesOf: (point: HistoryPoint, index: number) => Float64Array,
): Inside {
  let half = 0;
  let most = 0;
  points.forEach((point, index) => {
    const sorted = finite(valuesOf(point, index));
    const within = (low: number, high: number) =>
      point.observed >= quantileOf(sorted, low) && point.observed <= quantileOf(sorted, high);
    if (within(0.25, 0.75)) half++;
    if (within(0.05, 0.95)) most++;
  });
  return { inside50: (100 * half) / points.length, inside90: (100 * most) / points.length };
}

function meanError(points: readonly HistoryPoint[], of: (point: HistoryPoint) => number): number {
  let sum = 0;
  for (const point of points) sum += Math.abs(of(point) - point.observed) / Math.abs(point.observed);
  return (100 * sum) / points.length;
}

/** The finite numbers, ascending. */
export function finite(values: Float64Array): Float64Array {
  return values.filter(Number.isFinite).sort();
}
