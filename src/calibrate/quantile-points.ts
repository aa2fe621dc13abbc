/**
 * Quantiles of the finite values among `values` (which it sorts in place): linear between the order statistics at
 * (n - 1) x level, as most statistics programs do. NaN where no value is finite.
 */
export function quantilePoints(values: Float64Array, levels: readonly number[]): readonly number[] {
  values.sort();
  let count = values.length;
  while (count > 0 && !Number.isFinite(values[count - 1])) count--;
  let first = 0;
  while (first < count && !Number.isFinite(values[first])) first++;
  if (count === first) return levels.map(() => Number.NaN);
  return levels.map((level) => {
    const place = first + (count - first - 1) * level;
    const below = Math.floor(place);
    const low = values[below] ?? Number.NaN;
    const high = values[Math.min(below + 1, count - 1)] ?? Number.NaN;
    return low + (place - below) * (high - low);
  });
}
