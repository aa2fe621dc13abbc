import { DiagnosticError } from "../base/diagnostic.ts";
import { stream } from "../base/stream.ts";
import type { Schedules } from "../engine/index.ts";
import type { Pool } from "../ensemble/index.ts";
import type { Model } from "../model/model.ts";
import { ensembleRunner } from "./ensemble-runner.ts";
import { calibrationPlan } from "./observed-terms.ts";
import { originSettings } from "./origin-settings.ts";
import { particleSpace, priorCoordinates, writeRow } from "./particle-space.ts";
import { scoredParticles } from "./particles.ts";
import { type RankRow, rankRows } from "./rank-rows.ts";
import { EFFORTS, type Efforts, samplePosterior } from "./sample-posterior.ts";
import { rowScorer } from "./score-rows.ts";
import { synthesised } from "./synthesised.ts";

export interface RankOptions {
  readonly origin: string;
  /** Truths that are drawn, each with data and a calibration of its own. */
  readonly replications: number;
  /** Of each calibration: islands, particles an island, prior draws of all islands. */
  readonly islands: number;
  readonly particles: number;
  readonly priorDraws: number;
  readonly seed: number;
  readonly schedules?: Schedules;
  readonly efforts?: Efforts;
  readonly progress?: (done: number, total: number) => void;
}

/** How a rank test came out; see `rankTest`. */
export interface RankTest {
  readonly origin: string;
  readonly replications: number;
  readonly islands: number;
  readonly particles: number;
  readonly seed: number;
  readonly rows: readonly RankRow[];
  /** Parameters that change nothing observed in any replication: not tested, for they are drawn from the prior. */
  readonly silent: readonly string[];
  /** The least probability of the rows, times their number: below 0.01 the machinery is wrong, or moves too little. */
  readonly adjusted: number;
}

/** Posterior draws that a truth is ranked among. */
const DRAWS = 19;
/** Prior draws that are tried for a truth inside the bounds. */
const TRIES = 64;

/**
 * Simulation-based calibration (Talts and others, 2018): truths are drawn from the prior inside its bounds, data are made from them by
 * the model and its errors, and the model is calibrated to these data. If likelihood and moves are right, the rank of the truth
 * among posterior draws is uniform, for every parameter. Throws DiagnosticError `calibrate-nothing-observed` and, when no
 * truth is found inside the bounds, `calibrate-no-weight`.
 */
export async function rankTest(model: Model, pool: Pool, options: RankOptions): Promise<RankTest> {
  const { origin, replications, islands, particles, priorDraws, seed, schedules = {} } = options;
  const efforts = { ...EFFORTS, ...options.efforts, student: undefined };
  const plan = calibrationPlan(model, origin);
  if (plan.terms.length === 0) {
    throw new DiagnosticError([{ code: "calibrate-nothing-observed", severity: "error", data: {} }]);
  }
  const space = particleSpace(model.ir, originSettings(model, origin, true));
  const width = space.columns.length;
  const settings = { schedules, noiseSeed: seed };
  const runners = Array.from({ length: islands }, () => ensembleRunner(model.ir, plan, pool, settings));
  const places = Array.from({ length: width }, () => new Float64Array(replications));
  const spoke = new Set<number>();
  try {
    for (let r = 0; r < replications; r++) {
      const own = stream(seed, `replication ${r}`);
      const truth = await truthOf(r);
      const data = synthesised(plan, truth.points, (i) => own.uniform(1, i));
      const scorers = runners.map((runner) => rowScorer(data, runner, model.ir.parameters.length));
      const machine = { space, scorers, seed: replicationSeed(seed, r) };
      const sizes = { islands, particles, draws: Math.ceil(priorDraws / islands) };
      const sample = await samplePosterior(machine, runners[0]!, sizes, efforts);
      if (!("islands" in sample)) throw withoutWeight(priorDraws, sample.rejected, sample.failed);
      const found = sample.islands.islands;
      for (let c = 0; c < width; c++) {
        if (!sample.silent.has(c)) spoke.add(c);
        let below = 0;
        let ties = 0;
        for (let k = 0; k < DRAWS; k++) {
          const island = found[k % found.length]!;
          const value = island.values[Math.floor(((k + 0.5) * island.count) / DRAWS) * width + c]!;
          if (value < truth.values[c]!) below++;
          else if (value === truth.values[c]) ties++;
        }
        // Among ties the truth may stand anywhere, and inside its rank too: so the place is uniform without steps.
        places[c]![r] = (below + (ties + 1) * own.uniform(2, c)) / (DRAWS + 1);
      }
      options.progress?.(r + 1, replications);
    }
  } finally {
    for (const runner of runners) runner.close();
  }

  /** A prior draw inside the bounds, with what the model says there. */
  async function truthOf(
    r: number,
  ): Promise<{ readonly values: Float32Array; readonly points: Float32Array }> {
    const draw = priorCoordinates(space, replicationSeed(seed, r), -1, TRIES);
    const coordinates = new Float64Array(TRIES * width);
    draw(0, TRIES, coordinates);
    const scorer = rowScorer(plan, runners[0]!, model.ir.parameters.length);
    const { normal, values } = await scoredParticles(space, scorer, coordinates);
    const inside = normal.findIndex((value) => value !== Number.NEGATIVE_INFINITY);
    if (inside < 0) throw withoutWeight(TRIES, TRIES, 0);
    const points = new Float32Array(scorer.pointCount);
    const own = values.slice(inside * width, (inside + 1) * width);
    await scorer.score({ count: 1, points, write: (_, params, at) => writeRow(space, own, 0, params, at) });
    return { values: own, points };
  }

  const tested = space.names.flatMap((name, c) => (spoke.has(c) ? [{ name, places: places[c]! }] : []));
  const rows = rankRows(tested);
  const least = rows.reduce((lowest, { p }) => Math.min(lowest, p), 1);
  return {
    ...{ origin, replications, islands, particles, seed, rows },
    silent: space.names.filter((_, c) => !spoke.has(c)),
    adjusted: Math.min(1, least * rows.length),
  };
}

function withoutWeight(draws: number, rejected: number, failed: number): DiagnosticError {
  return new DiagnosticError([
    { code: "calibrate-no-weight", severity: "error", data: { draws, rejected, failed } },
  ]);
}

/** A seed of its own for each replication. */
function replicationSeed(seed: number, replication: number): number {
  return Math.floor(stream(seed, `seed of replication ${replication}`).uniform(0, 0) * 2147483647);
}
