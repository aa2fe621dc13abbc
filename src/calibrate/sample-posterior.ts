import type { CalibrationRunner } from "./ensemble-runner.ts";
import { importanceWeights } from "./importance-weights.ts";
import type { ParticleSpace } from "./particle-space.ts";
import { withoutMoves } from "./particle-space.ts";
import { type Particles, pickParticles } from "./particles.ts";
import type { WeighedIsland } from "./posterior-summary.ts";
import { type IslandSizes, type PriorIslands, priorIslands } from "./prior-islands.ts";
import {
  type Effort,
  type Islands,
  type Machine,
  moveIslands,
  nextStage,
  type Stage,
} from "./run-islands.ts";
import { silentParameters } from "./silent-parameters.ts";

/** How much is moved: on the way, at the end, and from one law of the errors to the other. */
export interface Efforts {
  readonly way: Effort;
  readonly end: Effort;
  /** Absent: Student's law is left out, and its weights are those of the normal one. */
  readonly student?: Effort | undefined;
}

export const EFFORTS: Efforts = {
  way: { keep: 0.5, correlation: 0.4, sweeps: 20 },
  end: { keep: 0.5, correlation: 0.1, sweeps: 60 },
  student: { keep: 0.5, correlation: 0.6, sweeps: 10 },
};

/** Particles on which each parameter is tried for silence: enough to meet every option of every variant. */
const PROBES = 24;

/** Particles of the posterior under normal errors, and weights for Student's. */
export interface PosteriorSample extends PriorIslands {
  /** The space, with moves of all coordinates that are not silent. */
  readonly space: ParticleSpace;
  readonly silent: ReadonlySet<number>;
  readonly stages: readonly Stage[];
  readonly student: readonly WeighedIsland[];
  /** Effective sample size of the weights from normal to Student errors at their last step, over all islands. */
  readonly studentEffective: number;
}

/**
 * Sequential Monte Carlo: many prior draws are weighed, then islands of particles are tempered, resampled and moved until
 * they stand at the posterior. Everything follows from the machine's seed. Gives only what became of the prior draws when none
 * of them has any likelihood.
 */
export async function samplePosterior(
  machine: Machine,
  runner: CalibrationRunner,
  sizes: IslandSizes,
  efforts: Efforts,
): Promise<PosteriorSample | Omit<PriorIslands, "islands">> {
  const first = await priorIslands(machine, sizes);
  if (!("islands" in first)) return first;
  const silent = new Set(await silentParameters(machine.space, runner, probesOf(first.islands.islands)));
  let using = { ...machine, space: withoutMoves(machine.space, silent) };
  let state = first.islands;
  const goal = { normal: 1, student: 0 };
  while (state.temper.normal < 1) state = await nextStage(state, goal, efforts.way, using);
  let end = await moveIslands(state, efforts.end, using, "end");
  // What was silent among prior draws may speak where the posterior is: then it must move too.
  const still = await silentParameters(machine.space, runner, probesOf(end.state.islands));
  const spoke = [...silent].filter((c) => !still.has(c));
  if (spoke.length > 0) {
    for (const c of spoke) silent.delete(c);
    using = { ...machine, space: withoutMoves(machine.space, silent) };
    end = await moveIslands(end.state, efforts.end, using, "end with more");
  }
  const stages = [...end.state.stages, { ...end.stage, effective: sizes.islands * sizes.particles }];
  const { student, effective } = await studentWeights(end.state, efforts.student, using);
  return {
    ...first,
    islands: end.state,
    space: using.space,
    silent,
    stages,
    student,
    studentEffective: effective,
  };
}

/** Goes on to Student's law of the errors: moves while a step is too long for weights alone, then weights. */
async function studentWeights(
  from: Islands,
  effort: Effort | undefined,
  machine: Machine,
): Promise<{ readonly student: readonly WeighedIsland[]; readonly effective: number }> {
  let state: Islands = { ...from, islands: from.islands.map(copyOf), stages: [] };
  const goal = { normal: 0, student: 1 };
  if (effort === undefined) {
    const student = from.islands.map((particles) => ({
      particles,
      weights: new Float64Array(particles.count).fill(1 / particles.count),
    }));
    return { student, effective: Number.NaN };
  }
  for (;;) {
    const { normal, student } = state.temper;
    const weighed = state.islands.map((particles) => {
      const log = particles.normal.map((value, i) => (1 - student) * particles.student[i]! - normal * value);
      return { particles, ...importanceWeights(log) };
    });
    const enough = weighed.every(({ effective, particles }) => effective >= effort.keep * particles.count);
    if (enough) return { student: weighed, effective: weighed.reduce((sum, one) => sum + one.effective, 0) };
    state = await nextStage(state, goal, effort, machine);
  }
}

function copyOf(particles: Particles): Particles {
  return pickParticles(
    particles,
    Int32Array.from({ length: particles.count }, (_, i) => i),
  );
}

/** Values of particles at even distances, from all islands. */
function probesOf(islands: readonly Particles[]): Float32Array {
  const each = Math.ceil(PROBES / islands.length);
  const width = (islands[0]?.values.length ?? 0) / (islands[0]?.count ?? 1);
  const probes: number[] = [];
  for (const { values, count } of islands)
    for (let i = 0; i < Math.min(each, count); i++) {
      const row = Math.floor((i * count) / Math.min(each, count));
      probes.push(...values.subarray(row * width, (row + 1) * width));
    }
  return Float32Array.from(probes);
}
