import { DiagnosticError } from "../base/diagnostic.ts";
import type { Schedules } from "../engine/index.ts";
import type { Pool } from "../ensemble/index.ts";
import type { Model } from "../model/model.ts";
import type { DrawTable } from "./draw-table.ts";
import { ensembleRunner } from "./ensemble-runner.ts";
import { withoutLaterInputs } from "./forecast-known.ts";
import { islandSpread } from "./island-spread.ts";
import { type CalibrationPlan, calibrationPlan } from "./observed-terms.ts";
import { originSettings } from "./origin-settings.ts";
import { type ParticleSpace, particleSpace, writeRow } from "./particle-space.ts";
import type { Temper } from "./particles.ts";
import type { Posterior, PosteriorInfo } from "./posterior.ts";
import { islandRange, observationFits, parameterRanges, round, variantWeights } from "./posterior-summary.ts";
import { quantilePoints } from "./quantile-points.ts";
import { runsOf } from "./run-islands.ts";
import { EFFORTS, type Efforts, type PosteriorSample, samplePosterior } from "./sample-posterior.ts";
import { type RowScorer, rowScorer } from "./score-rows.ts";

export interface CalibrationOptions {
  /** `YYYY-MM`: data published later are not used. */
  readonly origin: string;
  /** Keeps mechanisms conceived after the origin. */
  readonly full?: boolean;
  /** Particles an island, islands, prior draws of all islands, and draws to keep. */
  readonly particles: number;
  readonly islands: number;
  readonly priorDraws: number;
  readonly keep: number;
  readonly seed: number;
  /** What happened up to the origin: the levers' schedules, and the scenario's name. */
  readonly schedules?: Schedules;
  readonly scenario?: string;
  readonly efforts?: Efforts;
  readonly command: string;
  readonly progress?: (temper: Temper, runs: number) => void;
}

/** Columns whose width shrank below this count as learned: the spread of islands is pooled over them. */
const LEARNED = 0.9;

/**
 * The posterior of a model given the data known at an origin, by sequential Monte Carlo. The same bytes from the same
 * options whatever the pool. Throws DiagnosticError `calibrate-nothing-observed` for a model without scored points and
 * `calibrate-no-weight` when no prior draw has any likelihood.
 */
export async function calibrate(model: Model, pool: Pool, options: CalibrationOptions): Promise<Posterior> {
  const { origin, full = false, seed, islands, particles, priorDraws, schedules = {} } = options;
  const plan = calibrationPlan(model, origin);
  if (plan.terms.length === 0) {
    throw new DiagnosticError([{ code: "calibrate-nothing-observed", severity: "error", data: {} }]);
  }
  const fixed = originSettings(model, origin, full);
  const space = particleSpace(model.ir, fixed);
  // Runs read what a forecast from this origin reads: no input of an equation from later months.
  const known = withoutLaterInputs(model, options.origin);
  const settings = { schedules, noiseSeed: seed };
  const runners = Array.from({ length: islands }, () => ensembleRunner(known, plan, pool, settings));
  try {
    const scorers = runners.map((runner) => rowScorer(plan, runner, model.ir.parameters.length));
    const machine = { space, scorers, seed, ...(options.progress ? { progress: options.progress } : {}) };
    const sizes = { islands, particles, draws: Math.ceil(priorDraws / islands) };
    const sample = await samplePosterior(machine, runners[0]!, sizes, options.efforts ?? EFFORTS);
    if (!("islands" in sample)) {
      const data = { draws: priorDraws, rejected: sample.rejected, failed: sample.failed };
      throw new DiagnosticError([{ code: "calibrate-no-weight", severity: "error", data }]);
    }
    const kept = await keptDraws(sample, scorers[0]!, options.keep);
    return {
      info: describe(model, plan, sample, kept, runsOf(machine), options),
      values: stored(sample, kept),
    };
  } finally {
    for (const runner of runners) runner.close();
  }
}

/** Draws to keep, island by turns and evenly spread over each, with their points. */
async function keptDraws(sample: PosteriorSample, scorer: RowScorer, keep: number): Promise<DrawTable> {
  const { space } = sample;
  const { islands } = sample.islands;
  const width = space.columns.length;
  const total = islands.reduce((sum, { count }) => sum + count, 0);
  const count = Math.min(keep, total);
  const values = new Float32Array(count * width);
  for (let i = 0; i < count; i++) {
    const island = islands[i % islands.length]!;
    const mine = Math.ceil((count - (i % islands.length)) / islands.length);
    const row = Math.floor((Math.floor(i / islands.length) * island.count) / mine);
    values.set(island.values.subarray(row * width, (row + 1) * width), i * width);
  }
  const points = new Float32Array(count * scorer.pointCount);
  await scorer.score({ count, points, write: (row, params, at) => writeRow(space, values, row, params, at) });
  return { count, values, points };
}

/** Columns of the file: parameters that are neither silent nor fixed. */
function storedColumns({ space, silent }: PosteriorSample): readonly number[] {
  return space.columns.flatMap((_, c) => (silent.has(c) ? [] : [c]));
}

function stored(sample: PosteriorSample, kept: DrawTable): Float32Array {
  const width = sample.space.columns.length;
  const columns = storedColumns(sample);
  const values = new Float32Array(kept.count * columns.length);
  for (let i = 0; i < kept.count; i++) {
    columns.forEach((c, k) => {
      values[i * columns.length + k] = kept.values[i * width + c]!;
    });
  }
  return values;
}

/** Parameters that the origin sets, with their values in base units. */
function fixedParameters(model: Model, { base, columns }: ParticleSpace): PosteriorInfo["fixed"] {
  const drawn = new Set(columns);
  return model.ir.parameters.flatMap(({ name, prior, value }, i) =>
    !drawn.has(i) && (prior !== undefined || base[i] !== value) ? [{ name, value: base[i]! }] : [],
  );
}

function describe(
  model: Model,
  plan: CalibrationPlan,
  sample: PosteriorSample,
  kept: DrawTable,
  runs: number,
  options: CalibrationOptions,
): PosteriorInfo {
  const { space, silent, shown } = sample;
  const { islands } = sample.islands;
  const { origin, full = false, scenario = "", seed, particles, command } = options;
  const active = storedColumns(sample);
  const everything = islandSpread(space, islands, active);
  const ranges = parameterRanges(model, space, shown, kept, silent, everything.rHat);
  const learned = active.filter((c) => {
    const range = ranges.find(({ name }) => name === space.names[c]);
    return range === undefined || range.width < LEARNED;
  });
  const fixed = fixedParameters(model, space);
  const equal = islands.map((one) => ({
    particles: one,
    weights: new Float64Array(one.count).fill(1 / one.count),
  }));
  const [rHat95 = Number.NaN, rHat = Number.NaN] = quantilePoints(
    Float64Array.from(active, (c) => everything.rHat[c]!),
    [0.95, 1],
  );
  return {
    format: "downstream-posterior",
    version: 2,
    model: model.name,
    modelHash: model.hash,
    origin,
    full,
    leftOut: full
      ? []
      : model.mechanisms.filter(({ conceived }) => conceived > origin).map(({ name }) => name),
    fixed,
    scenario,
    seed,
    islands: islands.length,
    particles,
    priorDraws: Math.ceil(options.priorDraws / islands.length) * islands.length,
    draws: kept.count,
    runs,
    rejected: sample.rejected,
    failed: sample.failed,
    impossible: sample.impossible,
    stages: sample.stages.map(({ temper, effective, sweeps, accepted, correlation }) => ({
      exponent: round(temper.normal),
      effective: round(effective),
      sweeps,
      accepted: round(mean(Object.values(accepted))),
      correlation: round(correlation),
    })),
    logEvidence: islandRange(sample.islands.logEvidence),
    effectiveSampleSize: round(
      least(
        everything.effective,
        islandSpread(space, islands, learned).effective,
        particles * islands.length,
      ),
    ),
    rHat: round(rHat),
    rHat95: round(rHat95),
    silent: space.names.filter((_, c) => silent.has(c)),
    parameters: active.map((c) => space.names[c]!),
    ranges,
    variants: variantWeights(model, space, shown, equal, sample.student),
    studentEffective: round(sample.studentEffective),
    fits: observationFits(plan, shown, kept),
    command,
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The least of some numbers that is one; the last always is. */
function least(...values: readonly number[]): number {
  return Math.min(...values.filter(Number.isFinite));
}
