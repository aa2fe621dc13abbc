import type { HeldOption } from "../analysis/path-comparison.ts";
import { type PathDraws, pathDraws } from "../analysis/path-draws.ts";
import { cellPoints, cellScratch, keptDraws, POINTS } from "../analysis/path-points.ts";
import type {
  EnsembleScenario,
  PreparedSession,
  ProgressReport,
  RowSource,
  Session,
} from "../ensemble/index.ts";
import type { ExplorerChoice } from "../scenario/explorer-link.ts";
import { pathScenarios } from "./path-scenarios.ts";
import { heldBy, heldOptions, type ReleaseParts } from "./release-rows.ts";

/** A choice that was run: both paths, the draws that are shown, and [output][save][point] of each path. */
export interface ComparedPaths {
  readonly a: PathDraws;
  readonly b: PathDraws;
  readonly kept: Int32Array;
  readonly pointsA: Float64Array;
  readonly pointsB: Float64Array;
}

/** How a run is followed and stopped. */
export interface CompareOptions {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ProgressReport | undefined;
}

/** Draws of a release that stand ready in a pool's workers, for one choice after the other. */
export interface ExplorerDraws {
  readonly draws: number;
  readonly loaded: () => boolean;
  /** Loads the draws; after a stop it goes on where it was. */
  readonly load: (options?: CompareOptions) => Promise<void>;
  /** Runs what of a choice was not run last, loading first. Throws a RangeError for what the release lacks. */
  readonly compare: (choice: ExplorerChoice, options?: CompareOptions) => Promise<ComparedPaths>;
  /** Which draws hold which rival explanation. */
  readonly options: () => readonly HeldOption[];
  readonly close: () => void;
}

export interface ExplorerDrawsRequest {
  readonly parts: ReleaseParts;
  readonly draws: number;
  readonly rows: RowSource;
  /** The session of these rows. */
  readonly prepared: PreparedSession;
  /** Lets the caller's events in while quantiles are found; absent where they take no time worth it. */
  readonly pause?: () => Promise<void>;
}

/** [output][save][point] of some draws of a path. */
interface Points {
  readonly kept: Int32Array;
  readonly values: Float64Array;
}

/** A path that was run, and its points for the draws that were kept when they were found. */
interface Run {
  readonly key: string;
  readonly path: PathDraws;
  points?: Points;
}

/**
 * Draws to be compared again and again. The last two paths are kept, whichever side they were on: A rarely moves, and "keep as A"
 * needs no run.
 */
export function explorerDraws({ parts, draws, rows, prepared, pause }: ExplorerDrawsRequest): ExplorerDraws {
  const { facts, ir } = parts;
  const scratch = cellScratch(draws);
  let session: Session | undefined;
  let runs: readonly Run[] = [];
  let history: Points | undefined;
  let held: readonly HeldOption[] | undefined;

  async function load(options: CompareOptions = {}): Promise<void> {
    session ??= await prepared.load(options);
  }

  function options(): readonly HeldOption[] {
    held ??= heldOptions(facts, ir, rows);
    return held;
  }

  /** The points of a path; those of the history are taken over from the last path that had it. */
  async function pointsOf(
    run: Run,
    kept: Int32Array,
    signal: AbortSignal | undefined,
  ): Promise<Float64Array> {
    if (run.points !== undefined && sameDraws(run.points.kept, kept)) return run.points.values;
    const { path } = run;
    const values = new Float64Array(path.outputs * path.saves * POINTS);
    const past = history !== undefined && sameDraws(history.kept, kept) ? history.values : undefined;
    const from = past === undefined ? 0 : path.sharedSaves;
    for (let output = 0; output < path.outputs; output++) {
      const at = output * path.saves * POINTS;
      if (past !== undefined) values.set(past.subarray(at, at + from * POINTS), at);
      cellPoints(scratch, path, kept, output, [from, path.saves], values);
      if (pause === undefined) continue;
      await pause();
      signal?.throwIfAborted();
    }
    run.points = { kept, values };
    if (path.sharedSaves > 0) history = run.points;
    return values;
  }

  async function compare(
    choice: ExplorerChoice,
    { signal, progress }: CompareOptions = {},
  ): Promise<ComparedPaths> {
    const scenarios = pathScenarios(choice, facts, ir);
    const mask = heldBy(options, choice);
    const sides = [scenarios.a, scenarios.b].map((scenario) => ({ scenario, key: keyOf(scenario) }));
    // What neither side needs goes before anything new comes: paths of 2,000 draws are large.
    runs = runs.filter(({ key }) => sides.some((side) => side.key === key));
    const missing = new Set(sides.map(({ key }) => key)).size - runs.length;
    const total = (missing + (session === undefined ? 1 : 0)) * draws;
    let before = 0;
    const part = () => {
      const done = before;
      before += draws;
      return { signal, progress: progress && ((more: number) => progress(done + more, total)) };
    };
    if (session === undefined) await load(part());
    const runOf = async ({ key, scenario }: (typeof sides)[number]): Promise<Run> => {
      const known = runs.find((run) => run.key === key);
      if (known !== undefined) return known;
      const run: Run = { key, path: pathDraws(session!, await session!.move(scenario, part())) };
      runs = [...runs, run];
      return run;
    };
    const a = await runOf(sides[0]!);
    const b = await runOf(sides[1]!);
    const kept = keptDraws(a.path, b.path, mask);
    const pointsA = await pointsOf(a, kept, signal);
    const pointsB = await pointsOf(b, kept, signal);
    return { a: a.path, b: b.path, kept, pointsA, pointsB };
  }

  return {
    draws,
    loaded: () => session !== undefined,
    load,
    compare,
    options,
    close: () => prepared.close(),
  };
}

const keyOf = ({ schedules, overrides = {} }: EnsembleScenario) => JSON.stringify([schedules, overrides]);

function sameDraws(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
