import type { Files } from "../base/diagnostic.ts";
import type { Expr } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { walkExpression } from "../lang/walk.ts";
import type { Unit } from "../units/unit.ts";
import type { Builder } from "./builder.ts";
import { snapTime } from "./clock.ts";
import { readSeries } from "./data-series.ts";
import type { Definition, Of } from "./definitions.ts";
import { foldLiteral } from "./fold.ts";
import { windowCall } from "./functions.ts";
import type { Discrepancy, Observation } from "./model.ts";

/**
 * Months of the longest window over which an expression, or an equation that it reads, sums or averages: 12 for
 * `sum over 12 months (x)` and for `sum over 1 year (x)`. 0 where it reads none.
 */
function windowMonths(b: Builder, e: Expr, seen: Set<string> = new Set()): number {
  let longest = 0;
  walkExpression(e, (inner) => {
    if (inner.kind === "call") {
      const window = windowCall(canonicalName(inner.fn.text));
      if (window === undefined) return;
      longest = Math.max(longest, window.unit === "month" ? window.count : window.count * 12);
    }
    if (inner.kind !== "name") return;
    const name = canonicalName(inner.name.text);
    const statement = b.definitions.get(name)?.statement;
    if (seen.has(name) || statement?.kind !== "equation") return;
    seen.add(name);
    longest = Math.max(longest, windowMonths(b, statement.expr, seen));
  });
  return longest;
}

/** The discrepancy of an observation. Errors: `discrepancy-without-error`, `discrepancy-not-positive`. */
function discrepancyOf(b: Builder, name: string, statement: Of<"observe">): Discrepancy | undefined {
  const { discrepancy, error } = statement;
  if (discrepancy === undefined) return undefined;
  const { value, months, span } = discrepancy;
  if (error?.kind !== "relative") {
    b.report({ code: "discrepancy-without-error", severity: "error", span, data: { name } });
    return undefined;
  }
  if (!(value > 0 && months > 0)) {
    b.report({ code: "discrepancy-not-positive", severity: "error", span, data: { name } });
    return undefined;
  }
  return { value, months };
}

/** Reads a limit of an observation or a check: a date, or a time on a plain clock. */
export function timeLimit(b: Builder, e: Expr | undefined): number | undefined {
  if (e === undefined) return undefined;
  const value = foldLiteral(e);
  if (value === undefined) {
    b.report({ code: "not-a-literal", severity: "error", span: e.span, data: { what: "date" } });
    return undefined;
  }
  return snapTime(b.clock, value.value);
}

/** Pairs an observe statement with its data series in base units. `aux` is the index in the finished IR. */
export function compileObservation(
  b: Builder,
  definition: Definition & { readonly statement: Of<"observe"> },
  aux: number,
  unit: Unit | undefined,
  unitText: string,
  files: Files,
): Observation | undefined {
  const { name, text, statement, chapter } = definition;
  const series = readSeries(files, statement.file, statement.column, statement.source, b.report);
  if (series === undefined) return undefined;
  const factor = unit?.factor ?? 1;
  const from = timeLimit(b, statement.from);
  const to = timeLimit(b, statement.to);
  const window = windowMonths(b, statement.expr);
  const dates = series.dates.map((date) =>
    snapTime(b.clock, window > 0 && b.clock.calendar ? date + series.spacingMonths / 12 : date),
  );
  const month = (date: number): number => Math.round(date * 12);
  const inside = series.dates.flatMap((date, i) =>
    (from === undefined || date >= from - 1e-6) && (to === undefined || date <= to + 1e-6) ? [i] : [],
  );
  const anchor = month(from ?? series.dates[inside[0] ?? 0] ?? 0);
  const scored =
    statement.error === undefined
      ? []
      : inside.filter((i) => (month(series.dates[i]!) - anchor) % statement.everyMonths === 0);
  if (statement.error !== undefined && scored.length === 0) {
    b.report({ code: "observation-empty", severity: "warning", span: statement.span, data: { name } });
  }
  const error =
    statement.error?.kind === "absolute"
      ? { kind: "absolute" as const, value: statement.error.value * factor }
      : statement.error;
  const discrepancy = discrepancyOf(b, name, statement);
  return {
    name,
    text,
    unit: unitText,
    factor,
    chapter,
    file: statement.file,
    column: statement.column,
    aux,
    dates,
    labels: series.labels,
    values: series.values.map((value) => value * factor),
    scored,
    lateMonths: statement.lateMonths,
    windowMonths: window,
    spacingMonths: series.spacingMonths,
    ...(error === undefined ? {} : { error }),
    ...(discrepancy === undefined ? {} : { discrepancy }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    everyMonths: statement.everyMonths,
    references: statement.references,
  };
}
