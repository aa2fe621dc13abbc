import {
  type ChangePath,
  changePath,
  comparePaths,
  type ExplanationComparison,
  explanationsAt,
  type PathComparison,
} from "../analysis/path-comparison.ts";
import { pathDraws } from "../analysis/path-draws.ts";
import { keptDraws } from "../analysis/path-points.ts";
import { openSession, type Pool } from "../ensemble/index.ts";
import type { ExplorerChoice } from "../scenario/explorer-link.ts";
import { pathScenarios } from "./path-scenarios.ts";
import { heldBy, heldOptions, type ReleaseParts, releaseSession } from "./release-rows.ts";

/** What a run gives: everything that the page shows of a choice. Numbers are in base units. */
export interface ExplorerRun {
  readonly comparison: PathComparison;
  /** B minus A over time of the outcome asked for. */
  readonly change: ChangePath;
  /** Of the outcome asked for, at the month asked for, option by option. */
  readonly explanations: readonly ExplanationComparison[];
}

/** What is asked of a run: how many draws, and the month and the outcome that are looked at. */
export interface ExplorerRunOptions {
  readonly draws: number;
  readonly at: string;
  readonly outcome: string;
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Runs a choice on a pool as the page does: the same draws on both paths, and the same numbers, bit for bit, whatever the pool.
 * Throws a RangeError for an outcome, a month or anything of the choice that the release lacks.
 */
export async function runExplorer(
  pool: Pool,
  parts: ReleaseParts,
  choice: ExplorerChoice,
  { draws, at, outcome, progress }: ExplorerRunOptions,
): Promise<ExplorerRun> {
  const { facts, ir } = parts;
  const { a, b } = pathScenarios(choice, facts, ir);
  const save = facts.months.indexOf(at);
  if (save < 0) throw new RangeError(`no outcome is saved at ${at}`);
  const output = facts.outcomes.findIndex(({ name }) => name === outcome);
  if (output < 0) throw new RangeError(`the model has no outcome ${outcome}`);
  const request = releaseSession(parts, draws, choice.seed);
  const options = heldOptions(facts, ir, request.rows);
  const holds = heldBy(() => options, choice);
  const better = facts.outcomes.map((one) => one.better);
  const step = (before: number) => progress && ((done: number) => progress(before * draws + done, 3 * draws));
  const session = await openSession(pool, request, { progress: step(0) });
  try {
    const pathA = pathDraws(session, await session.move(a, { progress: step(1) }));
    const pathB = pathDraws(session, await session.move(b, { progress: step(2) }));
    return {
      comparison: comparePaths({
        a: pathA,
        b: pathB,
        better,
        at: save,
        ...(holds === undefined ? {} : { holds }),
      }),
      change: changePath(pathA, pathB, keptDraws(pathA, pathB, holds), output),
      explanations: explanationsAt(pathA, pathB, options, output, save, better[output]!),
    };
  } finally {
    session.close();
  }
}
