/** Significant digits of the numbers in a result document: more than any reader needs, fewer than rounding noise. */
const resultDigits = 6;

/**
 * A copy of plain JSON in which every number that is not whole has `resultDigits` significant digits; -0 is 0. Throws a
 * RangeError where a number is not finite.
 */
export function roundNumbers<T>(value: T): T {
  return round(value, () => {
    throw new RangeError("a result holds a number that is not finite");
  }) as T;
}

/** The same, but a number that is not finite stays as it is: JSON writes it as null. */
export function roundFinite<T>(value: T): T {
  return round(value, (number) => number) as T;
}

function round(value: unknown, other: (number: number) => number): unknown {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return other(value);
    return (Number.isInteger(value) ? value : Number(value.toPrecision(resultDigits))) + 0;
  }
  if (Array.isArray(value)) return value.map((entry) => round(entry, other));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .map(([key, entry]) => [key, round(entry, other)]),
  );
}
