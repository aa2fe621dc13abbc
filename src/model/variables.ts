import type { Expr } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { formatUnit } from "../units/format.ts";
import type { Unit } from "../units/unit.ts";
import { parameterLiteral } from "./allocate.ts";
import { nameAt } from "./arrays/family.ts";
import type { Builder } from "./builder.ts";
import {
  type Collected,
  type Defining,
  type Definition,
  type Placed,
  variableKind,
  type Written,
} from "./definitions.ts";
import type { IrPlace, ModelArray, Variable } from "./model.ts";
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
    case "equation": {
      const exceptions = statement.exceptions ?? [];
      return { start: [], running: [statement.expr, ...exceptions.map((one) => one.expr)] };
    }
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

/** The first rule for each held variable or array of them. */
export function rulesByName(rules: Written["rules"]): ReadonlyMap<string, Placed<"rule">> {
  const byName = new Map<string, Placed<"rule">>();
  for (const rule of rules) {
    const name = canonicalName(rule.statement.raise.text);
    if (!byName.has(name)) byName.set(name, rule);
  }
  return byName;
}

/** Names that each definition reads, and the reverse; arrays by their own name. */
function readingNames(written: Written): {
  readonly uses: ReadonlyMap<string, readonly string[]>;
  readonly usedBy: ReadonlyMap<string, readonly string[]>;
} {
  const usedBy = new Map<string, string[]>();
  const uses = new Map<string, readonly string[]>();
  const rules = rulesByName(written.rules);
  for (const { name, statement } of written.definitions.values()) {
    const { start, running } = definitionExpressions(statement, rules.get(name)?.statement);
    const read = new Set<string>();
    for (const e of [...start, ...running]) namesRead(e, read);
    const known = [...read].filter((other) => written.definitions.has(other));
    uses.set(name, known);
    for (const other of known) {
      const readers = usedBy.get(other);
      if (readers === undefined) usedBy.set(other, [name]);
      else readers.push(name);
    }
  }
  return { uses, usedBy };
}

/** The public variables of a model, in order of definition. */
export function makeVariables(
  b: Builder,
  collected: Collected,
  moved: readonly number[],
  declared: ReadonlyMap<string, DeclaredUnit>,
  unitOf: (name: string) => Unit | undefined,
  source: (e: Expr) => string,
): ReadonlyMap<string, Variable> {
  const { uses, usedBy } = readingNames(collected.written);
  const variables = new Map<string, Variable>();
  for (const definition of inOrder(collected)) {
    const { name, text, statement, chapter } = definition;
    const place = b.places.get(name);
    if (place === undefined) continue;
    const family = definition.family ?? name;
    const isParameter = statement.kind === "equation" && parameterLiteral(statement) !== undefined;
    const dimensions = unitOf(family);
    const own = declared.get(family);
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
      ...(definition.family === undefined ? {} : { family }),
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
      uses: uses.get(family) ?? [],
      usedBy: usedBy.get(family) ?? [],
      place: finalPlace(place, moved),
      ...(value === undefined ? {} : { value }),
      ...(parameter?.prior === undefined ? {} : { prior: parameter.prior }),
      ...(parameter?.options === undefined ? {} : { options: parameter.options }),
    });
  }
  return variables;
}

/** Every definition in the order of the chapters: elements, and arrays of fixed numbers as one. */
function inOrder({ definitions, fixed, written }: Collected): Iterable<Definition> {
  if (fixed.length === 0) return definitions.values();
  const elements = new Map<string, Definition[]>();
  for (const one of definitions.values()) {
    const name = one.family ?? one.name;
    const list = elements.get(name);
    if (list === undefined) elements.set(name, [one]);
    else list.push(one);
  }
  return [...written.definitions.values()].flatMap((one) => elements.get(one.name) ?? [one]);
}

/** The arrays of a model, in order of definition. */
export function makeArrays({ expansion, fixed }: Collected): ReadonlyMap<string, ModelArray> {
  const arrays = new Map<string, ModelArray>();
  for (const family of expansion.families.values()) {
    const { name, text, written, count } = family;
    const { chapter, statement } = written;
    arrays.set(name, {
      name,
      text,
      dimensions: family.dimensions.map((d) => ({ name: d.name, text: d.text, elements: d.texts })),
      elements: fixed.includes(name) ? [] : Array.from({ length: count }, (_, i) => nameAt(family, i)),
      chapter,
      span: statement.span,
    });
  }
  return arrays;
}

function finalPlace(place: IrPlace, moved: readonly number[]): IrPlace {
  return place.of === "aux" ? { ...place, index: moved[place.index]! } : place;
}
