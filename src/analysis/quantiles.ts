/** Five points of a distribution over draws. */
export interface Quantiles {
  readonly q05: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q95: number;
}

/** The `p`-quantile of ascending numbers, linear between order statistics (type 7). NaN when there are none. */
export function quantileOf(sorted: Float64Array, p: number): number {
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const h = (n - 1) * p;
  const low = Math.floor(h);
  const a = sorted[low]!;
  const b = sorted[low + 1 < n ? low + 1 : low]!;
  return a + (h - low) * (b - a);
}

/** Five quantiles of finite numbers; the input is left as it is. */
export function quantiles(values: Float64Array): Quantiles {
  const sorted = Float64Array.from(values).sort();
  return {
    q05: quantileOf(sorted, 0.05),
    q25: quantileOf(sorted, 0.25),
    q50: quantileOf(sorted, 0.5),
    q75: quantileOf(sorted, 0.75),
    q95: quantileOf(sorted, 0.95),
  };
}

/** Median of finite numbers. */
export function median(values: Float64Array): number {
  return quantileOf(Float64Array.from(values).sort(), 0.5);
}

/** The numbers of `values` at the given indices. */
export function take(values: Float64Array, indices: readonly number[]): Float64Array {
  const out = new Float64Array(indices.length);
  for (let i = 0; i < indices.length; i++) out[i] = values[indices[i]!]!;
  return out;
}
