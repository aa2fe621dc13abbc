import { timeOf } from "../engine/index.ts";
import type { CheckTree } from "../model/check-tree.ts";
import type { IrClock } from "../model/ir.ts";
import { monthTime } from "../scenario/month.ts";
import type { Take } from "./episode-file.ts";
import { evaluateCheck } from "./evaluate-check.ts";

/** Saved values of one run: by name and place among the saves, for one draw. */
export type ReadSaved = (name: string, save: number) => number;

/** Whether a saved step lies between the start of one month and that of another, both included. */
export function isInWindow(
  clock: IrClock,
  step: number,
  { from, to }: { readonly from: string; readonly to: string },
): boolean {
  const time = timeOf(clock, step);
  return time > monthTime(from) - 1e-6 && time < monthTime(to) + 1e-6;
}

/** Window of a target: saves by their place, and their times in years. */
export interface Window {
  readonly saves: readonly number[];
  readonly times: readonly number[];
}

/**
 * One number of a draw: the expression at each save of the window, then its lowest, highest, mean or last value, its
 * total over the window (mean times years), or the months from the start of the window until it is first true. A draw in which
 * that never happens has the length of the window.
 */
export function episodeValue(
  tree: CheckTree,
  take: Take,
  window: Window,
  run: ReadSaved,
  baseline: ReadSaved,
): number {
  const values = window.saves.map((save, k) => {
    const reader = {
      time: window.times[k]!,
      run: (name: string) => run(name, save),
      baseline: (name: string) => baseline(name, save),
    };
    return evaluateCheck(tree, reader, 0);
  });
  const last = values.length - 1;
  const years = window.times[last]! - window.times[0]!;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  switch (take) {
    case "lowest":
      return values.reduce((a, b) => (b < a || Number.isNaN(b) ? b : a));
    case "highest":
      return values.reduce((a, b) => (b > a || Number.isNaN(b) ? b : a));
    case "mean":
      return mean;
    case "last":
      return values[last]!;
    case "total":
      // The saves stand for the months that begin with them.
      return mean * (years + 1 / 12);
    case "months until": {
      const found = values.findIndex((value) => value !== 0);
      const at = found < 0 ? last : found;
      return Math.round((window.times[at]! - window.times[0]!) * 12);
    }
  }
}
