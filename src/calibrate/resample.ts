/**
 * Systematic resampling: `count` indices of draws, ascending, each draw taken floor or ceil of `count` x weight times.
 * `start` in [0, 1) is the one random number it needs. Weights add up to 1.
 */
export function systematicResample(weights: Float64Array, count: number, start: number): Int32Array {
  const chosen = new Int32Array(count);
  let last = weights.length - 1;
  while (last > 0 && weights[last] === 0) last--;
  let index = 0;
  let reached = weights[0] ?? 0;
  for (let i = 0; i < count; i++) {
    const point = (i + start) / count;
    // The running sum may end a rounding error short of 1; the last draw with weight takes what is left.
    while (point >= reached && index < last) reached += weights[++index] ?? 0;
    chosen[i] = index;
  }
  return chosen;
}
