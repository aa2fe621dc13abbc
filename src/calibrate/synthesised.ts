import { exp } from "../math/exp.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import type { CalibrationPlan } from "./observed-terms.ts";

/**
 * The plan with data as the observation model would give them where the model says `points` (the terms one after the
 * other): misses have the law of the likelihood's normal errors. `uniform` gives a number in (0, 1) for each point.
 */
export function synthesised(
  plan: CalibrationPlan,
  points: ArrayLike<number>,
  uniform: (index: number) => number,
): CalibrationPlan {
  let first = 0;
  const terms = plan.terms.map((term) => {
    const n = term.rows.length;
    const start = first;
    first += n;
    const normals = Float64Array.from({ length: n }, (_, i) => normalQuantile(uniform(start + i)));
    const observed = Array.from({ length: n }, (_, i) => {
      let miss = 0;
      if (term.triangle === undefined) miss = term.error.value * normals[i]!;
      else for (let k = 0; k <= i; k++) miss += term.triangle[i * n + k]! * normals[k]!;
      const simulated = points[start + i]!;
      return term.error.kind === "relative" ? simulated * exp(miss) : simulated + miss;
    });
    return { ...term, observed };
  });
  return { ...plan, terms };
}
