import type { Expr, Name } from "../../lang/ast.ts";
import { canonicalName } from "../../lang/names.ts";
import { childExpressions } from "../../lang/walk.ts";
import type { Placed } from "../definitions.ts";
import type { Dimension } from "./dimensions.ts";
import { chain, type Expansion, expandExpression } from "./expand-expression.ts";
import { nameAt, placesOf } from "./family.ts";
import { reductionCall } from "./reduction.ts";
import { elementRead, scopeOf, subscriptName } from "./scope.ts";

/** `outcome homicides` is one outcome for each element, `outcome homicides[north]` one. */
export function expandOutcome(x: Expansion, outcome: Placed<"outcome">): readonly Placed<"outcome">[] {
  const { subscripts, ...statement } = outcome.statement;
  return namesOf(x, statement.name, subscripts).map((name) => ({
    ...outcome,
    statement: { ...statement, name },
  }));
}

/** A rule that raises an array is a rule for each element. */
export function expandRule(x: Expansion, rule: Placed<"rule">): readonly Placed<"rule">[] {
  const { statement } = rule;
  const family = x.families.get(canonicalName(statement.raise.text));
  const elements = family === undefined ? [undefined] : Array.from({ length: family.count }, (_, i) => i);
  return elements.map((index) => {
    const scope = index === undefined ? undefined : scopeOf(family!.dimensions, placesOf(family!, index));
    const expand = (e: Expr): Expr => expandExpression(x, e, scope);
    const { from, upTo, every, until } = statement;
    const raise = index === undefined ? statement.raise : named(statement.raise, nameAt(family!, index));
    return {
      ...rule,
      statement: {
        ...statement,
        raise,
        when: expand(statement.when),
        by: expand(statement.by),
        ...(from === undefined ? {} : { from: expand(from) }),
        ...(upTo === undefined ? {} : { upTo: expand(upTo) }),
        ...(every === undefined ? {} : { every: expand(every) }),
        ...(until === undefined ? {} : { until: expand(until) }),
      },
    };
  });
}

/** A check whose expectation reads arrays without saying which element expects it of each. */
export function expandCheck(x: Expansion, check: Placed<"check">): Placed<"check"> {
  const { statement } = check;
  const when = statement.when.flatMap(({ subscripts, ...one }) =>
    namesOf(x, one.name, subscripts).map((name) => ({
      ...one,
      name,
      value: x.dimensions.size === 0 ? one.value : expandExpression(x, one.value, undefined),
    })),
  );
  return { ...check, statement: { ...statement, when, expect: overElements(x, statement.expect, "and") } };
}

/** A mechanism that is off sets all elements of an array, or those in brackets, which count before the array's own. */
export function expandMechanism(x: Expansion, mechanism: Placed<"mechanism">): Placed<"mechanism"> {
  const { statement } = mechanism;
  const [narrow, wide] = [true, false].map((inBrackets) =>
    statement.off.filter((one) => (one.subscripts !== undefined) === inBrackets),
  );
  const off = [...(wide ?? []), ...(narrow ?? [])].flatMap(({ subscripts, ...one }) =>
    namesOf(x, one.name, subscripts).map((name) => ({ ...one, name })),
  );
  return { ...mechanism, statement: { ...statement, off } };
}

/** Dates by element are known one by one. */
export function expandKnown(x: Expansion, known: Placed<"known">): readonly Placed<"known">[] {
  const { subscripts, ...statement } = known.statement;
  return namesOf(x, statement.name, subscripts).map((name) => ({
    ...known,
    statement: { ...statement, name },
  }));
}

/** A draw is rejected where the condition holds for any element. */
export function expandReject(x: Expansion, reject: Placed<"reject">): Placed<"reject"> {
  const condition = overElements(x, reject.statement.condition, "or");
  return { ...reject, statement: { ...reject.statement, condition } };
}

/** A condition for every combination of the elements that it leaves open. */
function overElements(x: Expansion, e: Expr, join: "and" | "or"): Expr {
  const open = openDimensions(x, e);
  const count = open.reduce((n, d) => n * d.elements.length, 1);
  const terms = Array.from({ length: count }, (_, i) =>
    expandExpression(x, e, scopeOf(open, placesOf({ dimensions: open }, i))),
  );
  return chain(terms, e, join);
}

/** Dimensions that an expression reads and no sum or other reduction inside it runs over. */
function openDimensions(x: Expansion, e: Expr): readonly Dimension[] {
  const open: Dimension[] = [];
  const add = (d: Dimension): void => {
    if (!open.some((one) => one.line === d.line)) open.push(d);
  };
  const walk = (part: Expr, closed: readonly Dimension[]): void => {
    if (part.kind === "call") {
      const over = reductionCall(canonicalName(part.fn.text))?.over;
      const dimension = over === undefined ? undefined : x.dimensions.get(over);
      const inside = dimension === undefined ? closed : [...closed, dimension];
      for (const arg of part.args) walk(arg, inside);
      return;
    }
    for (const child of childExpressions(part)) walk(child, closed);
    if (part.kind !== "name") return;
    const family = x.families.get(canonicalName(part.name.text));
    if (part.subscripts.length === 0) {
      for (const d of family?.dimensions ?? []) if (!closed.some((one) => one.line === d.line)) add(d);
    }
    for (const subscript of family === undefined ? [] : part.subscripts) {
      const name = subscriptName(subscript);
      const d = x.dimensions.get(name);
      if (d !== undefined && !closed.some((one) => one.name === name)) add(d);
    }
  };
  walk(e, []);
  return open;
}

const named = (name: Name, text: string): Name => ({ text, span: name.span });

/** The names of elements that a name with or without subscripts stands for. */
function namesOf(x: Expansion, name: Name, subscripts: readonly Name[] | undefined): readonly Name[] {
  const family = x.families.get(canonicalName(name.text));
  if (family === undefined) {
    if (subscripts !== undefined && subscripts.length > 0) {
      const data = { name: name.text };
      x.report({ code: "subscript-of-scalar", severity: "error", span: name.span, data });
    }
    return [name];
  }
  if (subscripts === undefined || subscripts.length === 0) {
    return Array.from({ length: family.count }, (_, i) => named(name, nameAt(family, i)));
  }
  const read = {
    kind: "name" as const,
    name,
    subscripts: subscripts.map((one) => ({ ...one, offset: 0 })),
    span: name.span,
  };
  // A dimension or a subrange in brackets stands for all its elements.
  const ranges = subscripts.flatMap((one) => x.dimensions.get(canonicalName(one.text)) ?? []);
  const count = ranges.reduce((n, d) => n * d.elements.length, 1);
  const found = Array.from({ length: count }, (_, i) => {
    const scope = scopeOf(ranges, placesOf({ dimensions: ranges }, i));
    return elementRead(family, read, scope, x.dimensions, x.report);
  });
  return found.flatMap((index) => (index === undefined ? [] : [named(name, nameAt(family, index))]));
}
