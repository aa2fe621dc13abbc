import { exp } from "../math/exp.ts";
import { ln } from "../math/ln.ts";
import { normalCdf } from "../math/normal-cdf.ts";

/** How the truths of one parameter stood among posterior draws. */
export interface RankRow {
  readonly name: string;
  /** Standard scores of the mean place and of the places' spread; far from 0: biased; above: too sure, below: too wide. */
  readonly bias: number;
  readonly spread: number;
  /** Chi-square of ten equal bins, nine degrees of freedom. */
  readonly chiSquare: number;
  /** Truths by tenths of the places. */
  readonly bins: readonly number[];
  /** Probability that uniform places would be as far off in one of the three: three times the least of theirs. */
  readonly p: number;
}

const BINS = 10;

/** Tests whether places in (0, 1) are uniform, parameter by parameter. */
export function rankRows(
  parameters: readonly { readonly name: string; readonly places: Float64Array }[],
): readonly RankRow[] {
  return parameters.map(({ name, places }) => {
    const n = places.length;
    const bins = Array.from({ length: BINS }, () => 0);
    let sum = 0;
    let squares = 0;
    for (const place of places) {
      const bin = Math.min(BINS - 1, Math.floor(place * BINS));
      bins[bin] = bins[bin]! + 1;
      sum += place - 0.5;
      squares += (place - 0.5) * (place - 0.5);
    }
    // Of a uniform place in (0, 1): variance 1/12, and 1/180 of its squared distance from the middle.
    const bias = sum / Math.sqrt(n / 12);
    const spread = (squares - n / 12) / Math.sqrt(n / 180);
    const wanted = n / BINS;
    const chiSquare = bins.reduce(
      (total, count) => total + ((count - wanted) * (count - wanted)) / wanted,
      0,
    );
    const least = Math.min(twoSided(bias), twoSided(spread), chiSquareTail(chiSquare, BINS - 1));
    return { name, bias, spread, chiSquare, bins, p: Math.min(1, 3 * least) };
  });
}

function twoSided(score: number): number {
  return 2 * normalCdf(-Math.abs(score));
}

/** Share of the chi-square law above a value, by the cube root of Wilson and Hilferty (1931): good to about 0.01. */
function chiSquareTail(value: number, degrees: number): number {
  const part = 2 / (9 * degrees);
  const root = value > 0 ? exp(ln(value / degrees) / 3) : 0;
  return normalCdf(-(root - (1 - part)) / Math.sqrt(part));
}
