import { DiagnosticError } from "../base/diagnostic.ts";
import { findVariable } from "../engine/index.ts";
import {
  cutEnsemble,
  type DrawsBlock,
  type DrawsTask,
  type EnsembleShared,
  ensembleWork,
} from "./ensemble-work.ts";
import type { Pool, ProgressReport } from "./pool.ts";

/** An ensemble: every scenario with every draw. */
export interface EnsembleRequest extends EnsembleShared {
  /** Rows of parameter values (`drawParameters`, or a posterior), `ir.parameters.length` columns, base units. */
  readonly params: Float64Array;
  readonly draws: number;
}

export interface EnsembleOptions {
  /** Hears of draws done, of how many. */
  readonly progress?: ProgressReport;
  readonly signal?: AbortSignal;
  /** Draws per task; changes no byte of the result. */
  readonly chunk?: number;
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
  /** Per scenario [output][save][draw]: all saves where `whole`, else those from the branch on. */
  readonly scenarios: readonly (DrawsBlock & { readonly whole: boolean })[];
}

/**
 * Runs an ensemble on a pool. The result has the same bytes whatever the pool and the size of chunks. Throws a
 * DiagnosticError for unknown outputs, levers or overridden parameters; a run that fails is a row with a status.
 */
export async function runEnsemble(
  pool: Pool,
  request: EnsembleRequest,
  options: EnsembleOptions = {},
): Promise<EnsembleResult> {
  const { ir, outputs, saveSteps, scenarios, branchStep, params, draws } = request;
  const shared: EnsembleShared = { ir, outputs, saveSteps, scenarios, branchStep };
  checkNames(shared);
  const { historySaves, whole } = cutEnsemble(shared);
  const width = ir.parameters.length;
  const size = options.chunk ?? chunkSize(draws, pool.workers);
  const tasks: DrawsTask[] = [];
  for (let from = 0; from < draws; from += size) {
    const count = size < draws - from ? size : draws - from;
    tasks.push({ params: params.slice(from * width, (from + count) * width), draws: count });
  }
  const results = await pool.map(ensembleWork, shared, tasks, {
    progress: options.progress,
    signal: options.signal,
    weight: (i) => tasks[i]!.draws,
  });
  const rowsOf = (saves: number) => outputs.length * saves;
  const laterSaves = saveSteps.length - historySaves;
  return {
    outputs,
    saveSteps,
    draws,
    scenarioIds: scenarios.map((s) => s.id),
    historySaves,
    history: join(
      results.map((r) => r.history),
      rowsOf(historySaves),
      draws,
    ),
    scenarios: scenarios.map((_, i) => ({
      whole: whole[i]!,
      ...join(
        results.map((r) => r.scenarios[i]!),
        rowsOf(whole[i] ? saveSteps.length : laterSaves),
        draws,
      ),
    })),
  };
}

/**
 * The draws of one output at one save under one scenario: a view, not a copy. NaN where the run failed by then.
 */
export function drawsOf(
  result: EnsembleResult,
  scenario: number,
  output: number,
  save: number,
): Float64Array {
  const block = result.scenarios[scenario]!;
  const early = !block.whole && save < result.historySaves;
  const values = early ? result.history.values : block.values;
  const saves = early
    ? result.historySaves
    : block.whole
      ? result.saveSteps.length
      : result.saveSteps.length - result.historySaves;
  const at = early || block.whole ? save : save - result.historySaves;
  const from = (output * saves + at) * result.draws;
  return values.subarray(from, from + result.draws);
}

/** Several tasks a worker, so that the last to finish does not keep the others waiting; at most 64 draws each. */
function chunkSize(draws: number, workers: number): number {
  const size = Math.ceil(draws / (workers * 16));
  return size < 1 ? 1 : size > 64 ? 64 : size;
}

function checkNames({ ir, outputs, scenarios }: EnsembleShared): void {
  for (const name of outputs) findVariable(ir, name);
  for (const s of scenarios)
    for (const name of Object.keys(s.overrides ?? {}))
      if (!ir.parameters.some((p) => p.name === name))
        throw new DiagnosticError([
          { code: "ensemble/unknown-parameter", severity: "error", data: { name, scenario: s.id } },
        ]);
}

/** Puts blocks of [row][draw of the block] side by side into [row][draw]. */
function join(blocks: readonly DrawsBlock[], rows: number, draws: number): DrawsBlock {
  const values = new Float64Array(rows * draws);
  const failedStep = new Int32Array(draws);
  const failedVariable: string[] = [];
  let from = 0;
  for (const block of blocks) {
    const count = block.failedStep.length;
    for (let row = 0; row < rows; row++)
      values.set(block.values.subarray(row * count, (row + 1) * count), row * draws + from);
    failedStep.set(block.failedStep, from);
    failedVariable.push(...block.failedVariable);
    from += count;
  }
  return { values, failedStep, failedVariable };
}
