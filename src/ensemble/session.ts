import type { Schedules } from "../engine/index.ts";
import { type ColumnBlock, variableNames } from "./draw-columns.ts";
import { checkNames, cutEnsemble, type EnsembleScenario, type EnsembleShared } from "./ensemble-shared.ts";
import type { Pool, Work } from "./pool.ts";
import { drawsIn, type RowSource } from "./row-source.ts";
import { overrideColumns } from "./run-block.ts";
import type { DrawsBlock, EnsembleOptions, ScenarioBlock } from "./run-ensemble.ts";
import type { SessionInput, SessionJob } from "./session-work.ts";

/** Draws of a model, to be run again and again under one scenario after the other. */
export interface SessionRequest extends Omit<EnsembleShared, "scenarios"> {
  /** Lever schedules that are in force before the branch. */
  readonly history: Schedules;
  readonly rows: RowSource;
  /** Number of the first draw, which decides its noise; default 0. */
  readonly firstDraw?: number;
}

/** Results of one scenario as workers sent them: piece p holds draws bounds[p] .. bounds[p + 1] - 1. */
export interface MovedDraws {
  readonly scenario: string;
  /** Run from the start, because of overrides or levers that differ before the branch. */
  readonly whole: boolean;
  /** The saves in the pieces, as places in the session's `saveSteps`. */
  readonly saves: readonly number[];
  readonly bounds: readonly number[];
  /** [output][save][draw of the piece]. */
  readonly pieces: readonly ColumnBlock[];
}

/** Draws that stand ready in the workers with their states at the branch, until it is closed. */
export interface Session {
  readonly draws: number;
  /** [output][save before the branch][draw]. */
  readonly history: DrawsBlock;
  /**
   * Runs a scenario: from the branch, unless it differs before. Rejected with the signal's reason when it is stopped,
   * and with a DiagnosticError for levers or parameters that the model does not have.
   */
  readonly move: (
    scenario: EnsembleScenario,
    options?: Omit<EnsembleOptions, "chunk">,
  ) => Promise<MovedDraws>;
  readonly close: () => void;
}

/** How draws are cut among workers; no choice changes a result. */
export interface SessionCut {
  /** Most draws in a chunk, a multiple of 4; default a full batch of the engine. Small ones stop sooner. */
  readonly largest?: number;
  /** Chunks that a worker has at hand; default 2, so that it does not wait for the next one. */
  readonly ahead?: number;
}

/** A session whose draws are not in the workers yet. */
export interface PreparedSession {
  /** Runs the history; once that was stopped, goes on with what is missing. */
  readonly load: (options?: Omit<EnsembleOptions, "chunk">) => Promise<Session>;
  readonly close: () => void;
}

/** What a pool is asked to do in a session: `sessionWorkWith` in its workers. */
type SessionWork = Work<SessionJob, SessionInput, ColumnBlock, never>;

/** A session of `work`, to be loaded: see `openSession`, which does both. Throws as that does. */
export function prepareSession(
  pool: Pool,
  work: SessionWork,
  { history, rows, firstDraw = 0, ...shared }: SessionRequest,
  { largest = FULL, ahead }: SessionCut = {},
): PreparedSession {
  const { ir, saveSteps, branchStep } = shared;
  if (!((saveSteps.at(-1) ?? -1) >= branchStep)) throw new RangeError("no save from the branch on");
  const past: EnsembleScenario = { id: "history", schedules: history };
  checkNames({ ...shared, scenarios: [past] });
  const draws = drawsIn(rows);
  if (draws < 1) throw new RangeError("no draws");
  const bounds = chunkBounds(draws, pool.workers, largest);
  const job = pool.open(work, { shared, rows, firstDraw, bounds });
  const pastPieces: ColumnBlock[] = [];

  async function run(
    input: SessionInput,
    pieces: ColumnBlock[],
    { progress, signal }: Omit<EnsembleOptions, "chunk">,
  ): Promise<readonly ColumnBlock[]> {
    await job.run({
      input,
      chunks: bounds.length - 1,
      sticky: true,
      ahead,
      take: (index, piece) => {
        pieces[index] = piece;
      },
      progress: progress && ((done) => progress(bounds[done]!, draws)),
      signal,
    });
    return pieces;
  }

  async function move(
    scenario: EnsembleScenario,
    options: Omit<EnsembleOptions, "chunk"> = {},
  ): Promise<MovedDraws> {
    const both = { ...shared, scenarios: [past, scenario] };
    checkNames(both);
    const cut = cutEnsemble(both);
    const [whole, saves] = [cut.whole[1]!, cut.saves[1]!];
    const input: SessionInput = {
      part: whole ? "whole" : "branch",
      levers: cut.tables[1]!,
      saveSteps: saves.map((place) => saveSteps[place]!),
      overrides: overrideColumns(ir, scenario),
    };
    return { scenario: scenario.id, whole, saves, bounds, pieces: await run(input, [], options) };
  }

  async function load(options: Omit<EnsembleOptions, "chunk"> = {}): Promise<Session> {
    const cut = cutEnsemble({ ...shared, scenarios: [past] });
    const input: SessionInput = {
      part: "history",
      levers: cut.tables[0]!,
      saveSteps: saveSteps.slice(0, cut.historySaves),
      overrides: [],
      loaded: Object.keys(pastPieces).map(Number),
    };
    const pieces = await run(input, pastPieces, options);
    return { draws, history: joined(shared, bounds, pieces), move, close: () => job.close() };
  }
  return { load, close: () => job.close() };
}

/** Draws of a full batch of the engine. */
const FULL = 64;

/**
 * Where chunks begin, and the number of draws at the end: as many chunks for every worker, of at most `largest` draws,
 * in groups of 4, which cost as much as part of one.
 */
export function chunkBounds(draws: number, workers: number, largest: number = FULL): readonly number[] {
  const fours = Math.ceil(draws / 4);
  const wanted = workers * Math.ceil(fours / ((largest / 4) * workers));
  const chunks = wanted < fours ? wanted : fours;
  const each = Math.floor(fours / chunks);
  const longer = fours - each * chunks;
  return Array.from({ length: chunks + 1 }, (_, i) => {
    const at = 4 * (each * i + (i < longer ? i : longer));
    return at < draws ? at : draws;
  });
}

/** The draws of one output at one of the moved scenario's own saves: a copy, NaN where a run had failed by then. */
export function movedColumn(
  { saves, bounds, pieces }: MovedDraws,
  output: number,
  save: number,
): Float64Array {
  const column = new Float64Array(bounds.at(-1)!);
  pieces.forEach(({ values }, p) => {
    const length = bounds[p + 1]! - bounds[p]!;
    const from = (output * saves.length + save) * length;
    column.set(values.subarray(from, from + length), bounds[p]!);
  });
  return column;
}

/** All results of a moved scenario in one block, as `runEnsemble` gives them: a copy. */
export function movedBlock(shared: Pick<EnsembleShared, "ir">, moved: MovedDraws): ScenarioBlock {
  const { whole, saves, bounds, pieces } = moved;
  return { whole, saves, ...joined(shared, bounds, pieces) };
}

/** Pieces put together: [row][draw]. */
function joined(
  shared: Pick<EnsembleShared, "ir">,
  bounds: readonly number[],
  pieces: readonly ColumnBlock[],
): DrawsBlock {
  const draws = bounds.at(-1)!;
  const names = variableNames(shared);
  const rows = pieces[0]!.values.length / (bounds[1]! - bounds[0]!);
  const values = new Float64Array(rows * draws);
  const failedStep = new Int32Array(draws);
  const failedVariable: string[] = [];
  pieces.forEach((piece, p) => {
    const at = bounds[p]!;
    const length = bounds[p + 1]! - at;
    for (let row = 0; row < rows; row++)
      values.set(piece.values.subarray(row * length, (row + 1) * length), row * draws + at);
    failedStep.set(piece.failedStep, at);
    for (const place of piece.failedVariable) failedVariable.push(names[place] ?? "");
  });
  return { values, failedStep, failedVariable };
}
