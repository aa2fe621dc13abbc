/**
 * Numbers as text, alike in English and Mexican Spanish: `1,234.5`. Written by hand because the tables of a
 * platform's own formats change between versions, and a report must not.
 */
const MINUS = "-";

/** `value` with exactly `digits` (0 to 20) decimals and thousands separators; `-0` and what rounds to it is `0`. */
export function formatFixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return formatOdd(value);
  const plain = plainDecimal(Math.abs(value).toFixed(digits));
  const zero = /^[0.]*$/.test(plain);
  return `${value < 0 && !zero ? MINUS : ""}${grouped(plain)}`;
}

/** `value` rounded to `digits` (1 to 15) significant digits, without trailing zeros after the point and without an exponent. */
export function formatSignificant(value: number, digits: number): string {
  if (!Number.isFinite(value)) return formatOdd(value);
  if (value === 0) return "0";
  const plain = plainDecimal(Math.abs(value).toPrecision(digits));
  const trimmed = plain.includes(".") ? plain.replace(/\.?0+$/, "") : plain;
  return `${value < 0 ? MINUS : ""}${grouped(trimmed)}`;
}

/** The shortest text that reads back as the same number, for files: no separators; `-0` is `0`. */
export function formatExact(value: number): string {
  return Object.is(value, -0) ? "0" : String(value);
}

function formatOdd(value: number): string {
  if (Number.isNaN(value)) return "n/a";
  return value < 0 ? `${MINUS}∞` : "∞";
}

/** Writes out the exponent that `toPrecision` and `toFixed` use for large and small numbers. */
function plainDecimal(text: string): string {
  const [mantissa = "", exponent] = text.split("e");
  if (exponent === undefined) return text;
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + "0".repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

function grouped(plain: string): string {
  const [whole = "", fraction] = plain.split(".");
  const separated = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}
