import type { Text } from "../base/text.ts";
import { pointWindow } from "../calibrate/known-points.ts";
import { tableKernel } from "../engine/tables.ts";
import { cell } from "../math/cell.ts";
import { canonicalElement } from "../model/arrays/element-name.ts";
import type { IrTable } from "../model/ir.ts";
import type { Model, Observation } from "../model/model.ts";
import { monthIndex, monthText, monthTime } from "../scenario/month.ts";
import type { Words } from "../scenario/words.ts";
import type { ExplorerFile } from "./explorer-file.ts";
import { decisionMonth, savedMonths } from "./explorer-plan.ts";
import type { ObservedSeries } from "./model-facts.ts";

interface Row {
  /** Model time at which the row is drawn, decimal years. */
  readonly at: number;
  /** Base units. */
  readonly value: number;
  readonly known: boolean;
}

/**
 * The published series that see an outcome: those that `explorer.yaml` names, else every observation of the model whose
 * expression is the outcome itself or the outcome's own equation. Rows before the first saved month are left out.
 */
export function observedSeries(
  model: Model,
  words: Words,
  file: ExplorerFile | undefined,
  outcome: string,
): readonly ObservedSeries[] {
  const named = observedIn(file, outcome);
  const factor = model.variables.get(outcome)?.factor ?? 1;
  const decision = decisionMonth(model);
  const first = monthTime(savedMonths(model)[0] ?? "0000-01") - 1e-9;
  const series = (label: Text, sources: readonly Observation[], rows: readonly Row[]): ObservedSeries => {
    const shown = rows.filter(({ at }) => at >= first);
    return {
      label,
      source: [...new Set(sources.map(({ file: path }) => path))].join(", "),
      months: shown.map(({ at }) => monthText(Math.round(at * 12))),
      values: shown.map(({ value }) => Number((value / factor).toPrecision(7))),
      known: shown.filter(({ known }) => known).length,
    };
  };
  const found =
    named === undefined
      ? observationsOf(model, outcome).map((one) => series(labelOf(words, one), [one], rowsOf(one, decision)))
      : named.map(({ observations, label, divided_by }) => {
          const sources = observations.flatMap(
            (name) => model.observations.find((one) => one.name === canonicalElement(name)) ?? [],
          );
          const table = model.ir.tables.find(({ name }) => name === canonicalElement(divided_by ?? ""));
          const rows = added(sources.map((one) => deflated(one, decision, table)));
          return series(label ?? labelOf(words, sources[0]), sources, rows);
        });
  return found.filter(({ months }) => months.length > 0);
}

/** Names of the observations that `explorer.yaml` gives an outcome; undefined where it gives none. */
export function observationsShown(
  file: ExplorerFile | undefined,
  outcome: string,
): readonly string[] | undefined {
  return observedIn(file, outcome)?.flatMap(({ observations }) => observations);
}

function observedIn(file: ExplorerFile | undefined, outcome: string) {
  return Object.entries(file?.observed ?? {}).find(([name]) => canonicalElement(name) === outcome)?.[1];
}

/** Observations that see the outcome itself, in the model's order. */
export function observationsOf(
  { ir, observations, variables }: Model,
  outcome: string,
): readonly Observation[] {
  const place = variables.get(outcome)?.place;
  if (place === undefined) return [];
  const itself = JSON.stringify({ op: place.of, index: place.index });
  const aux = place.of === "aux" ? ir.auxiliaries[place.index] : undefined;
  const equation = aux === undefined ? itself : JSON.stringify(aux.expr);
  return observations.filter((one) => {
    const seen = JSON.stringify(ir.auxiliaries[one.aux]?.expr);
    return seen === itself || seen === equation;
  });
}

function labelOf(words: Words, observation: Observation | undefined): Text {
  return words.text("observations", observation?.name ?? "");
}

/** Rows where the observation compares them; known are those whose period had ended and been published by the decision. */
function rowsOf(observation: Observation, decision: string): readonly Row[] {
  const { labels, dates, values, lateMonths } = observation;
  return labels.map((_, i) => ({
    at: dates[i] ?? Number.NaN,
    value: values[i] ?? Number.NaN,
    known: pointWindow(observation, i).last + 1 + lateMonths <= monthIndex(decision),
  }));
}

/**
 * A sum over months drawn beside a flow stands in the middle of those months, and is divided there by the table. Without a
 * table a row keeps its place.
 */
function deflated(observation: Observation, decision: string, table: IrTable | undefined): readonly Row[] {
  const rows = rowsOf(observation, decision);
  if (table === undefined) return rows;
  return rows.map((row, i) => {
    const { last, months } = pointWindow(observation, i);
    const middle = observation.windowMonths === 0 ? row.at : (last + 1 - months / 2) / 12;
    return { ...row, at: middle, value: row.value / tableAt(table, middle) };
  });
}

/** The sum of series at the times that all of them have. */
function added(series: readonly (readonly Row[])[]): readonly Row[] {
  const [first = [], ...others] = series;
  return first.flatMap((row) => {
    const same = others.map((rows) => rows.find(({ at }) => Math.abs(at - row.at) < 1e-6));
    if (same.some((one) => one === undefined)) return [];
    return [
      same.reduce<Row>(
        (sum, one) => ({
          at: sum.at,
          value: sum.value + (one?.value ?? 0),
          known: sum.known && (one?.known ?? false),
        }),
        row,
      ),
    ];
  });
}

/** A table of the model at `x`, as runs read it. */
function tableAt(table: IrTable, x: number): number {
  cell[0] = x;
  tableKernel(table)();
  return cell[2] ?? Number.NaN;
}
