/** Months of the moving sums that flows are recovered from. */
export const SUM_MONTHS = 12;

/**
 * Monthly flows from moving sums of 12 months: flow(t) = sum(t) - sum(t - 1) + flow(t - 12). `sums[k]` ends k months after
 * the end of the first year, whose twelve flows the sums alone do not give: they are `first`. Returns
 * `sums.length + 11` flows, the twelve first among them. NaN spreads from a missing sum to every twelfth month after.
 * An error in `first` neither grows nor fades: it comes back every year with the same sign.
 */
export function flowsOfSums(sums: ArrayLike<number>, first: ArrayLike<number>): Float64Array {
  const flows = new Float64Array(sums.length + SUM_MONTHS - 1);
  for (let i = 0; i < SUM_MONTHS; i++) flows[i] = first[i] ?? Number.NaN;
  for (let k = 1; k < sums.length; k++) {
    flows[k + SUM_MONTHS - 1] = sums[k]! - sums[k - 1]! + flows[k - 1]!;
  }
  return flows;
}

/**
 * Flows of the year that the first published sum covers: `counts`, monthly counts of the same events or of a part of
 * them, and twelve equal parts of what they leave.
 */
export function firstFlows(sum: number, counts: ArrayLike<number> | undefined): Float64Array {
  const flows = new Float64Array(SUM_MONTHS);
  let counted = 0;
  for (let i = 0; i < SUM_MONTHS; i++) counted += counts?.[i] ?? 0;
  for (let i = 0; i < SUM_MONTHS; i++) flows[i] = (counts?.[i] ?? 0) + (sum - counted) / SUM_MONTHS;
  return flows;
}
