import { type CellCounter, cellCounter, type NumberCells } from "./number-cells.ts";

/** Shape of a summary: how many of each there are. */
export interface SummarySize {
  readonly scenarios: number;
  readonly outputs: number;
  readonly saves: number;
}

/** What is kept of draws that were summarised. Parts of one job merge to the same bytes in any order. */
export interface SummaryState {
  readonly draws: number;
  /** Cell [scenario][output][save]. */
  readonly values: NumberCells;
  /** Each scenario but the first minus the first, draw by draw: cell [scenario - 1][output][save]. */
  readonly changes: NumberCells;
  /** Draws of each cell of `changes` in which the scenario was higher, lower, the same: [cell][3]. */
  readonly order: Float64Array;
  /** Per scenario: runs that failed; and of the first draw that did: its number, step and variable's place. */
  readonly failed: Float64Array;
  readonly firstFailure: Float64Array;
}

/** Relative difference below which two runs of one draw count as the same: rounding, not an effect. */
const SAME = 1e-9;

/** Takes draws into a summary. */
export interface SummaryCounter {
  /** Adds draws of one scenario, output and save. */
  readonly addValues: (cell: number, values: Float64Array) => void;
  /** Adds the same draws of a scenario and of the first one; `cell` is one of `changes`. */
  readonly addChanges: (cell: number, values: Float64Array, first: Float64Array) => void;
  readonly addFailure: (scenario: number, draw: number, step: number, variable: number) => void;
  readonly addDraws: (draws: number) => void;
  readonly merge: (from: SummaryState) => void;
  readonly state: () => SummaryState;
}

/** An empty summary; `sketched`: whether it holds sketches for quantiles. */
export function summaryCounter(size: SummarySize, sketched = true): SummaryCounter {
  const cells = size.outputs * size.saves;
  const changeCells = (size.scenarios - 1) * cells;
  const values: CellCounter = cellCounter(size.scenarios * cells, sketched);
  const changes: CellCounter = cellCounter(changeCells, sketched);
  const order = new Float64Array(changeCells * 3);
  const failed = new Float64Array(size.scenarios);
  const firstFailure = new Float64Array(size.scenarios * 3).fill(-1);
  let difference = new Float64Array(64);
  let draws = 0;

  return {
    addValues: values.add,
    addChanges(cell, of, first) {
      const n = of.length;
      if (difference.length < n) difference = new Float64Array(n);
      for (let i = 0; i < n; i++) {
        const a = first[i]!;
        const change = of[i]! - a;
        difference[i] = change;
        const room = SAME * Math.abs(a);
        // A draw that failed in either is NaN and counts nowhere.
        if (change > room) order[3 * cell]! += 1;
        else if (change < -room) order[3 * cell + 1]! += 1;
        else if (change - change === 0) order[3 * cell + 2]! += 1;
      }
      changes.add(cell, difference.subarray(0, n));
    },
    addFailure(scenario, draw, step, variable) {
      failed[scenario]! += 1;
      keepFirst(firstFailure, scenario, draw, step, variable);
    },
    addDraws(count) {
      draws += count;
    },
    merge(from) {
      draws += from.draws;
      values.merge(from.values);
      changes.merge(from.changes);
      for (let i = 0; i < order.length; i++) order[i]! += from.order[i]!;
      for (let s = 0; s < size.scenarios; s++) {
        failed[s]! += from.failed[s]!;
        const [draw, step, variable] = from.firstFailure.subarray(3 * s, 3 * s + 3);
        if (draw! >= 0) keepFirst(firstFailure, s, draw!, step!, variable!);
      }
    },
    state: () => ({ draws, values: values.cells(), changes: changes.cells(), order, failed, firstFailure }),
  };
}

function keepFirst(
  first: Float64Array,
  scenario: number,
  draw: number,
  step: number,
  variable: number,
): void {
  const known = first[3 * scenario]!;
  if (known >= 0 && known <= draw) return;
  first.set([draw, step, variable], 3 * scenario);
}
