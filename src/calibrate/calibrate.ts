import { DiagnosticError } from "../base/diagnostic.ts";
import type { Model } from "../model/model.ts";
import { type ImportanceWeights, importanceWeights, temperedWeights } from "./importance-weights.ts";
import { type CalibrationPlan, calibrationPlan } from "./observed-terms.ts";
import type { ObservationFit, Posterior, PosteriorInfo, Range3 } from "./posterior.ts";
import { quantilePoints } from "./quantile-points.ts";
import { systematicResample } from "./resample.ts";
import { silentParameters } from "./silent-parameters.ts";
import { type CalibrationRunner, DRAW, type WeighedDraws, weighDraws } from "./weigh-draws.ts";

export interface CalibrationOptions {
  /** `YYYY-MM`: data published later are not used. */
  readonly origin: string;
  /** Prior draws to weigh, and draws to keep. */
  readonly draws: number;
  readonly keep: number;
  readonly seed: number;
  /** Effective sample size down to which the likelihood is tempered; absent: the full likelihood, whatever it leaves. */
  readonly temperTo?: number;
  /** Draws a block: memory for the series of so many runs is held at once. */
  readonly block: number;
  /** Kept draws on which each parameter is tried for silence; see `silentParameters`. */
  readonly probes: number;
  /** One random number in [0, 1) for the resampling. */
  readonly start: number;
  readonly command: string;
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Weighs prior draws by the likelihood of the data known at the origin and resamples them. Throws DiagnosticError
 * `calibrate-nothing-observed` for a model without scored points and `calibrate-no-weight` when no draw has weight.
 */
export async function calibrate(
  model: Model,
  runner: CalibrationRunner,
  options: CalibrationOptions,
): Promise<Posterior> {
  const plan = calibrationPlan(model, options.origin);
  if (plan.terms.length === 0) {
    throw new DiagnosticError([{ code: "calibrate-nothing-observed", severity: "error", data: {} }]);
  }
  const weighed = await weighDraws(model.ir, plan, runner, options.draws, options.block, options.progress);
  const full = importanceWeights(weighed.normal);
  const used = options.temperTo === undefined ? full : temperedWeights(weighed.normal, options.temperTo);
  const count = (state: number) => weighed.state.reduce((sum, value) => sum + (value === state ? 1 : 0), 0);
  if (full.effective === 0) {
    const data = { draws: options.draws, rejected: count(DRAW.rejected), failed: count(DRAW.failed) };
    throw new DiagnosticError([{ code: "calibrate-no-weight", severity: "error", data }]);
  }
  const chosen = systematicResample(used.weights, options.keep, options.start);
  const before = priorDraws(weighed);
  const silent = await silentParameters(model.ir, plan, runner, weighed, everyNth(chosen, options.probes));
  const values = keptValues(weighed, chosen, silent);
  const info: PosteriorInfo = {
    format: "downstream-posterior",
    version: 1,
    model: model.name,
    modelHash: model.hash,
    origin: options.origin,
    seed: options.seed,
    priorDraws: options.draws,
    draws: chosen.length,
    rejected: count(DRAW.rejected),
    failed: count(DRAW.failed),
    impossible: count(DRAW.impossible),
    effectiveSampleSize: round(full.effective),
    exponent: round(used.exponent),
    effectiveSampleSizeUsed: round(used.effective),
    distinct: new Set(chosen).size,
    silent: silent.map((c) => model.ir.parameters[weighed.columns[c] ?? -1]?.name ?? ""),
    parameters: weighed.columns.map((column) => model.ir.parameters[column]?.name ?? ""),
    ranges: parameterRanges(model, weighed, before, chosen, silent),
    variants: variantWeights(model, weighed, before, used),
    fits: observationFits(plan, weighed, before, chosen),
    command: options.command,
  };
  return { info, values };
}

/** `count` entries of `chosen` at even distances. */
function everyNth(chosen: Int32Array, count: number): Int32Array {
  const step = Math.max(1, Math.floor(chosen.length / count));
  return chosen.filter((_, i) => i % step === 0).slice(0, count);
}

/**
 * Parameter rows of the kept draws. Silent parameters take fresh draws of the prior, kept draw i those of prior draw
 * i, so that a prior draw kept many times does not repeat what the data did not choose.
 */
function keptValues(weighed: WeighedDraws, chosen: Int32Array, silent: readonly number[]): Float32Array {
  const { parameters, draws } = weighed;
  const columns = weighed.columns.length;
  const values = new Float32Array(chosen.length * columns);
  chosen.forEach((draw, i) => {
    values.set(parameters.subarray(draw * columns, (draw + 1) * columns), i * columns);
    for (const c of silent) values[i * columns + c] = parameters[(i % draws) * columns + c] ?? Number.NaN;
  });
  return values;
}

/** Draws of the prior itself: those neither rejected nor failed. */
function priorDraws(weighed: WeighedDraws): Int32Array {
  const kept = (draw: number) =>
    weighed.state[draw] === DRAW.weighed || weighed.state[draw] === DRAW.impossible;
  return Int32Array.from(Array.from(weighed.state.keys()).filter(kept));
}

const LEVELS = [0.05, 0.5, 0.95];

function parameterRanges(
  model: Model,
  weighed: WeighedDraws,
  before: Int32Array,
  after: Int32Array,
  silent: readonly number[],
): PosteriorInfo["ranges"] {
  return weighed.columns.flatMap((column, c) => {
    const parameter = model.ir.parameters[column];
    if (parameter === undefined || parameter.options !== undefined) return [];
    const range = (draws: Int32Array) =>
      quantilePoints(columnOf(weighed, c, draws), LEVELS).map((value) =>
        round(value / parameter.factor),
      ) as unknown as Range3;
    const prior = range(before);
    const posterior = silent.includes(c) ? prior : range(after);
    const width = round((posterior[2] - posterior[0]) / (prior[2] - prior[0]));
    return [{ name: parameter.name, unit: parameter.unit, prior, posterior, width }];
  });
}

function columnOf(weighed: WeighedDraws, column: number, draws: Int32Array): Float64Array {
  const { columns, parameters } = weighed;
  return Float64Array.from(draws, (draw) => parameters[draw * columns.length + column] ?? Number.NaN);
}

/** The weight of each option of each variant: prior, and under both laws of the errors at the exponent used. */
function variantWeights(
  model: Model,
  weighed: WeighedDraws,
  before: Int32Array,
  used: ImportanceWeights,
): PosteriorInfo["variants"] {
  const all = Int32Array.from(weighed.state.keys());
  const equal = new Float64Array(weighed.draws);
  for (const draw of before) equal[draw] = 1 / before.length;
  const student = importanceWeights(weighed.student, used.exponent).weights;
  return weighed.columns.flatMap((column, c) => {
    const parameter = model.ir.parameters[column];
    if (parameter?.options === undefined) return [];
    const values = columnOf(weighed, c, all);
    const share = (weights: Float64Array, option: number) =>
      round(values.reduce((sum, value, d) => sum + (value === option ? (weights[d] ?? 0) : 0), 0));
    const options = parameter.options.map((name, option) => ({
      name,
      prior: share(equal, option),
      normal: share(used.weights, option),
      student: share(student, option),
    }));
    return [{ name: parameter.name, options }];
  });
}

function observationFits(
  plan: CalibrationPlan,
  weighed: WeighedDraws,
  before: Int32Array,
  after: Int32Array,
): readonly ObservationFit[] {
  let point = 0;
  return plan.terms.map((term) => {
    const first = point;
    point += term.rows.length;
    const score = (draws: Int32Array) => {
      let error = 0;
      let inside = 0;
      term.observed.forEach((observed, i) => {
        const at = (draw: number) => weighed.points[draw * weighed.pointCount + first + i] ?? Number.NaN;
        const [low = Number.NaN, middle = Number.NaN, high = Number.NaN] = quantilePoints(
          Float64Array.from(draws, at),
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

/** Six significant digits: more would only show the sampling noise. */
function round(value: number): number {
  return Number(value.toPrecision(6));
}
