import { exp } from "../math/exp.ts";
import type { Discrepancy } from "../model/model.ts";

/** The months that one value covers: `months` of them, the last of which is month `last` (months since year 0). */
export interface MonthWindow {
  readonly last: number;
  readonly months: number;
}

/**
 * Covariance of the means of a discrepancy over two windows of months: value^2 times the mean of exp(-|i - j| / months)
 * over every pair of months of the two. The logarithm of the ratio of two 12-month sums is close to such a mean, so sums
 * that share months are as dependent as they should be.
 */
export function windowCovariance(a: MonthWindow, b: MonthWindow, { value, months }: Discrepancy): number {
  let sum = 0;
  for (let i = 0; i < a.months; i++) {
    for (let j = 0; j < b.months; j++) {
      const apart = a.last - i - (b.last - j);
      sum += exp(-(apart < 0 ? -apart : apart) / months);
    }
  }
  return (value * value * sum) / (a.months * b.months);
}
