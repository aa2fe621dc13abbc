/** Subsets of `count` mechanisms as sums of powers of 2, ascending: none first, all last. */
export function allSubsets(count: number): readonly number[] {
  return Array.from({ length: 1 << count }, (_, subset) => subset);
}

/** None, each alone, all but each, all: what first-in and last-in contributions need. */
export function fewSubsets(count: number): readonly number[] {
  const alone = Array.from({ length: count }, (_, i) => 1 << i);
  const full = (1 << count) - 1;
  return [0, ...alone, ...alone.map((bit) => full - bit), full];
}

/** Whether a mechanism is in a subset. */
export function inSubset(subset: number, mechanism: number): boolean {
  return ((subset >> mechanism) & 1) === 1;
}

/**
 * What a mechanism adds, averaged over every order in which `count` mechanisms may be switched on (Shapley's value), element by
 * element of what `worthOf` gives for a subset. The values of all mechanisms add up to that of all less that of none.
 */
export function coalitionShares(
  mechanism: number,
  count: number,
  worthOf: (subset: number) => Float64Array,
): Float64Array {
  const shares = new Float64Array(worthOf(0).length);
  for (const subset of allSubsets(count)) {
    if (inSubset(subset, mechanism)) continue;
    let members = 0;
    for (let i = 0; i < count; i++) if (inSubset(subset, i)) members++;
    // members! (count - members - 1)! / count! of the orders have just these before it.
    let orders = 1 / count;
    for (let i = 1; i <= members; i++) orders *= i / (count - i);
    const [before, after] = [worthOf(subset), worthOf(subset + (1 << mechanism))];
    for (let draw = 0; draw < shares.length; draw++) shares[draw]! += orders * (after[draw]! - before[draw]!);
  }
  return shares;
}
