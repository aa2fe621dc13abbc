import type { Defining, Definition, Placed, Statements, Written } from "../definitions.ts";
import { expandFamily } from "./expand-definition.ts";
import { type Expansion, expandExpression } from "./expand-expression.ts";
import {
  expandCheck,
  expandKnown,
  expandMechanism,
  expandOutcome,
  expandReject,
  expandRule,
} from "./expand-statements.ts";
import { fixedFamilies } from "./fixed-families.ts";

/** A model in which every definition is that of one quantity, fixed arrays aside. */
export interface Expanded extends Statements {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly outcomes: readonly Placed<"outcome">[];
  /** Names of arrays that are fixed numbers, each after those that it reads. */
  readonly fixed: readonly string[];
  readonly expansion: Expansion;
}

/** Writes out the arrays of a model, element by element. A model without dimensions stays as it is. */
export function expandModel(
  x: Expansion,
  written: Written,
  outcomes: readonly Placed<"outcome">[],
): Expanded {
  if (x.dimensions.size === 0) {
    return {
      ...written,
      outcomes: outcomes.flatMap((one) => expandOutcome(x, one)),
      checks: written.checks.map((one) => expandCheck(x, one)),
      mechanisms: written.mechanisms.map((one) => expandMechanism(x, one)),
      known: written.known.flatMap((one) => expandKnown(x, one)),
      fixed: [],
      expansion: x,
    };
  }
  const fixed = fixedFamilies(x.families, (name) => written.definitions.has(name) && !x.families.has(name));
  const definitions = new Map<string, Definition>();
  for (const definition of written.definitions.values()) {
    const family = x.families.get(definition.name);
    if (family === undefined) {
      const statement = expandScalar(x, definition.statement);
      definitions.set(definition.name, { ...definition, statement });
    } else if (!fixed.includes(definition.name)) {
      for (const element of expandFamily(x, family)) definitions.set(element.name, element);
    }
  }
  return {
    definitions,
    outcomes: outcomes.flatMap((one) => expandOutcome(x, one)),
    rules: written.rules.flatMap((one) => expandRule(x, one)),
    checks: written.checks.map((one) => expandCheck(x, one)),
    rejects: written.rejects.map((one) => expandReject(x, one)),
    mechanisms: written.mechanisms.map((one) => expandMechanism(x, one)),
    known: written.known.flatMap((one) => expandKnown(x, one)),
    fixed,
    expansion: x,
  };
}

/** A definition that is no array may still read elements and sums. */
function expandScalar(x: Expansion, statement: Defining): Defining {
  const expand = (e: Parameters<typeof expandExpression>[1]) => expandExpression(x, e, undefined);
  switch (statement.kind) {
    case "equation":
    case "observe":
      return { ...statement, expr: expand(statement.expr) };
    case "stock": {
      const { inflows, outflows } = statement;
      return {
        ...statement,
        start: expand(statement.start),
        inflows: inflows.map(expand),
        outflows: outflows.map(expand),
      };
    }
    case "held":
      return { ...statement, start: expand(statement.start) };
    default:
      return statement;
  }
}
