import { createColumns, type DrawColumns, placeColumns, variableNames } from "./draw-columns.ts";
import { checkNames, cutEnsemble, type EnsembleCut, type EnsembleShared } from "./ensemble-shared.ts";
import { type ColumnsJob, ensembleWork } from "./ensemble-work.ts";
import type { Pool, ProgressReport } from "./pool.ts";
import { drawsIn, type RowSource } from "./row-source.ts";

/** An ensemble: every scenario with every draw. */
export interface EnsembleRequest extends EnsembleShared {
  /** Rows of parameter values (`drawParameters`, or a posterior), `ir.parameters.length` columns, base units. */
  readonly params: Float64Array;
  readonly draws: number;
  /** Number of the first draw, which decides its noise; default 0. */
  readonly firstDraw?: number;
}

export interface EnsembleOptions {
  /** Hears of draws done, of how many. */
  readonly progress?: ProgressReport | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Draws per chunk; changes no byte of the result. */
  readonly chunk?: number | undefined;
}

/** Results of the history or of one scenario, a number per draw in each column. */
export interface DrawsBlock {
  readonly values: Float64Array;
  /** First index of the run at which something was not finite, -1 for a good run; and the variable's name. */
  readonly failedStep: Int32Array;
  readonly failedVariable: readonly string[];
}

/** A scenario's own results: of whole runs, or from the branch on. */
export interface ScenarioBlock extends DrawsBlock {
  readonly whole: boolean;
  /** The saves in it, as places in the ensemble's `saveSteps`. */
  readonly saves: readonly number[];
}

/** Results as columns. Saves before the branch are kept once, for all scenarios that share the history. */
export interface EnsembleResult {
  readonly outputs: readonly string[];
  readonly saveSteps: readonly number[];
  readonly draws: number;
  readonly scenarioIds: readonly string[];
  /** Number of saves before the branch. */
  readonly historySaves: number;
  /** [output][save before the branch][draw]. */
  readonly history: DrawsBlock;
  /** Per scenario [output][save][draw] with the saves of `saves`. */
  readonly scenarios: readonly ScenarioBlock[];
}

/**
 * Runs an ensemble on a pool. The result has the same bytes whatever the pool and the size of chunks. Throws a
 * DiagnosticError for unknown outputs, levers or overridden parameters; a run that fails is a row with a status.
 */
export function runEnsemble(
  pool: Pool,
  { params, draws, firstDraw = 0, ...shared }: EnsembleRequest,
  options: EnsembleOptions = {},
): Promise<EnsembleResult> {
  return runRows(pool, shared, { of: "rows", params, draws }, firstDraw, options);
}

/** As `runEnsemble`, with rows that workers may make themselves. */
async function runRows(
  pool: Pool,
  shared: EnsembleShared,
  rows: RowSource,
  firstDraw: number,
  options: EnsembleOptions,
): Promise<EnsembleResult> {
  const { cut, columns } = await runColumns(pool, shared, rows, firstDraw, options);
  const names = variableNames(shared);
  const [history, ...scenarios] = [columns.history, ...columns.scenarios].map(
    ({ values, failedStep, failedVariable }): DrawsBlock => ({
      values,
      failedStep,
      failedVariable: Array.from(failedVariable, (place) => names[place] ?? ""),
    }),
  );
  return {
    outputs: shared.outputs,
    saveSteps: shared.saveSteps,
    draws: columns.draws,
    scenarioIds: shared.scenarios.map((s) => s.id),
    historySaves: cut.historySaves,
    history: history!,
    scenarios: scenarios.map((block, i) => ({ whole: cut.whole[i]!, saves: cut.saves[i]!, ...block })),
  };
}

/** Runs an ensemble into columns; rows may be such that workers make them. Throws as `runEnsemble` does. */
export async function runColumns(
  pool: Pool,
  shared: EnsembleShared,
  rows: RowSource,
  firstDraw = 0,
  { progress, signal, chunk }: EnsembleOptions = {},
): Promise<{ readonly cut: EnsembleCut; readonly columns: DrawColumns }> {
  checkNames(shared);
  const cut = cutEnsemble(shared);
  const draws = drawsIn(rows);
  const columns = createColumns(shared, cut, draws, pool.allocate ?? ((bytes) => new ArrayBuffer(bytes)));
  const size = chunk ?? chunkSize(draws, pool.workers);
  const job: ColumnsJob = {
    shared,
    rows: pool.allocate === undefined ? rows : visible(rows, pool.allocate),
    firstDraw,
    size,
    ...(pool.allocate === undefined ? {} : { columns }),
  };
  const open = pool.open(ensembleWork, job);
  try {
    await open.run({
      input: null,
      chunks: Math.ceil(draws / size),
      take: (index, piece) => placeColumns(piece, columns, index * size),
      progress: progress && ((done) => progress(done * size < draws ? done * size : draws, draws)),
      signal,
    });
  } finally {
    open.close();
  }
  return { cut, columns };
}

/**
 * The draws of one output at one save under one scenario: a view, not a copy. NaN where the run failed by then. Throws
 * a RangeError for a save that the scenario does not keep.
 */
export function drawsOf(
  result: EnsembleResult,
  scenario: number,
  output: number,
  save: number,
): Float64Array {
  const block = result.scenarios[scenario]!;
  const early = !block.whole && save < result.historySaves;
  const at = early ? save : block.saves.indexOf(save);
  if (at < 0) throw new RangeError(`scenario ${result.scenarioIds[scenario]} does not keep save ${save}`);
  const values = early ? result.history.values : block.values;
  const saves = early ? result.historySaves : block.saves.length;
  const from = (output * saves + at) * result.draws;
  return values.subarray(from, from + result.draws);
}

/**
 * Several chunks a worker, so that the last to finish does not keep the others waiting; at most 64 draws, which is a
 * full batch of the engine, and whole groups of 4, which cost as much as part of one.
 */
export function chunkSize(draws: number, workers: number): number {
  const size = 4 * Math.ceil(draws / (workers * 4 * 4));
  return size < 4 ? 4 : size > 64 ? 64 : size;
}

/** The same rows where all workers see them: sent once, not copied to each. */
function visible(rows: RowSource, allocate: (bytes: number) => ArrayBufferLike): RowSource {
  if (rows.of !== "rows") return rows;
  const params = new Float64Array(allocate(rows.params.byteLength));
  params.set(rows.params);
  return { ...rows, params };
}
