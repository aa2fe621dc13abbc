import { stream } from "../base/stream.ts";
import { exp } from "../math/exp.ts";
import { ln } from "../math/ln.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import type { Observation } from "../model/model.ts";
import type { MonthlyFlows } from "./forecast-paths.ts";
import { type ConditionedMisses, conditionMisses, type SumOfMonths } from "./forecast-process.ts";
import { pointWindow } from "./known-points.ts";
import { quantilePoints } from "./quantile-points.ts";

/** What one component is forecast from. */
export interface ComponentRequest {
  readonly observation: Observation;
  readonly paths: MonthlyFlows;
  /** Which of the paths' components it is. */
  readonly index: number;
  /** Rows of the observation that are known. */
  readonly rows: readonly number[];
  /** Months at the end of the paths that are sampled; with sums over 12 months, 11 more than the months forecast. */
  readonly tail: number;
  readonly seed: number;
}

/** Times that sums are made linear around a better path; the third changes no sum by 0.01 %. */
const PASSES = 3;

/**
 * Actual monthly flows of the last `tail` months, one sample a draw: `[month * draws + draw]`. The simulated flow times
 * the exponential of the miss, which is sampled given every known published sum. A sum's logarithm is made linear in the
 * logarithms of its months around the path that the sums themselves show, alike for all draws. Without known rows the miss is
 * drawn from its own law.
 */
export function sampleComponent(request: ComponentRequest): Float64Array {
  const { observation, paths, index, rows, tail, seed } = request;
  const { draws, months } = paths;
  const logs = logFlows(paths.flows[index]!, months, draws);
  const { reference, misses, sums } = referencePath(request, medians(logs, months, draws));
  const published = rows.map((row) => ln(observation.values[row]!));
  const shown = sums.map(({ first, weights }) => logOfSum(reference, first, weights.length));
  const chance = stream(seed, `forecast: ${observation.name}`);
  const sampled = new Float64Array(tail * draws);
  const residuals = new Float64Array(sums.length);
  const normal = new Float64Array(tail);
  for (let d = 0; d < draws; d++) {
    sums.forEach(({ first, weights }, i) => {
      let away = 0;
      for (let k = 0; k < weights.length; k++)
        away += weights[k]! * (logs[(first + k) * draws + d]! - reference[first + k]!);
      residuals[i] = published[i]! - shown[i]! - away;
    });
    for (let t = 0; t < tail; t++) normal[t] = normalQuantile(chance.uniform(d, t));
    for (let t = 0; t < tail; t++) {
      const month = months - tail + t;
      let miss = 0;
      for (let i = 0; i < sums.length; i++) miss += misses.gain[t * sums.length + i]! * residuals[i]!;
      for (let k = 0; k <= t; k++) miss += misses.root[t * tail + k]! * normal[k]!;
      sampled[t * draws + d] = exp(logs[month * draws + d]! + miss);
    }
  }
  return sampled;
}

/** NaN where a flow is not positive: that draw has no logarithm and drops out. */
function logFlows(flow: Float64Array, months: number, draws: number): Float64Array {
  return Float64Array.from({ length: months * draws }, (_, i) => (flow[i]! > 0 ? ln(flow[i]!) : Number.NaN));
}

function medians(logs: Float64Array, months: number, draws: number): Float64Array {
  return Float64Array.from(
    { length: months },
    (_, m) => quantilePoints(logs.slice(m * draws, (m + 1) * draws), [0.5])[0]!,
  );
}

interface Reference {
  /** Logarithm of the flow that the published sums show, month by month. */
  readonly reference: Float64Array;
  readonly sums: readonly SumOfMonths[];
  readonly misses: ConditionedMisses;
}

/** The path around which sums are linear: the median simulated path, moved until it meets the published sums. */
function referencePath(
  { observation, paths, rows, tail }: ComponentRequest,
  median: Float64Array,
): Reference {
  const { error, discrepancy } = observation;
  if (error?.kind !== "relative" || discrepancy === undefined)
    throw new RangeError(`${observation.name} has no relative error with a discrepancy`);
  const windows = rows.map((row) => pointWindow(observation, row));
  const around = (reference: Float64Array): Reference => {
    const sums = windows.map(({ last, months }) => {
      const first = last - months + 1 - paths.first;
      const total = logOfSum(reference, first, months);
      const weights = Float64Array.from({ length: months }, (_, k) => exp(reference[first + k]! - total));
      return { first, weights };
    });
    const misses = conditionMisses(discrepancy, error.value, paths.months, sums, tail);
    return { reference, sums, misses };
  };
  let found = around(median);
  for (let pass = 0; pass < PASSES && rows.length > 0; pass++) {
    const { reference, sums, misses } = found;
    const residuals = sums.map(({ first, weights }, i) => {
      let residual = ln(observation.values[rows[i]!]!) - logOfSum(reference, first, weights.length);
      for (let k = 0; k < weights.length; k++)
        residual -= weights[k]! * (median[first + k]! - reference[first + k]!);
      return residual;
    });
    const mean = misses.mean(residuals);
    found = around(median.map((value, m) => value + mean[m]!));
  }
  return found;
}

/** Logarithm of the sum of the exponentials of `count` values from `first` on. */
function logOfSum(logs: Float64Array, first: number, count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += exp(logs[first + k]!);
  return ln(sum);
}
