import type { Command } from "commander";
import { quantiles } from "../analysis/quantiles.ts";
import { ensembleScenario } from "../analysis/scenario-runs.ts";
import { shownSteps, singleRun } from "../analysis/single-run.ts";
import { failuresIn } from "../analysis/summarise.ts";
import { csvText } from "../base/csv.ts";
import { timeOf } from "../engine/index.ts";
import { drawsOf, runEnsemble } from "../ensemble/index.ts";
import { level } from "../explain/number-words.ts";
import { progressLine } from "../host/progress.ts";
import { readFolder } from "../host/read-folder.ts";
import type { Model } from "../model/model.ts";
import { type ResolvedScenario, resolveScenario } from "../scenario/resolve-scenario.ts";
import { type Draws, drawsFor, warn, withPool } from "./draws.ts";
import { EXIT } from "./exit-codes.ts";
import { Failure } from "./failure.ts";
import { inputPath } from "./input-path.ts";
import { findScenario, type LoadedModel, loadSoundModel, outputNames } from "./load-model.ts";
import {
  collect,
  MOST_DRAWS,
  nameList,
  withCommonOptions,
  withEnsembleOptions,
  withSamplerOption,
  withSummaryOptions,
} from "./options.ts";
import { replacedData, withSettings } from "./settings.ts";
import { simulateSummary } from "./simulate-summary.ts";
import { checkSummaryOptions, leftOut, type SummaryCommandOptions } from "./summary.ts";
import { monthOf, textTable } from "./text-table.ts";

interface SimulateOptions extends SummaryCommandOptions {
  readonly scenario?: string;
  readonly set?: readonly string[];
  readonly data?: string;
  readonly outputs?: readonly string[];
  readonly csv?: boolean;
  readonly at?: readonly string[];
}

/** Series to print: one column a name, or five quantiles of it over draws. */
interface Table {
  readonly times: readonly number[];
  readonly outputs: readonly {
    readonly name: string;
    readonly unit: string;
    readonly values: readonly number[];
  }[];
}

/** `downstream simulate MODEL`: one run on the model's own values, or the quantiles of many draws. */
export function addSimulate(program: Command): void {
  const command = program
    .command("simulate")
    .description("run a model once, or over many draws, under one scenario")
    .argument("<model>", "folder of the model")
    .option("--scenario <id>", "a scenario of the model; without it every lever keeps its value")
    .option(
      "--set <name=value>",
      "a constant, lever or variant; a lever moves on the decision date; repeatable",
      collect,
    )
    .option("--data <file>", "a CSV that replaces the model's data file of the same name")
    .option("--outputs <names>", "names to show, joined by commas; without it every outcome", nameList)
    .option("--csv", "print CSV")
    .option("--prior", "draw from the prior even if the model has a posterior")
    .option("--posterior <name>", "draw from this posterior, such as 2024-10, and not from the newest");
  withSamplerOption(command);
  command.option("--at <months>", "with --summary: months to show, YYYY-MM, joined by commas", nameList);
  withSummaryOptions(command);
  withEnsembleOptions(command, undefined, "runs over draws instead of one; shows quantiles", MOST_DRAWS);
  withCommonOptions(command, "print the series as JSON").action((path: string, options: SimulateOptions) =>
    simulate(path, options),
  );
}

async function simulate(path: string, options: SimulateOptions): Promise<void> {
  checkSummaryOptions(options);
  const replaced =
    options.data === undefined
      ? undefined
      : replacedData(options.data, Object.keys(readFolder(inputPath(path)).files));
  const loaded = loadSoundModel(path, replaced);
  const { model } = loaded;
  const named = options.outputs ?? model.outcomes.map((outcome) => outcome.name);
  const names = named.flatMap((name) => outputNames(model, name));
  const { scenario, warnings } = withSettings(
    model,
    startScenario(loaded, options.scenario),
    options.set ?? [],
  );
  warn(warnings, options);
  if (options.summary) {
    const { draws = 1000 } = options;
    process.stdout.write(await simulateSummary(loaded, scenario, names, { ...options, draws }));
    return;
  }
  const drawn = options.draws === undefined ? undefined : drawsFor(loaded, options.draws, options);
  const table =
    drawn === undefined
      ? once(model, scenario, names, options)
      : await often(model, scenario, names, drawn, options);
  process.stdout.write(print(loaded, scenario, table, drawn, options));
}

function startScenario(loaded: LoadedModel, id: string | undefined): ResolvedScenario {
  if (id === undefined) return { id: "none", levers: [], parameters: [] };
  return resolveScenario(findScenario(loaded, id), loaded.model.ir);
}

function once(
  model: Model,
  scenario: ResolvedScenario,
  names: readonly string[],
  options: SimulateOptions,
): Table {
  const run = singleRun(model, scenario, names, options.seed);
  if (run.stopped === undefined) return run;
  throw runFailed(run.stopped.variable, monthOf(run.stopped.time), options);
}

function runFailed(variable: string, month: string, { set = [] }: SimulateOptions): Failure {
  const data = { why: `${variable}, ${month}`, settings: set.map((one) => `--set '${one}'`) };
  return new Failure([{ code: "run-failed", severity: "error", data }], {}, EXIT.findings);
}

async function often(
  model: Model,
  scenario: ResolvedScenario,
  names: readonly string[],
  drawn: Draws,
  options: SimulateOptions,
): Promise<Table> {
  const { ir } = model;
  const saveSteps = shownSteps(model);
  const draws = options.draws ?? 1;
  const progress = progressLine(options.lang === "en" ? "Runs" : "Simulaciones");
  const result = await withPool(options, (pool) =>
    runEnsemble(
      pool,
      {
        ir,
        outputs: names,
        saveSteps,
        scenarios: [ensembleScenario(model, scenario)],
        branchStep: 0,
        noiseSeed: options.seed,
        params: drawn.params,
        draws,
      },
      { progress: progress.update },
    ),
  );
  progress.end();
  const { failedStep, failedVariable } = result.scenarios[0]!;
  if (failedStep.every((step) => step >= 0)) {
    throw runFailed(failedVariable[0]!, monthOf(timeOf(ir.clock, failedStep[0]!)), options);
  }
  const failures = () => failuresIn(failedStep, failedVariable);
  warn(leftOut(model, { draws, failures }, [scenario.id]), options);
  const outputs = names.flatMap((name, o) => {
    const variable = model.variables.get(name);
    const factor = variable?.factor ?? 1;
    const points = saveSteps.map((_, save) => quantiles(drawsOf(result, 0, o, save).filter(Number.isFinite)));
    return (["q05", "q25", "q50", "q75", "q95"] as const).map((point) => ({
      name: `${variable?.text ?? name} ${point}`,
      unit: variable?.unit ?? "1",
      values: points.map((at) => at[point] / factor),
    }));
  });
  return { times: saveSteps.map((step) => timeOf(ir.clock, step)), outputs };
}

function print(
  { model }: LoadedModel,
  scenario: ResolvedScenario,
  table: Table,
  drawn: Draws | undefined,
  options: SimulateOptions,
): string {
  const dates = table.times.map((time) => (model.ir.clock.calendar ? monthOf(time) : ""));
  if (options.csv) {
    const header = ["time", "date", ...table.outputs.map(({ name, unit }) => `${name} (${unit})`)];
    return csvText(
      header,
      table.times.map((time, i) => [time, dates[i], ...table.outputs.map(({ values }) => values[i])]),
    );
  }
  if (options.json) {
    const draws =
      drawn === undefined
        ? {}
        : { draws: options.draws, seed: options.seed, ...drawn.design, from: drawn.from };
    const head = {
      format: "downstream-run",
      version: 1,
      model: model.name,
      modelHash: model.hash,
      scenario: scenario.id,
    };
    return `${JSON.stringify({ ...head, set: options.set ?? [], ...draws, time: table.times, date: dates, outputs: table.outputs }, undefined, 1)}\n`;
  }
  return `${summary(model, table, dates, options)}\n`;
}

/** A table for a terminal: a row a series, columns at the start, the decision date, one and three years on, the end. */
function summary(model: Model, table: Table, dates: readonly string[], { lang }: SimulateOptions): string {
  const { clock } = model.ir;
  const decision = timeOf(clock, clock.decision);
  const wanted = [table.times[0] ?? 0, decision, decision + 1, decision + 3, table.times.at(-1) ?? 0];
  const places = [...new Set(wanted.map((time) => nearest(table.times, time)))].sort((a, b) => a - b);
  const titles = places.map((i) => dates[i] || String(table.times[i]));
  const columns = [
    { title: "" },
    ...titles.map((title) => ({ title, align: "right" as const })),
    { title: lang === "en" ? "unit" : "unidad" },
  ];
  const rows = table.outputs.map(({ name, unit, values }) => [
    name,
    ...places.map((i) => level(values[i] ?? Number.NaN)),
    unit,
  ]);
  return textTable(columns, rows).join("\n");
}

function nearest(times: readonly number[], time: number): number {
  let best = 0;
  times.forEach((value, i) => {
    if (Math.abs(value - time) < Math.abs((times[best] ?? 0) - time)) best = i;
  });
  return best;
}
