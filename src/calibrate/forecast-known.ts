import type { Ir } from "../model/ir.ts";
import type { Model, Observation } from "../model/model.ts";
import { monthIndex, monthText } from "../scenario/month.ts";
import type { ResolvedScenario } from "../scenario/resolve-scenario.ts";
import { pointWindow } from "./known-points.ts";

/** Rows of an observation that end no later than the month `last` (months since year 0), begin no earlier than `first` and are above 0. */
export function rowsWithin(observation: Observation, first: number, last: number): readonly number[] {
  return observation.labels.flatMap((_, row) => {
    const window = pointWindow(observation, row);
    const inside = window.last <= last && window.last - window.months + 1 >= first;
    return inside && observation.values[row]! > 0 ? [row] : [];
  });
}

/** The last month (months since year 0) that a series covers when all that was published by the origin is known. */
export function lastKnownMonth({ lateMonths }: Pick<Observation, "lateMonths">, origin: string): number {
  return monthIndex(origin) - lateMonths - 1;
}

/** The last month, since year 0, of the rows of a series that weigh draws of an origin; undefined where none does. */
function lastScored(observation: Observation, origin: string): number | undefined {
  if (observation.error === undefined) return undefined;
  const known = lastKnownMonth(observation, origin);
  return observation.scored
    .map((row) => pointWindow(observation, row).last)
    .filter((month) => month <= known)
    .at(-1);
}

/** The newest of some origins whose draws no row of the series beyond the month `from` has weighed. */
export function newestOrigin(
  origins: readonly string[],
  observations: readonly Observation[],
  from: string,
): string | undefined {
  return [...origins]
    .sort()
    .reverse()
    .find((origin) => observations.every((one) => (lastScored(one, origin) ?? 0) <= monthIndex(from)));
}

/** A series with the last of its months that was read. */
export interface SeriesRead {
  readonly name: string;
  readonly file: string;
  readonly column: string;
  readonly last: string;
}

/** Observed series that a posterior of `origin` was weighed by and that reach beyond the month `from`. */
export function scoredAfter(model: Model, origin: string, from: string): readonly SeriesRead[] {
  return model.observations.flatMap((observation) => {
    const last = lastScored(observation, origin);
    if (last === undefined || last <= monthIndex(from)) return [];
    const { text, file, column } = observation;
    return [{ name: text, file, column, last: monthText(last) }];
  });
}

/** Data that the equations read beyond the end of the month `from`. */
export function inputsAfter(model: Model, from: string): readonly SeriesRead[] {
  const end = endOf(from);
  return [...model.variables.values()].flatMap(({ kind, name, text, source }) => {
    const table = model.ir.tables.find((one) => one.name === dataTable(name));
    if (kind !== "data" || table === undefined) return [];
    const last = table.x.at(-1)!;
    if (last < end - 1e-6) return [];
    const [file = source, column = ""] = source.split(/:\s*/);
    return [{ name: text, file, column, last: monthText(Math.floor(last * 12 + 1e-6)) }];
  });
}

/** The model as it would be if its data files ended with the month `from`: later points of data that equations read are left out. */
export function withoutLaterInputs(model: Model, from: string): Ir {
  const end = endOf(from);
  const data = new Set(
    [...model.variables.values()].flatMap(({ kind, name }) => (kind === "data" ? [dataTable(name)] : [])),
  );
  const tables = model.ir.tables.map((table) => {
    if (!data.has(table.name)) return table;
    const kept = Math.max(1, table.x.filter((x) => x < end - 1e-6).length);
    return { ...table, x: table.x.slice(0, kept), y: table.y.slice(0, kept) };
  });
  return { ...model.ir, tables };
}

/** A lever that a scenario moves after a month. */
export interface LeverMove {
  readonly lever: string;
  readonly month: string;
}

/** Moves of a scenario after the month `from`, in order of time. */
export function movesAfter({ ir }: Model, scenario: ResolvedScenario, from: string): readonly LeverMove[] {
  return scenario.levers
    .flatMap(({ lever, points }) =>
      points
        .filter(({ time }) => time > endOf(from) - 1 / 12 + 1e-6)
        .map(({ time }) => ({
          lever: ir.levers[lever]!.name,
          month: monthText(Math.floor(time * 12 + 1e-6)),
        })),
    )
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}

/** A scenario without its moves after the month `from`: levers hold what they had then. */
export function withoutLaterMoves(scenario: ResolvedScenario, from: string): ResolvedScenario {
  const levers = scenario.levers.flatMap(({ lever, points }) => {
    const kept = points.filter(({ time }) => time <= endOf(from) - 1 / 12 + 1e-6);
    return kept.length === 0 ? [] : [{ lever, points: kept }];
  });
  return { ...scenario, levers };
}

/** The table in which the compiler keeps the points of a data series. */
function dataTable(name: string): string {
  return `${name}: data`;
}

/** Decimal years at which a month ends. */
function endOf(month: string): number {
  return (monthIndex(month) + 1) / 12;
}
