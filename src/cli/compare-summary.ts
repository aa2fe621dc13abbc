import { hundredths } from "../analysis/compare.ts";
import { ensembleScenario } from "../analysis/scenario-runs.ts";
import type { ChangeSummary, NumberSummary } from "../analysis/summarise.ts";
import { csvText } from "../base/csv.ts";
import { level, signed } from "../explain/number-words.ts";
import { betterShort } from "../explain/sentences.ts";
import type { Outcome } from "../model/model.ts";
import type { ResolvedScenario } from "../scenario/resolve-scenario.ts";
import { drawSource, warn } from "./draws.ts";
import type { LoadedModel } from "./load-model.ts";
import { inUnits, leftOut, quantileWords, type SummaryCommandOptions, summaryRun } from "./summary.ts";
import { textTable } from "./text-table.ts";

export interface CompareSummaryOptions extends SummaryCommandOptions {
  readonly draws: number;
  readonly csv?: boolean;
}

/** What is compared: the first scenario is the baseline. */
export interface CompareSummaryRequest {
  readonly scenarios: readonly ResolvedScenario[];
  /** Canonical names. */
  readonly names: readonly string[];
  /** Step of the date, and its month. */
  readonly step: number;
  readonly month: string;
}

/** One scenario and outcome, in declared units. */
interface Row {
  readonly scenario: string;
  readonly outcome: string;
  readonly unit: string;
  readonly better: Outcome["better"];
  readonly value: NumberSummary;
  readonly change: ChangeSummary;
  readonly betterOf100: number;
  readonly worseOf100: number;
  readonly sameOf100: number;
}

/** `downstream compare MODEL SCENARIO... --summary`: scenarios against the baseline, without keeping every draw. */
export async function compareSummary(
  loaded: LoadedModel,
  { scenarios, names, step, month }: CompareSummaryRequest,
  options: CompareSummaryOptions,
): Promise<string> {
  const { model } = loaded;
  const source = drawSource(loaded, options.draws, options);
  const shared = {
    ir: model.ir,
    outputs: names,
    saveSteps: [step],
    scenarios: scenarios.map((scenario) => ensembleScenario(model, scenario)),
    branchStep: model.ir.clock.decision,
    noiseSeed: options.seed,
  };
  const summary = await summaryRun(loaded, shared, source, options);
  const ids = scenarios.map(({ id }) => id);
  warn(leftOut(model, summary, ids), options);
  const rows = ids.slice(1).flatMap((scenario, i) =>
    names.map((name, o): Row => {
      const variable = model.variables.get(name);
      const factor = variable?.factor ?? 1;
      const better = model.outcomes.find((outcome) => outcome.name === name)?.better ?? "none";
      const change = inUnits(summary.change(i + 1, o, 0), factor);
      const value = inUnits(summary.value(i + 1, o, 0), factor);
      const naming = { scenario, outcome: variable?.text ?? name, unit: variable?.unit ?? "1" };
      return { ...naming, better, value, change, ...shares(change, better) };
    }),
  );
  if (options.json) {
    const head = {
      format: "downstream-comparison-summary",
      version: 1,
      model: model.name,
      modelHash: model.hash,
    };
    const design = {
      draws: options.draws,
      seed: options.seed,
      ...source.design,
      from: source.from,
      at: month,
    };
    const failed = Object.fromEntries(ids.map((id, s) => [id, summary.failures(s)]));
    const quality = { quantileError: summary.quantileError, failed };
    return `${JSON.stringify({ ...head, ...design, ...quality, rows }, undefined, 1)}\n`;
  }
  if (options.csv) return csv(rows, month);
  const en = options.lang === "en";
  const draws = options.draws.toLocaleString("en-US");
  const title = en
    ? `${model.name}, ${month}: against no change of the same draw; ${draws} draws from the ${source.from}; ${quantileWords(summary, en)}`
    : `${model.name}, ${month}: frente a no cambiar en el mismo sorteo; ${draws} sorteos (${source.from}); ${quantileWords(summary, en)}`;
  return `${[title, "", ...table(loaded, rows, options)].join("\n")}\n`;
}

/** Of 100 draws, as `compare` counts them. */
function shares({ higher, lower, same }: ChangeSummary, better: Outcome["better"]) {
  const [up, down] = better === "none" ? [0, 0] : better === "higher" ? [higher, lower] : [lower, higher];
  const [betterOf100, worseOf100, sameOf100] = hundredths([up, down, higher + lower + same - up - down]);
  return { betterOf100: betterOf100!, worseOf100: worseOf100!, sameOf100: sameOf100! };
}

function csv(rows: readonly Row[], month: string): string {
  const header = [
    ...[
      "scenario",
      "outcome",
      "unit",
      "at",
      "draws",
      "mean",
      "sd",
      "median",
      "change mean",
      "change standard error",
    ],
    ...["change sd", "change q05", "change q50", "change q95", "better of 100", "worse of 100"],
  ];
  return csvText(
    header,
    rows.map(({ scenario, outcome, unit, value, change, betterOf100, worseOf100 }) => [
      ...[
        scenario,
        outcome,
        unit,
        month,
        change.draws,
        value.mean,
        value.sd,
        value.q50,
        change.mean,
        change.error,
      ],
      ...[change.sd, change.q05, change.q50, change.q95, betterOf100, worseOf100],
    ]),
  );
}

function table(
  { words }: LoadedModel,
  rows: readonly Row[],
  { lang }: CompareSummaryOptions,
): readonly string[] {
  const en = lang === "en";
  const right = (title: string) => ({ title, align: "right" as const });
  const columns = [
    { title: en ? "scenario" : "escenario" },
    { title: en ? "outcome" : "resultado" },
    right(en ? "median" : "mediana"),
    right(en ? "mean change" : "cambio medio"),
    right("±"),
    right(en ? "change" : "cambio"),
    right(en ? "90 % of draws" : "90 % de los sorteos"),
    { title: en ? "unit" : "unidad" },
    { title: en ? "of 100 draws" : "de 100 sorteos" },
  ];
  const cells = rows.map((row) => [
    row.scenario,
    words.text("outcomes", row.outcome, "short")[lang],
    level(row.value.q50),
    signed(row.change.mean),
    level(row.change.error),
    signed(row.change.q50),
    `${signed(row.change.q05)} … ${signed(row.change.q95)}`,
    row.unit,
    betterShort(row, lang),
  ]);
  return textTable(columns, cells);
}
