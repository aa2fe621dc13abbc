import { stream } from "../base/stream.ts";
import { ln } from "../math/ln.ts";
import { gaussianReference } from "./gaussian-reference.ts";
import { importanceWeights, longestStep } from "./importance-weights.ts";
import { type MoveTuning, retuned } from "./move-tuning.ts";
import {
  choiceMoves,
  differenceMoves,
  gaussianMoves,
  type Proposal,
  priorMoves,
  type Sweep,
} from "./moves.ts";
import { type ParticleSpace, writeRow } from "./particle-space.ts";
import { acceptRows, type Particles, pickParticles, type Temper, tempered } from "./particles.ts";
import { systematicResample } from "./resample.ts";
import type { RowScorer } from "./score-rows.ts";

/** Kinds of moves, in the order in which sweeps make them. */
const KINDS = ["gaussian", "difference", "choice", "gaussian", "prior"] as const;
type Kind = (typeof KINDS)[number];

const PROPOSE: Readonly<Record<Kind, (sweep: Sweep) => Proposal>> = {
  gaussian: gaussianMoves,
  difference: differenceMoves,
  prior: priorMoves,
  choice: choiceMoves,
};

/** Index of the chance that decides whether a move is accepted; moves use lower ones. */
const ACCEPTANCE = 1_000_000;

/** How far along the way from prior to posterior, and from one law of the errors to the other. */
export interface Stage {
  /** Powers of the likelihoods under both laws. */
  readonly temper: Temper;
  /** Effective sample size of the step's weights, over all islands, before resampling. */
  readonly effective: number;
  readonly sweeps: number;
  /** Share of moves accepted, by kind. */
  readonly accepted: Readonly<Partial<Record<Kind, number>>>;
  /** Mean correlation, over the coordinates, of particles with where they stood when the stage began. */
  readonly correlation: number;
}

type Tuning = Readonly<Record<Kind, MoveTuning>>;

/** Islands of particles at one place on the way: all that is needed to go on from there. */
export interface Islands {
  readonly temper: Temper;
  readonly islands: readonly Particles[];
  /** Per island: ln of the mean likelihood under the prior inside its bounds, so far. */
  readonly logEvidence: readonly number[];
  /** Per island. */
  readonly tuning: readonly Tuning[];
  readonly stages: readonly Stage[];
}

/** How much is moved before the next step of the way. */
export interface Effort {
  /** Share of the particles that the weights of a step must leave as effective sample size. */
  readonly keep: number;
  /** Sweeps go on until the mean correlation with the start falls to this, at most so many. */
  readonly correlation: number;
  readonly sweeps: number;
}

/** What moves are made with. */
export interface Machine {
  readonly space: ParticleSpace;
  /** One an island: while the runs of one are under way, moves of another are worked out. */
  readonly scorers: readonly RowScorer[];
  readonly seed: number;
  /** Hears of every sweep: the place on the way, and rows run so far. */
  readonly progress?: (temper: Temper, runs: number) => void;
}

/** Islands at the start of their way. */
export function startIslands(
  space: ParticleSpace,
  islands: readonly Particles[],
  temper: Temper,
  logEvidence: readonly number[],
): Islands {
  const first = { size: Math.max(1, space.numbers.length / 6), accepted: 0 };
  const one: Tuning = { gaussian: first, difference: first, prior: { size: 1, accepted: 0 }, choice: first };
  const tuning = islands.map(() => one);
  return { temper, islands, logEvidence, tuning, stages: [] };
}

/** Goes one step towards `goal`, as far as the weights allow; resamples and moves. */
export async function nextStage(
  state: Islands,
  goal: Temper,
  effort: Effort,
  machine: Machine,
): Promise<Islands> {
  const gains = state.islands.map(({ normal, student }) =>
    normal.map((value, i) => gain(state.temper, goal, value, student[i]!)),
  );
  const step = gains.reduce(
    (least, gain, k) => Math.min(least, longestStep(gain, effort.keep * state.islands[k]!.count, 1)),
    1,
  );
  const between = (from: number, to: number) => (step === 1 ? to : from + step * (to - from));
  const temper = {
    normal: between(state.temper.normal, goal.normal),
    student: between(state.temper.student, goal.student),
  };
  const weighed = gains.map((gain) => importanceWeights(gain.map((value) => step * value)));
  const name = `stage ${state.stages.length} at ${temper.student === 0 ? "normal" : "student"}`;
  const islands = state.islands.map((particles, k) => {
    const start = stream(machine.seed, `resampling: island ${k}, ${name}`).uniform(0, 0);
    return pickParticles(particles, systematicResample(weighed[k]!.weights, particles.count, start));
  });
  const logEvidence = state.logEvidence.map(
    (value, k) => value + weighed[k]!.logSum - ln(state.islands[k]!.count),
  );
  const moved = await moveIslands({ ...state, temper, islands, logEvidence }, effort, machine, name);
  const effective = weighed.reduce((sum, one) => sum + one.effective, 0);
  return { ...moved.state, stages: [...state.stages, { ...moved.stage, effective }] };
}

function gain(from: Temper, to: Temper, normal: number, student: number): number {
  return tempered({ normal: to.normal - from.normal, student: to.student - from.student }, normal, student);
}

/** Sweeps of moves that keep the target of `state.temper`; at least one cycle of all kinds. */
export async function moveIslands(
  state: Islands,
  effort: Effort,
  machine: Machine,
  name: string,
): Promise<{ readonly state: Islands; readonly stage: Omit<Stage, "effective"> }> {
  const { space } = machine;
  const { temper, islands } = state;
  const kinds = KINDS.filter((kind) => (kind === "choice" ? space.choices : space.numbers).length > 0);
  const start = islands.map(({ coordinates }) => coordinates.slice());
  const tuning = state.tuning.map((one) => ({ ...one }));
  const accepted = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  let cycles = 0;
  let correlation = 1;
  while (kinds.length > 0 && cycles * kinds.length < effort.sweeps && correlation > effort.correlation) {
    const cycle = islands.map(async (particles, island) => {
      const reference = gaussianReference(particles, space.numbers);
      for (const [place, kind] of kinds.entries()) {
        const sweep = cycles * kinds.length + place;
        const { uniform } = stream(machine.seed, `moves: island ${island}, ${name}, sweep ${sweep}`);
        const size = Math.round(tuning[island]![kind].size);
        const proposal = PROPOSE[kind]({ space, particles, reference, size, chance: uniform });
        const candidate = await scoredProposal(machine, island, particles, proposal);
        const taken = Uint8Array.from(candidate.normal, (normal, i) => {
          if (normal === Number.NEGATIVE_INFINITY) return 0;
          const before = tempered(temper, particles.normal[i]!, particles.student[i]!);
          const gained = tempered(temper, normal, candidate.student[i]!) - before + proposal.logRatio[i]!;
          return ln(uniform(i, ACCEPTANCE)) < gained ? 1 : 0;
        });
        acceptRows(particles, candidate, taken);
        const share = taken.reduce((sum, one) => sum + one, 0) / particles.count;
        tuning[island]![kind] = retuned(tuning[island]![kind], share, Math.max(1, space.numbers.length));
        accepted[kind] += share / islands.length;
        machine.progress?.(temper, runsOf(machine));
      }
    });
    await Promise.all(cycle);
    cycles++;
    correlation = correlationWith(start, islands, space.numbers);
  }
  const per = (kind: Kind) => accepted[kind] / (cycles * kinds.filter((one) => one === kind).length);
  const shares = Object.fromEntries(kinds.map((kind) => [kind, per(kind)]));
  const stage = { temper, sweeps: cycles * kinds.length, accepted: shares, correlation };
  return { state: { ...state, tuning }, stage };
}

/** Rows run so far, by all islands. */
export function runsOf({ scorers }: Machine): number {
  return scorers.reduce((sum, { runs }) => sum + runs(), 0);
}

/** Runs a proposal. Values are worked out anew only where a coordinate changed. */
async function scoredProposal(
  { space, scorers }: Machine,
  island: number,
  { coordinates, values, count }: Particles,
  proposal: Proposal,
): Promise<Particles> {
  const width = space.columns.length;
  const next = proposal.coordinates;
  const changed = values.slice();
  for (let at = 0; at < next.length; at++)
    if (next[at] !== coordinates[at]) changed[at] = space.valueAt(at % width, next[at]!);
  const { normal, student } = await scorers[island]!.score({
    count,
    write: (row, params, at) => writeRow(space, changed, row, params, at),
  });
  return { coordinates: next, values: changed, count, normal, student };
}

/** Mean, over coordinates, of the correlation of particles with where they stood. */
function correlationWith(
  start: readonly Float64Array[],
  islands: readonly Particles[],
  numbers: readonly number[],
): number {
  if (numbers.length === 0) return 0;
  let sum = 0;
  for (const c of numbers) {
    let [n, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0];
    islands.forEach(({ coordinates, count }, k) => {
      const width = coordinates.length / count;
      for (let i = 0; i < count; i++) {
        const x = start[k]![i * width + c]!;
        const y = coordinates[i * width + c]!;
        n++;
        a += x;
        b += y;
        aa += x * x;
        bb += y * y;
        ab += x * y;
      }
    });
    const spread = Math.sqrt((aa - (a * a) / n) * (bb - (b * b) / n));
    sum += spread > 0 ? (ab - (a * b) / n) / spread : 1;
  }
  return sum / numbers.length;
}
