import type { Files } from "../../base/diagnostic.ts";
import type { Builder } from "../builder.ts";
import type { Of } from "../definitions.ts";
import { evaluateConstant } from "../evaluate-constant.ts";
import { lower } from "../lower.ts";
import type { DeclaredUnit } from "../unit-scope.ts";
import { readDataArray } from "./data-array.ts";
import { exceptionsOf } from "./exceptions.ts";
import { type Expansion, expandExpression } from "./expand-expression.ts";
import { type Family, placesOf, textAt } from "./family.ts";
import { scopeOf } from "./scope.ts";

/**
 * Values of the fixed arrays in base units, in the order of their elements, into `b.fixed`. They are computed by the
 * same operations as any equation, so that folding an array never changes a bit.
 */
export function fixValues(
  b: Builder,
  x: Expansion,
  order: readonly string[],
  declared: ReadonlyMap<string, DeclaredUnit>,
  files: Files,
): void {
  for (const name of order) {
    const family = x.families.get(name)!;
    const { statement } = family.written;
    if (statement.kind === "data") {
      const factor = declared.get(name)?.unit.factor ?? 1;
      const bases = (dimension: string) => x.dimensions.get(dimension);
      const values = readDataArray(family, statement, bases, files, b.report);
      b.fixed.set(name, factor === 1 ? values : values.map((value) => value * factor));
    } else if (statement.kind === "equation") {
      b.fixed.set(name, finite(b, family, computed(b, x, family, statement)));
    }
  }
}

/** Error: `array-not-finite`, with the first element that is no finite number; it then counts as 0. */
function finite(b: Builder, family: Family, values: readonly number[]): readonly number[] {
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return values;
  const { statement } = family.written;
  const data = { name: textAt(family, bad), value: String(values[bad]) };
  b.report({ code: "array-not-finite", severity: "error", span: statement.name.span, data });
  return values.map((value) => (Number.isFinite(value) ? value : 0));
}

function computed(b: Builder, x: Expansion, family: Family, statement: Of<"equation">): readonly number[] {
  const exceptionAt = exceptionsOf(family, statement.exceptions ?? [], x.report);
  const known: Expansion = { ...x, fixed: b.fixed };
  return Array.from({ length: family.count }, (_, index) => {
    const scope = scopeOf(family.dimensions, placesOf(family, index));
    const e = expandExpression(known, (exceptionAt(index) ?? statement).expr, scope);
    if (e.kind === "number") return e.value;
    const scratch: Builder = { ...b, auxiliaries: [], vectors: [], vectorOf: new Map() };
    return evaluateConstant(scratch, lower(scratch, family.name, e)) ?? Number.NaN;
  });
}
