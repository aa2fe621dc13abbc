import type { Ir } from "../model/ir.ts";
import { logLikelihood } from "./likelihood.ts";
import type { CalibrationPlan, ObservedTerm, RejectTerm } from "./observed-terms.ts";

/** Runs a block of parameter sets: how calibration reaches the engine, on whatever threads there are. */
export interface CalibrationRunner {
  /** Prior parameter sets `first` .. `first + count - 1`: rows of `ir.parameters.length` values in base units. */
  readonly prior: (first: number, count: number) => Float64Array;
  /**
   * Values of the plan's outputs: output o, save s, draw d at `values[(o * saves + s) * count + d]`; `failedStep[d]` is
   * -1 for a run that did not fail. `first` (default 0) is the number of the first draw: it decides the noise of models that
   * have it.
   */
  readonly run: (
    parameters: Float64Array,
    count: number,
    plan: CalibrationPlan,
    first?: number,
  ) => Promise<{ readonly values: Float64Array; readonly failedStep: Int32Array }>;
}

/** Why a draw has no weight, or that it has. */
export const DRAW = { weighed: 0, failed: 1, rejected: 2, impossible: 3 } as const;

/** Every prior draw with its log-likelihoods and what it says of each observed point. */
export interface WeighedDraws {
  readonly draws: number;
  /** Indices into `ir.parameters` of those that have a prior: the columns of `parameters`. */
  readonly columns: readonly number[];
  /** Row a draw, base units, exact in 32 bits: runs use the rounded values. */
  readonly parameters: Float32Array;
  readonly state: Uint8Array;
  readonly normal: Float64Array;
  readonly student: Float64Array;
  /** The normal log-likelihood by block of the plan (one block at least); their sum is `normal`. */
  readonly byBlock: readonly Float64Array[];
  /** Simulated values at the observed points, a row a draw, the terms one after the other. */
  readonly points: Float32Array;
  readonly pointCount: number;
}

/**
 * Runs `draws` parameter sets in batches of `batch` and weighs each; `progress` hears of every batch. The sets are prior
 * draws unless `rows` gives others.
 */
export async function weighDraws(
  ir: Ir,
  plan: CalibrationPlan,
  runner: CalibrationRunner,
  draws: number,
  batch: number,
  progress: (done: number, total: number) => void = () => {},
  rows: CalibrationRunner["prior"] = runner.prior,
): Promise<WeighedDraws> {
  const columns = ir.parameters.flatMap((parameter, i) => (parameter.prior === undefined ? [] : [i]));
  const pointCount = plan.terms.reduce((sum, term) => sum + term.rows.length, 0);
  const result: WeighedDraws = {
    draws,
    columns,
    parameters: new Float32Array(draws * columns.length),
    state: new Uint8Array(draws),
    normal: new Float64Array(draws).fill(Number.NEGATIVE_INFINITY),
    student: new Float64Array(draws).fill(Number.NEGATIVE_INFINITY),
    byBlock: Array.from({ length: Math.max(1, plan.blocks.length) }, () =>
      new Float64Array(draws).fill(Number.NEGATIVE_INFINITY),
    ),
    points: new Float32Array(draws * pointCount),
    pointCount,
  };
  const width = ir.parameters.length;
  const terms = plan.terms.map((term) => ({ term, places: placesOf(plan, term) }));
  const rejects = plan.rejects.map((reject) => ({ block: reject.block, places: placesOf(plan, reject) }));
  for (let first = 0; first < draws; first += batch) {
    const count = Math.min(batch, draws - first);
    const parameters = rows(first, count);
    for (let d = 0; d < count; d++) {
      columns.forEach((column, c) => {
        const at = d * width + column;
        const rounded = Math.fround(parameters[at] ?? Number.NaN);
        parameters[at] = rounded;
        result.parameters[(first + d) * columns.length + c] = rounded;
      });
    }
    const { values, failedStep } = await runner.run(parameters, count, plan, first);
    for (let d = 0; d < count; d++) {
      const read: Reader = (places) => places.map((place) => values[place * count + d] ?? Number.NaN);
      weighOne({ terms, rejects }, read, failedStep[d] === -1, first + d, result);
    }
    progress(first + count, draws);
  }
  return result;
}

/** A plan with the places of its values found once: `output * saves + save`. */
interface PlacedPlan {
  readonly terms: readonly { readonly term: ObservedTerm; readonly places: readonly number[] }[];
  readonly rejects: readonly { readonly block: number; readonly places: readonly number[] }[];
}

function placesOf(plan: CalibrationPlan, read: ObservedTerm | RejectTerm): readonly number[] {
  const output = plan.outputs.indexOf(read.output);
  return read.steps.map((step) => output * plan.saveSteps.length + plan.saveSteps.indexOf(step));
}

type Reader = (places: readonly number[]) => readonly number[];

function weighOne(plan: PlacedPlan, read: Reader, ok: boolean, draw: number, result: WeighedDraws): void {
  const normals = result.byBlock.map(() => 0);
  let student = 0;
  let point = draw * result.pointCount;
  for (const { term, places } of plan.terms) {
    const simulated = read(places);
    for (const value of simulated) result.points[point++] = value;
    normals[term.block] = (normals[term.block] ?? 0) + logLikelihood(term, simulated, "normal");
    student += logLikelihood(term, simulated, "student");
  }
  if (!ok) {
    result.state[draw] = DRAW.failed;
    return;
  }
  let rejected = false;
  for (const reject of plan.rejects) {
    if (!read(reject.places).some((value) => value !== 0)) continue;
    normals[reject.block] = Number.NEGATIVE_INFINITY;
    rejected = true;
  }
  result.byBlock.forEach((block, i) => {
    block[draw] = normals[i] ?? Number.NEGATIVE_INFINITY;
  });
  const normal = normals.reduce((sum, value) => sum + value, 0);
  if (rejected) result.state[draw] = DRAW.rejected;
  else if (normal === Number.NEGATIVE_INFINITY) result.state[draw] = DRAW.impossible;
  else {
    result.state[draw] = DRAW.weighed;
    result.normal[draw] = normal;
    result.student[draw] = student;
  }
}
