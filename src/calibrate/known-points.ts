import type { Observation } from "../model/model.ts";
import { monthIndex } from "../scenario/month.ts";
import type { MonthWindow } from "./window-covariance.ts";

/**
 * Rows of an observation that are scored and had been published by the origin, as indices into its arrays. A row
 * stands for `spacingMonths` from its own month on (a missing row makes none longer) and is published `lateMonths` after that end. `origin` is a month, `YYYY-MM`; what came out in it counts as known.
 */
export function knownPoints(
  observation: Pick<Observation, "labels" | "spacingMonths" | "scored" | "lateMonths">,
  origin: string,
): readonly number[] {
  const last = monthIndex(origin);
  return observation.scored.filter((index) => periodEnd(observation, index) + observation.lateMonths <= last);
}

/**
 * The months that the value of a row covers: those of its sum or mean, which ends with the row's period; one month, the
 * row's own, for a value at a date.
 */
export function pointWindow(
  observation: Pick<Observation, "labels" | "spacingMonths" | "windowMonths">,
  index: number,
): MonthWindow {
  const { labels, windowMonths } = observation;
  if (windowMonths === 0) return { last: monthIndex(labels[index] ?? ""), months: 1 };
  return { last: periodEnd(observation, index) - 1, months: windowMonths };
}

/** Month index at which the period of a row ends. */
function periodEnd(
  { labels, spacingMonths }: Pick<Observation, "labels" | "spacingMonths">,
  index: number,
): number {
  return monthIndex(labels[index] ?? "") + spacingMonths;
}
