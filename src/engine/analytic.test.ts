import { describe, expect, it } from "vitest";
import type { Ir } from "../model/ir.ts";
import { timeOf } from "./clock.ts";
import {
  aDelay,
  aLever,
  anAux,
  aStock,
  aux,
  div,
  ge,
  held,
  iff,
  makeIr,
  mul,
  neg,
  num,
  plainClock,
  stepTime,
  stock,
  sub,
  time,
} from "./test-irs.ts";
import { simulate } from "./test-run.ts";

type Method = Ir["method"];
const steps = [10, 3, 12, 365];

function growth(method: Method, perUnit: number): Ir {
  return makeIr({
    method,
    clock: plainClock(perUnit, 5 * perUnit),
    stocks: [aStock("y", num(2), mul(num(0.3), stock(0)))],
  });
}

function logistic(method: Method, perUnit: number): Ir {
  const flow = mul(mul(num(0.9), stock(0)), sub(num(1), div(stock(0), num(50))));
  return makeIr({
    method,
    clock: plainClock(perUnit, 10 * perUnit),
    stocks: [aStock("y", num(2), aux(0))],
    auxiliaries: [anAux("net growth", flow)],
  });
}

function oscillator(method: Method, perUnit: number): Ir {
  return makeIr({
    method,
    clock: plainClock(perUnit, 6 * perUnit),
    stocks: [aStock("y", num(1), stock(1)), aStock("v", num(0), neg(mul(num(4), stock(0))))],
  });
}

const cases = [
  { name: "exponential", make: growth, exact: (t: number) => 2 * Math.exp(0.3 * t) },
  { name: "logistic", make: logistic, exact: (t: number) => 50 / (1 + 24 * Math.exp(-0.9 * t)) },
  { name: "harmonic oscillator", make: oscillator, exact: (t: number) => Math.cos(2 * t) },
];

/** Largest error over all steps. */
function error(ir: Ir, exact: (t: number) => number): number {
  const [y] = simulate(ir, ["y"]).rows;
  return Math.max(...y!.map((v, k) => Math.abs(v - exact(timeOf(ir.clock, k)))));
}

describe.each(cases)("$name", ({ make, exact }) => {
  it.each(steps)("rk4 follows the solution at dt 1/%i", (perUnit) => {
    const scale = Math.max(...Array.from({ length: 11 }, (_, t) => Math.abs(exact(t))));
    expect(error(make("rk4", perUnit), exact) / scale).toBeLessThan(0.5 * perUnit ** -4 * 30 + 1e-13);
  });
  it.each([
    ["euler", 1, 80],
    ["rk2", 2, 40],
    ["rk4", 4, 20],
  ] as const)("%s converges with order %i", (method, order, coarse) => {
    const errors = [coarse, 2 * coarse, 4 * coarse].map((perUnit) => error(make(method, perUnit), exact));
    const slopes = [Math.log2(errors[0]! / errors[1]!), Math.log2(errors[1]! / errors[2]!)];
    for (const slope of slopes) expect(Math.abs(slope - order)).toBeLessThan(0.15 * order);
    expect(Math.abs(slopes[1]! - order)).toBeLessThanOrEqual(Math.abs(slopes[0]! - order) + 0.02);
  });
});

describe("time", () => {
  it.each(steps)("at dt 1/%i is the integer clock, to the last bit, in every stage", (perUnit) => {
    const ir = makeIr({
      clock: plainClock(perUnit, 7 * perUnit),
      stocks: [aStock("square", num(0), mul(num(2), time))],
      auxiliaries: [anAux("now", time), anAux("step began", stepTime)],
    });
    const { rows } = simulate(ir, ["now", "step began", "square"]);
    expect(rows[0]).toEqual(ir.clock.saveSteps.map((k) => k / perUnit));
    expect(rows[1]).toEqual(rows[0]);
    expect(rows[2]!.at(-1)).toBeCloseTo(49, 10);
  });
  it("holds the step's time through the stages", () => {
    const ir = makeIr({ clock: plainClock(4, 8), stocks: [aStock("y", num(0), stepTime)] });
    // The integral of a staircase: sum of step times, each for a quarter.
    expect(simulate(ir, ["y"]).rows[0]!.at(-1)).toBeCloseTo(
      (0 + 0.25 + 0.5 + 0.75 + 1 + 1.25 + 1.5 + 1.75) / 4,
      14,
    );
  });
  it("starts anywhere", () => {
    const ir = makeIr({ clock: plainClock(48, 96, 2013), auxiliaries: [anAux("now", time)] });
    expect(simulate(ir, ["now"]).rows[0]!.slice(0, 2)).toEqual([2013, 96625 / 48]);
  });
});

describe("delays", () => {
  const step = iff(ge(stepTime, num(1)), num(10), num(0));
  it.each(steps)("a fixed delay at dt 1/%i gives the input 2 earlier, on the step", (perUnit) => {
    for (const input of [step, time]) {
      const ir = makeIr({
        clock: plainClock(perUnit, 6 * perUnit),
        auxiliaries: [anAux("input", input)],
        held: [aDelay("late", aux(0), num(2), num(-1))],
      });
      const { rows } = simulate(ir, ["input", "late"]);
      const wanted = rows[0]!.map((_, k) => (k < 2 * perUnit ? -1 : rows[0]![k - 2 * perUnit]!));
      expect(rows[1]).toEqual(wanted);
    }
  });
  it("delays of delays add up whatever the order of declaration", () => {
    for (const first of [0, 1]) {
      const inner = aDelay("inner", time, num(0.5), num(0));
      const outer = aDelay("outer", mul(num(1), aux(0)), num(0.3), num(0));
      const ir = makeIr({
        clock: plainClock(10, 40),
        auxiliaries: [anAux("between", held(first))],
        held: first === 0 ? [inner, outer] : [outer, inner],
      });
      const { rows } = simulate(ir, ["outer"]);
      expect(rows[0]!.slice(9)).toEqual(Array.from({ length: 32 }, (_, k) => (k + 1) / 10));
    }
  });
  it("a delay shorter than a step lasts one step", () => {
    const ir = makeIr({ clock: plainClock(10, 5), held: [aDelay("late", time, num(0), num(7))] });
    expect(simulate(ir, ["late"]).rows[0]).toEqual([7, 0, 0.1, 0.2, 0.3, 0.4]);
  });
  it.each(steps)(
    "first and third order delays of a step follow the gamma distribution at dt 1/%i",
    (perUnit) => {
      const input = num(10);
      const out = (i: number, time: number) => div(stock(i), num(time));
      const ir = makeIr({
        clock: plainClock(perUnit, 8 * perUnit),
        stocks: [
          aStock("one", num(0), sub(input, aux(0))),
          aStock("a", num(0), sub(input, aux(1))),
          aStock("b", num(0), sub(aux(1), aux(2))),
          aStock("c", num(0), sub(aux(2), aux(3))),
        ],
        auxiliaries: [
          anAux("first", out(0, 2)),
          anAux("out a", out(1, 2 / 3)),
          anAux("out b", out(2, 2 / 3)),
          anAux("third", out(3, 2 / 3)),
        ],
      });
      const { rows } = simulate(ir, ["first", "third"]);
      const bound = 60 * perUnit ** -4 + 1e-12;
      rows[0]!.forEach((v, k) => {
        const t = k / perUnit;
        expect(Math.abs(v - 10 * (1 - Math.exp(-t / 2)))).toBeLessThan(bound);
        const x = 1.5 * t;
        expect(Math.abs(rows[1]![k]! - 10 * (1 - Math.exp(-x) * (1 + x + (x * x) / 2)))).toBeLessThan(bound);
      });
    },
  );
  it("a first-order delay of a ramp lags by its time", () => {
    const ir = makeIr({
      clock: plainClock(12, 240),
      stocks: [aStock("y", num(0), div(sub(time, stock(0)), num(1.5)))],
    });
    const { rows } = simulate(ir, ["y"]);
    rows[0]!.forEach((v, k) => {
      const t = k / 12;
      expect(Math.abs(v - (t - 1.5 * (1 - Math.exp(-t / 1.5))))).toBeLessThan(1e-6);
    });
  });
});

describe("saving", () => {
  it("gives the same values whatever is saved, at intervals that dt does not divide", () => {
    const ir = logistic("rk4", 7);
    const all = simulate(ir, ["y", "net growth"]).rows;
    // Every third of a unit: the nearest step.
    const some = Array.from({ length: 31 }, (_, i) => Math.floor((i * 7) / 3 + 0.5));
    const { rows } = simulate(ir, ["y", "net growth"], {}, some);
    expect(rows[0]).toEqual(some.map((k) => all[0]![k]));
    expect(rows[1]).toEqual(some.map((k) => all[1]![k]));
  });
});

describe("a lever", () => {
  it("is constant within a step", () => {
    const ir = makeIr({
      clock: plainClock(4, 8),
      levers: [aLever("push", 0)],
      stocks: [aStock("y", num(0), { op: "lever", index: 0 })],
    });
    const { rows } = simulate(ir, ["y", "push"], { push: [{ at: 1, value: 3 }] });
    expect(rows[0]).toEqual([0, 0, 0, 0, 0, 0.75, 1.5, 2.25, 3]);
    expect(rows[1]).toEqual([0, 0, 0, 0, 3, 3, 3, 3, 3]);
  });
});
