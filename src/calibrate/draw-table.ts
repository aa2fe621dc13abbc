/** Draws with what they say of each observed point. */
export interface DrawTable {
  readonly count: number;
  /** Values in base units, a row a draw, the columns of the particle space. */
  readonly values: Float32Array;
  /** Simulated values at the observed points, a row a draw, the terms one after the other. */
  readonly points: Float32Array;
}

/** A column of rows of `width` numbers. */
export function tableColumn(rows: Float32Array, width: number, column: number): Float64Array {
  const count = width === 0 ? 0 : rows.length / width;
  return Float64Array.from({ length: count }, (_, i) => rows[i * width + column] ?? Number.NaN);
}
