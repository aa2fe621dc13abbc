import type { Files } from "../base/diagnostic.ts";
import type { Expr } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import type { Unit } from "../units/unit.ts";
import { type Builder, constant, TIME, ZERO } from "./builder.ts";
import { snapTime } from "./clock.ts";
import { compilePrior } from "./compile-prior.ts";
import { readSeries } from "./data-series.ts";
import type { Definition, Of } from "./definitions.ts";
import { foldLiteral, type Literal, literal } from "./fold.ts";
import type { IrPrior } from "./ir.ts";
import type { DeclaredUnit } from "./unit-scope.ts";

/** The literal behind an equation that is a parameter; undefined for a computed one. */
export function parameterLiteral(e: Of<"equation">): Literal | undefined {
  return e.prior === undefined ? literal(e.expr) : foldLiteral(e.expr);
}

/** A literal in base units: a date stays what it is (on its step), a number is scaled by the declared unit. */
export function inBaseUnits(b: Builder, value: Literal, unit: Unit | undefined): number {
  return value.date ? snapTime(b.clock, value.value) : value.value * (unit?.factor ?? 1);
}

/** Reads a literal in the declared unit; reports `not-a-literal` and gives 0 for anything else. */
function literalValue(b: Builder, e: Expr, unit: Unit | undefined, what: string): number {
  const value = foldLiteral(e);
  if (value === undefined) {
    b.report({ code: "not-a-literal", severity: "error", span: e.span, data: { what } });
    return 0;
  }
  return inBaseUnits(b, value, unit);
}

/**
 * Gives every definition its place in the IR, so that expressions can refer to each other whatever their order.
 * Parameters, levers, tables, data and variants are complete after this; stocks, held variables and auxiliaries get
 * their expressions later.
 */
export function allocate(
  b: Builder,
  definition: Definition,
  declared: DeclaredUnit | undefined,
  files: Files,
): void {
  const { name, statement } = definition;
  const head = { name, unit: declared?.text ?? "1", factor: declared?.unit.factor ?? 1 };
  switch (statement.kind) {
    case "equation": {
      const value = parameterLiteral(statement);
      if (value === undefined) {
        if (statement.prior !== undefined) {
          b.report({
            code: "prior-on-expression",
            severity: "error",
            span: statement.prior.span,
            data: { name },
          });
        }
        allocateAux(b, head);
      } else allocateParameter(b, definition, statement, value, declared);
      break;
    }
    case "observe":
      allocateAux(b, head);
      break;
    case "stock":
      b.places.set(name, { of: "stock", index: b.stocks.length });
      b.stocks.push({ ...head, owner: name, initial: ZERO, derivative: ZERO });
      break;
    case "held":
      b.places.set(name, { of: "held", index: b.held.length });
      b.held.push({
        owner: name,
        span: statement.span,
        held: { ...head, kind: "sample", input: ZERO, at: ZERO },
      });
      break;
    case "lever":
      allocateLever(b, definition, statement, declared);
      break;
    case "variant": {
      const options = statement.options.map((option) => canonicalName(option.name.text));
      const args = statement.options.map((option) => option.weight);
      b.places.set(name, { of: "param", index: b.parameters.length });
      b.parameters.push({ ...head, value: 0, prior: { distribution: "categorical", args }, options });
      break;
    }
    case "table":
      allocateTable(b, name, statement, declared);
      break;
    case "data": {
      const series = readSeries(files, statement.file, statement.column, statement.source, b.report);
      const factor = declared?.unit.factor ?? 1;
      b.tables.push({
        name: `${name}: data`,
        x: series?.dates.map((date) => snapTime(b.clock, date)) ?? [0],
        y: series?.values.map((value) => value * factor) ?? [0],
      });
      allocateAux(b, head, { op: "lookup", table: b.tables.length - 1, arg: TIME });
      break;
    }
  }
}

type Head = { readonly name: string; readonly unit: string; readonly factor: number };

function allocateAux(
  b: Builder,
  head: Head,
  expr = constant(0) as Builder["auxiliaries"][number]["expr"],
): void {
  b.places.set(head.name, { of: "aux", index: b.auxiliaries.length });
  b.auxiliaries.push({ ...head, owner: head.name, expr });
}

function allocateParameter(
  b: Builder,
  definition: Definition,
  statement: Of<"equation">,
  given: Literal,
  declared: DeclaredUnit | undefined,
): void {
  const { name } = definition;
  const factor = given.date ? 1 : (declared?.unit.factor ?? 1);
  const unit = declared?.text ?? (given.date ? "year" : "1");
  const value = inBaseUnits(b, given, declared?.unit);
  let prior: IrPrior | undefined;
  if (statement.prior !== undefined) prior = compilePrior(statement.prior, factor, value, name, b.report);
  const parameter = { unit, factor, value, ...(prior === undefined ? {} : { prior }) };
  const index = b.parameters.length;
  if (statement.prior?.anew !== "year") {
    b.places.set(name, { of: "param", index });
    b.parameters.push({ name, ...parameter });
    return;
  }
  const { startIndex, steps, stepsPerUnit } = b.clock;
  const first = Math.floor(startIndex / stepsPerUnit);
  const last = Math.max(first, Math.ceil((startIndex + steps) / stepsPerUnit) - 1);
  b.places.set(name, { of: "param", index, count: last - first + 1 });
  for (let year = first; year <= last; year++) b.parameters.push({ name: `${name}: ${year}`, ...parameter });
}

function allocateLever(
  b: Builder,
  definition: Definition,
  statement: Of<"lever">,
  declared: DeclaredUnit | undefined,
): void {
  const { name } = definition;
  const unit = declared?.unit;
  const value = literalValue(b, statement.value, unit, "lever");
  const low = literalValue(b, statement.low, unit, "range");
  const high = literalValue(b, statement.high, unit, "range");
  const factor = unit?.factor ?? 1;
  if (low > high || value < low || value > high) {
    const data = { name, value: value / factor, low: low / factor, high: high / factor };
    b.report({ code: "lever-range", severity: "error", span: statement.value.span, data });
  }
  b.places.set(name, { of: "lever", index: b.levers.length });
  const head = { name, unit: declared?.text ?? "1", factor };
  b.levers.push({ ...head, value, low, high, rampMonths: statement.rampMonths });
}

function allocateTable(
  b: Builder,
  name: string,
  statement: Of<"table">,
  declared: DeclaredUnit | undefined,
): void {
  const of = b.readUnit(statement.of);
  const x = statement.points.map((point) => literalValue(b, point.x, of?.unit, "table"));
  const y = statement.points.map((point) => literalValue(b, point.y, declared?.unit, "table"));
  if (x.length < 2) {
    b.report({ code: "table-points", severity: "error", span: statement.name.span, data: { name } });
  }
  for (let i = 1; i < x.length; i++) {
    if (x[i]! > x[i - 1]!) continue;
    const span = statement.points[i]!.x.span;
    b.report({ code: "table-order", severity: "error", span, data: { name, x: x[i]! } });
    break;
  }
  b.places.set(name, { of: "table", index: b.tables.length });
  b.tables.push({ name, ...(statement.shape === undefined ? {} : { shape: statement.shape }), x, y });
}
