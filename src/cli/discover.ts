import type { Command } from "commander";
import { ensembleScenario } from "../analysis/scenario-runs.ts";
import { sensitivity } from "../analysis/sensitivity.ts";
import { posteriorLikelihood } from "../analysis/sensitivity-likelihood.ts";
import { type SensitivityResult, sensitivityResult } from "../analysis/sensitivity-result.ts";
import { quantityRuns, sensitivityInputs } from "../analysis/sensitivity-runs.ts";
import type { Text } from "../base/text.ts";
import { decisionMonth } from "../calibrate/observed-terms.ts";
import { stepOf, timeOf } from "../engine/index.ts";
import type { Pool } from "../ensemble/index.ts";
import { progressLine } from "../host/progress.ts";
import { monthTime } from "../scenario/month.ts";
import { type ResolvedScenario, resolveScenario } from "../scenario/resolve-scenario.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { discoverCsv, discoverText } from "./discover-text.ts";
import { type Draws, drawsFor, type EnsembleCommandOptions, withPool } from "./draws.ts";
import { optionFailure } from "./failure.ts";
import { findScenario, type LoadedModel, loadSoundModel, outputNames } from "./load-model.ts";
import { collect, nameList, wholeNumber, withCommonOptions, withEnsembleOptions } from "./options.ts";
import { commandText, OUT_HELP, writeResult } from "./store-result.ts";
import { monthOf } from "./text-table.ts";

interface DiscoverOptions extends EnsembleCommandOptions {
  readonly draws: number;
  readonly screen: number;
  readonly leading: number;
  readonly outputs?: readonly string[];
  readonly scenario?: readonly string[];
  readonly at?: string;
  readonly csv?: boolean;
  readonly out?: string;
}

/** Candidates per draw: under a correlation of 0.9 their grid adds some 7 % to an index. */
const CANDIDATES = 8;

/** Rows in a table, resamples for a standard error, and rows held at once. */
const TOP = 10;
const RESAMPLES = 200;
const BATCH = 16_384;

/** Years after the decision at which outcomes are read unless `--at` says otherwise, or the end of the model. */
const YEARS_ON = 5;

/** A scenario with what tables call it. */
interface NamedScenario {
  readonly id: string;
  readonly label: Text;
  readonly resolved: ResolvedScenario;
}

const NO_CHANGE: NamedScenario = {
  id: "model",
  label: { en: "No change", es: "Sin cambios" },
  resolved: { id: "model", levers: [], parameters: [] },
};

/** Behind every scenario that has a place in its group. */
const LAST = 1e9;

/** `downstream discover MODEL`: which assumptions matter most for each outcome, and what stands behind them. */
export function addDiscover(program: Command): void {
  const command = program
    .command("discover")
    .description("find the assumptions on which results depend most (total Sobol indices)")
    .argument("<model>", "folder of the model")
    .option(
      "--scenario <id>",
      "a scenario whose effects are looked at too; repeatable (default: the top of the ladder and the first package)",
      collect,
    )
    .option("--outputs <names>", "names to look at, joined by commas; without it every outcome", nameList)
    .option(
      "--at <month>",
      "month to look at, YYYY-MM; default the January after five years, or the model's end",
    )
    .option("--screen <n>", "draws on which every assumption is tried", wholeNumber(8, 100_000), 64)
    .option(
      "--leading <n>",
      "leading assumptions of each result tried on all draws",
      wholeNumber(1, 1000),
      15,
    )
    .option("--csv", "print CSV")
    .option("--out <file>", `${OUT_HELP}sensitivity.json`)
    .option("--prior", "draw from the prior even if the model has a posterior");
  withEnsembleOptions(command, 512, "draws on which the leading assumptions are tried", 100_000);
  withCommonOptions(command, "print the result as JSON").action((path: string, options: DiscoverOptions) =>
    discover(path, options),
  );
}

async function discover(path: string, options: DiscoverOptions): Promise<void> {
  const loaded = loadSoundModel(path);
  const { model } = loaded;
  const named = options.outputs ?? model.outcomes.map((outcome) => outcome.name);
  const outcomes = named.flatMap((name) => outputNames(model, name));
  const scenarios = chosenScenarios(loaded, options.scenario);
  const step = readAt(loaded, options.at);
  const drawn = drawsFor(loaded, options.draws, options, decisionMonth(model.ir));
  const result = await withPool(options, (pool) =>
    analyse(pool, loaded, drawn, { outcomes, scenarios, step, command: commandLine(path, options) }, options),
  );
  const { out, seed } = options;
  if (out !== undefined) {
    writeResult("sensitivity", result, loaded, {
      ...{ from: [result.from], draws: options.draws, seed, out },
      words: commandWords(path, options),
    });
  }
  process.stdout.write(
    options.json
      ? `${JSON.stringify(result, undefined, 1)}\n`
      : options.csv
        ? discoverCsv(result)
        : discoverText(result, options.lang),
  );
}

interface Question {
  readonly outcomes: readonly string[];
  /** The base line first. */
  readonly scenarios: readonly NamedScenario[];
  readonly step: number;
  readonly command: string;
}

async function analyse(
  pool: Pool,
  loaded: LoadedModel,
  drawn: Draws,
  { outcomes, scenarios, step, command }: Question,
  options: DiscoverOptions,
): Promise<SensitivityResult> {
  const { model } = loaded;
  const { ir } = model;
  const { seed, draws } = options;
  const { posterior } = drawn;
  const inputs = sensitivityInputs(ir, posterior);
  const runs = quantityRuns(pool, {
    ...{ ir, outcomes, at: step, noiseSeed: seed },
    scenarios: scenarios.map(({ resolved }) => ensembleScenario(model, resolved)),
  });
  const followed = posterior?.scenario ? findScenario(loaded, posterior.scenario) : undefined;
  const schedules = followed ? ensembleScenario(model, resolveScenario(followed, ir)).schedules : {};
  const likelihood = posterior && posteriorLikelihood(model, posterior, schedules, pool, seed);
  const words = stageWords(options);
  const lines = { screen: progressLine(words.screen), refine: progressLine(words.refine) };
  const screened = Math.min(options.screen, draws);
  const found = await sensitivity(
    {
      rows: { values: drawn.params, width: ir.parameters.length, draws },
      inputs,
      logLikelihoods: likelihood?.of ?? (async (_, count) => new Float64Array(count)),
      quantities: runs.of,
    },
    {
      ...{ seed, candidates: CANDIDATES, screen: screened, leading: options.leading },
      ...{ top: TOP, resamples: RESAMPLES, batch: BATCH },
      progress: (stage, done, total) => lines[stage].update(done, total),
    },
  );
  lines.refine.end();
  likelihood?.close();
  runs.close();
  return sensitivityResult(model, loaded.words, inputs, runs.quantities, found, {
    ...{ from: drawn.from, at: monthOf(timeOf(ir.clock, step)), seed, screened, draws },
    candidates: CANDIDATES,
    scenarios: scenarios.map(({ id, label }) => ({ id, label })),
    command,
  });
}

function stageWords({ lang }: DiscoverOptions): { readonly screen: string; readonly refine: string } {
  return lang === "en"
    ? { screen: "Screening: runs", refine: "Leading assumptions: runs" }
    : { screen: "Criba: simulaciones", refine: "Supuestos principales: simulaciones" };
}

/** The base line, then those asked for, or the highest rung of the ladder and the first package. */
function chosenScenarios(loaded: LoadedModel, ids: readonly string[] | undefined): readonly NamedScenario[] {
  const all = loaded.scenarios;
  const named = (scenario: Scenario): NamedScenario => ({
    ...{ id: scenario.id, label: scenario.label },
    resolved: resolveScenario(scenario, loaded.model.ir),
  });
  const found = all.find(({ group }) => group === "baseline");
  const base = found ? named(found) : NO_CHANGE;
  const ladder = all.filter(({ group }) => group === "ladder").sort((a, b) => (b.rung ?? 0) - (a.rung ?? 0));
  const packages = all
    .filter(({ group }) => group === "package")
    .sort((a, b) => (a.order ?? LAST) - (b.order ?? LAST));
  const chosen = ids?.map((id) => findScenario(loaded, id)) ?? [
    ...ladder.slice(0, 1),
    ...packages.slice(0, 1),
  ];
  return [base, ...chosen.map(named)];
}

function readAt({ model }: LoadedModel, month: string | undefined): number {
  const { clock } = model.ir;
  if (month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
    throw optionFailure("option-month", { option: "--at", value: month });
  }
  const later = Math.ceil(timeOf(clock, clock.decision) + YEARS_ON - 1e-6);
  const time = month === undefined ? Math.min(later, timeOf(clock, clock.steps)) : monthTime(month);
  const step = stepOf(clock, time);
  const outside = Math.abs(timeOf(clock, step) - time) > 1e-6 || step < clock.decision || step > clock.steps;
  if (month !== undefined && outside) {
    const data = { option: "--at", value: month, from: monthOf(timeOf(clock, clock.decision)) };
    throw optionFailure("option-month-outside", { ...data, to: monthOf(timeOf(clock, clock.steps)) });
  }
  return step;
}

function commandLine(path: string, options: DiscoverOptions): string {
  const { draws, seed, out } = options;
  return commandText([...commandWords(path, options), ["--draws", draws], ["--seed", seed], ["--out", out]]);
}

/** The command line without draws, seed and file. */
function commandWords(path: string, options: DiscoverOptions) {
  const { screen, leading, outputs, scenario, at, prior } = options;
  const words: readonly (readonly [string, string | number | undefined])[] = [
    ["discover", path],
    ["--screen", screen],
    ["--leading", leading],
    ["--outputs", outputs?.join(",")],
    ...(scenario ?? []).map((id) => ["--scenario", id] as const),
    ["--at", at],
    ["--prior", prior ? "" : undefined],
  ];
  return words;
}
