/** Points of `Quantiles`, in its order. */
export const QUANTILE_POINTS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Below so many numbers, sorting costs no more than anything else. */
const FEW = 24;
const RANKS = 2 * QUANTILE_POINTS.length;

/** Memory of `selectQuantiles`, to be used again and again. */
export interface QuantileScratch {
  /** Bin of each number. */
  readonly bin: Uint16Array;
  /** Numbers in each bin. */
  readonly count: Int32Array;
  /** Where the next number of a wanted bin goes in `kept`, plus 1; 0 for a bin that nobody wants. */
  readonly place: Int32Array;
  /** Numbers of the wanted bins, bin after bin. */
  readonly kept: Float64Array;
  /** Places in `kept` of the two order statistics around each point, and these. */
  readonly wanted: Int32Array;
  readonly found: Float64Array;
}

/** Memory for up to `most` numbers. */
export function quantileScratch(most: number): QuantileScratch {
  const bins = most < 512 ? 256 : 1024;
  return {
    bin: new Uint16Array(most),
    count: new Int32Array(bins),
    place: new Int32Array(bins),
    kept: new Float64Array(most),
    wanted: new Int32Array(RANKS),
    found: new Float64Array(RANKS),
  };
}

/**
 * Writes the five quantiles of values[0] .. values[n - 1], all finite, to out[at] .. out[at + 4]: the same bits as `quantiles`,
 * without sorting all numbers and without taking memory. Numbers are counted in bins of equal width, and only the bins that hold a
 * wanted rank are sorted. A bin is a monotone function of the number, so that ranks are exact whatever the distribution. NaN
 * when there are none.
 */
export function selectQuantiles(
  scratch: QuantileScratch,
  values: Float64Array,
  n: number,
  out: Float64Array,
  at: number,
): void {
  if (n === 0) {
    out.fill(Number.NaN, at, at + QUANTILE_POINTS.length);
    return;
  }
  let low = values[0]!;
  let high = low;
  for (let i = 1; i < n; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const scale = (scratch.count.length - 1) / (high - low);
  if (n <= FEW || !(scale > 0 && scale < Number.POSITIVE_INFINITY)) findBySorting(scratch, values, n);
  else findByBins(scratch, values, n, low, scale);
  // As `quantileOf` does between two order statistics.
  for (let i = 0; i < QUANTILE_POINTS.length; i++) {
    const h = (n - 1) * QUANTILE_POINTS[i]!;
    const a = scratch.found[2 * i]!;
    out[at + i] = a + (h - Math.floor(h)) * (scratch.found[2 * i + 1]! - a);
  }
}

/** The i-th order statistic that is wanted of n numbers: below and above each point by turns, ascending. */
function rankOf(i: number, n: number): number {
  const low = Math.floor((n - 1) * QUANTILE_POINTS[i >> 1]!);
  return i % 2 === 1 && low + 1 < n ? low + 1 : low;
}

function findBySorting({ kept, found }: QuantileScratch, values: Float64Array, n: number): void {
  kept.set(n === values.length ? values : values.subarray(0, n));
  sortRange(kept, 0, n);
  for (let i = 0; i < RANKS; i++) found[i] = kept[rankOf(i, n)]!;
}

function findByBins(
  { bin, count, place, kept, wanted, found }: QuantileScratch,
  values: Float64Array,
  n: number,
  low: number,
  scale: number,
): void {
  count.fill(0);
  for (let i = 0; i < n; i++) {
    const b = ((values[i]! - low) * scale) | 0;
    bin[i] = b;
    count[b]!++;
  }
  // Ranks ascend, so one walk over the bins finds the bin of each, and lays out the bins that are wanted.
  let before = 0;
  let b = 0;
  let next = 0;
  for (let i = 0; i < RANKS; i++) {
    const rank = rankOf(i, n);
    while (before + count[b]! <= rank) before += count[b++]!;
    if (place[b] === 0) {
      place[b] = next + 1;
      next += count[b]!;
    }
    wanted[i] = place[b]! - 1 + rank - before;
  }
  for (let i = 0; i < n; i++) {
    const to = place[bin[i]!]!;
    if (to === 0) continue;
    kept[to - 1] = values[i]!;
    place[bin[i]!] = to + 1;
  }
  // Every wanted bin now ends at its place; the next one begins there.
  let from = 0;
  for (let j = 0; from < next; j++) {
    if (place[j] === 0) continue;
    const end = place[j]! - 1;
    sortRange(kept, from, end);
    from = end;
    place[j] = 0;
  }
  for (let i = 0; i < RANKS; i++) found[i] = kept[wanted[i]!]!;
}

/** Sorts list[from] .. list[to - 1]: in place for a few numbers, else as typed arrays do. */
function sortRange(list: Float64Array, from: number, to: number): void {
  if (to - from > 2 * FEW) {
    list.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const value = list[i]!;
    let j = i - 1;
    for (; j >= from && list[j]! > value; j--) list[j + 1] = list[j]!;
    list[j + 1] = value;
  }
}
