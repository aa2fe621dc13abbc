import { stepOf, timeOf } from "../engine/index.ts";
import {
  type Design,
  drawParameters,
  drawsOf,
  type EnsembleResult,
  type EnsembleScenario,
  type Pool,
  type ProgressReport,
  runEnsemble,
} from "../ensemble/index.ts";
import type { Ir } from "../model/ir.ts";
import type { Model } from "../model/model.ts";
import { overrideIr } from "../model/override.ts";
import { resolveScenario } from "../scenario/resolve-scenario.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { EpisodeRun } from "./episode-file.ts";
import type { CompiledEpisode, CompiledTarget, EpisodeModel } from "./episode-model.ts";
import { episodeValue, isInWindow, type ReadSaved } from "./episode-values.ts";
import { ensembleScenario } from "./scenario-runs.ts";

export interface EpisodeOptions {
  /** Draws from the prior: the same for every run of every episode. */
  readonly draws: number;
  readonly seed: number;
  /** Hears of runs done, of how many. */
  readonly progress?: ProgressReport;
}

/** Values of one target over the draws that count. */
export interface EpisodeResult {
  readonly episode: CompiledEpisode;
  /** Draws that were not rejected and whose runs did not fail. */
  readonly used: number;
  /** A column a target, in the order of the episode's. */
  readonly values: readonly Float64Array[];
}

/**
 * Runs every episode on the same draws from the prior, each draw with the shock and without it; episodes that keep the
 * model's bounds leave out draws that it rejects as it stands. Scenarios must have passed `checkScenario`. Throws a
 * RangeError for a scenario or lever that the model lacks.
 */
export async function runEpisodes(
  pool: Pool,
  { model, episodes }: EpisodeModel,
  scenarios: readonly Scenario[],
  { draws, seed, progress }: EpisodeOptions,
): Promise<readonly EpisodeResult[]> {
  const design: Design = { sampler: "stratified", seed, draws };
  const total = episodes.reduce((sum, { runs }) => sum + runs.length, 1) * draws;
  let done = 0;
  async function run(ir: Ir, scenario: EnsembleScenario, saveSteps: readonly number[], outputs: Outputs) {
    const result = await runEnsemble(
      pool,
      {
        ir,
        outputs: [...outputs],
        saveSteps,
        scenarios: [scenario],
        branchStep: 0,
        noiseSeed: seed,
        params: drawParameters(ir, design),
        draws,
      },
      { progress: progress && ((now) => progress(done + now, total)) },
    );
    done += draws;
    return result;
  }
  const kept = await boundedDraws(model, draws, (outputs, saves) =>
    run(model.ir, { id: "model", schedules: {} }, saves, outputs),
  );
  const results: EpisodeResult[] = [];
  for (const episode of episodes) {
    const reads = new Set(
      episode.targets.flatMap(({ reads, readsBaseline }) => [...reads, ...readsBaseline]),
    );
    const saveSteps = windowSteps(model, episode.targets);
    const runs: EnsembleResult[] = [];
    for (const { id, when } of episode.runs) {
      const own = episode.episode.runs.find((one) => one.id === id);
      const settings = own ?? { id: "comparison", scenario: episode.episode.against, levers: [] };
      const scenario = runScenario(model, scenarios, settings);
      const ir = overrideIr(model, when);
      // What a run sets to a number is no longer there to save; any run saves what it has.
      runs.push(await run(ir, scenario, saveSteps, reads));
    }
    results.push(episodeResult(model, episode, runs, saveSteps, episode.episode.bounds ? kept : undefined));
  }
  return results;
}

type Outputs = ReadonlySet<string>;

/** Draws that the model as it stands does not reject: 1 for each that counts. */
async function boundedDraws(
  model: Model,
  draws: number,
  run: (outputs: Outputs, saves: readonly number[]) => Promise<EnsembleResult>,
): Promise<Uint8Array> {
  const kept = new Uint8Array(draws).fill(1);
  if (model.rejects.length === 0) return kept;
  const { clock } = model.ir;
  const at = model.rejects.map(({ at }) => (at === undefined ? clock.saveSteps : [stepOf(clock, at)]));
  const saves = [...new Set(at.flat())].sort((a, b) => a - b);
  const names = model.rejects.map(({ aux }) => model.ir.auxiliaries[aux]!.name);
  const result = await run(new Set(names), saves);
  for (const [r, name] of names.entries()) {
    for (const step of at[r]!) {
      const column = drawsOf(result, 0, result.outputs.indexOf(name), saves.indexOf(step));
      for (let d = 0; d < draws; d++) if (column[d] !== 0) kept[d] = 0;
    }
  }
  return kept;
}

/** The saved steps between the first and the last month of any window. */
function windowSteps({ ir: { clock } }: Model, targets: readonly CompiledTarget[]): readonly number[] {
  const inside = (k: number): boolean => targets.some(({ target }) => isInWindow(clock, k, target));
  return clock.saveSteps.filter(inside);
}

/** The levers of a run: those of a scenario of the model, or its own. */
function runScenario(
  model: Model,
  scenarios: readonly Scenario[],
  run: Pick<EpisodeRun, "id" | "scenario" | "levers">,
): EnsembleScenario {
  const base = scenarios.find((one) => one.id === run.scenario);
  if (run.scenario !== undefined && base === undefined) {
    throw new RangeError(`the model has no scenario ${run.scenario}`);
  }
  if (base !== undefined) return ensembleScenario(model, resolveScenario(base, model.ir));
  const own = { id: run.id ?? "comparison", levers: run.levers ?? [], set: {}, variants: {} };
  return ensembleScenario(model, resolveScenario(own, model.ir));
}

function episodeResult(
  model: Model,
  episode: CompiledEpisode,
  runs: readonly EnsembleResult[],
  saveSteps: readonly number[],
  kept: Uint8Array | undefined,
): EpisodeResult {
  const { clock } = model.ir;
  const draws = runs[0]?.draws ?? 0;
  const good = Array.from({ length: draws }, (_, d) => d).filter(
    (d) => (kept === undefined || kept[d] === 1) && runs.every((one) => one.scenarios[0]!.failedStep[d]! < 0),
  );
  const values = episode.targets.map(({ target, run, tree }) => {
    const places = saveSteps.flatMap((step, place) => (isInWindow(clock, step, target) ? [place] : []));
    const window = { saves: places, times: places.map((place) => timeOf(clock, saveSteps[place]!)) };
    const shocked = reader(runs[episode.runs.findIndex(({ id }) => id === run)]!);
    const comparison = reader(runs[0]!);
    return Float64Array.from(good, (d) => episodeValue(tree, target.take, window, shocked(d), comparison(d)));
  });
  return { episode, used: good.length, values };
}

function reader(result: EnsembleResult): (draw: number) => ReadSaved {
  const places = new Map(result.outputs.map((name, o) => [name, o]));
  return (draw) => (name, save) => drawsOf(result, 0, places.get(name)!, save)[draw] ?? Number.NaN;
}
