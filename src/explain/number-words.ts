import { formatFixed, formatSignificant } from "../base/number-format.ts";

/**
 * Numbers as readers see them, alike in English and Mexican Spanish (`1,234.5`), with a true minus sign.
 * Two significant digits for effects and three for levels: more would claim a precision that no ensemble has.
 */
const MINUS = "\u2212";
const NO_VALUE = "\u2013";

/** `value` with at most `digits` significant digits, thousands separators, no trailing zeros after the point and no exponent. */
export function significant(value: number, digits: number): string {
  if (!Number.isFinite(value)) return NO_VALUE;
  return Math.abs(value) < 1e-9 ? "0" : formatSignificant(value, digits).replace("-", MINUS);
}

/** `value` with exactly `decimals` digits after the point. */
export function fixed(value: number, decimals: number): string {
  return Number.isFinite(value) ? formatFixed(value, decimals).replace("-", MINUS) : NO_VALUE;
}

/** A level: three significant digits. */
export function level(value: number): string {
  return significant(value, 3);
}

/** The size of an effect without its sign: two significant digits. */
export function size(value: number): string {
  return significant(Math.abs(value), 2);
}

/** A signed effect: two significant digits with `+` or a minus sign; zero has none. */
export function signed(value: number): string {
  const text = significant(value, 2);
  return value > 0 && text !== "0" ? `+${text}` : text;
}

/**
 * The numbers of one range rounded to a hundredth of the power of ten of the largest, so that a range of hundreds
 * shows no thousandths: -0.21 and 0.00013 become -0.21 and 0. Shown with `signed` or `size` afterwards.
 */
export function roundTogether(values: readonly number[]): readonly number[] {
  const largest = Math.max(...values.map(Math.abs));
  if (!Number.isFinite(largest) || largest === 0) return values;
  const power = Number(largest.toExponential().split("e")[1]) - 2;
  const step = Number(`1e${power}`);
  return values.map((value) => Number(`${Math.round(value / step)}e${power}`) + 0);
}

/** A share 0..1 as percent with two significant digits, such as `67 %` or `0.42 %`. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${significant(share * 100, 2)} %` : NO_VALUE;
}

/** A share as signed percent, such as `+12 %` or `−3.1 %`. */
export function signedPercent(share: number): string {
  return Number.isFinite(share) ? `${signed(share * 100)} %` : NO_VALUE;
}

/** The number that a text of this module shows; NaN where it shows none. Percent signs and units after the number are left out. */
export function readNumber(text: string): number {
  const found = /^\s*([+\u2212-]?)([\d,]+(?:\.\d+)?)/.exec(text);
  if (!found) return Number.NaN;
  const value = Number((found[2] ?? "").replaceAll(",", ""));
  return found[1] === MINUS || found[1] === "-" ? -value : value;
}
