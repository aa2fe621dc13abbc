import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Expr, Subscript } from "../../lang/ast.ts";
import { canonicalName } from "../../lang/names.ts";
import { type Dimension, type Dimensions, unknown } from "./dimensions.ts";
import type { Family } from "./family.ts";

/** The element that each dimension stands for at a place: of an equation, or inside `sum over`; innermost first. */
export interface Scope {
  readonly dimension: Dimension;
  readonly at: number;
  readonly outer: Scope | undefined;
}

export type Read = Extract<Expr, { kind: "name" }>;

/** The innermost binding of a dimension of that name. */
export function bound(scope: Scope | undefined, name: string): Scope | undefined {
  for (let s = scope; s !== undefined; s = s.outer) if (s.dimension.name === name) return s;
  return undefined;
}

/** The scope of an element of an array. */
export function scopeOf(
  dimensions: readonly Dimension[],
  places: readonly number[],
  outer?: Scope,
): Scope | undefined {
  return dimensions.reduce<Scope | undefined>(
    (scope, dimension, d) => ({ dimension, at: places[d]!, outer: scope }),
    outer,
  );
}

/**
 * Place in the array of the element that a name reads; undefined after an error: `array-needs-element`,
 * `wrong-subscripts`, `unknown-element`, `dimension-not-here`, `dimension-mismatch`, `element-outside`, `element-off-end`;
 * silent for an array whose dimension could not be read.
 */
export function elementRead(
  family: Family,
  e: Read,
  scope: Scope | undefined,
  dimensions: Dimensions,
  report: (d: Diagnostic) => void,
): number | undefined {
  const fail = (code: string, span: Read["span"], data: Diagnostic["data"]): undefined => {
    report({ code, severity: "error", span, data: { name: family.text, ...data } });
  };
  const { subscripts } = e;
  if (family.count === 0) return undefined;
  if (subscripts.length > 0 && subscripts.length !== family.dimensions.length) {
    return fail("wrong-subscripts", e.span, { wanted: byOf(family), found: subscripts.length });
  }
  let index = 0;
  for (const [d, dimension] of family.dimensions.entries()) {
    const subscript = subscripts[d];
    const at = subscript === undefined ? implicit(dimension) : explicit(dimension, subscript);
    if (at === undefined) return undefined;
    index = index * dimension.elements.length + at;
  }
  return index;

  function implicit(wanted: Dimension): number | undefined {
    let found: Scope | undefined;
    for (let s = scope; s !== undefined && found === undefined; s = s.outer) {
      if (s.dimension.line === wanted.line) found = s;
    }
    if (found === undefined) {
      const example = wanted.texts[0] ?? "";
      return fail("array-needs-element", e.span, { dimension: wanted.text, example });
    }
    if (found.dimension === wanted) return found.at;
    const element = found.dimension.elements[found.at]!;
    const at = wanted.positions.get(element);
    if (at !== undefined) return at;
    return fail("element-outside", e.span, { dimension: wanted.text, element });
  }

  function explicit(wanted: Dimension, subscript: Subscript): number | undefined {
    const name = subscriptName(subscript);
    const binding = bound(scope, name);
    let at = wanted.positions.get(binding === undefined ? name : binding.dimension.elements[binding.at]!);
    if (binding !== undefined && binding.dimension.base !== wanted.base) {
      const data = { subscript: binding.dimension.text, dimension: wanted.text, wanted: byOf(family) };
      return fail("dimension-mismatch", subscript.span, data);
    }
    if (at === undefined && binding === undefined) {
      const known = dimensions.get(name);
      if (known !== undefined && known.base !== wanted.base) {
        const data = { subscript: known.text, dimension: wanted.text, wanted: byOf(family) };
        return fail("dimension-mismatch", subscript.span, data);
      }
      if (known !== undefined) return fail("dimension-not-here", subscript.span, { dimension: known.text });
      const own = family.dimensions.find((d) => d.positions.has(name));
      if (own !== undefined) {
        const data = { subscript: subscript.text, dimension: wanted.text, wanted: byOf(family) };
        return fail("dimension-mismatch", subscript.span, data);
      }
      const d = unknown("unknown-element", subscript.text, subscript.span, [
        ...wanted.elements,
        ...[...dimensions.values()].flatMap((d) => (d.base === wanted.base ? [d.name] : [])),
      ]);
      report({ ...d, data: { ...d.data, dimension: wanted.text } });
      return undefined;
    }
    if (at === undefined) {
      const element = binding!.dimension.elements[binding!.at]!;
      return fail("element-outside", subscript.span, { dimension: wanted.text, element });
    }
    at += subscript.offset;
    if (at >= 0 && at < wanted.elements.length) return at;
    const { offset } = subscript;
    const data = { dimension: wanted.text, element: wanted.texts[at - offset]!, places: Math.abs(offset) };
    return fail("element-off-end", subscript.span, { ...data, side: offset < 0 ? "before" : "after" });
  }
}

/** The dimensions of an array as a head lists them. */
function byOf(family: Family): string {
  return family.dimensions.map((d) => d.text).join(", ");
}

/** The name in a subscript without its offset: the text of `age - 1` is that of `age`. */
export function subscriptName(subscript: Subscript): string {
  return canonicalName(subscript.text);
}
