/**
 * Quantiles of values under weights (which add up to 1): the smallest value at which the running weight reaches each
 * level. Values without weight or not finite are left out; NaN where none is left.
 */
export function weightedQuantiles(
  values: Float64Array,
  weights: Float64Array,
  levels: readonly number[],
): readonly number[] {
  const order: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if ((weights[i] ?? 0) > 0 && Number.isFinite(values[i])) order.push(i);
  }
  order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  let total = 0;
  for (const i of order) total += weights[i] ?? 0;
  return levels.map((level) => {
    let running = 0;
    for (const i of order) {
      running += weights[i] ?? 0;
      if (running >= level * total * (1 - 1e-12)) return values[i] ?? Number.NaN;
    }
    const last = order.at(-1);
    return last === undefined ? Number.NaN : (values[last] ?? Number.NaN);
  });
}
