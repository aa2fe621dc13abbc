/** How much of a quantity's variance would be left if every other input were known: 0 to 1, and a little outside by chance. */
export interface TotalIndex {
  readonly index: number;
  /** Standard error by bootstrap over draws. */
  readonly se: number;
  /** Pairs that were used: draws that failed in neither run. */
  readonly draws: number;
  /**
   * Mean of Y(x') minus mean of Y(x), in standard deviations of Y, and the same in its own standard errors. Drawing an input
   * again must leave the law of the draws as it is: what is not near 0 says that the draws are not those of the posterior.
   */
  readonly shift: number;
  readonly shiftErrors: number;
}

/** A number in (0, 1) for a resample and a place in it. */
export type ResampleUniform = (resample: number, place: number) => number;

/** Below this share of the mean, a standard deviation is rounding. */
const ROUNDING = 1e-9;

/**
 * Total Sobol index of one input, by pairs (Jansen 1999): mean((Y(x) - Y(x'))^2) / (2 Var Y), where x' is x with the input drawn
 * again given all others. With dependent inputs that is E[Var(Y | all others)] / Var(Y) (Kucherenko and others 2012). NaN in
 * either column leaves a pair out. NaN results where the quantity does not vary or fewer than two pairs are left.
 * With `resamples` of 0 the standard error is NaN.
 */
export function totalIndex(
  base: ArrayLike<number>,
  moved: ArrayLike<number>,
  resamples: number,
  uniform: ResampleUniform,
): TotalIndex {
  const kept: number[] = [];
  for (let i = 0; i < base.length; i++)
    if (Number.isFinite(base[i]) && Number.isFinite(moved[i])) kept.push(i);
  const n = kept.length;
  const value = Float64Array.from(kept, (i) => base[i] ?? Number.NaN);
  const square = Float64Array.from(kept, (i) => squared((base[i] ?? 0) - (moved[i] ?? 0)));
  const all = ratio(value, square, (i) => i);
  if (n < 2 || !Number.isFinite(all))
    return { index: Number.NaN, se: Number.NaN, draws: n, shift: Number.NaN, shiftErrors: Number.NaN };
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let b = 0; b < resamples; b++) {
    const one = ratio(value, square, (i) => Math.floor(uniform(b, i) * n));
    if (!Number.isFinite(one)) continue;
    sum += one - all;
    squares += squared(one - all);
    count++;
  }
  const variance = count > 1 ? (squares - (sum * sum) / count) / (count - 1) : Number.NaN;
  const se = variance >= 0 ? Math.sqrt(variance) : Number.NaN;
  return { index: all, se, draws: n, ...meanShift(kept, base, moved) };
}

function meanShift(
  kept: readonly number[],
  base: ArrayLike<number>,
  moved: ArrayLike<number>,
): Pick<TotalIndex, "shift" | "shiftErrors"> {
  const own = spread(kept.map((i) => base[i] ?? 0));
  const change = spread(kept.map((i) => (moved[i] ?? 0) - (base[i] ?? 0)));
  const error = change.deviation / Math.sqrt(kept.length);
  return {
    shift: own.deviation > 0 ? change.mean / own.deviation : 0,
    shiftErrors: error > 0 ? change.mean / error : 0,
  };
}

function spread(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + squared(value - mean), 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

/** True where a quantity differs between draws by more than rounding. */
export function varies(values: ArrayLike<number>): boolean {
  let n = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    n++;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const largest = Math.max(Math.abs(low), Math.abs(high));
  return n > 1 && high - low > ROUNDING * largest;
}

/** The estimate over the places that `pick` gives: shifted by the first value, so that large levels lose no digits. */
function ratio(value: Float64Array, square: Float64Array, pick: (i: number) => number): number {
  const n = value.length;
  const shift = value[0] ?? 0;
  let sum = 0;
  let squares = 0;
  let moved = 0;
  for (let i = 0; i < n; i++) {
    const at = pick(i);
    const v = (value[at] ?? 0) - shift;
    sum += v;
    squares += v * v;
    moved += square[at] ?? 0;
  }
  const variance = (squares - (sum * sum) / n) / (n - 1);
  return variance > 0 ? moved / n / (2 * variance) : Number.NaN;
}

function squared(x: number): number {
  return x * x;
}
