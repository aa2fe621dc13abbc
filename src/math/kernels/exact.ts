/**
 * Fixed-point arithmetic over BigInt for the tables of the kernels and for measuring errors: a number v stands as
 * v * 2^BITS, results are right to a few units of 2^-BITS relative to 1. Slow; no kernel uses it.
 */
export const BITS = 200n;
export const ONE = 1n << BITS;

const view = new DataView(new ArrayBuffer(8));

/** A finite double as whole mantissa and power of two: x = mantissa * 2^power. */
export function parts(x: number): readonly [mantissa: bigint, power: number] {
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 2047n);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = exponent === 0 ? fraction : fraction | (1n << 52n);
  return [bits >> 63n === 1n ? -mantissa : mantissa, (exponent === 0 ? 1 : exponent) - 1075];
}

const shift = (x: bigint, by: bigint): bigint => (by >= 0n ? x << by : x >> -by);

/** A double of size below 2^500 in fixed point; bits below 2^-BITS are cut. */
export function fixed(x: number): bigint {
  const [mantissa, power] = parts(x);
  return shift(mantissa, BigInt(power) + BITS);
}

export const times = (a: bigint, b: bigint): bigint => (a * b) >> BITS;

/** The double nearest to value / 2^BITS, ties to even; for results of size 2^-1000 .. 2^800 or 0. */
export const toDouble = (value: bigint): number => Number(value) / SCALE;
const SCALE = Number(ONE);

/** 2 * atanh(t) for a fixed-point |t| < 1/2. */
function twiceAtanh(t: bigint): bigint {
  const square = times(t, t);
  let term = t;
  let sum = t;
  for (let n = 3n; term !== 0n && term !== -1n; n += 2n) {
    term = times(term, square);
    sum += term / n;
  }
  return 2n * sum;
}

export const LN2 = twiceAtanh(ONE / 3n);

/** Natural logarithm of a double > 0. */
export function exactLn(x: number): bigint {
  const [mantissa, power] = parts(x);
  let k = mantissa.toString(2).length - 1;
  let m = mantissa << (BITS - BigInt(k));
  if (m * 3n > ONE * 4n) {
    m >>= 1n;
    k += 1;
  }
  return twiceAtanh(((m - ONE) << BITS) / (m + ONE)) + BigInt(k + power) * LN2;
}

/** e^x as fixed-point value in 1..2 and a power of two. */
export function exactExp(x: bigint): readonly [value: bigint, power: number] {
  let k = x / LN2;
  if (k * LN2 > x) k -= 1n;
  const r = (x - k * LN2) >> 8n;
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term !== 0n; n += 1n) {
    term = times(term, r) / n;
    sum += term;
  }
  for (let i = 0; i < 8; i++) sum = times(sum, sum);
  return [sum, Number(k)];
}

/** arctan(1 / n) for a whole n > 1. */
function inverseArctan(n: bigint): bigint {
  let power = ONE / n;
  let sum = power;
  for (let k = 3n, sign = -1n; power !== 0n; k += 2n, sign = -sign) {
    power /= n * n;
    sum += (sign * power) / k;
  }
  return sum;
}

/** Machin's formula. */
export const PI = 4n * (4n * inverseArctan(5n) - inverseArctan(239n));

/** Sine and cosine of a fixed-point angle; the error grows with the angle's size. */
export function exactSinCos(x: bigint): readonly [sin: bigint, cos: bigint] {
  const r = x % (2n * PI);
  const sums: [bigint, bigint] = [0n, 0n];
  let term = ONE;
  for (let n = 0n; term !== 0n && term !== -1n; n += 1n) {
    const which = n % 2n === 1n ? 0 : 1;
    sums[which] += n % 4n < 2n ? term : -term;
    term = times(term, r) / (n + 1n);
  }
  return sums;
}

/** Square root of a fixed-point value >= 0. */
function exactSqrt(x: bigint): bigint {
  const square = x << BITS;
  let root = 1n << BigInt((square.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** Arc tangent of a fixed-point value. */
export function exactAtan(x: bigint): bigint {
  if (x < 0n) return -exactAtan(-x);
  if (x > ONE) return PI / 2n - exactAtan((ONE << BITS) / x);
  let t = x;
  for (let i = 0; i < 4; i++) t = (t << BITS) / (ONE + exactSqrt(ONE + times(t, t)));
  const square = times(t, t);
  let sum = 0n;
  for (let k = 1n, sign = 1n; t !== 0n; k += 2n, sign = -sign) {
    sum += (sign * t) / k;
    t = times(t, square);
  }
  return sum * 16n;
}

/** How far a double is from the true value * 2^power, in units of the last place at the true value. */
export function ulpError(got: number, value: bigint, power = 0): number {
  if (value === 0n) return got === 0 ? 0 : Number.POSITIVE_INFINITY;
  const size = value < 0n ? -value : value;
  const top = size.toString(2).length - 1 - Number(BITS) + power;
  const unit = (top < -1022 ? -1022 : top) - 52;
  if (!(got - got === 0)) return Number.POSITIVE_INFINITY;
  const [mantissa, at] = parts(got);
  // Both in units of 2^(unit - 40).
  const one = shift(mantissa, BigInt(at - unit + 40));
  const other = shift(value, BigInt(power - unit + 40) - BITS);
  const distance = Number(one - other) / 1099511627776;
  return distance < 0 ? -distance : distance;
}
