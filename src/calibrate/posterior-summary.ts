import type { Model } from "../model/model.ts";
import { importanceWeights } from "./importance-weights.ts";
import type { CalibrationPlan } from "./observed-terms.ts";
import type { ObservationFit, PosteriorInfo, Range3 } from "./posterior.ts";
import { quantilePoints } from "./quantile-points.ts";
import { DRAW, type WeighedDraws } from "./weigh-draws.ts";

const LEVELS = [0.05, 0.5, 0.95];

/** Some draws of a set: the prior draws that were not rejected, or the kept ones. */
export interface DrawSet {
  readonly weighed: WeighedDraws;
  readonly rows: Int32Array;
}

/** Draws of the prior itself: those neither rejected nor failed. */
export function priorSet(weighed: WeighedDraws): DrawSet {
  const kept = (draw: number) =>
    weighed.state[draw] === DRAW.weighed || weighed.state[draw] === DRAW.impossible;
  return { weighed, rows: Int32Array.from(Array.from(weighed.state.keys()).filter(kept)) };
}

/** Prior and posterior ranges of every parameter but the variants; a silent parameter keeps its prior's. */
export function parameterRanges(
  model: Model,
  before: DrawSet,
  after: DrawSet,
  silent: readonly number[],
): PosteriorInfo["ranges"] {
  return before.weighed.columns.flatMap((column, c) => {
    const parameter = model.ir.parameters[column];
    if (parameter === undefined || parameter.options !== undefined) return [];
    const range = (draws: DrawSet) =>
      quantilePoints(columnOf(draws, c), LEVELS).map((value) =>
        round(value / parameter.factor),
      ) as unknown as Range3;
    const prior = range(before);
    const posterior = silent.includes(c) ? prior : range(after);
    const width = round((posterior[2] - posterior[0]) / (prior[2] - prior[0]));
    return [{ name: parameter.name, unit: parameter.unit, prior, posterior, width }];
  });
}

/**
 * The weight of each option of each variant: under the prior, and under both laws of the errors. `normal` and `student`
 * are log-weights of the draws of `crossed`.
 */
export function variantWeights(
  model: Model,
  before: DrawSet,
  crossed: WeighedDraws,
  normal: Float64Array,
  student: Float64Array,
): PosteriorInfo["variants"] {
  const equal = new Float64Array(before.rows.length).fill(1 / before.rows.length);
  const all = { weighed: crossed, rows: Int32Array.from(crossed.state.keys()) };
  const weights = [importanceWeights(normal).weights, importanceWeights(student).weights] as const;
  return crossed.columns.flatMap((column, c) => {
    const parameter = model.ir.parameters[column];
    if (parameter?.options === undefined) return [];
    const share = (draws: DrawSet, weight: Float64Array, option: number) =>
      round(columnOf(draws, c).reduce((sum, value, d) => sum + (value === option ? (weight[d] ?? 0) : 0), 0));
    const options = parameter.options.map((name, option) => ({
      name,
      prior: share(before, equal, option),
      normal: share(all, weights[0], option),
      student: share(all, weights[1], option),
    }));
    return [{ name: parameter.name, options }];
  });
}

/** How the medians and ranges of both sets meet every observed series. */
export function observationFits(
  plan: CalibrationPlan,
  before: DrawSet,
  after: DrawSet,
): readonly ObservationFit[] {
  let point = 0;
  return plan.terms.map((term) => {
    const first = point;
    point += term.rows.length;
    const score = ({ weighed, rows }: DrawSet) => {
      let error = 0;
      let inside = 0;
      term.observed.forEach((observed, i) => {
        const at = (draw: number) => weighed.points[draw * weighed.pointCount + first + i] ?? Number.NaN;
        const [low = Number.NaN, middle = Number.NaN, high = Number.NaN] = quantilePoints(
          Float64Array.from(rows, at),
          LEVELS,
        );
        error += Math.abs(middle - observed) / Math.abs(observed);
        if (observed >= low && observed <= high) inside++;
      });
      return { mape: round(error / term.rows.length), inside: round(inside / term.rows.length) };
    };
    const posterior = score(after);
    const prior = score(before);
    return {
      name: term.name,
      file: term.observation.file,
      column: term.observation.column,
      points: term.rows.length,
      mape: posterior.mape,
      inside90: posterior.inside,
      priorMape: prior.mape,
      priorInside90: prior.inside,
    };
  });
}

function columnOf({ weighed, rows }: DrawSet, column: number): Float64Array {
  const { columns, parameters } = weighed;
  return Float64Array.from(rows, (draw) => parameters[draw * columns.length + column] ?? Number.NaN);
}

/** Six significant digits: more would only show the sampling noise. */
export function round(value: number): number {
  return Number(value.toPrecision(6));
}
