import { type Builder, choose, constant, STEP_TIME, shared, TIME, two, ZERO } from "./builder.ts";
import { edgeTime } from "./clock.ts";
import type { IrExpr } from "./ir.ts";

/** Dates that were computed may miss a step by this share of it. */
const NEAR = 1e-6;

/** A test whether the current step starts at or after `date`; robust to dates that were computed. */
export function stepReached(b: Builder, date: IrExpr): IrExpr {
  if (date.op === "const") return two("ge", STEP_TIME, constant(edgeTime(b.clock, date.value)));
  return two("ge", STEP_TIME, two("sub", date, constant(NEAR / b.clock.stepsPerUnit)));
}

/** `height` from `date` on, else 0. */
export function step(b: Builder, height: IrExpr, date: IrExpr): IrExpr {
  return choose(stepReached(b, date), height, ZERO);
}

/** `height` for `length` from `date` on, else 0. */
export function pulse(b: Builder, height: IrExpr, date: IrExpr, length: IrExpr): IrExpr {
  const bothKnown = date.op === "const" && length.op === "const";
  const end = bothKnown ? constant(date.value + length.value) : two("add", date, length);
  const ended: IrExpr = { op: "not", arg: stepReached(b, end) };
  return choose(two("and", stepReached(b, date), ended), height, ZERO);
}

/** 0 until `from`, then rising by `slope`, level after `to`. */
export function ramp(slope: IrExpr, from: IrExpr, to: IrExpr | undefined): IrExpr {
  const until = to === undefined ? TIME : two("min", TIME, to);
  return two("mul", slope, two("max", ZERO, two("sub", until, from)));
}

/**
 * Pulses of `height` and `length` that begin at `first`, `first + interval` and so on, until `until` (Vensim's PULSE
 * TRAIN with a height). Each begins and ends at the first step at or after its date.
 */
export function pulseTrain(
  b: Builder,
  owner: string,
  [height, first, length, interval, until]: readonly [IrExpr, IrExpr, IrExpr, IrExpr, IrExpr | undefined],
): IrExpr {
  const near = constant(NEAR / b.clock.stepsPerUnit);
  const what = "pulse train";
  const every = shared(b, owner, `${what} interval`, interval);
  const since = shared(b, owner, `${what} time`, two("add", two("sub", STEP_TIME, first), near));
  const begun = two("mul", every, { op: "floor", arg: two("div", since, every) });
  const on = two("and", two("ge", since, ZERO), two("lt", two("sub", since, begun), length));
  const ended: IrExpr | undefined = until && { op: "not", arg: stepReached(b, until) };
  return choose(ended === undefined ? on : two("and", on, ended), height, ZERO);
}
