import type { Observation } from "../model/model.ts";
import { monthIndex } from "../scenario/month.ts";
import type { MonthWindow } from "./window-covariance.ts";

/**
 * Rows of an observation that are scored and had been published by the origin, as indices into its arrays. A row
 * stands for the period from its month to that of the row that usually follows (a missing row makes none longer), ends with it,
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

/** Month index at which the period of a row ends: a row stands for as many months as rows of its series are usually apart. */
function periodEnd(labels: readonly string[], index: number): number {
  const months = labels.map(monthIndex);
  const gaps = months.slice(1).map((month, i) => month - (months[i] ?? month));
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
  return (months[index] ?? Number.NaN) + (usual === undefined || usual < 1 ? 1 : usual);
}
