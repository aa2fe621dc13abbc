/** Parameter sets, all worth the same: rows of `ir.parameters.length` values in base units. */
export interface HistoryDraws {
  readonly params: Float64Array;
  readonly draws: number;
}
