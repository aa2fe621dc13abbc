import type { Expr } from "../lang/ast.ts";
import { formatUnit } from "../units/format.ts";
import type { Unit } from "../units/unit.ts";
import { parameterLiteral } from "./allocate.ts";
import type { Builder } from "./builder.ts";
import { type Collected, type Defining, type Placed, variableKind } from "./definitions.ts";
import type { IrPlace, Variable } from "./model.ts";
import { namesRead } from "./names-read.ts";
import type { DeclaredUnit } from "./unit-scope.ts";

/** The expressions of a definition; those of a held variable's rule included. */
export function definitionExpressions(
  statement: Defining,
  rule: Placed<"rule">["statement"] | undefined,
): { readonly start: readonly Expr[]; readonly running: readonly Expr[] } {
  switch (statement.kind) {
    case "stock":
      return { start: [statement.start], running: [...statement.inflows, ...statement.outflows] };
    case "equation":
    case "observe":
      return { start: [], running: [statement.expr] };
    case "held": {
      const { from, when, by, upTo, every, until } = rule ?? {};
      const parts = [from, when, by, upTo, every, until].filter((e) => e !== undefined);
      return { start: [statement.start], running: parts };
    }
    default:
      return { start: [], running: [] };
  }
}

/** The public variables of a model, in order of definition. */
export function makeVariables(
  b: Builder,
  collected: Collected,
  moved: readonly number[],
  declared: ReadonlyMap<string, DeclaredUnit>,
  unitOf: (name: string) => Unit | undefined,
  source: (e: Expr) => string,
  rules: ReadonlyMap<string, Placed<"rule">>,
): ReadonlyMap<string, Variable> {
  const usedBy = new Map<string, string[]>();
  const uses = new Map<string, readonly string[]>();
  for (const { name, statement } of collected.definitions.values()) {
    const { start, running } = definitionExpressions(statement, rules.get(name)?.statement);
    const read = new Set<string>();
    for (const e of [...start, ...running]) namesRead(e, read);
    const known = [...read].filter((other) => collected.definitions.has(other));
    uses.set(name, known);
    for (const other of known) usedBy.set(other, [...(usedBy.get(other) ?? []), name]);
  }
  const variables = new Map<string, Variable>();
  for (const { name, text, statement, chapter } of collected.definitions.values()) {
    const place = b.places.get(name);
    if (place === undefined) continue;
    const isParameter = statement.kind === "equation" && parameterLiteral(statement) !== undefined;
    const dimensions = unitOf(name);
    const own = declared.get(name);
    const expr =
      statement.kind === "stock" || statement.kind === "held"
        ? statement.start
        : statement.kind === "equation" || statement.kind === "observe"
          ? statement.expr
          : undefined;
    const parameter = place.of === "param" ? b.parameters[place.index] : undefined;
    const lever = place.of === "lever" ? b.levers[place.index] : undefined;
    const value = parameter?.value ?? lever?.value;
    variables.set(name, {
      name,
      text,
      kind: variableKind(statement, isParameter),
      unit: own?.text ?? (dimensions === undefined ? "1" : formatUnit(dimensions)),
      factor: own?.unit.factor ?? 1,
      ...(dimensions === undefined ? {} : { dimensions }),
      chapter,
      span: statement.span,
      source: expr === undefined ? "" : source(expr),
      ...(expr === undefined ? {} : { expr }),
      references: statement.references,
      uses: uses.get(name) ?? [],
      usedBy: usedBy.get(name) ?? [],
      place: finalPlace(place, moved),
      ...(value === undefined ? {} : { value }),
      ...(parameter?.prior === undefined ? {} : { prior: parameter.prior }),
      ...(parameter?.options === undefined ? {} : { options: parameter.options }),
    });
  }
  return variables;
}

function finalPlace(place: IrPlace, moved: readonly number[]): IrPlace {
  return place.of === "aux" ? { ...place, index: moved[place.index]! } : place;
}
