import { DiagnosticError } from "../base/diagnostic.ts";
import type { Model } from "../model/model.ts";
import { crossBlocks } from "./cross-blocks.ts";
import { importanceWeights, temperedWeights } from "./importance-weights.ts";
import { type CalibrationPlan, type ChapterBlock, calibrationPlan } from "./observed-terms.ts";
import type { Posterior, PosteriorInfo } from "./posterior.ts";
import { observationFits, parameterRanges, priorSet, round, variantWeights } from "./posterior-summary.ts";
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
  /** Chapters weighed apart and then joined by `crossBlocks`; none: all together. */
  readonly blocks?: readonly ChapterBlock[];
  /** Effective sample size of every block down to which the likelihood is tempered; absent: the full likelihood. */
  readonly temperTo?: number;
  /** Draws a batch: memory for the series of so many runs is held at once. */
  readonly batch: number;
  /** Kept draws on which each parameter is tried for silence; see `silentParameters`. */
  readonly probes: number;
  /** A number in [0, 1) for a purpose and an index: all the chance that resampling needs. */
  readonly uniform: (purpose: string, index: number) => number;
  readonly command: string;
  readonly progress?: (done: number, total: number) => void;
}

/** Sets put together from the blocks, per draw to keep. */
const CROSSED_PER_KEPT = 2;

/**
 * Weighs prior draws by the likelihood of the data known at the origin, joins the blocks and resamples. Throws
 * DiagnosticError `calibrate-nothing-observed` for a model without scored points and `calibrate-no-weight` when no draw
 * has weight.
 */
export async function calibrate(
  model: Model,
  runner: CalibrationRunner,
  options: CalibrationOptions,
): Promise<Posterior> {
  const { draws, keep, batch, uniform, progress } = options;
  const plan = calibrationPlan(model, options.origin, options.blocks);
  if (plan.terms.length === 0) {
    throw new DiagnosticError([{ code: "calibrate-nothing-observed", severity: "error", data: {} }]);
  }
  const weighed = await weighDraws(model.ir, plan, runner, draws, batch, progress);
  const exponent = commonExponent(weighed, options.temperTo);
  const parts = weighed.byBlock.map((likelihoods) => importanceWeights(likelihoods, exponent));
  if (parts.some(({ effective }) => effective === 0)) throw withoutWeight(weighed);

  const joined = crossBlocks(model, plan, weighed, CROSSED_PER_KEPT * keep, exponent, uniform);
  const rows = parameterRows(model, weighed, joined.parameters);
  const crossed = await weighDraws(model.ir, plan, runner, joined.count, batch, undefined, rows);
  const corrected = (likelihoods: Float64Array) =>
    likelihoods.map((value, m) => exponent * (value - (joined.proposal[m] ?? 0)));
  const normal = corrected(crossed.normal);
  const correction = importanceWeights(normal);
  if (correction.effective === 0) throw withoutWeight(crossed);
  const chosen = systematicResample(correction.weights, keep, uniform("start of the kept", 0));
  const probes = everyNth(chosen, options.probes);
  const silent = await silentParameters(model.ir, plan, runner, crossed, probes);

  const before = priorSet(weighed);
  const after = { weighed: crossed, rows: chosen };
  const blockSizes = parts.map(({ effective }) => effective);
  const info: PosteriorInfo = {
    format: "downstream-posterior",
    version: 1,
    model: model.name,
    modelHash: model.hash,
    origin: options.origin,
    seed: options.seed,
    priorDraws: draws,
    draws: chosen.length,
    rejected: count(weighed, DRAW.rejected),
    failed: count(weighed, DRAW.failed),
    impossible: count(weighed, DRAW.impossible),
    effectiveSampleSize: round(importanceWeights(weighed.normal).effective),
    exponent: round(exponent),
    blocks: blockNames(plan).map((chapters, i) => ({
      chapters,
      effectiveSampleSize: round(blockSizes[i] ?? Number.NaN),
      distinct: new Set(Array.from(chosen, (m) => joined.chosen[i]?.[m])).size,
    })),
    crossed: { draws: joined.count, effectiveSampleSize: round(correction.effective) },
    effectiveSampleSizeUsed: round((Math.min(...blockSizes) * correction.effective) / joined.count),
    silent: silent.map((c) => columnName(model, weighed, c)),
    parameters: weighed.columns.map((_, c) => columnName(model, weighed, c)),
    ranges: parameterRanges(model, before, after, silent),
    variants: variantWeights(model, before, crossed, normal, corrected(crossed.student)),
    fits: observationFits(plan, before, after),
    command: options.command,
  };
  return { info, values: keptValues(weighed, crossed, chosen, silent) };
}

/** The highest exponent at which every block has the effective sample size asked for; 1 when none is asked for. */
function commonExponent(weighed: WeighedDraws, temperTo: number | undefined): number {
  if (temperTo === undefined) return 1;
  return Math.min(...weighed.byBlock.map((values) => temperedWeights(values, temperTo).exponent));
}

function withoutWeight(weighed: WeighedDraws): DiagnosticError {
  const data = {
    draws: weighed.draws,
    rejected: count(weighed, DRAW.rejected),
    failed: count(weighed, DRAW.failed),
  };
  return new DiagnosticError([{ code: "calibrate-no-weight", severity: "error", data }]);
}

function count(weighed: WeighedDraws, state: number): number {
  return weighed.state.reduce((sum, value) => sum + (value === state ? 1 : 0), 0);
}

function blockNames({ blocks }: CalibrationPlan): readonly string[] {
  return blocks.length === 0 ? ["all"] : blocks.map(({ from, to }) => `${from}-${to}`);
}

function columnName(model: Model, weighed: WeighedDraws, c: number): string {
  return model.ir.parameters[weighed.columns[c] ?? -1]?.name ?? "";
}

/** Full parameter rows from rows of the drawn columns; the other parameters keep their values. */
function parameterRows(model: Model, weighed: WeighedDraws, drawn: Float32Array): CalibrationRunner["prior"] {
  const { columns } = weighed;
  const width = model.ir.parameters.length;
  return (first, rows) => {
    const parameters = new Float64Array(rows * width);
    for (let d = 0; d < rows; d++) {
      model.ir.parameters.forEach((parameter, j) => {
        parameters[d * width + j] = parameter.value;
      });
      columns.forEach((column, c) => {
        parameters[d * width + column] = drawn[(first + d) * columns.length + c] ?? Number.NaN;
      });
    }
    return parameters;
  };
}

/** `count` entries of `chosen` at even distances. */
function everyNth(chosen: Int32Array, wanted: number): Int32Array {
  const step = Math.max(1, Math.floor(chosen.length / wanted));
  return chosen.filter((_, i) => i % step === 0).slice(0, wanted);
}

/**
 * Parameter rows of the kept draws. Silent parameters take fresh draws of the prior, kept draw i those of prior draw
 * i, so that a set kept many times does not repeat what the data did not choose.
 */
function keptValues(
  prior: WeighedDraws,
  crossed: WeighedDraws,
  chosen: Int32Array,
  silent: readonly number[],
): Float32Array {
  const columns = prior.columns.length;
  const values = new Float32Array(chosen.length * columns);
  chosen.forEach((draw, i) => {
    values.set(crossed.parameters.subarray(draw * columns, (draw + 1) * columns), i * columns);
    for (const c of silent)
      values[i * columns + c] = prior.parameters[(i % prior.draws) * columns + c] ?? Number.NaN;
  });
  return values;
}
