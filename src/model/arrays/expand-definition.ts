import type { Exception } from "../../lang/ast.ts";
import { parameterLiteral } from "../allocate.ts";
import type { Defining, Definition, Of } from "../definitions.ts";
import { foldLiteral } from "../fold.ts";
import { exceptionsOf } from "./exceptions.ts";
import { type Expansion, expandExpression } from "./expand-expression.ts";
import { type Family, nameAt, placesOf, textAt } from "./family.ts";
import { type Scope, scopeOf } from "./scope.ts";

/** The definitions of the elements of an array, in order: each is that of a plain quantity named `rate[north]`. */
export function expandFamily(x: Expansion, family: Family): readonly Definition[] {
  const { statement, chapter } = family.written;
  const exceptions = statement.kind === "equation" ? (statement.exceptions ?? []) : [];
  const exceptionAt = exceptionsOf(family, exceptions, x.report);
  return Array.from({ length: family.count }, (_, index): Definition => {
    const places = placesOf(family, index);
    const scope = scopeOf(family.dimensions, places);
    const text = textAt(family, index);
    const expanded = expandStatement(x, family, statement, places, exceptionAt(index), scope);
    return {
      name: nameAt(family, index),
      text,
      statement: { ...expanded, name: { text, span: statement.name.span } },
      chapter,
      family: family.name,
    };
  });
}

function expandStatement(
  x: Expansion,
  family: Family,
  statement: Defining,
  places: readonly number[],
  exception: Exception | undefined,
  scope: Scope | undefined,
): Defining {
  const expand = (e: Of<"equation">["expr"]): Of<"equation">["expr"] => expandExpression(x, e, scope);
  switch (statement.kind) {
    case "equation":
      return expandEquation(lineOf(statement, exception), expand);
    case "stock": {
      const { inflows, outflows } = statement;
      const flows = { inflows: inflows.map(expand), outflows: outflows.map(expand) };
      return { ...statement, start: expand(statement.start), ...flows };
    }
    case "lever": {
      const { value, low, high } = statement;
      return { ...statement, value: expand(value), low: expand(low), high: expand(high) };
    }
    case "held":
      return { ...statement, start: expand(statement.start) };
    case "data":
      warnOfOneColumn(x, family, statement);
      return { ...statement, column: columnOf(family, statement.column, places) };
    default:
      return statement;
  }
}

/** The equation of an element: an `except` line without references of its own has those of the definition. */
export function lineOf(statement: Of<"equation">, exception: Exception | undefined): Of<"equation"> {
  const { exceptions: _, prior, ...rest } = statement;
  if (exception === undefined) return prior === undefined ? rest : { ...rest, prior };
  const references = exception.references.length > 0 ? exception.references : statement.references;
  const own = { ...rest, expr: exception.expr, references, span: exception.span };
  return exception.prior === undefined ? own : { ...own, prior: exception.prior };
}

function expandEquation(
  line: Of<"equation">,
  expand: (e: Of<"equation">["expr"]) => Of<"equation">["expr"],
): Of<"equation"> {
  const expr = expand(line.expr);
  const isConstant = parameterLiteral(line) !== undefined;
  if (isConstant || line.prior !== undefined || foldLiteral(expr) === undefined) return { ...line, expr };
  // A number that was computed from the element is no constant that a scenario may set.
  const one = { kind: "number", value: 1, span: expr.span } as const;
  return { ...line, expr: { kind: "binary", op: "*", left: expr, right: one, span: expr.span } };
}

/** Warning: `same-column`, where the column's text does not name a dimension, so that its elements read one series. */
function warnOfOneColumn(x: Expansion, family: Family, { column, source }: Of<"data">): void {
  const missing = family.dimensions.find((d) => !column.toLowerCase().includes(d.name));
  if (missing === undefined) return;
  const data = { name: family.text, column, dimension: missing.text };
  x.report({ code: "same-column", severity: "warning", span: source, data });
}

/** The column of an element's series: the names of the dimensions in the text give way to those of the elements. */
function columnOf(family: Family, column: string, places: readonly number[]): string {
  return family.dimensions.reduce((text, dimension, d) => {
    const at = text.toLowerCase().indexOf(dimension.name);
    if (at < 0) return text;
    const element = dimension.texts[places[d]!]!;
    return `${text.slice(0, at)}${element}${text.slice(at + dimension.name.length)}`;
  }, column);
}
