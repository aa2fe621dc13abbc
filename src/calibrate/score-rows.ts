import type { CalibrationRunner } from "./ensemble-runner.ts";
import { logLikelihood } from "./likelihood.ts";
import type { CalibrationPlan, ObservedTerm, RejectTerm } from "./observed-terms.ts";

/** Why a row has no likelihood, or that it has; `impossible`: it meets a value the likelihood cannot take. */
export const ROW = { scored: 0, failed: 1, rejected: 2, impossible: 3 } as const;

/** Log-likelihoods of rows under both laws of the errors: -Infinity for all but `ROW.scored`. */
export interface RowScores {
  readonly state: Uint8Array;
  readonly normal: Float64Array;
  readonly student: Float64Array;
}

/** What some rows are and what they say of each observed point. */
export interface ScoreRequest {
  readonly count: number;
  /** Writes row `row` at `params[at]`. */
  readonly write: (row: number, params: Float64Array, at: number) => void;
  /** Number of the first row, for models with noise; default 0. */
  readonly first?: number;
  /** Takes the simulated values at the observed points, `pointCount` a row, the terms one after the other. */
  readonly points?: Float32Array;
}

/** Runs rows of parameters and scores them against the plan. */
export interface RowScorer {
  readonly pointCount: number;
  /** Rows run so far. */
  readonly runs: () => number;
  readonly score: (request: ScoreRequest) => Promise<RowScores>;
}

/** A scorer over runs that are open; `width` is the number of the model's parameters. */
export function rowScorer(plan: CalibrationPlan, runner: CalibrationRunner, width: number): RowScorer {
  const pointCount = plan.terms.reduce((sum, term) => sum + term.rows.length, 0);
  const terms = plan.terms.map((term) => ({ term, places: placesOf(plan, term) }));
  const rejects = plan.rejects.map((reject) => placesOf(plan, reject));
  const { capacity, params } = runner;
  let runs = 0;
  return {
    pointCount,
    runs: () => runs,
    async score({ count, write, first = 0, points }) {
      const scores = emptyScores(count);
      for (let from = 0; from < count; from += capacity) {
        const rows = capacity < count - from ? capacity : count - from;
        for (let d = 0; d < rows; d++) write(from + d, params, d * width);
        const { values, failedStep } = await runner.run(rows, first + from);
        runs += rows;
        for (let d = 0; d < rows; d++) {
          const read: Reader = (places) => {
            const found = new Float64Array(places.length);
            for (let k = 0; k < found.length; k++) found[k] = values[places[k]! * capacity + d]!;
            return found;
          };
          const simulated = terms.map(({ places }) => read(places));
          let at = (from + d) * pointCount;
          if (points !== undefined)
            for (const term of simulated) for (const value of term) points[at++] = value;
          const rejected = rejects.some((places) => read(places).some((value) => value !== 0));
          const state = failedStep[d] !== -1 ? ROW.failed : rejected ? ROW.rejected : ROW.scored;
          scores.state[from + d] = state;
          if (state === ROW.scored) scoreOne(plan.terms, simulated, from + d, scores);
        }
      }
      return scores;
    },
  };
}

function emptyScores(count: number): RowScores {
  return {
    state: new Uint8Array(count),
    normal: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
    student: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
  };
}

type Reader = (places: readonly number[]) => Float64Array;

/** Places of a term's values in a run's results: `output * saves + save`. */
function placesOf(plan: CalibrationPlan, read: ObservedTerm | RejectTerm): readonly number[] {
  const output = plan.outputs.indexOf(read.output);
  return read.steps.map((step) => output * plan.saveSteps.length + plan.saveSteps.indexOf(step));
}

function scoreOne(
  terms: readonly ObservedTerm[],
  simulated: readonly Float64Array[],
  row: number,
  scores: RowScores,
): void {
  let normal = 0;
  let student = 0;
  terms.forEach((term, t) => {
    normal += logLikelihood(term, simulated[t] ?? [], "normal");
    student += logLikelihood(term, simulated[t] ?? [], "student");
  });
  if (normal === Number.NEGATIVE_INFINITY) {
    scores.state[row] = ROW.impossible;
    return;
  }
  scores.normal[row] = normal;
  scores.student[row] = student;
}
