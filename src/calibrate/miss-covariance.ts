import type { Observation } from "../model/model.ts";
import { pointWindow } from "./known-points.ts";
import { windowCovariance } from "./window-covariance.ts";

/**
 * Covariance of the misses of some rows of an observation, row after row: the publisher's error, point by point, and the model's
 * lasting discrepancy over the months that the values cover. Of log ratios for a relative error; in squared base units
 * for an absolute one, where the discrepancy counts as a share of the observed values. Without a discrepancy it is diagonal.
 */
export function missCovariance(
  observation: Pick<
    Observation,
    "labels" | "spacingMonths" | "windowMonths" | "values" | "error" | "discrepancy"
  >,
  rows: readonly number[],
): Float64Array {
  const { error, discrepancy, values } = observation;
  const n = rows.length;
  const covariance = new Float64Array(n * n);
  const windows = rows.map((row) => pointWindow(observation, row));
  const scale = rows.map((row) => (error?.kind === "absolute" ? (values[row] ?? Number.NaN) : 1));
  const spread = error?.value ?? 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const shared =
        discrepancy === undefined
          ? 0
          : windowCovariance(windows[i]!, windows[j]!, discrepancy) * scale[i]! * scale[j]!;
      covariance[i * n + j] = shared + (i === j ? spread * spread : 0);
    }
  }
  return covariance;
}
