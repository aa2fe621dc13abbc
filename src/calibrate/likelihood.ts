import { ln } from "../math/ln.ts";

/** What one observation contributes: observed values beside the places of the simulated ones. */
export interface LikelihoodTerm {
  readonly name: string;
  /** relative: the standard deviation of the log ratio; absolute: in base units. */
  readonly error: { readonly kind: "relative" | "absolute"; readonly value: number };
  readonly observed: readonly number[];
}

/** The shape of the errors: normal, or Student's t with four degrees of freedom, which forgives single misses. */
export type ErrorLaw = "normal" | "student";

const STUDENT_DEGREES = 4;

/**
 * Log-likelihood of one term up to a constant, from the simulated values in the order of `term.observed`.
 * -Infinity where a relative error meets a simulated value that is not positive, or any value is not finite.
 */
export function logLikelihood(term: LikelihoodTerm, simulated: ArrayLike<number>, law: ErrorLaw): number {
  let sum = 0;
  for (let i = 0; i < term.observed.length; i++) {
    const residual = standardResidual(term, simulated[i] ?? Number.NaN, term.observed[i] ?? Number.NaN);
    if (!Number.isFinite(residual)) return Number.NEGATIVE_INFINITY;
    const square = residual * residual;
    sum -= law === "normal" ? square / 2 : ((STUDENT_DEGREES + 1) / 2) * ln(1 + square / STUDENT_DEGREES);
  }
  return sum;
}

/** The miss in units of the observation error. */
function standardResidual(term: LikelihoodTerm, simulated: number, observed: number): number {
  if (term.error.kind === "absolute") return (simulated - observed) / term.error.value;
  return simulated > 0 && observed > 0 ? ln(simulated / observed) / term.error.value : Number.NaN;
}
