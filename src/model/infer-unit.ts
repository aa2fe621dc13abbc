import type { Diagnostic } from "../base/diagnostic.ts";
import type { Expr } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { formatUnit } from "../units/format.ts";
import {
  divideUnits,
  isPure,
  multiplyUnits,
  PURE,
  powerUnit,
  sameDimensions,
  type Unit,
} from "../units/unit.ts";
import { reductionCall } from "./arrays/reduction.ts";
import { foldLiteral } from "./fold.ts";
import { BUILT_IN, windowCall } from "./functions.ts";
import { mismatchHint } from "./unit-hint.ts";

/** What inference needs to know of the model. `undefined` stands for a unit that is unknown, or that any unit fits. */
export interface UnitContext {
  readonly time: Unit;
  /** Unit of a variable, declared or inferred. */
  readonly unitOf: (name: string) => Unit | undefined;
  /** A variable's unit in the words of its declaration. */
  readonly textOf: (name: string) => string | undefined;
  /** Argument and result of a table. */
  readonly tableOf: (
    name: string,
  ) => { readonly of: Unit | undefined; readonly unit: Unit | undefined } | undefined;
  readonly report: (d: Diagnostic) => void;
}

/** The unit in words: as declared for a plain name, else in canonical form. */
export function describeUnit(e: Expr, unit: Unit, context: UnitContext): string {
  const declared = e.kind === "name" ? context.textOf(canonicalName(e.name.text)) : undefined;
  return declared ?? formatUnit(unit);
}

/** Both sides must have one unit; reports `unit-mismatch` and gives the unit known. */
function unify(
  left: Expr,
  leftUnit: Unit | undefined,
  right: Expr,
  rightUnit: Unit | undefined,
  what: string,
  context: UnitContext,
): Unit | undefined {
  if (leftUnit === undefined || rightUnit === undefined) return leftUnit ?? rightUnit;
  if (sameDimensions(leftUnit, rightUnit)) return leftUnit;
  context.report({
    code: "unit-mismatch",
    severity: "error",
    span: { file: left.span.file, start: left.span.start, end: right.span.end },
    data: {
      what,
      left: describeUnit(left, leftUnit, context),
      right: describeUnit(right, rightUnit, context),
      ...mismatchHint(leftUnit, rightUnit, left, right, context.time),
    },
  });
  return undefined;
}

function mustBe(e: Expr, unit: Unit | undefined, wanted: Unit, what: string, context: UnitContext): void {
  if (unit === undefined || sameDimensions(unit, wanted)) return;
  context.report({
    code: "unit-of-argument",
    severity: "error",
    span: e.span,
    data: {
      what,
      unit: describeUnit(e, unit, context),
      wanted: formatUnit(wanted),
      ...(e.kind === "number" && !isPure(wanted) ? { number: e.value } : {}),
    },
  });
}

/** Unit of an expression; finds are reported through the context. */
export function inferUnit(e: Expr, context: UnitContext): Unit | undefined {
  const infer = (inner: Expr): Unit | undefined => inferUnit(inner, context);
  switch (e.kind) {
    case "number":
      return e.value === 0 ? undefined : PURE;
    case "date":
      return context.time;
    case "range":
      return undefined;
    case "name": {
      const name = canonicalName(e.name.text);
      if (name === "pi") return PURE;
      if (name === "inf") return undefined;
      if (BUILT_IN.has(name)) return context.time;
      return context.unitOf(name);
    }
    case "unary":
      if (e.op === "-") return infer(e.arg);
      infer(e.arg);
      return PURE;
    case "if": {
      infer(e.condition);
      return unify(e.then, infer(e.then), e.otherwise, infer(e.otherwise), "if", context);
    }
    case "binary":
      return inferBinary(e, context);
    case "call":
      return inferCall(e, context);
  }
}

function inferBinary(e: Extract<Expr, { kind: "binary" }>, context: UnitContext): Unit | undefined {
  const left = inferUnit(e.left, context);
  const right = inferUnit(e.right, context);
  switch (e.op) {
    case "+":
    case "-":
      return unify(e.left, left, e.right, right, e.op, context);
    case "*":
      return left === undefined || right === undefined ? undefined : multiplyUnits(left, right);
    case "/":
      return left === undefined || right === undefined ? undefined : divideUnits(left, right);
    case "^": {
      const power = foldLiteral(e.right);
      mustBe(e.right, right, PURE, "exponent", context);
      if (power !== undefined) return left === undefined ? undefined : powerUnit(left, power.value);
      mustBe(e.left, left, PURE, "base", context);
      return PURE;
    }
    case "and":
    case "or":
      return PURE;
    default:
      unify(e.left, left, e.right, right, e.op, context);
      return PURE;
  }
}

function inferCall(e: Extract<Expr, { kind: "call" }>, context: UnitContext): Unit | undefined {
  const fn = canonicalName(e.fn.text);
  const units = e.args.map((arg) => inferUnit(arg, context));
  const first = e.args[0];
  if (first === undefined) return undefined;
  const same = (i: number): Unit | undefined => {
    const arg = e.args[i];
    return arg === undefined ? units[0] : unify(first, units[0], arg, units[i], fn, context);
  };
  const isTime = (i: number): void => {
    const arg = e.args[i];
    if (arg !== undefined) mustBe(arg, units[i], context.time, fn, context);
  };
  const isGrowth = (i: number): void => {
    const arg = e.args[i];
    if (arg !== undefined) mustBe(arg, units[i], divideUnits(PURE, context.time), fn, context);
  };
  const window = windowCall(fn);
  if (window !== undefined) {
    if (window.of === "mean") return units[0];
    return units[0] === undefined ? undefined : multiplyUnits(units[0], context.time);
  }
  const reduction = reductionCall(fn);
  if (reduction !== undefined) {
    if (reduction.of !== "product") return units[0];
    return units[0] !== undefined && isPure(units[0]) ? PURE : undefined;
  }
  switch (fn) {
    case "position":
      return PURE;
    case "min":
    case "max":
    case "quantum":
    case "modulo":
    case "random uniform":
    case "random normal":
    case "random lognormal":
      return e.args.reduce<Unit | undefined>(
        (unit, arg, i) => (i === 0 ? unit : unify(first, unit, arg, units[i], fn, context)),
        units[0],
      );
    case "exp":
    case "ln":
    case "log10":
    case "log":
    case "logistic":
    case "sin":
    case "cos":
    case "tan":
    case "arcsin":
    case "arccos":
    case "arctan":
      for (const [i, arg] of e.args.entries()) mustBe(arg, units[i], PURE, fn, context);
      return PURE;
    case "floor":
    case "ceil":
    case "int":
    case "integer":
    case "round":
      if (units[0] !== undefined && !sameDimensions(units[0], context.time)) {
        mustBe(first, units[0], PURE, fn, context);
      }
      return units[0];
    case "sqrt":
      return units[0] === undefined ? undefined : powerUnit(units[0], 0.5);
    case "step":
    case "sample":
    case "pulse":
    case "pulse train":
      for (let i = 1; i < e.args.length; i++) isTime(i);
      return units[0];
    case "ramp":
      isTime(1);
      isTime(2);
      return units[0] === undefined ? undefined : multiplyUnits(units[0], context.time);
    case "smth1":
    case "smth3":
    case "delay1":
    case "delay3":
    case "delay":
      isTime(1);
      return same(2);
    case "smthn":
    case "delayn":
      isTime(1);
      return same(3);
    case "trend":
      isTime(1);
      isGrowth(2);
      return divideUnits(PURE, context.time);
    case "forcst":
      isTime(1);
      isTime(2);
      isGrowth(3);
      return units[0];
    case "previous":
      return same(1);
    case "safediv":
    case "zidz":
    case "xidz": {
      const [a, b] = units;
      const ratio = a === undefined || b === undefined ? undefined : divideUnits(a, b);
      const otherwise = e.args[2];
      if (otherwise === undefined) return ratio;
      const right = e.args[1]!;
      const span = { ...first.span, end: right.span.end };
      return unify(
        { kind: "binary", op: "/", left: first, right, span },
        ratio,
        otherwise,
        units[2],
        fn,
        context,
      );
    }
    case "abs":
    case "init":
    case "random exponential":
    case "baseline":
      return units[0];
    default: {
      const table = context.tableOf(fn);
      if (table?.of !== undefined) mustBe(first, units[0], table.of, e.fn.text, context);
      return table?.unit;
    }
  }
}
