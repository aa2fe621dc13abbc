import type { Command } from "commander";
import { type Comparison, compare } from "../analysis/compare.ts";
import { ensembleScenario } from "../analysis/scenario-runs.ts";
import { failuresIn } from "../analysis/summarise.ts";
import { csvText } from "../base/csv.ts";
import { stepOf, timeOf } from "../engine/index.ts";
import { drawsOf, runEnsemble } from "../ensemble/index.ts";
import { level, signed } from "../explain/number-words.ts";
import { betterShort } from "../explain/sentences.ts";
import { progressLine } from "../host/progress.ts";
import type { Model, Outcome } from "../model/model.ts";
import { monthTime } from "../scenario/month.ts";
import { type ResolvedScenario, resolveScenario } from "../scenario/resolve-scenario.ts";
import { compareSummary } from "./compare-summary.ts";
import { type Draws, drawsFor, warn, withPool } from "./draws.ts";
import { optionFailure } from "./failure.ts";
import { findScenario, type LoadedModel, loadSoundModel, outputNames } from "./load-model.ts";
import {
  MOST_DRAWS,
  nameList,
  withCommonOptions,
  withEnsembleOptions,
  withSamplerOption,
  withSummaryOptions,
} from "./options.ts";
import { checkSummaryOptions, leftOut, type SummaryCommandOptions } from "./summary.ts";
import { monthOf, textTable } from "./text-table.ts";

interface CompareOptions extends SummaryCommandOptions {
  readonly draws: number;
  readonly outputs?: readonly string[];
  readonly at?: string;
  readonly csv?: boolean;
}

/** One scenario and outcome, in declared units. */
interface Row {
  readonly scenario: string;
  readonly outcome: string;
  readonly unit: string;
  readonly better: Outcome["better"];
  readonly comparison: Comparison;
}

/** `downstream compare MODEL SCENARIO...`: scenarios against the model's baseline, draw by draw. */
export function addCompare(program: Command): void {
  const command = program
    .command("compare")
    .description("compare scenarios with the model's baseline on the same draws")
    .argument("<model>", "folder of the model")
    .argument("<scenarios...>", "ids of scenarios")
    .option("--at <month>", "month to compare at, YYYY-MM; default three years after the decision date")
    .option("--outputs <names>", "names to compare, joined by commas; without it every outcome", nameList)
    .option("--csv", "print CSV")
    .option("--prior", "draw from the prior even if the model has a posterior")
    .option("--posterior <name>", "draw from this posterior, such as 2024-10, and not from the newest");
  withSamplerOption(command);
  withSummaryOptions(command);
  withEnsembleOptions(command, 1000, "draws, the same for every scenario", MOST_DRAWS);
  withCommonOptions(command, "print the comparison as JSON").action(
    (path: string, ids: readonly string[], options: CompareOptions) => compareScenarios(path, ids, options),
  );
}

async function compareScenarios(
  path: string,
  ids: readonly string[],
  options: CompareOptions,
): Promise<void> {
  checkSummaryOptions(options);
  const loaded = loadSoundModel(path);
  const { model } = loaded;
  const named = options.outputs ?? model.outcomes.map((outcome) => outcome.name);
  const names = named.flatMap((name) => outputNames(model, name));
  const scenarios = [
    baseline(loaded),
    ...ids.map((id) => resolveScenario(findScenario(loaded, id), model.ir)),
  ];
  const at = comparedAt(model, options.at);
  const month = monthOf(timeOf(model.ir.clock, at));
  if (options.summary) {
    const request = { scenarios, names, step: at, month };
    process.stdout.write(await compareSummary(loaded, request, options));
    return;
  }
  const drawn = drawsFor(loaded, options.draws, options);
  const { decision } = model.ir.clock;
  const saveSteps = [...new Set([decision, at])].sort((a, b) => a - b);
  const progress = progressLine(options.lang === "en" ? "Draws" : "Sorteos");
  const result = await withPool(options, (pool) =>
    runEnsemble(
      pool,
      {
        ir: model.ir,
        outputs: names,
        saveSteps,
        scenarios: scenarios.map((scenario) => ensembleScenario(model, scenario)),
        branchStep: decision,
        noiseSeed: options.seed,
        params: drawn.params,
        draws: options.draws,
      },
      { progress: progress.update },
    ),
  );
  progress.end();
  const failures = (s: number) =>
    failuresIn(result.scenarios[s]!.failedStep, result.scenarios[s]!.failedVariable);
  const compared = scenarios.map(({ id }) => id);
  warn(leftOut(model, { draws: options.draws, failures }, compared), options);
  const rows = ids.flatMap((scenario, i) =>
    names.map((name, o): Row => {
      const variable = model.variables.get(name);
      const factor = variable?.factor ?? 1;
      const read = (s: number, step: number) =>
        drawsOf(result, s, o, saveSteps.indexOf(step)).map((value) => value / factor);
      const better = model.outcomes.find((outcome) => outcome.name === name)?.better ?? "none";
      const columns = { value: read(i + 1, at), baseline: read(0, at), decision: read(i + 1, decision) };
      return {
        scenario,
        outcome: variable?.text ?? name,
        unit: variable?.unit ?? "1",
        better,
        comparison: compare(columns, better),
      };
    }),
  );
  process.stdout.write(print(loaded, month, drawn, rows, options));
}

function baseline(loaded: LoadedModel): ResolvedScenario {
  const found = loaded.scenarios.find((scenario) => scenario.group === "baseline");
  if (found === undefined) return { id: "model", levers: [], parameters: [] };
  return resolveScenario(found, loaded.model.ir);
}

function comparedAt(model: Model, month: string | undefined): number {
  const { clock } = model.ir;
  if (month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
    throw optionFailure("option-month", { option: "--at", value: month });
  }
  const time = month === undefined ? timeOf(clock, clock.decision) + 3 : monthTime(month);
  const step = stepOf(clock, time);
  if (month !== undefined && (Math.abs(timeOf(clock, step) - time) > 1e-6 || step < clock.decision)) {
    const data = { option: "--at", value: month, from: monthOf(timeOf(clock, clock.decision)) };
    throw optionFailure("option-month-outside", { ...data, to: monthOf(timeOf(clock, clock.steps)) });
  }
  return step;
}

function print(
  loaded: LoadedModel,
  at: string,
  { from, design: prior }: Draws,
  rows: readonly Row[],
  options: CompareOptions,
): string {
  const { model } = loaded;
  if (options.json) {
    const head = { format: "downstream-comparison", version: 1, model: model.name, modelHash: model.hash };
    const design = { draws: options.draws, seed: options.seed, ...prior, from, at };
    return `${JSON.stringify({ ...head, ...design, rows }, undefined, 1)}\n`;
  }
  if (options.csv) {
    const header = ["scenario", "outcome", "unit", "at", "median", "change q05", "change q50", "change q95"];
    const body = rows.map(
      ({ scenario, outcome, unit, comparison: { value, change, betterOf100, worseOf100 } }) => [
        ...[scenario, outcome, unit, at, value.q50, change.q05, change.q50, change.q95],
        ...[betterOf100, worseOf100],
      ],
    );
    return csvText([...header, "better of 100", "worse of 100"], body);
  }
  const en = options.lang === "en";
  const columns = [
    { title: en ? "scenario" : "escenario" },
    { title: en ? "outcome" : "resultado" },
    { title: en ? "median" : "mediana", align: "right" as const },
    { title: en ? "change" : "cambio", align: "right" as const },
    { title: en ? "90 % of draws" : "90 % de los sorteos", align: "right" as const },
    { title: en ? "unit" : "unidad" },
    { title: en ? "of 100 draws" : "de 100 sorteos" },
  ];
  const cells = rows.map(({ scenario, outcome, unit, better, comparison }) => [
    scenario,
    loaded.words.text("outcomes", outcome, "short")[options.lang],
    level(comparison.value.q50),
    signed(comparison.change.q50),
    `${signed(comparison.change.q05)} … ${signed(comparison.change.q95)}`,
    unit,
    betterShort({ better, ...comparison }, options.lang),
  ]);
  const title = en
    ? `${model.name}, ${at}: against no change of the same draw; ${options.draws} draws from the ${from}`
    : `${model.name}, ${at}: frente a no cambiar en el mismo sorteo; ${options.draws} sorteos (${from})`;
  return `${[title, "", ...textTable(columns, cells)].join("\n")}\n`;
}
