import type { Observation } from "../model/model.ts";
import { monthIndex } from "../scenario/month.ts";
import type { MonthWindow } from "./window-covariance.ts";

/**
 * Rows of an observation that are scored and had been published by the origin, as indices into its arrays. A row
 * stands for the period from its month to the next row's (the last row: as long as the one before it), ends with it,
 * and is published `lateMonths` after that end. `origin` is a month, `YYYY-MM`; what came out in it counts as known.
 */
export function knownPoints(
  observation: Pick<Observation, "labels" | "scored" | "lateMonths">,
  origin: string,
): readonly number[] {
  const last = monthIndex(origin);
  return observation.scored.filter(
    (index) => periodEnd(observation.labels, index) + observation.lateMonths <= last,
  );
}

/**
 * The months that the value of a row covers: those of its sum or mean, which ends with the row's period; one month, the
 * row's own, for a value at a date.
 */
export function pointWindow(
  { labels, windowMonths }: Pick<Observation, "labels" | "windowMonths">,
  index: number,
): MonthWindow {
  if (windowMonths === 0) return { last: monthIndex(labels[index] ?? ""), months: 1 };
  return { last: periodEnd(labels, index) - 1, months: windowMonths };
}

/** Month index at which the period of a row ends. */
function periodEnd(labels: readonly string[], index: number): number {
  const start = monthIndex(labels[index] ?? "");
  const next = labels[index + 1];
  if (next !== undefined) return monthIndex(next);
  const before = labels[index - 1];
  return before === undefined ? start + 1 : start + (start - monthIndex(before));
}
