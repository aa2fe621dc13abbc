import { EXP_ROWS, LOG_ORIGIN_HIGH, LOG_ROWS } from "./constants.ts";
import {
  BITS,
  exactAtan,
  exactExp,
  exactLn,
  exactSinCos,
  fixed,
  LN2,
  ONE,
  PI,
  times,
  toDouble,
} from "./exact.ts";

/** Numbers of the kernels, computed with `exact.ts`; `tables.ts` holds them as text. */
export interface KernelTables {
  /** ln 2 in whole multiples of 2^-43, and the rest. */
  readonly ln2: readonly [high: number, low: number];
  /** EXP_ROWS / ln 2, and ln 2 / EXP_ROWS in whole multiples of 2^-43 and the rest. */
  readonly expStep: readonly [inverse: number, high: number, low: number];
  /** c0 .. c5 of (ln(1 + r) - r + r^2 / 2) / r^3, |r| < 1.5 * 2^-8. */
  readonly lnSeries: readonly number[];
  /** The same with one term less. */
  readonly lnShortSeries: readonly number[];
  /** 2 / pi; pi / 2 in three parts of 33 bits and the rest. */
  readonly twoOverPi: number;
  readonly halfPi: readonly [number, number, number, number];
  /** c0 .. c5 of (sin r - r) / r^3 and of (cos r - 1 + r^2 / 2) / r^4 in powers of r^2, |r| < 0.79. */
  readonly sinSeries: readonly number[];
  readonly cosSeries: readonly number[];
  /** c0 .. c10 of (r - atan r) / r^3 in powers of r^2, |r| <= 7/16; atan of 1/2, 1, 3/2 and infinity: double and rest. */
  readonly atanSeries: readonly number[];
  readonly atans: readonly (readonly [high: number, low: number])[];
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
  const radius = (3n * ONE) / 512n;
  const quarter = fixed(0.79 * 0.79);
  return {
    ln2: split(LN2),
    expStep: [inverseStep, ...split(step)],
    lnSeries: fitted(6, -radius, radius, (n) => alternating(n, ONE / (n + 3n))),
    lnShortSeries: fitted(5, -radius, radius, (n) => alternating(n, ONE / (n + 3n))),
    twoOverPi: toDouble((ONE << (BITS + 1n)) / PI),
    halfPi: halfPi(),
    sinSeries: fitted(6, 0n, quarter, (n) => alternating(n + 1n, ONE / factorial(2n * n + 3n))),
    cosSeries: fitted(6, 0n, quarter, (n) => alternating(n, ONE / factorial(2n * n + 4n))),
    atanSeries: fitted(11, 0n, fixed(49 / 256), (n) => alternating(n, ONE / (2n * n + 3n))),
    atans: arctangents(),
    log,
    exp,
  };
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

/**
 * Coefficients of the polynomial that equals a series at the Chebyshev points of from..to: close to the one with the
 * smallest largest error. `series(n)` is the series' coefficient n.
 */
function fitted(count: number, from: bigint, to: bigint, series: (n: bigint) => bigint): readonly number[] {
  const [middle, half] = [(from + to) / 2n, (to - from) / 2n];
  const at = Array.from({ length: count }, (_, j) => {
    const [, cos] = exactSinCos((BigInt(2 * j + 1) * PI) / BigInt(2 * count));
    return middle + times(half, cos);
  });
  const difference = at.map((x) => {
    let [power, sum] = [ONE, 0n];
    for (let n = 0n; power !== 0n && power !== -1n; n += 1n) {
      sum += times(power, series(n));
      power = times(power, x);
    }
    return sum;
  });
  for (let k = 1; k < count; k++)
    for (let i = count - 1; i >= k; i--)
      difference[i] = ((difference[i]! - difference[i - 1]!) << BITS) / (at[i]! - at[i - k]!);
  let coefficients = [difference.at(-1)!];
  for (let i = count - 2; i >= 0; i--) {
    coefficients = [0n, ...coefficients].map((v, j) => v - times(coefficients[j] ?? 0n, at[i]!));
    coefficients[0] = coefficients[0]! + difference[i]!;
  }
  return coefficients.map(toDouble);
}

const alternating = (n: bigint, value: bigint): bigint => (n % 2n === 0n ? value : -value);
const factorial = (n: bigint): bigint => (n < 2n ? 1n : n * factorial(n - 1n));

/** The first 33 bits of pi/2, the next 33, the next 33, and the rest. */
function halfPi(): readonly [number, number, number, number] {
  const parts: bigint[] = [];
  let rest = PI / 2n;
  for (const end of [32n, 65n, 98n]) {
    const kept = (rest >> (BITS - end)) << (BITS - end);
    parts.push(kept);
    rest -= kept;
  }
  return [...parts, rest].map(toDouble) as [number, number, number, number];
}

/** Arc tangents of 1/2, 1, 3/2 and infinity as a double and the rest. */
function arctangents(): readonly (readonly [number, number])[] {
  return [exactAtan(ONE / 2n), PI / 4n, exactAtan((3n * ONE) / 2n), PI / 2n].map((value) => {
    const high = toDouble(value);
    return [high, toDouble(value - fixed(high))] as const;
  });
}
