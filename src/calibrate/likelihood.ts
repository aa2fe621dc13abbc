import { ln } from "../math/ln.ts";
import { solveLower } from "./cholesky.ts";

/** What one observation contributes: observed values beside the places of the simulated ones. */
export interface LikelihoodTerm {
  readonly name: string;
  /** relative: the standard deviation of the log ratio; absolute: in base units. */
  readonly error: { readonly kind: "relative" | "absolute"; readonly value: number };
  readonly observed: readonly number[];
  /**
   * Of a term whose misses last: the lower triangle of the covariance of its misses, row after row (`missCovariance`).
   * Absent: every point misses by itself, with the error's standard deviation.
   */
  readonly triangle?: Float64Array;
}

/** The shape of the errors: normal, or Student's t with four degrees of freedom, which forgives misses. */
export type ErrorLaw = "normal" | "student";

const STUDENT_DEGREES = 4;

/**
 * Log-likelihood of one term up to a constant, from the simulated values in the order of `term.observed`. With a
 * `triangle` the misses have one law together, multivariate normal or multivariate Student; else a law for each point.
 * -Infinity where a relative error meets a simulated value that is not positive, or any value is not finite.
 */
export function logLikelihood(term: LikelihoodTerm, simulated: ArrayLike<number>, law: ErrorLaw): number {
  const misses = standardMisses(term, simulated);
  if (misses === undefined) return Number.NEGATIVE_INFINITY;
  let sum = 0;
  if (law === "normal") {
    for (const miss of misses) sum -= (miss * miss) / 2;
  } else if (term.triangle === undefined) {
    for (const miss of misses) sum -= ((STUDENT_DEGREES + 1) / 2) * ln(1 + (miss * miss) / STUDENT_DEGREES);
  } else {
    let squares = 0;
    for (const miss of misses) squares += miss * miss;
    sum = -((STUDENT_DEGREES + misses.length) / 2) * ln(1 + squares / STUDENT_DEGREES);
  }
  return sum;
}

/** The misses in units of their standard deviation, made independent of each other; undefined when one has no value. */
function standardMisses(term: LikelihoodTerm, simulated: ArrayLike<number>): Float64Array | undefined {
  const count = term.observed.length;
  const misses = new Float64Array(count);
  const scale = term.triangle === undefined ? term.error.value : 1;
  for (let i = 0; i < count; i++) {
    const value = miss(term.error.kind, simulated[i] ?? Number.NaN, term.observed[i] ?? Number.NaN) / scale;
    if (!Number.isFinite(value)) return undefined;
    misses[i] = value;
  }
  if (term.triangle !== undefined) solveLower(term.triangle, count, misses);
  return misses;
}

/** relative: the logarithm of simulated over observed; absolute: their difference. */
function miss(kind: "relative" | "absolute", simulated: number, observed: number): number {
  if (kind === "absolute") return simulated - observed;
  return simulated > 0 && observed > 0 ? ln(simulated / observed) : Number.NaN;
}
