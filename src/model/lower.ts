import type { Span } from "../base/diagnostic.ts";
import { nearestName } from "../base/nearest-name.ts";
import type { BinaryOp, Expr } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { elementOf, sumOf } from "./arrays/array-expression.ts";
import { lowerSum } from "./arrays/lower-sum.ts";
import { type Builder, choose, constant, ONE, STEP_TIME, TIME, two, ZERO } from "./builder.ts";
import { snapTime } from "./clock.ts";
import { writtenHere } from "./foreign-functions.ts";
import { FUNCTIONS, RESERVED, windowCall } from "./functions.ts";
import type { IrExpr } from "./ir.ts";
import { lowerFunction } from "./lower-function.ts";
import { movingWindow } from "./macros.ts";
import { SIGNATURES } from "./signatures.ts";

type IrBinary = Extract<IrExpr, { left: IrExpr }>["op"];

const OPERATORS: Readonly<Record<BinaryOp, IrBinary>> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  "^": "pow",
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
  "=": "eq",
  "<>": "ne",
  and: "and",
  or: "or",
};

export function irOperator(op: BinaryOp): IrBinary {
  return OPERATORS[op];
}

/** An error at a place; gives 0 so that the rest can still be read. */
export function fault(b: Builder, code: string, span: Span, data: Record<string, string | number>): IrExpr {
  b.report({ code, severity: "error", span, data });
  return ZERO;
}

/** `unknown-name` with the nearest name of the model, or the array that an element is read from. */
export function unknownName(b: Builder, name: string, span: Span): IrExpr {
  const over = /^(sum|mean|min|max|product) over (\S.*) \S/.exec(name);
  if (over !== null) return fault(b, "unknown-name", span, { name, over: `${over[1]} over region (...)` });
  for (const family of b.families.values()) {
    const at = family.dimensions.findIndex((d) => d.positions.has(name));
    const dimension = family.dimensions[at];
    if (dimension === undefined) continue;
    const text = dimension.texts[dimension.positions.get(name)!]!;
    const subscripts = family.dimensions.map((d, i) => (i === at ? text : d.text)).join(", ");
    const data = { name, element: dimension.text, example: `${family.text}[${subscripts}]` };
    return fault(b, "unknown-name", span, data);
  }
  const near = nearestName(name, b.names);
  return fault(b, "unknown-name", span, near === undefined ? { name } : { name, suggestion: near });
}

/**
 * Turns an expression into the IR; functions with a memory make hidden stocks and held variables that belong to
 * `owner`. Errors are reported with their span and read as 0.
 */
export function lower(b: Builder, owner: string, e: Expr): IrExpr {
  switch (e.kind) {
    case "number":
      return constant(e.value);
    case "date":
      return constant(snapTime(b.clock, e.value));
    case "name":
      return lowerName(b, e);
    case "unary":
      return { op: e.op === "-" ? "neg" : "not", arg: lower(b, owner, e.arg) };
    case "binary":
      return variantTest(b, e) ?? two(OPERATORS[e.op], lower(b, owner, e.left), lower(b, owner, e.right));
    case "if":
      return choose(lower(b, owner, e.condition), lower(b, owner, e.then), lower(b, owner, e.otherwise));
    case "call":
      return lowerCall(b, owner, e);
    case "range":
      return fault(b, "range-not-here", e.span, {});
  }
}

/** `dose law = tolerance`, read as `dose law[tolerance]`. */
function variantTest(b: Builder, e: Extract<Expr, { kind: "binary" }>): IrExpr | undefined {
  if (e.op !== "=" && e.op !== "<>") return undefined;
  if (e.left.kind !== "name" || e.right.kind !== "name" || e.left.subscripts.length > 0) return undefined;
  const variant = b.definitions.get(canonicalName(e.left.name.text));
  if (variant?.statement.kind !== "variant") return undefined;
  const test = lowerName(b, { ...e.left, subscripts: [{ ...e.right.name, offset: 0 }] });
  return e.op === "=" ? test : { op: "not", arg: test };
}

/** The numbers that have a name of their own; undefined for any other name. */
function builtIn(b: Builder, name: string): IrExpr | undefined {
  const { startIndex, steps, stepsPerUnit } = b.clock;
  switch (name) {
    case "time":
      return TIME;
    case "dt":
      return { op: "dt" };
    case "starttime":
      return constant(startIndex / stepsPerUnit);
    case "stoptime":
      return constant((startIndex + steps) / stepsPerUnit);
    case "pi":
      // biome-ignore lint/suspicious/noApproximativeNumericConstant: it is the double nearest to pi
      return constant(3.141592653589793);
    case "inf":
      // JSON has no infinity.
      return two("div", ONE, ZERO);
    default:
      return undefined;
  }
}

function lowerName(b: Builder, e: Extract<Expr, { kind: "name" }>): IrExpr {
  const name = canonicalName(e.name.text);
  const { span } = e.name;
  const built = builtIn(b, name);
  if (built !== undefined) return built;
  const element = elementOf(e);
  const fixed = element === undefined ? undefined : b.fixed.get(element.array);
  if (element !== undefined && fixed !== undefined) return constant(fixed[element.index]!);
  const definition = b.definitions.get(name);
  const place = b.places.get(name);
  if (definition === undefined || place === undefined) {
    if (RESERVED.has(name) || windowCall(name) !== undefined) {
      return fault(b, "function-without-arguments", span, { name });
    }
    return unknownName(b, e.name.text, span);
  }
  if (definition.statement.kind === "variant") {
    const options = definition.statement.options.map((o) => canonicalName(o.name.text));
    const chosen = e.subscripts[0];
    if (chosen === undefined || e.subscripts.length > 1) {
      return fault(b, "variant-needs-option", span, { name, options: options.join(", ") });
    }
    const index = options.indexOf(canonicalName(chosen.text));
    if (index < 0) {
      const near = nearestName(chosen.text, options);
      const data = { name: chosen.text, variant: name, options: options.join(", ") };
      return fault(
        b,
        "unknown-option",
        chosen.span,
        near === undefined ? data : { ...data, suggestion: near },
      );
    }
    return two("eq", { op: "param", index: place.index }, constant(index));
  }
  if (e.subscripts.length > 0) return fault(b, "subscript-of-scalar", e.span, { name });
  switch (place.of) {
    case "table":
    case "vector":
      return fault(b, "table-needs-argument", span, { name });
    case "param": {
      if (place.count === undefined) return { op: "param", index: place.index };
      const first = Math.floor(b.clock.startIndex / b.clock.stepsPerUnit);
      return {
        op: "pick",
        first: place.index,
        count: place.count,
        arg: two("sub", STEP_TIME, constant(first)),
      };
    }
    default:
      return { op: place.of, index: place.index };
  }
}

function lowerCall(b: Builder, owner: string, e: Extract<Expr, { kind: "call" }>): IrExpr {
  const fn = canonicalName(e.fn.text);
  const sum = sumOf(e);
  if (sum !== undefined) return lowerSum(b, owner, sum, e.span, (part) => lower(b, owner, part));
  const window = windowCall(fn);
  const arity = window === undefined ? FUNCTIONS.get(fn) : { min: 1, max: 1 };
  if (arity === undefined) return tableCall(b, owner, e, fn);
  if (e.args.length < arity.min || e.args.length > arity.max) {
    const wanted = arity.min === arity.max ? `${arity.min}` : `${arity.min} to ${arity.max}`;
    const written = SIGNATURES.get(fn) ?? "";
    return fault(b, "wrong-number-of-arguments", e.span, { name: fn, wanted, found: e.args.length, written });
  }
  const args = e.args.map((arg) => lower(b, owner, arg));
  if (window !== undefined) {
    if (window.unit === "month" && !b.clock.calendar) return fault(b, "months-need-calendar", e.fn.span, {});
    if (window.count <= 0) return fault(b, "empty-window", e.fn.span, {});
    return movingWindow(b, owner, window, args[0]!, e.span);
  }
  const body = lowerFunction(fn, { b, owner, call: e, args });
  return body ?? fault(b, "baseline-outside-check", e.fn.span, {});
}

function tableCall(b: Builder, owner: string, e: Extract<Expr, { kind: "call" }>, fn: string): IrExpr {
  const place = b.places.get(fn);
  if (place === undefined) {
    const written = writtenHere(fn);
    if (written !== undefined) return fault(b, "foreign-function", e.fn.span, { name: e.fn.text, written });
    const tables = [...b.definitions.values()].filter((d) => d.statement.kind === "table").map((d) => d.name);
    const near = nearestName(fn, [...FUNCTIONS.keys(), ...tables]);
    const data = { name: e.fn.text };
    return fault(b, "unknown-function", e.fn.span, near === undefined ? data : { ...data, suggestion: near });
  }
  if (place.of !== "table") return fault(b, "not-a-function", e.fn.span, { name: e.fn.text });
  const arg = e.args[0];
  if (arg === undefined || e.args.length > 1) {
    return fault(b, "wrong-number-of-arguments", e.span, { name: fn, wanted: 1, found: e.args.length });
  }
  return { op: "lookup", table: place.index, arg: lower(b, owner, arg) };
}
