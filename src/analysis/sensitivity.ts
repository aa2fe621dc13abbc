import { stream } from "../base/stream.ts";
import { totalIndex, varies } from "./sensitivity-index.ts";
import { type ParameterRows, redraw, type SensitivityInput } from "./sensitivity-redraw.ts";

/** What a sensitivity analysis is about: a function of rows, and the law of the rows. */
export interface SensitivityProblem {
  /** Draws of the posterior (or the prior): row after row. */
  readonly rows: ParameterRows;
  readonly inputs: readonly SensitivityInput[];
  /** See `RedrawOptions.logLikelihoods`; rows come in blocks of `block`, row i of each block with the noise of run i. */
  readonly logLikelihoods: (rows: Float64Array, count: number, block: number) => Promise<Float64Array>;
  /** Quantities by row: [quantity][row], NaN where a run failed; blocks as above. */
  readonly quantities: (rows: Float64Array, count: number, block: number) => Promise<readonly Float64Array[]>;
}

export interface SensitivityOptions {
  readonly seed: number;
  /** Candidates per draw of an input that the data inform. */
  readonly candidates: number;
  /** Draws on which every input is tried. */
  readonly screen: number;
  /** Inputs per quantity that are tried on all draws: those that lead after the screening. */
  readonly leading: number;
  /** Inputs per quantity in the result, and resamples for their standard errors. */
  readonly top: number;
  readonly resamples: number;
  /** Rows that are run at once: memory. */
  readonly batch: number;
  readonly progress?: (stage: "screen" | "refine", done: number, total: number) => void;
}

/** What moves one quantity, the largest index first. */
export interface SensitivityTable {
  /** False: the quantity is the same in every draw, and `rows` is empty. */
  readonly varies: boolean;
  readonly mean: number;
  readonly deviation: number;
  readonly rows: readonly {
    /** Place in `problem.inputs`. */
    readonly input: number;
    readonly index: number;
    readonly se: number;
    readonly draws: number;
    /** See `TotalIndex`. */
    readonly shift: number;
    readonly shiftErrors: number;
  }[];
  /** Sum of the total indices of all inputs: 1 for an additive quantity of independent inputs, more where they act together. */
  readonly sum: number;
}

/** All tables, and how much was run. */
export interface Sensitivity {
  readonly tables: readonly SensitivityTable[];
  readonly refined: number;
  /** Whole runs, and runs of candidates. */
  readonly runs: number;
  readonly candidateRuns: number;
}

/**
 * Total Sobol indices of every input for every quantity, in two steps: all inputs on a few draws, then those that lead for any
 * quantity on all draws. The same problem and options give the same digits.
 */
export async function sensitivity(
  problem: SensitivityProblem,
  options: SensitivityOptions,
): Promise<Sensitivity> {
  const { draws } = problem.rows;
  const every = Math.max(1, Math.floor(draws / options.screen));
  const few = Array.from({ length: Math.min(options.screen, draws) }, (_, i) => i * every);
  const rest = Array.from({ length: draws }, (_, i) => i).filter((i) => !few.includes(i));
  const pairs: Pairs = { base: [], moved: [], runs: 0, candidateRuns: 0 };
  const all = problem.inputs.map((_, i) => i);
  await runStage(problem, options, "screen", few, all, pairs);
  const chosen = rest.length === 0 ? [] : leaders(pairs, all, options.leading);
  if (rest.length > 0) await runStage(problem, options, "refine", rest, chosen, pairs);
  const tables = pairs.base.map((base, q) => makeTable(base, pairs.moved[q] ?? [], options));
  return { tables, refined: chosen.length, runs: pairs.runs, candidateRuns: pairs.candidateRuns };
}

/** Values by draw, NaN where none was run: [quantity][draw], and [quantity][input][draw]. */
interface Pairs {
  base: Float64Array[];
  moved: Float64Array[][];
  runs: number;
  candidateRuns: number;
}

async function runStage(
  problem: SensitivityProblem,
  options: SensitivityOptions,
  stage: "screen" | "refine",
  at: readonly number[],
  chosen: readonly number[],
  pairs: Pairs,
): Promise<void> {
  const { rows, inputs } = problem;
  const own = rowsAt(rows, at);
  place(pairs.base, await problem.quantities(own, at.length, at.length), 0, at, rows.draws);
  pairs.runs += at.length;
  for (const _ of pairs.base.slice(pairs.moved.length)) pairs.moved.push([]);
  const weight = (i: number) => at.length * (inputs[i]?.conditional ? options.candidates + 1 : 1);
  const total = chosen.reduce((sum, i) => sum + weight(i), 0);
  let done = 0;
  for (const group of groups(chosen, weight, options.batch)) {
    const members = group.flatMap((i) => inputs[i] ?? []);
    const redrawn = await redraw(members, rows, at, {
      candidates: options.candidates,
      seed: options.seed,
      logLikelihoods: (sets, count) => {
        pairs.candidateRuns += count;
        return problem.logLikelihoods(sets, count, at.length);
      },
    });
    const moved = new Float64Array(group.length * own.length);
    members.forEach((input, g) => {
      moved.set(own, g * own.length);
      input.columns.forEach((column, c) => {
        at.forEach((_, i) => {
          moved[g * own.length + i * rows.width + column] = redrawn[g]?.[c]?.[i] ?? Number.NaN;
        });
      });
    });
    const values = await problem.quantities(moved, group.length * at.length, at.length);
    pairs.runs += group.length * at.length;
    group.forEach((input, g) => {
      pairs.moved.forEach((columns, q) => {
        const column = columns[input] ?? new Float64Array(rows.draws).fill(Number.NaN);
        at.forEach((draw, i) => {
          column[draw] = values[q]?.[g * at.length + i] ?? Number.NaN;
        });
        columns[input] = column;
      });
    });
    done += group.reduce((sum, i) => sum + weight(i), 0);
    options.progress?.(stage, done, total);
  }
}

/** Inputs in turn, as many at once as `batch` rows hold; one at least. */
function groups(
  chosen: readonly number[],
  weight: (input: number) => number,
  batch: number,
): readonly (readonly number[])[] {
  const result: number[][] = [];
  let room = 0;
  for (const input of chosen) {
    if (weight(input) > room || result.length === 0) {
      result.push([]);
      room = batch;
    }
    result.at(-1)?.push(input);
    room -= weight(input);
  }
  return result;
}

function rowsAt({ values, width }: ParameterRows, at: readonly number[]): Float64Array {
  const own = new Float64Array(at.length * width);
  at.forEach((draw, i) => {
    own.set(values.subarray(draw * width, (draw + 1) * width), i * width);
  });
  return own;
}

function place(
  into: Float64Array[],
  values: readonly Float64Array[],
  from: number,
  at: readonly number[],
  draws: number,
): void {
  values.forEach((column, q) => {
    const target = into[q] ?? new Float64Array(draws).fill(Number.NaN);
    at.forEach((draw, i) => {
      target[draw] = column[from + i] ?? Number.NaN;
    });
    into[q] = target;
  });
}

/** Inputs among the first `leading` of any quantity, ascending. */
function leaders(pairs: Pairs, all: readonly number[], leading: number): readonly number[] {
  const chosen = new Set<number>();
  pairs.base.forEach((base, q) => {
    if (!varies(base)) return;
    for (const { input, index } of ranked(base, pairs.moved[q] ?? [], all).slice(0, leading))
      if (index > 0) chosen.add(input);
  });
  return all.filter((input) => chosen.has(input));
}

/** Inputs by index, the largest first; those of which nothing is known at the end. */
function ranked(
  base: Float64Array,
  moved: readonly Float64Array[],
  inputs: readonly number[],
): readonly { readonly input: number; readonly index: number; readonly draws: number }[] {
  return inputs
    .map((input) => ({ input, ...totalIndex(base, moved[input] ?? [], 0, () => 0) }))
    .sort(
      (a, b) =>
        (Number.isNaN(b.index) ? -1 : b.index) - (Number.isNaN(a.index) ? -1 : a.index) || a.input - b.input,
    );
}

function makeTable(
  base: Float64Array,
  moved: readonly Float64Array[],
  { seed, resamples, top }: SensitivityOptions,
): SensitivityTable {
  const finite = base.filter((value) => Number.isFinite(value));
  const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length;
  const squares = finite.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const deviation = Math.sqrt(squares / Math.max(1, finite.length - 1));
  if (!varies(base)) return { varies: false, mean, deviation: 0, rows: [], sum: 0 };
  const chance = stream(seed, "sensitivity resamples");
  const order = ranked(
    base,
    moved,
    moved.map((_, i) => i),
  );
  const rows = order.slice(0, top).map(({ input }) => {
    const found = totalIndex(base, moved[input] ?? [], resamples, (b, i) => chance.uniform(b, i));
    return { input, ...found };
  });
  const sum = order.reduce((total, { index }) => total + (Number.isFinite(index) ? index : 0), 0);
  return { varies: true, mean, deviation, rows: rows.filter(({ index }) => index > 0), sum };
}
