import { canonicalName } from "../lang/names.ts";
import { type Builder, constant, two, ZERO } from "./builder.ts";
import type { Collected, Definition, Of, Placed } from "./definitions.ts";
import type { IrExpr } from "./ir.ts";
import { fault, lower, unknownName } from "./lower.ts";

/** No limit, and a date before every run: JSON has no infinity. */
const HUGE = 1e300;

function sum(b: Builder, owner: string, parts: Of<"stock">["inflows"]): IrExpr | undefined {
  const flows = parts.map((part) => lower(b, owner, part));
  return flows.length === 0 ? undefined : flows.reduce((left, right) => two("add", left, right));
}

/** Fills in the expressions of one definition. */
export function lowerDefinition(
  b: Builder,
  definition: Definition,
  rules: ReadonlyMap<string, Placed<"rule">>,
): void {
  const { name, statement } = definition;
  const place = b.places.get(name);
  if (place === undefined) return;
  switch (statement.kind) {
    case "stock": {
      const stock = b.stocks[place.index]!;
      stock.initial = lower(b, name, statement.start);
      const inflow = sum(b, name, statement.inflows);
      const outflow = sum(b, name, statement.outflows);
      if (outflow === undefined) stock.derivative = inflow ?? ZERO;
      else
        stock.derivative = inflow === undefined ? { op: "neg", arg: outflow } : two("sub", inflow, outflow);
      break;
    }
    case "equation":
    case "observe":
      if (place.of === "aux") b.auxiliaries[place.index]!.expr = lower(b, name, statement.expr);
      break;
    case "held":
      lowerHeld(b, name, statement, rules.get(name)?.statement);
      break;
    default:
      break;
  }
}

function lowerHeld(b: Builder, name: string, held: Of<"held">, rule: Of<"rule"> | undefined): void {
  const place = b.places.get(name)!;
  const draft = b.held[place.index]!;
  const { unit, factor } = draft.held;
  const initial = lower(b, name, held.start);
  const read = (e: Of<"rule">["from"], otherwise: number): IrExpr =>
    e === undefined ? constant(otherwise) : lower(b, name, e);
  draft.held = {
    name,
    unit,
    factor,
    kind: "rule",
    initial,
    from: read(rule?.from, -HUGE),
    when: read(rule?.when, 0),
    by: read(rule?.by, 0),
    upTo: read(rule?.upTo, HUGE),
    every: read(rule?.every, 0),
    until: read(rule?.until, 0),
  };
}

/** The rule of each held variable. Errors: `rule-raises` (no held variable of that name), `rule-twice`. */
export function rulesByHeld(b: Builder, rules: Collected["rules"]): ReadonlyMap<string, Placed<"rule">> {
  const byHeld = new Map<string, Placed<"rule">>();
  for (const rule of rules) {
    const { raise } = rule.statement;
    const name = canonicalName(raise.text);
    const definition = b.definitions.get(name);
    if (definition === undefined) unknownName(b, raise.text, raise.span);
    else if (definition.statement.kind !== "held") fault(b, "rule-raises", raise.span, { name });
    else if (byHeld.has(name)) fault(b, "rule-twice", raise.span, { name });
    else byHeld.set(name, rule);
  }
  return byHeld;
}
