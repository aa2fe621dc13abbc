import type { Expr } from "../lang/ast.ts";
import { addHeld, type Builder, constant, ONE, two, ZERO } from "./builder.ts";
import { foldLiteral } from "./fold.ts";
import { pulse, pulseTrain, ramp, step } from "./inputs.ts";
import type { IrExpr, UnaryOp } from "./ir.ts";
import { fixedDelay, forecast, initialValue, materialDelay, safeDivision, smooth, trend } from "./macros.ts";
import { randomExponential, randomLognormal, randomNormal, randomUniform } from "./random-functions.ts";
import { ceil, modulo, quantum, round } from "./rounding.ts";
import { arccosine, arcsine } from "./trigonometry.ts";

/** A call whose arguments are lowered: their number fits, and their trees are those of `call`. */
interface Lowered {
  readonly b: Builder;
  readonly owner: string;
  readonly call: Extract<Expr, { kind: "call" }>;
  readonly args: readonly IrExpr[];
}

/** Arguments that a function does not take are undefined; its body does not look at them. */
type Arguments = readonly [IrExpr, IrExpr, IrExpr, IrExpr?, IrExpr?];

type Body = (call: Lowered, ...args: Arguments) => IrExpr | undefined;

const operation =
  (op: UnaryOp): Body =>
  (_, arg) => ({ op, arg });

const folded =
  (op: "min" | "max"): Body =>
  ({ args }) =>
    args.slice(1).reduce((left, right) => two(op, left, right), args[0]!);

const logarithm = (x: IrExpr): IrExpr => ({ op: "ln", arg: x });

/** What each function of the language is in the IR; arguments that may be left out are undefined. */
const BODIES: Readonly<Record<string, Body>> = {
  abs: operation("abs"),
  exp: operation("exp"),
  ln: operation("ln"),
  sqrt: operation("sqrt"),
  sin: operation("sin"),
  cos: operation("cos"),
  tan: operation("tan"),
  arctan: operation("atan"),
  arcsin: ({ b, owner }, x) => arcsine(b, owner, x),
  arccos: ({ b, owner }, x) => arccosine(b, owner, x),
  log10: (_, x) => two("div", logarithm(x), logarithm(constant(10))),
  log: (_, x, base) => two("div", logarithm(x), logarithm(base)),
  logistic: (_, x) => two("div", ONE, two("add", ONE, { op: "exp", arg: { op: "neg", arg: x } })),
  min: folded("min"),
  max: folded("max"),
  floor: operation("floor"),
  int: operation("floor"),
  integer: operation("trunc"),
  ceil: (_, x) => ceil(x),
  round: ({ b, owner }, x) => round(b, owner, x),
  quantum: ({ b, owner }, x, unit) => quantum(b, owner, x, unit),
  modulo: ({ b, owner }, x, unit) => modulo(b, owner, x, unit),
  safediv: ({ b, owner }, x, by, otherwise) => safeDivision(b, owner, x, by, otherwise ?? ZERO),
  zidz: ({ b, owner }, x, by) => safeDivision(b, owner, x, by, ZERO),
  xidz: ({ b, owner }, x, by, otherwise) => safeDivision(b, owner, x, by, otherwise),
  step: ({ b }, height, date) => step(b, height, date),
  ramp: (_, slope, from, to) => ramp(slope, from, to),
  pulse: ({ b }, height, date, length) => pulse(b, height, date, length),
  "pulse train": ({ b, owner }, height, first, length, interval, until) =>
    pulseTrain(b, owner, [height, first, length, interval!, until]),
  smth1: ({ b, owner }, x, time, start) => smooth(b, owner, "smth1", 1, x, time, start),
  smth3: ({ b, owner }, x, time, start) => smooth(b, owner, "smth3", 3, x, time, start),
  smthn: (call, x, time, _, start) => {
    const order = orderOf(call);
    return order === undefined ? undefined : smooth(call.b, call.owner, "smthn", order, x, time, start);
  },
  delay1: ({ b, owner }, x, time, start) => materialDelay(b, owner, "delay1", 1, x, time, start),
  delay3: ({ b, owner }, x, time, start) => materialDelay(b, owner, "delay3", 3, x, time, start),
  delayn: (call, x, time, _, start) => {
    const order = orderOf(call);
    return order === undefined
      ? undefined
      : materialDelay(call.b, call.owner, "delayn", order, x, time, start);
  },
  delay: ({ b, owner, call }, x, time, start) => fixedDelay(b, owner, x, time, start, call.args[1]!.span),
  trend: ({ b, owner }, x, time, start) => trend(b, owner, x, time, start),
  forcst: ({ b, owner }, x, time, horizon, start) => forecast(b, owner, x, time, horizon, start),
  previous: ({ b, owner }, x, start) =>
    addHeld(b, owner, "previous", { kind: "delay", input: x, duration: { op: "dt" }, initial: start }),
  sample: ({ b, owner }, x, date) => addHeld(b, owner, "sample", { kind: "sample", input: x, at: date }),
  init: ({ b, owner }, x) => initialValue(b, owner, x),
  "random uniform": ({ b, owner }, low, high) => randomUniform(b, owner, low, high),
  "random normal": ({ b, owner }, mean, sd, low, high) => randomNormal(b, owner, mean, sd, low, high),
  "random lognormal": ({ b, owner }, mean, sd) => randomLognormal(b, owner, mean, sd),
  "random exponential": ({ b, owner }, mean) => randomExponential(b, owner, mean),
};

/** Stages that a delay may have. */
const MOST_STAGES = 50;

/** The order of `smthn` and `delayn`, a whole number as written. Error: `delay-order`. */
function orderOf({ b, call }: Lowered): number | undefined {
  const e = call.args[2]!;
  const order = foldLiteral(e)?.value ?? 0;
  if (Number.isInteger(order) && order >= 1 && order <= MOST_STAGES) return order;
  const data = { name: call.fn.text, most: MOST_STAGES };
  b.report({ code: "delay-order", severity: "error", span: e.span, data });
  return undefined;
}

/** A call of a function of the language, whose arguments are right in number; undefined for `baseline`. */
export function lowerFunction(fn: string, call: Lowered): IrExpr | undefined {
  const body = BODIES[fn];
  return body === undefined ? undefined : (body(call, ...(call.args as unknown as Arguments)) ?? ZERO);
}
