import type { ValidationRow, ValidationVerdict } from "./validation-row.ts";

/** How far from a figure that was published without a range a median may lie and still reproduce it. */
export const LONE_FIGURE = 0.2;

/** The range that a published figure stands for: its own, open where only one end is given, or a fifth around a lone value. */
export function publishedRange(
  { value, low, high }: ValidationRow["published"],
  around = LONE_FIGURE,
): { readonly low: number; readonly high: number } | undefined {
  if (low !== undefined || high !== undefined) {
    return { low: low ?? Number.NEGATIVE_INFINITY, high: high ?? Number.POSITIVE_INFINITY };
  }
  if (value === undefined) return undefined;
  const slack = Math.abs(value) * around;
  return { low: value - slack, high: value + slack };
}

/**
 * `reproduced`: the median lies in the published range; `covered`: the 5 to 95 % range meets it; `missed`: neither, or
 * no number; `reported`: nothing was published. A lone value stands for `around` of itself to both sides.
 */
export function validationVerdict(
  published: ValidationRow["published"],
  obtained: ValidationRow["obtained"],
  around = LONE_FIGURE,
): ValidationVerdict {
  const range = publishedRange(published, around);
  if (range === undefined) return "reported";
  const { median, low, high } = obtained;
  if (Number.isNaN(median)) return "missed";
  if (median >= range.low && median <= range.high) return "reproduced";
  const meets = low !== undefined && high !== undefined && high >= range.low && low <= range.high;
  return meets ? "covered" : "missed";
}

/**
 * Verdict of several targets together: `missed` when one is missed, `reproduced` when at least half of the others are
 * and none is missed, else `covered`. Rows without a target do not count; `reported` when there is no other.
 */
export function verdictOfAll(verdicts: readonly ValidationVerdict[]): ValidationVerdict {
  const judged = verdicts.filter((verdict) => verdict !== "reported");
  if (judged.length === 0) return "reported";
  if (judged.includes("missed")) return "missed";
  const reproduced = judged.filter((verdict) => verdict === "reproduced").length;
  return 2 * reproduced >= judged.length ? "reproduced" : "covered";
}
