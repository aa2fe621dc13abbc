import { EXP_ROWS, LOG_ORIGIN_HIGH, LOG_ROWS } from "./constants.ts";
import { BITS, exactExp, exactLn, fixed, LN2, ONE, times, toDouble } from "./exact.ts";

/** Numbers of the kernels, computed with `exact.ts`; `tables.ts` holds them as text. */
export interface KernelTables {
  /** ln 2 in whole multiples of 2^-43, and the rest. */
  readonly ln2: readonly [high: number, low: number];
  /** EXP_ROWS / ln 2, and ln 2 / EXP_ROWS in whole multiples of 2^-43 and the rest. */
  readonly expStep: readonly [inverse: number, high: number, low: number];
  /** c0 .. c5 of (ln(1 + r) - r + r^2 / 2) / r^3, |r| < 1.5 * 2^-8. */
  readonly lnSeries: readonly number[];
  readonly log: readonly (readonly [minusInverse: number, high: number, low: number])[];
  readonly exp: readonly (readonly [tail: number, value: number])[];
}

const GRID = BITS - 43n;
const onGrid = (value: bigint): bigint => ((value + (1n << (GRID - 1n))) >> GRID) << GRID;

export function makeTables(): KernelTables {
  const split = (value: bigint): readonly [number, number] => {
    const high = onGrid(value);
    return [toDouble(high), toDouble(value - high)];
  };
  const step = LN2 / BigInt(EXP_ROWS);
  const exp = Array.from({ length: EXP_ROWS }, (_, i) => {
    const [value] = i === 0 ? [ONE] : exactExp(step * BigInt(i));
    const rounded = toDouble(value);
    return [toDouble(((value - fixed(rounded)) << BITS) / value), rounded] as const;
  });
  const log = Array.from({ length: LOG_ROWS }, (_, i) => {
    const inverse = centreInverse(i);
    const [high, low] = split(-exactLn(inverse));
    return [-inverse, high, low] as const;
  });
  const inverseStep = toDouble((BigInt(EXP_ROWS) << (2n * BITS)) / LN2);
  return { ln2: split(LN2), expStep: [inverseStep, ...split(step)], lnSeries: lnSeries(), log, exp };
}

/** The z at which part i of the logarithm table begins; i may be LOG_ROWS. */
function partStart(i: number): number {
  const word = LOG_ORIGIN_HIGH + i * (1048576 / LOG_ROWS);
  return word < 0x3ff00000 ? 1 - (0x3ff00000 - word) / 2097152 : 1 + (word - 0x3ff00000) / 1048576;
}

/**
 * 1/c for a c in the middle of part i: of few bits (multiples of 2^-7 above 1, of 2^-8 below), so that z/c - 1 is
 * exactly a double; the one for which |z/c - 1| is smallest over the part, and 1 for the two parts next to 1.
 */
function centreInverse(i: number): number {
  const [from, to] = [partStart(i), partStart(i + 1)];
  if (from < 1 + 1 / 512 && to > 1 - 1 / 512) return 1;
  const unit = to <= 1 ? 1 / 128 : 1 / 256;
  const near = Math.floor(2 / (from + to) / unit) * unit;
  const reach = (inverse: number) => {
    const [left, right] = [Math.abs(from * inverse - 1), Math.abs(to * inverse - 1)];
    return left > right ? left : right;
  };
  return reach(near) <= reach(near + unit) ? near : near + unit;
}

/** Polynomial through the six Chebyshev points of -R..R, R = 1.5 * 2^-8; by divided differences, then expanded. */
function lnSeries(): readonly number[] {
  const radius = 1.5 / 256;
  const [a, b, c] = [(Math.sqrt(6) + Math.sqrt(2)) / 4, Math.sqrt(0.5), (Math.sqrt(6) - Math.sqrt(2)) / 4];
  const at = [a, -a, b, -b, c, -c].map((x) => fixed(x * radius));
  const difference = at.map((r) => {
    // The series itself: 1/3 - r/4 + r^2/5 ...
    let power = ONE;
    let sum = 0n;
    for (let n = 3n; power !== 0n && power !== -1n; n += 1n) {
      sum += (n % 2n === 1n ? power : -power) / n;
      power = times(power, r);
    }
    return sum;
  });
  for (let k = 1; k < at.length; k++)
    for (let i = at.length - 1; i >= k; i--)
      difference[i] = ((difference[i]! - difference[i - 1]!) << BITS) / (at[i]! - at[i - k]!);
  let coefficients: bigint[] = [difference.at(-1)!];
  for (let i = at.length - 2; i >= 0; i--) {
    const shifted = [0n, ...coefficients];
    coefficients = shifted.map(
      (v, j) => v - (j < coefficients.length ? times(coefficients[j]!, at[i]!) : 0n),
    );
    coefficients[0] = coefficients[0]! + difference[i]!;
  }
  return coefficients.map(toDouble);
}
