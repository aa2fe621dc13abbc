import { commonDraws, compare, pairedChange } from "../analysis/compare.ts";
import { type DriverRow, drivers, type UncertainInput } from "../analysis/drivers.ts";
import { type Quantiles, quantiles, take } from "../analysis/quantiles.ts";
import { variantEffects } from "../analysis/variants.ts";
import type { Text } from "../base/text.ts";
import type { PosteriorInfo } from "../calibrate/posterior.ts";
import type { Ir, IrTable } from "../model/ir.ts";
import type { Model } from "../model/model.ts";
import { monthText, monthTime } from "../scenario/month.ts";
import type { Words } from "../scenario/words.ts";
import type { BriefChart, BriefLook, BriefPlan } from "./brief.ts";
import type { Runs } from "./brief-runs.ts";
import { publishedBy } from "./read-expression.ts";
import type { Cell, ChartData, DriverTable, OutcomeInfo, VariantTable } from "./result.ts";

/** What the parts of a result read. Factors turn an outcome's displayed number into base units. */
export interface CellContext {
  readonly model: Model;
  readonly words: Words;
  readonly runs: Runs;
  readonly plan: BriefPlan;
  readonly outcomes: readonly OutcomeInfo[];
  readonly factors: ReadonlyMap<string, number>;
  readonly baseline: string;
  /** The decision date and the document's date, `YYYY-MM`. */
  readonly decision: string;
  readonly documentMonth: string;
}

/** Values of an outcome over draws in its displayed unit. */
export function shown(context: CellContext, scenario: string, outcome: string, month: string): Float64Array {
  const factor = context.factors.get(outcome) ?? 1;
  return context.runs.column(scenario, outcome, month).map((value) => value / factor);
}

/** Every scenario, outcome and date: the level, and the difference from no change of the same draw. */
export function makeCells(context: CellContext, scenarios: readonly string[]): readonly Cell[] {
  const cells: Cell[] = [];
  for (const outcome of context.outcomes) {
    for (const at of context.plan.at) {
      const baseline = shown(context, context.baseline, outcome.name, at);
      for (const scenario of scenarios) {
        const value = shown(context, scenario, outcome.name, at);
        const decision = shown(context, scenario, outcome.name, context.decision);
        const { draws: _, ...comparison } = compare({ value, baseline, decision }, outcome.better);
        cells.push({ scenario, outcome: outcome.name, at, ...comparison });
      }
    }
  }
  return cells;
}

/** A chart: the observed past beside the paths of a few scenarios. */
export function makeChart(context: CellContext, chart: BriefChart, months: readonly string[]): ChartData {
  const info = context.outcomes.find((o) => o.name === chart.outcome);
  const series = chart.scenarios.map((scenario) => {
    const bands = months.map((month): Quantiles => {
      const values = shown(context, scenario, chart.outcome, month);
      return quantiles(take(values, commonDraws([values])));
    });
    return {
      scenario,
      dates: months,
      q05: bands.map((b) => b.q05),
      q25: bands.map((b) => b.q25),
      q50: bands.map((b) => b.q50),
      q75: bands.map((b) => b.q75),
      q95: bands.map((b) => b.q95),
    };
  });
  return {
    id: chart.id,
    outcome: chart.outcome,
    title: chart.title,
    unit: info?.unit ?? { en: "", es: "" },
    history: chart.history.flatMap((entry) => history(context, entry, chart.outcome)),
    series,
    decision: context.decision,
  };
}

/** The data of an observation in two parts: published by the document's date, and since. */
function history(
  context: CellContext,
  entry: BriefChart["history"][number],
  outcome: string,
): ChartData["history"] {
  const { ir, observations } = context.model;
  const name = typeof entry === "string" ? entry : entry.observation;
  const observation = observations.find((o) => o.name === name);
  if (!observation) return [];
  const { labels, dates, values, lateMonths, file: source } = observation;
  const factor = context.factors.get(outcome) ?? 1;
  const label = typeof entry === "string" ? context.words.text("observations", name) : entry.label;
  const table = typeof entry === "string" ? undefined : ir.tables.find((t) => t.name === entry.divided_by);
  const known = new Set(publishedBy({ dates: labels, values }, lateMonths, context.documentMonth).dates);
  const first = (ir.clock.resultsFrom + ir.clock.startIndex) / ir.clock.stepsPerUnit;
  /** Middle of a row's period. */
  const middle = (i: number) => (monthTime(labels[i]!) + dates[i]!) / 2;
  const part = (published: boolean) => {
    const chosen = labels
      .map((_, i) => i)
      .filter((i) => dates[i]! >= first && known.has(labels[i]!) === published);
    return {
      dates: chosen.map((i) => monthText(Math.round(dates[i]! * 12))),
      values: chosen.map((i) => values[i]! / factor / (table ? lookup(table, middle(i)) : 1)),
    };
  };
  const since: Text = {
    en: `${label.en}, published after the document`,
    es: `${label.es}, publicado después del documento`,
  };
  return [
    { label, source, ...part(true) },
    { label: since, source, ...part(false) },
  ].filter((one) => one.dates.length > 0);
}

/** A table of the model at `x`: linear between its points, held at both ends. */
function lookup({ x: xs, y: ys }: IrTable, x: number): number {
  const after = xs.findIndex((at) => at > x);
  if (after === 0) return ys[0]!;
  if (after < 0) return ys.at(-1)!;
  const share = (x - xs[after - 1]!) / (xs[after]! - xs[after - 1]!);
  return ys[after - 1]! + share * (ys[after]! - ys[after - 1]!);
}

/** What moves an outcome, or the difference that a scenario makes to it. */
export function makeDrivers(
  context: CellContext,
  inputs: readonly UncertainInput[],
  look: BriefLook,
): DriverTable {
  const at = look.at ?? context.plan.headline_at;
  const value = shown(context, look.scenario, look.outcome, at);
  const isChange = look.scenario !== context.baseline;
  const quantity = isChange ? pairedChange(value, shown(context, context.baseline, look.outcome, at)) : value;
  return {
    outcome: look.outcome,
    scenario: look.scenario,
    of: isChange ? "change" : "value",
    rows: drivers(inputs, quantity).map((row) => driverRow(context, row)),
  };
}

function driverRow(context: CellContext, row: DriverRow): DriverTable["rows"][number] {
  const { option, parameter, ...numbers } = row;
  const references = context.model.variables.get(parameter.replace(/: \d{4}$/, ""))?.references ?? [];
  const label = parameterLabel(context.words, parameter, option !== undefined);
  const choice = option === undefined ? undefined : context.words.option(parameter, option);
  return {
    parameter: option === undefined ? parameter : `${parameter}[${option}]`,
    label: choice ? { en: `${label.en}: ${choice.en}`, es: `${label.es}: ${choice.es}` } : label,
    ...numbers,
    sources: references.map((r) => r.id),
  };
}

/** A constant drawn anew each year is named with its year: the words are those of the constant. */
function parameterLabel(words: Words, name: string, variant: boolean): Text {
  if (variant) return words.text("variants", name);
  const [, base, year] = /^(.*): (\d{4})$/.exec(name) ?? [];
  if (base === undefined) return words.text("parameters", name);
  const label = words.text("parameters", base);
  return { en: `${label.en}, ${year}`, es: `${label.es}, ${year}` };
}

/** Effects on the first headline outcome apart for each option of each variant. */
export function makeVariants(
  context: CellContext,
  ir: Ir,
  params: Float64Array,
  scenarios: readonly string[],
  posterior?: PosteriorInfo,
): readonly VariantTable[] {
  const outcome = context.plan.outcomes[0]!;
  const at = context.plan.headline_at;
  const baseline = shown(context, context.baseline, outcome, at);
  const effects = scenarios.map((scenario) => ({
    scenario,
    outcome,
    change: pairedChange(shown(context, scenario, outcome, at), baseline),
  }));
  return variantEffects(ir, params, context.runs.draws, effects).map((row) => ({
    variant: row.variant,
    label: context.words.text("variants", row.variant),
    question: context.words.text("variants", row.variant, "question"),
    options: row.options.map((option) => ({
      ...option,
      ...weightRange(posterior, row.variant, option.option),
      label: context.words.option(row.variant, option.option),
    })),
  }));
}

/** The weight of an option over islands and over both laws of errors: what the data say of it is no single number. */
function weightRange(
  posterior: PosteriorInfo | undefined,
  variant: string,
  option: string,
): Pick<VariantTable["options"][number], "weightRange"> {
  const options = posterior?.variants.find(({ name }) => name === variant)?.options;
  const found = options?.find(({ name }) => name === option);
  if (found === undefined) return {};
  const { normal, student } = found;
  return {
    weightRange: { low: Math.min(normal[0], student[0]), high: Math.max(normal[2], student[2]) },
  };
}
