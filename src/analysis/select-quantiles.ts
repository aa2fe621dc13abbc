/** Points of `Quantiles`, in its order. */
export const QUANTILE_POINTS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Below so many numbers, sorting costs no more than anything else. */
const FEW = 24;

/** Writes the five quantiles of values[0] .. values[n - 1], all finite, to out[at] .. out[at + 4]; NaN when there are none. */
export type QuantileSelector = (values: Float64Array, n: number, out: Float64Array, at: number) => void;

/**
 * Finds the five quantiles of up to `most` numbers at a time, the same bits as `quantiles`, without sorting them all and without
 * taking memory anew: numbers are counted in bins of equal width, and only the bins that hold a wanted rank are sorted. A
 * bin is a monotone function of the number, so that ranks are exact whatever the distribution. One call at a time.
 */
export function quantileSelector(most: number): QuantileSelector {
  const bins = most < 512 ? 256 : 1024;
  const bin = new Uint16Array(most);
  const count = new Int32Array(bins);
  /** Where the numbers of a wanted bin go in `kept`, plus 1; 0 for a bin that nobody wants. */
  const place = new Int32Array(bins);
  const kept = new Float64Array(most);
  const wanted = new Int32Array(2 * QUANTILE_POINTS.length);
  const found = new Float64Array(2 * QUANTILE_POINTS.length);
  const ranks = new Int32Array(2 * QUANTILE_POINTS.length);

  function setRanks(n: number): void {
    for (let i = 0; i < QUANTILE_POINTS.length; i++) {
      const low = Math.floor((n - 1) * QUANTILE_POINTS[i]!);
      ranks[2 * i] = low;
      ranks[2 * i + 1] = low + 1 < n ? low + 1 : low;
    }
  }

  /** As `quantileOf` does between two order statistics. */
  function interpolate(n: number, out: Float64Array, at: number): void {
    for (let i = 0; i < QUANTILE_POINTS.length; i++) {
      const h = (n - 1) * QUANTILE_POINTS[i]!;
      const a = found[2 * i]!;
      out[at + i] = a + (h - Math.floor(h)) * (found[2 * i + 1]! - a);
    }
  }

  function bySorting(values: Float64Array, n: number): void {
    kept.set(n === values.length ? values : values.subarray(0, n));
    sortRange(kept, 0, n);
    for (let i = 0; i < ranks.length; i++) found[i] = kept[ranks[i]!]!;
  }

  function byBins(values: Float64Array, n: number, low: number, scale: number): void {
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
    for (let i = 0; i < ranks.length; i++) {
      const rank = ranks[i]!;
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
    for (let j = 0; j < bins && from < next; j++) {
      if (place[j] === 0) continue;
      const end = place[j]! - 1;
      sortRange(kept, from, end);
      from = end;
      place[j] = 0;
    }
    for (let i = 0; i < ranks.length; i++) found[i] = kept[wanted[i]!]!;
  }

  return (values, n, out, at) => {
    if (n === 0) {
      out.fill(Number.NaN, at, at + QUANTILE_POINTS.length);
      return;
    }
    setRanks(n);
    let low = values[0]!;
    let high = low;
    for (let i = 1; i < n; i++) {
      const value = values[i]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    const scale = (bins - 1) / (high - low);
    if (n <= FEW || !(scale > 0 && scale < Number.POSITIVE_INFINITY)) bySorting(values, n);
    else byBins(values, n, low, scale);
    interpolate(n, out, at);
  };
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
