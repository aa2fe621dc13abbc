import {
  aDelay,
  add,
  aLever,
  anAux,
  aParameter,
  aRule,
  aSample,
  aStock,
  aux,
  calendarClock,
  div,
  fn,
  ge,
  held,
  lever,
  makeIr,
  mul,
  num,
  param,
  stock,
  sub,
  time,
} from "../engine/test-irs.ts";
import type { Ir } from "../model/ir.ts";

/**
 * A small model with everything that has a memory: two stocks, delays of drawn length, a sample, a rule that reads
 * a lever and moves a stock. Calendar 2015 to 2021, four steps a month.
 */
export function memoryModel(): Ir {
  return makeIr({
    clock: calendarClock(2015, 2021, 4),
    parameters: [
      aParameter("growth", 0.3, { distribution: "triangular", args: [0.1, 0.3, 0.6] }),
      aParameter("lag", 0.5, { distribution: "uniform", args: [0.1, 1.5] }),
      aParameter("limit", 100),
      aParameter("kind", 0, { distribution: "categorical", args: [2, 1, 1] }),
      aParameter("noise", 1, { distribution: "lognormal", args: [1, 0.2] }),
    ],
    levers: [aLever("pressure", 0, 6), aLever("threshold", 40)],
    stocks: [
      aStock("flow", num(10), sub(mul(aux(0), param(4)), mul(held(2), stock(0)))),
      aStock("memory", stock(0), div(sub(held(0), stock(1)), num(0.7))),
    ],
    auxiliaries: [
      anAux("net growth", mul(mul(param(0), stock(0)), sub(num(1), div(stock(0), param(2))))),
      anAux("pull", add(mul(lever(0), num(0.1)), mul(num(0.01), held(1)))),
      anAux("report", add(fn("ln", add(num(1), stock(1))), add(param(3), mul(aux(1), time))), "report"),
    ],
    held: [
      aDelay("late flow", stock(0), param(1), num(3)),
      aSample("flow at 2017", stock(0), num(2017)),
      aRule("force", {
        from: num(2016.5),
        when: ge(held(0), lever(1)),
        by: add(num(0.05), aux(1)),
        upTo: num(0.5),
        every: num(0.25),
        until: ge(num(12), stock(0)),
      }),
    ],
  });
}

export const memoryOutputs: readonly string[] = [
  "flow",
  "memory",
  "late flow",
  "flow at 2017",
  "force",
  "report",
  "pressure",
];
