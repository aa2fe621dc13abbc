import type { Span } from "../base/diagnostic.ts";
import {
  addAux,
  addHeld,
  addStock,
  type Builder,
  choose,
  constant,
  ONE,
  shared,
  TIME,
  two,
  ZERO,
} from "./builder.ts";
import type { WindowCall } from "./functions.ts";
import type { IrExpr } from "./ir.ts";

function inStockDerivative(b: Builder, stock: IrExpr, derivative: IrExpr): void {
  if (stock.op === "stock") b.stocks[stock.index]!.derivative = derivative;
}

/**
 * Information delay: `order` stages in a row, each of which closes its gap in `time / order`. `what` names the hidden
 * parts. Without `start` every stage starts at the input.
 */
export function smooth(
  b: Builder,
  owner: string,
  what: string,
  order: number,
  input: IrExpr,
  time: IrExpr,
  start: IrExpr | undefined,
): IrExpr {
  let value = shared(b, owner, `${what} input`, input);
  const initial = start ?? value;
  const stage =
    order === 1 ? time : shared(b, owner, `${what} stage time`, two("div", time, constant(order)));
  for (let i = 0; i < order; i++) {
    const stock = addStock(b, owner, what, initial);
    inStockDerivative(b, stock, two("div", two("sub", value, stock), stage));
    value = stock;
  }
  return value;
}

/** Material delay: what flows in flows out later; each of `order` stages holds flow x time / order. */
export function materialDelay(
  b: Builder,
  owner: string,
  what: string,
  order: number,
  input: IrExpr,
  time: IrExpr,
  start: IrExpr | undefined,
): IrExpr {
  let flow = shared(b, owner, `${what} input`, input);
  const first = start ?? flow;
  const stage =
    order === 1
      ? shared(b, owner, `${what} time`, time)
      : shared(b, owner, `${what} stage time`, two("div", time, constant(order)));
  for (let i = 0; i < order; i++) {
    const stock = addStock(b, owner, what, two("mul", first, stage));
    const out = addAux(b, owner, `${what} outflow`, two("div", stock, stage));
    inStockDerivative(b, stock, two("sub", flow, out));
    flow = out;
  }
  return flow;
}

/**
 * The share by which the input grows in a unit of time: (input - average) / (time * |average|), where the average
 * follows the input in `time` and starts at input / (1 + start * time); 0 where the average is 0 (Vensim's TREND).
 */
export function trend(
  b: Builder,
  owner: string,
  input: IrExpr,
  time: IrExpr,
  start: IrExpr | undefined,
): IrExpr {
  const value = shared(b, owner, "trend input", input);
  const lag = shared(b, owner, "trend time", time);
  const initial = start === undefined ? value : two("div", value, two("add", ONE, two("mul", start, lag)));
  const average = addStock(b, owner, "trend average", initial);
  const gap = two("sub", value, average);
  inStockDerivative(b, average, two("div", gap, lag));
  const size: IrExpr = { op: "abs", arg: average };
  return safeDivision(b, owner, gap, two("mul", lag, size), ZERO);
}

/** The input carried on along its trend: input * (1 + trend * horizon). */
export function forecast(
  b: Builder,
  owner: string,
  input: IrExpr,
  time: IrExpr,
  horizon: IrExpr,
  start: IrExpr | undefined,
): IrExpr {
  const value = shared(b, owner, "forcst input", input);
  const growth = trend(b, owner, value, time, start);
  return two("mul", value, two("add", ONE, two("mul", growth, horizon)));
}

/** What the input was `duration` ago, to whole steps; `start` (the input's own start) until then. */
export function fixedDelay(
  b: Builder,
  owner: string,
  input: IrExpr,
  duration: IrExpr,
  start: IrExpr | undefined,
  span: Span,
): IrExpr {
  const value = shared(b, owner, "delay input", input);
  return addHeld(b, owner, "delay", { kind: "delay", input: value, duration, initial: start ?? value }, span);
}

/** The value of `input` at the start of the run. */
export function initialValue(b: Builder, owner: string, input: IrExpr): IrExpr {
  const at = constant(b.clock.startIndex / b.clock.stepsPerUnit);
  return addHeld(b, owner, "init", { kind: "sample", input, at });
}

/**
 * Sum or mean over a moving window: a running total minus what it was a window ago. Before the window is full the
 * sum covers the time since the start, and the mean divides by that time. A window that is not a whole number of steps
 * is rounded to one, and the sum is scaled by what that changes.
 */
export function movingWindow(
  b: Builder,
  owner: string,
  window: WindowCall,
  input: IrExpr,
  span: Span,
): IrExpr {
  const length = window.unit === "month" ? window.count / 12 : window.count;
  const value = shared(b, owner, `${window.of} over input`, input);
  const { stepsPerUnit } = b.clock;
  const steps = length * stepsPerUnit;
  const whole = Math.max(1, Math.round(steps));
  const duration = constant(Math.abs(steps - whole) < 1e-6 ? length : whole / stepsPerUnit);
  const { total, before } = runningTotal(b, owner, value, duration, length, span);
  const sum = two("sub", total, before);
  if (window.of === "sum") {
    return Math.abs(steps - whole) < 1e-6 ? sum : two("mul", sum, constant(steps / whole));
  }
  const elapsed = two("sub", TIME, constant(b.clock.startIndex / stepsPerUnit));
  const started = two("gt", elapsed, ZERO);
  const covered = choose(started, two("min", elapsed, duration), ONE);
  return choose(started, two("div", sum, covered), value);
}

/** The running total of `value`, and what it was `length` ago; made once for every quantity and window. */
function runningTotal(
  b: Builder,
  owner: string,
  value: IrExpr,
  duration: IrExpr,
  length: number,
  span: Span,
): { readonly total: IrExpr; readonly before: IrExpr } {
  const key = JSON.stringify(value);
  let known = b.totals.get(key);
  if (known === undefined) {
    known = { total: addStock(b, owner, "running total", ZERO), windows: new Map() };
    inStockDerivative(b, known.total, value);
    b.totals.set(key, known);
  }
  const { total, windows } = known;
  let before = windows.get(length);
  if (before === undefined) {
    const parts = { kind: "delay" as const, input: total, duration, initial: ZERO };
    before = addHeld(b, owner, "total a window ago", parts, span);
    windows.set(length, before);
  }
  return { total, before };
}

/** a / b, or `otherwise` where b is 0; the divisor is guarded, so that no lane divides by 0. */
export function safeDivision(
  b: Builder,
  owner: string,
  numerator: IrExpr,
  divisor: IrExpr,
  otherwise: IrExpr,
): IrExpr {
  const by = shared(b, owner, "safediv divisor", divisor);
  const isZero = two("eq", by, ZERO);
  return choose(isZero, otherwise, two("div", numerator, choose(isZero, ONE, by)));
}
