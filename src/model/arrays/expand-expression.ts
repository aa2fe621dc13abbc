import type { Diagnostic } from "../../base/diagnostic.ts";
import type { BinaryOp, Expr } from "../../lang/ast.ts";
import { canonicalName } from "../../lang/names.ts";
import { childExpressions } from "../../lang/walk.ts";
import { irOperator } from "../lower.ts";
import { namesRead } from "../names-read.ts";
import { binary } from "../operations.ts";
import type { ElementRead, PlainSum, SumCall } from "./array-expression.ts";
import { type Dimension, type Dimensions, unknown } from "./dimensions.ts";
import { type Family, nameAt } from "./family.ts";
import { plainSum } from "./plain-sum.ts";
import { reductionCall } from "./reduction.ts";
import { bound, elementRead, type Read, type Scope, subscriptName } from "./scope.ts";

/** What expressions of arrays are read with. */
export interface Expansion {
  readonly dimensions: Dimensions;
  readonly families: ReadonlyMap<string, Family>;
  readonly report: (d: Diagnostic) => void;
  /** Values of fixed arrays in base units, where they are known already: reads of them become numbers. */
  readonly fixed?: ReadonlyMap<string, readonly number[]>;
}

/** Sums of at most so many terms that are no plain products are written out as additions. */
const MOST_TERMS = 16;

/**
 * The expression for one element: every array read becomes a read of one element (`rate[north]`), what depends on the
 * element alone becomes a number, and of an `if` on such a number only the branch taken is read. Errors are those of
 * `elementRead`, `dimension-as-value` and `unknown-dimension`; they read as 0.
 */
export function expandExpression(x: Expansion, e: Expr, scope: Scope | undefined): Expr {
  const inner = (part: Expr): Expr => expandExpression(x, part, scope);
  switch (e.kind) {
    case "number":
    case "date":
    case "range":
      return e;
    case "name":
      return expandName(x, e, scope);
    case "unary": {
      const arg = inner(e.arg);
      if (e.op === "not" && arg.kind === "number") return numberAt(e, arg.value === 0 ? 1 : 0);
      if (e.op === "-" && arg.kind === "number" && scope !== undefined) return numberAt(e, -arg.value);
      return { ...e, arg };
    }
    case "binary":
      return expandBinary(x, e, scope);
    case "if": {
      const condition = inner(e.condition);
      if (condition.kind === "number") return inner(condition.value !== 0 ? e.then : e.otherwise);
      return { ...e, condition, then: inner(e.then), otherwise: inner(e.otherwise) };
    }
    case "call":
      return expandCall(x, e, scope);
  }
}

const numberAt = (e: Expr, value: number): Expr => ({ kind: "number", value, span: e.span });

function expandName(x: Expansion, e: Read, scope: Scope | undefined): Expr {
  const name = canonicalName(e.name.text);
  const family = x.families.get(name);
  if (family !== undefined) {
    const index = elementRead(family, e, scope, x.dimensions, x.report);
    if (index === undefined) return numberAt(e, 0);
    const value = x.fixed?.get(name)?.[index];
    return value === undefined ? readAt(family, index, e) : numberAt(e, value);
  }
  const dimension = x.dimensions.get(name);
  if (dimension === undefined) {
    const by = name.lastIndexOf(" by ");
    const meant = by < 0 || !x.dimensions.has(name.slice(by + 4)) ? undefined : name.slice(0, by);
    if (meant === undefined || !x.families.has(meant)) return e;
    const data = { name: e.name.text, suggestion: meant };
    x.report({ code: "unknown-name", severity: "error", span: e.name.span, data });
    return numberAt(e, 0);
  }
  const binding = bound(scope, name);
  if (binding !== undefined && dimension.numeric) {
    return numberAt(e, Number(binding.dimension.elements[binding.at]));
  }
  const code = binding === undefined ? "dimension-not-here" : "dimension-as-value";
  const data = { name: e.name.text, dimension: dimension.text, example: dimension.texts[0] ?? "" };
  x.report({ code, severity: "error", span: e.span, data });
  return numberAt(e, 0);
}

/** The tree's node for the element at a place of an array. */
export function readAt(family: Family, index: number, e: Read): ElementRead {
  const name = { text: nameAt(family, index), span: e.name.span };
  return { kind: "name", name, subscripts: [], span: e.span, element: { array: family.name, index } };
}

function expandBinary(x: Expansion, e: Extract<Expr, { kind: "binary" }>, scope: Scope | undefined): Expr {
  if (e.op === "=" || e.op === "<>") {
    const test = elementTest(x, e.left, e.right, scope) ?? elementTest(x, e.right, e.left, scope);
    if (test !== undefined) return numberAt(e, test === (e.op === "=") ? 1 : 0);
  }
  const left = expandExpression(x, e.left, scope);
  if (left.kind === "number" && decides(e.op, left.value)) return numberAt(e, e.op === "or" ? 1 : 0);
  const right = expandExpression(x, e.right, scope);
  if (left.kind === "number" && right.kind === "number" && scope !== undefined) {
    return numberAt(e, binary(irOperator(e.op), left.value, right.value));
  }
  return { ...e, left, right };
}

/** Whether the left side of `and` or `or` alone decides it. */
function decides(op: BinaryOp, left: number): boolean {
  return (op === "and" && left === 0) || (op === "or" && left !== 0);
}

/** `region = north`, `region = border regions`, `region = other`: undefined where `left` is no dimension here. */
function elementTest(x: Expansion, left: Expr, right: Expr, scope: Scope | undefined): boolean | undefined {
  if (left.kind !== "name" || right.kind !== "name" || left.subscripts.length > 0) return undefined;
  const binding = bound(scope, canonicalName(left.name.text));
  if (binding === undefined) return undefined;
  const { dimension, at } = binding;
  const element = dimension.elements[at]!;
  const name = canonicalName(right.name.text);
  const other = bound(scope, name);
  if (other !== undefined && other.dimension.base === dimension.base) {
    return other.dimension.elements[other.at] === element;
  }
  const range = x.dimensions.get(name);
  if (range !== undefined && range.base === dimension.base) return range.positions.has(element);
  const base = x.dimensions.get(dimension.base) ?? dimension;
  if (base.positions.has(name)) return element === name;
  const { code, severity, data } = unknown("unknown-element", right.name.text, right.span, base.elements);
  x.report({ code, severity, span: right.span, data: { ...data, dimension: dimension.text } });
  return false;
}

function expandCall(x: Expansion, e: Extract<Expr, { kind: "call" }>, scope: Scope | undefined): Expr {
  const fn = canonicalName(e.fn.text);
  const reduction = reductionCall(fn);
  const body = e.args[0];
  if (reduction !== undefined && body !== undefined && e.args.length === 1) {
    const dimension = x.dimensions.get(reduction.over);
    if (dimension !== undefined) return expandReduction(x, e, reduction.of, dimension, body, scope);
    x.report(unknown("unknown-dimension", reduction.over, e.fn.span, x.dimensions.keys()));
    return numberAt(e, 0);
  }
  if (fn === "position" && body?.kind === "name" && e.args.length === 1) {
    const name = canonicalName(body.name.text);
    const binding = bound(scope, name);
    if (binding !== undefined) return numberAt(e, binding.at + 1);
    const data = { name: body.name.text, dimension: body.name.text };
    x.report({ code: "dimension-not-here", severity: "error", span: body.span, data });
    return numberAt(e, 0);
  }
  const family = x.families.get(fn);
  if (family !== undefined) {
    const wanted = family.dimensions.map((d) => d.text).join(", ");
    x.report({
      code: "array-in-parentheses",
      severity: "error",
      span: e.span,
      data: { name: family.text, wanted },
    });
    return numberAt(e, 0);
  }
  const args = e.args.map((arg) => expandExpression(x, arg, scope));
  const least = fn === "min" || fn === "max" ? fn : undefined;
  if (x.fixed !== undefined && least !== undefined && args.length > 1) {
    const values = args.flatMap((arg) => (arg.kind === "number" ? [arg.value] : []));
    if (values.length === args.length)
      return numberAt(
        e,
        values.reduce((a, b) => binary(least, a, b)),
      );
  }
  return { ...e, args };
}

function expandReduction(
  x: Expansion,
  e: Extract<Expr, { kind: "call" }>,
  of: "sum" | "mean" | "min" | "max" | "product",
  dimension: Dimension,
  body: Expr,
  scope: Scope | undefined,
): Expr {
  const count = dimension.elements.length;
  const isLost = (name: string): boolean => x.families.get(name)?.count === 0;
  if (count === 0 || (count > MOST_TERMS && [...namesRead(body)].some(isLost))) return numberAt(e, 0);
  if (!dependsOn(body) && namesRead(body).size > 0) {
    const data = { dimension: dimension.text, count, of, ...otherName(x, body, dimension) };
    x.report({ code: "same-for-each", severity: "warning", span: e.span, data });
  }
  const at = (place: number): Scope => ({ dimension, at: place, outer: scope });
  if (of === "sum" || of === "mean") {
    const sum = expandSum();
    if (of === "sum") return sum;
    return { kind: "binary", op: "/", left: sum, right: numberAt(e, count), span: e.span };
  }
  const terms = dimension.elements.map((_, place) => expandExpression(x, body, at(place)));
  if (of === "product") return chain(terms, e, "*");
  const fn = { text: of, span: e.fn.span };
  return fold(terms, (left, right) => ({ kind: "call", fn, args: [left, right], span: e.span }));

  /** Whether the body reads anything by the dimension, or the dimension itself. */
  function dependsOn(part: Expr): boolean {
    if (part.kind !== "name") return childExpressions(part).some(dependsOn);
    const name = canonicalName(part.name.text);
    const own = x.families.get(name)?.dimensions ?? [];
    const { subscripts } = part;
    // With too few or too many of them another finding speaks.
    if (subscripts.length > 0 && subscripts.length !== own.length) return true;
    return (
      name === dimension.name ||
      (subscripts.length === 0 && own.some((d) => d.line === dimension.line)) ||
      subscripts.some((subscript) => subscriptName(subscript) === dimension.name)
    );
  }

  function expandSum(): Expr {
    const plain = plainSum(x, body, dimension, scope);
    const value = plain === undefined ? undefined : fixedSum(x, plain);
    if (value !== undefined) return numberAt(e, value);
    if (plain !== undefined) {
      const args = [expandExpression(x, body, at(0))];
      const call: SumCall = { ...e, args, sum: plain };
      return call;
    }
    const terms = dimension.elements.map((_, place) => expandExpression(x, body, at(place)));
    if (count <= MOST_TERMS || readsBaseline(body)) return chain(terms, e, "+");
    const call: SumCall = { ...e, args: terms.slice(0, 1), sum: { terms } };
    return call;
  }
}

/** An array read under another name of the dimension: `people` in `sum over other region (people)`. */
function otherName(x: Expansion, body: Expr, dimension: Dimension): { readonly example?: string } {
  for (const name of namesRead(body)) {
    const family = x.families.get(name);
    if (family?.dimensions.some((d) => d.base === dimension.base) !== true) continue;
    const subscripts = family.dimensions.map((d) => (d.base === dimension.base ? dimension.text : d.text));
    return { example: `${family.text}[${subscripts.join(", ")}]` };
  }
  return {};
}

/** A sum over arrays whose values are known, by the very additions that a run would make. */
function fixedSum({ fixed }: Expansion, sum: PlainSum): number | undefined {
  const { count, of, times } = sum;
  const values = fixed?.get(of.array);
  const factors = times === undefined ? undefined : fixed?.get(times.array);
  if (values === undefined || (times !== undefined && factors === undefined)) return undefined;
  const term = (i: number): number => {
    const value = values[of.first + i * of.stride]!;
    return times === undefined ? value : value * factors![times.first + i * times.stride]!;
  };
  let total = term(0);
  for (let i = 1; i < count; i++) total += term(i);
  return total;
}

/** `baseline(x)` of a check is taken apart by whoever compiles the check, so the terms stay in sight. */
function readsBaseline(e: Expr): boolean {
  switch (e.kind) {
    case "call":
      return canonicalName(e.fn.text) === "baseline" || e.args.some(readsBaseline);
    case "binary":
      return readsBaseline(e.left) || readsBaseline(e.right);
    case "unary":
      return readsBaseline(e.arg);
    case "if":
      return [e.condition, e.then, e.otherwise].some(readsBaseline);
    default:
      return false;
  }
}

/** Terms joined by one operator, from the left: `a + b + c`; 0 for none. */
export function chain(terms: readonly Expr[], at: Pick<Expr, "span">, op: BinaryOp): Expr {
  if (terms.length === 0) return { kind: "number", value: 0, span: at.span };
  return fold(terms, (left, right) => ({ kind: "binary", op, left, right, span: at.span }));
}

/** Longest run that is joined from the left at once: keeps every later layer clear of the stack's end. */
const RUN = 200;

function fold(terms: readonly Expr[], join: (left: Expr, right: Expr) => Expr): Expr {
  if (terms.length <= RUN) return terms.slice(1).reduce(join, terms[0]!);
  const runs: Expr[] = [];
  for (let from = 0; from < terms.length; from += RUN) runs.push(fold(terms.slice(from, from + RUN), join));
  return fold(runs, join);
}
