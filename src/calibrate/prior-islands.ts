import { stream } from "../base/stream.ts";
import { ln } from "../math/ln.ts";
import type { DrawTable } from "./draw-table.ts";
import { importanceWeights, longestStep } from "./importance-weights.ts";
import { type ParticleSpace, priorCoordinates, writeRow } from "./particle-space.ts";
import { type Particles, scoredParticles } from "./particles.ts";
import { systematicResample } from "./resample.ts";
import { type Islands, type Machine, runsOf, startIslands } from "./run-islands.ts";
import { ROW, type RowScorer } from "./score-rows.ts";

/** Prior draws of which the values and points are kept, to show what the model says before it sees data. */
const SHOWN = 4096;
/** Prior draws worked out together. */
const BATCH = 1024;

/** Islands resampled from many prior draws, and what became of the draws. */
export interface PriorIslands {
  readonly islands: Islands;
  /** Draws inside the bounds, of those kept to be shown. */
  readonly shown: DrawTable;
  readonly rejected: number;
  readonly failed: number;
  /** Draws that were run whole and meet a value the likelihood cannot take. */
  readonly impossible: number;
}

/** How many islands, particles an island and prior draws an island. */
export interface IslandSizes {
  readonly islands: number;
  readonly particles: number;
  readonly draws: number;
}

/**
 * Weighs `draws` prior draws an island and resamples its particles from them, with the likelihood to the highest power at
 * which the weights are still worth as many draws as there are particles. Many draws make the first step a long one. Only
 * the likelihoods of draws are remembered: a draw follows from its number. undefined when no draw has any likelihood.
 */
export async function priorIslands(
  machine: Machine,
  { islands: count, particles, draws }: IslandSizes,
): Promise<PriorIslands | Omit<PriorIslands, "islands">> {
  const { space, scorers, seed } = machine;
  const counts = new Float64Array(4);
  const places = Array.from({ length: count }, (_, k) => priorCoordinates(space, seed, k, draws));
  const tables: DrawTable[] = [];
  const weigh = async (coordinatesOf: (typeof places)[number], k: number) => {
    const log = new Float64Array(draws);
    for (let from = 0; from < draws; from += BATCH) {
      const rows = Math.min(BATCH, draws - from);
      const shown = k === 0 && from < SHOWN;
      const scored = await scoreDraws(space, scorers[k]!, coordinatesOf, from, rows, shown);
      log.set(scored.normal, from);
      for (const state of scored.state) counts[state]! += 1;
      if (scored.table !== undefined) tables.push(scored.table);
      machine.progress?.({ normal: 0, student: 0 }, runsOf(machine));
    }
    return log;
  };
  const logs = await Promise.all(places.map(weigh));
  const rest = {
    shown: joined(tables),
    rejected: counts[ROW.rejected]!,
    failed: counts[ROW.failed]!,
    impossible: counts[ROW.impossible]!,
  };
  const usable = logs.map((log) => log.reduce((sum, value) => sum + (Number.isFinite(value) ? 1 : 0), 0));
  if (usable.some((number) => number === 0)) return rest;
  const step = logs.reduce((least, log, k) => {
    const wanted = Math.min(particles, usable[k]! / 2);
    return Math.min(least, longestStep(finite(log), wanted, 1));
  }, 1);
  const evidence: number[] = [];
  const islands: Particles[] = [];
  for (const [k, log] of logs.entries()) {
    const { weights, logSum } = importanceWeights(
      log.map((value) => (value === Number.NEGATIVE_INFINITY ? value : step * value)),
    );
    // The prior is that inside its bounds: rejected draws do not count, impossible and failed ones do.
    evidence.push(logSum - ln(usable[k]! + (rest.impossible + rest.failed) / count));
    const start = stream(seed, `resampling: island ${k}, prior`).uniform(0, 0);
    const chosen = systematicResample(weights, particles, start);
    const coordinates = new Float64Array(particles * space.columns.length);
    const row = new Float64Array(space.columns.length);
    chosen.forEach((draw, i) => {
      if (i === 0 || draw !== chosen[i - 1]) places[k]!(draw, 1, row);
      coordinates.set(row, i * row.length);
    });
    islands.push(await scoredParticles(space, scorers[k]!, coordinates));
  }
  return { ...rest, islands: startIslands(space, islands, { normal: step, student: 0 }, evidence) };
}

function finite(log: Float64Array): Float64Array {
  return log.filter((value) => Number.isFinite(value));
}

/** Scores draws of the prior; with `shown` gives the values and points of those inside the bounds. */
async function scoreDraws(
  space: ParticleSpace,
  scorer: RowScorer,
  coordinatesOf: ReturnType<typeof priorCoordinates>,
  from: number,
  count: number,
  shown: boolean,
): Promise<{
  readonly state: Uint8Array;
  readonly normal: Float64Array;
  readonly table?: DrawTable;
}> {
  const width = space.columns.length;
  const coordinates = new Float64Array(count * width);
  coordinatesOf(from, count, coordinates);
  const values = new Float32Array(count * width);
  for (let i = 0; i < count; i++)
    for (let c = 0; c < width; c++) values[i * width + c] = space.valueAt(c, coordinates[i * width + c]!);
  const points = shown ? new Float32Array(count * scorer.pointCount) : undefined;
  const { state, normal } = await scorer.score({
    count,
    write: (row, params, at) => writeRow(space, values, row, params, at),
    first: from,
    ...(points === undefined ? {} : { points }),
  });
  if (points === undefined) return { state, normal };
  const inside = Array.from(state.keys()).filter(
    (i) => state[i] === ROW.scored || state[i] === ROW.impossible,
  );
  const pick = (rows: Float32Array, size: number) => {
    const picked = new Float32Array(inside.length * size);
    inside.forEach((row, i) => {
      picked.set(rows.subarray(row * size, (row + 1) * size), i * size);
    });
    return picked;
  };
  const table = {
    count: inside.length,
    values: pick(values, width),
    points: pick(points, scorer.pointCount),
  };
  return { state, normal, table };
}

function joined(tables: readonly DrawTable[]): DrawTable {
  const join = (parts: readonly Float32Array[]) => {
    const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  };
  return {
    count: tables.reduce((sum, table) => sum + table.count, 0),
    values: join(tables.map((table) => table.values)),
    points: join(tables.map((table) => table.points)),
  };
}
