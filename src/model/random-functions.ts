import { addNoise, type Builder, choose, constant, ONE, shared, two, ZERO } from "./builder.ts";
import type { IrExpr } from "./ir.ts";

// Every call has a stream of its own, named after its owner, and takes one number a step: a call that is added or
// removed elsewhere leaves all other numbers alone.

/** A number between `low` and `high`, all equally likely. */
export function randomUniform(b: Builder, owner: string, low: IrExpr, high: IrExpr): IrExpr {
  const from = shared(b, owner, "random uniform low", low);
  return two("add", from, two("mul", two("sub", high, from), addNoise(b, owner, "uniform")));
}

/** A number of a normal distribution; one outside `low`..`high`, where they are given, is moved to the nearer end. */
export function randomNormal(
  b: Builder,
  owner: string,
  mean: IrExpr,
  sd: IrExpr,
  low?: IrExpr,
  high?: IrExpr,
): IrExpr {
  const value = two("add", mean, two("mul", sd, addNoise(b, owner, "normal")));
  const above = low === undefined ? value : two("max", value, low);
  return high === undefined ? above : two("min", above, high);
}

/** A number of a lognormal distribution with this mean and standard deviation (of the number, not of its logarithm). */
export function randomLognormal(b: Builder, owner: string, mean: IrExpr, sd: IrExpr): IrExpr {
  const centre = shared(b, owner, "random lognormal mean", mean);
  const isZero = two("eq", centre, ZERO);
  const share = shared(b, owner, "random lognormal share", two("div", sd, choose(isZero, ONE, centre)));
  const variance = shared(b, owner, "random lognormal variance", {
    op: "ln",
    arg: two("add", ONE, two("mul", share, share)),
  });
  const scaled = two("mul", { op: "sqrt", arg: variance }, addNoise(b, owner, "normal"));
  const logarithm = two("sub", scaled, two("mul", constant(0.5), variance));
  return two("mul", centre, { op: "exp", arg: logarithm });
}

/** A number of an exponential distribution with this mean. */
export function randomExponential(b: Builder, owner: string, mean: IrExpr): IrExpr {
  return two("mul", mean, { op: "neg", arg: { op: "ln", arg: addNoise(b, owner, "uniform") } });
}
