import { ensembleScenario } from "../analysis/scenario-runs.ts";
import { shownSteps } from "../analysis/single-run.ts";
import type { NumberSummary } from "../analysis/summarise.ts";
import { csvText } from "../base/csv.ts";
import { stepOf, timeOf } from "../engine/index.ts";
import { level } from "../explain/number-words.ts";
import type { Model } from "../model/model.ts";
import { monthTime } from "../scenario/month.ts";
import type { ResolvedScenario } from "../scenario/resolve-scenario.ts";
import { drawSource, warn } from "./draws.ts";
import { optionFailure } from "./failure.ts";
import type { LoadedModel } from "./load-model.ts";
import { inUnits, leftOut, quantileWords, type SummaryCommandOptions, summaryRun } from "./summary.ts";
import { monthOf, textTable } from "./text-table.ts";

export interface SimulateSummaryOptions extends SummaryCommandOptions {
  readonly draws: number;
  readonly set?: readonly string[];
  readonly at?: readonly string[];
  readonly csv?: boolean;
}

/** One outcome at one date, in declared units. */
interface Row {
  readonly outcome: string;
  readonly unit: string;
  readonly time: number;
  readonly date: string;
  readonly numbers: NumberSummary;
}

/** `downstream simulate MODEL --draws N --summary`: what many draws come to at a few dates. */
export async function simulateSummary(
  loaded: LoadedModel,
  scenario: ResolvedScenario,
  names: readonly string[],
  options: SimulateSummaryOptions,
): Promise<string> {
  const { model } = loaded;
  const { ir } = model;
  const saveSteps = summarySteps(model, options.at);
  const source = drawSource(loaded, options.draws, options);
  const shared = {
    ir,
    outputs: names,
    saveSteps,
    scenarios: [ensembleScenario(model, scenario)],
    branchStep: 0,
    noiseSeed: options.seed,
  };
  const summary = await summaryRun(loaded, shared, source, options);
  warn(leftOut(model, summary, [scenario.id]), options);
  const rows = names.flatMap((name, o) =>
    saveSteps.map((step, save): Row => {
      const variable = model.variables.get(name);
      const time = timeOf(ir.clock, step);
      return {
        outcome: variable?.text ?? name,
        unit: variable?.unit ?? "1",
        time,
        date: ir.clock.calendar ? monthOf(time) : "",
        numbers: inUnits(summary.value(0, o, save), variable?.factor ?? 1),
      };
    }),
  );
  if (options.csv) return csv(rows);
  if (options.json) {
    const head = { format: "downstream-summary", version: 1, model: model.name, modelHash: model.hash };
    const run = { scenario: scenario.id, set: options.set ?? [], draws: options.draws, seed: options.seed };
    const { from, design } = source;
    const quality = { quantileError: summary.quantileError, failed: summary.failures(0) };
    return `${JSON.stringify({ ...head, ...run, ...design, from, ...quality, rows }, undefined, 1)}\n`;
  }
  const en = options.lang === "en";
  const draws = options.draws.toLocaleString("en-US");
  const title = en
    ? `${model.name}, ${scenario.id}: ${draws} draws from the ${source.from}; ${quantileWords(summary, en)}`
    : `${model.name}, ${scenario.id}: ${draws} sorteos (${source.from}); ${quantileWords(summary, en)}`;
  return `${[title, "", ...table(rows, en)].join("\n")}\n`;
}

/** The months of `--at`; else the start, the decision date, one and three years after it, and the end. */
function summarySteps(model: Model, months: readonly string[] | undefined): readonly number[] {
  const { clock } = model.ir;
  const shown = shownSteps(model);
  if (months === undefined) {
    const decision = timeOf(clock, clock.decision);
    const times = [decision, decision + 1, decision + 3].filter((time) => time <= timeOf(clock, clock.steps));
    const steps = [shown[0] ?? 0, ...times.map((time) => stepOf(clock, time)), shown.at(-1) ?? 0];
    return ascending(steps.filter((step) => step >= (shown[0] ?? 0)));
  }
  return ascending(months.map((month) => monthStep(model, month)));
}

function monthStep(model: Model, month: string): number {
  const { clock } = model.ir;
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    throw optionFailure("option-month", { option: "--at", value: month });
  const time = monthTime(month);
  const step = stepOf(clock, time);
  if (Math.abs(timeOf(clock, step) - time) > 1e-6) {
    const ends = { from: monthOf(timeOf(clock, 0)), to: monthOf(timeOf(clock, clock.steps)) };
    throw optionFailure("option-month-run", { option: "--at", value: month, ...ends });
  }
  return step;
}

function ascending(steps: readonly number[]): readonly number[] {
  return [...new Set(steps)].sort((a, b) => a - b);
}

function csv(rows: readonly Row[]): string {
  const points = ["mean", "error", "sd", "least", "q05", "q25", "q50", "q75", "q95", "greatest"] as const;
  const header = [
    "outcome",
    "unit",
    "time",
    "date",
    "draws",
    ...points.map((p) => (p === "error" ? "standard error" : p)),
  ];
  return csvText(
    header,
    rows.map(({ outcome, unit, time, date, numbers }) => [
      ...[outcome, unit, time, date, numbers.draws],
      ...points.map((point) => numbers[point]),
    ]),
  );
}

function table(rows: readonly Row[], en: boolean): readonly string[] {
  const right = (title: string) => ({ title, align: "right" as const });
  const columns = [
    { title: en ? "outcome" : "resultado" },
    { title: en ? "date" : "fecha" },
    right(en ? "mean" : "media"),
    right("±"),
    right(en ? "sd" : "desv. est."),
    right("5 %"),
    right("50 %"),
    right("95 %"),
    { title: en ? "unit" : "unidad" },
  ];
  const cells = rows.map(({ outcome, date, time, unit, numbers: n }) => [
    ...[outcome, date || String(time), level(n.mean), level(n.error), level(n.sd)],
    ...[level(n.q05), level(n.q50), level(n.q95), unit],
  ]);
  return textTable(columns, cells);
}
