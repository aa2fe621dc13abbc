import type { Diagnostic, Files } from "../../base/diagnostic.ts";
import type { Builder } from "../builder.ts";
import type { Of } from "../definitions.ts";
import { evaluateConstant } from "../evaluate-constant.ts";
import { lower } from "../lower.ts";
import { namesRead } from "../names-read.ts";
import type { DeclaredUnit } from "../unit-scope.ts";
import { readDataArray } from "./data-array.ts";
import { exceptionsOf } from "./exceptions.ts";
import { type Expansion, expandExpression } from "./expand-expression.ts";
import { type Family, placesOf, textAt } from "./family.ts";
import { scopeOf } from "./scope.ts";

/**
 * Values of the fixed arrays in base units, in the order of their elements, into `b.fixed`. They are computed by the
 * same operations as any equation, so that folding an array never changes a bit. An array that cannot be computed is 0.
 */
export function fixValues(
  b: Builder,
  x: Expansion,
  order: readonly string[],
  declared: ReadonlyMap<string, DeclaredUnit>,
  files: Files,
): void {
  const failed = new Set<string>();
  for (const name of order) {
    const family = x.families.get(name)!;
    const { statement } = family.written;
    let values: readonly number[] | undefined;
    if (statement.kind === "data") {
      const factor = declared.get(name)?.unit.factor ?? 1;
      const bases = (dimension: string) => x.dimensions.get(dimension);
      const read = readDataArray(family, statement, bases, files, b.report);
      values = factor === 1 ? read : read?.map((value) => value * factor);
    } else if (statement.kind === "equation") {
      let errors = 0;
      const report = (d: Diagnostic): void => {
        if (d.severity === "error") errors++;
        b.report(d);
      };
      const found = computed({ ...b, report }, { ...x, report }, family, statement);
      const isKnown = errors === 0 && !readsAny(statement, failed);
      values = isKnown ? finite(b, family, found) : undefined;
    }
    if (values === undefined) failed.add(name);
    b.fixed.set(name, values ?? new Array<number>(family.count).fill(0));
  }
}

/** Whether an equation or one of its exceptions reads one of the names. */
function readsAny(statement: Of<"equation">, names: ReadonlySet<string>): boolean {
  const lines = [statement, ...(statement.exceptions ?? [])];
  return lines.some((line) => [...namesRead(line.expr)].some((name) => names.has(name)));
}

/** Error: `array-not-finite`, with the first element that is no finite number. */
function finite(b: Builder, family: Family, values: readonly number[]): readonly number[] | undefined {
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return values;
  const { statement } = family.written;
  const data = { name: textAt(family, bad), value: String(values[bad]) };
  b.report({ code: "array-not-finite", severity: "error", span: statement.name.span, data });
  return undefined;
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
