import { describe, expect, it } from "vitest";
import { DiagnosticError } from "../base/diagnostic.ts";
import {
  aDelay,
  add,
  aLever,
  anAux,
  aRule,
  aSample,
  aStock,
  aux,
  calendarClock,
  ge,
  held,
  lever,
  lt,
  makeIr,
  mul,
  num,
  plainClock,
  stock,
  sub,
  time,
} from "./test-irs.ts";
import { simulate } from "./test-run.ts";

const months = calendarClock(2020, 2022, 2);
const monthly = months.saveSteps;
const everyStep = Array.from({ length: months.steps + 1 }, (_, k) => k);

describe("a sample", () => {
  it("follows its input until the date and keeps it", () => {
    const ir = makeIr({ clock: plainClock(4, 12), held: [aSample("then", time, num(2))] });
    expect(simulate(ir, ["then"]).rows[0]).toEqual([0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2, 2, 2, 2]);
  });
  it("keeps its start when the date is not after the start", () => {
    const ir = makeIr({ clock: plainClock(4, 4, 5), held: [aSample("then", time, num(5))] });
    expect(simulate(ir, ["then"]).rows[0]).toEqual([5, 5, 5, 5, 5]);
  });
});

describe("a rule", () => {
  const run = (parts: Parameters<typeof aRule>[1], saves = monthly) =>
    simulate(makeIr({ clock: months, held: [aRule("force", parts)] }), ["force"], {}, saves).rows[0]!;

  it("is tested at month ends only, first at the end of the first month", () => {
    expect(run({ when: num(1) }, everyStep).slice(0, 7)).toEqual([0, 0, 1, 1, 2, 2, 3]);
  });
  it("waits for its date, raises at most every interval, up to its limit", () => {
    const force = run({ from: num(2020.5), when: num(1), every: num(0.25), by: num(2), upTo: num(5) });
    const wanted = (month: number) => (month < 6 ? 0 : month < 9 ? 2 : month < 12 ? 4 : 5);
    expect(force).toEqual(monthly.map((_, m) => wanted(m)));
  });
  it("counts an interval of seven months in whole months", () => {
    const force = run({ when: num(1), every: num(7 / 12) });
    expect(force.indexOf(2)).toBe(8);
  });
  it("goes back to its start while its end condition holds, and may rise again after it", () => {
    const between = (from: number, to: number) => mul(ge(time, num(from)), lt(time, num(to)));
    const force = run({ initial: num(1), when: num(1), until: between(2020.5, 2021) });
    expect(force.slice(0, 14)).toEqual([1, 2, 3, 4, 5, 6, 1, 1, 1, 1, 1, 1, 2, 3]);
  });
  it("reads the values at the end of the step, in which rules declared earlier have already changed", () => {
    const rules = [
      aRule("first", { when: ge(stock(0), num(1 / 12)) }),
      aRule("second", { when: ge(aux(0), num(2)) }),
      aRule("third", { when: ge(held(3), num(1)) }),
      aRule("last", { when: num(1) }),
    ];
    const ir = makeIr({
      clock: months,
      stocks: [aStock("elapsed", num(0), num(1))],
      auxiliaries: [anAux("twice", mul(num(2), held(0)))],
      held: rules,
    });
    const { rows } = simulate(ir, ["first", "second", "third", "last"], {}, [2, 4]);
    // `third` reads a rule declared after it, so it is a month behind.
    expect(rows.map((r) => r[0])).toEqual([1, 1, 0, 1]);
    expect(rows.map((r) => r[1])).toEqual([2, 2, 1, 2]);
  });
  it("is off until a lever sets it going, and acts on the stocks from the next step", () => {
    const ir = makeIr({
      method: "euler",
      clock: months,
      levers: [aLever("armed", 0)],
      stocks: [aStock("effect", num(0), held(0))],
      held: [aRule("force", { when: lever(0), upTo: num(1) })],
    });
    const off = simulate(ir, ["force", "effect"], {}, everyStep).rows;
    expect(off.flat().every((v) => v === 0)).toBe(true);
    const on = simulate(ir, ["force", "effect"], { armed: [{ at: 2021, value: 1 }] }, everyStep).rows;
    expect(on[0]!.slice(22, 27)).toEqual([0, 0, 1, 1, 1]);
    expect(on[1]!.slice(22, 27)).toEqual([0, 0, 0, 1 / 24, 2 / 24]);
  });
});

describe("a delay inside a loop", () => {
  it("feeds back the value of exactly its duration ago", () => {
    // y' = -y(t - 1) with y = 1 before 0: y = 1 - t on 0..1, then 1 - t + (t - 1)^2 / 2.
    const clock = plainClock(100, 200);
    const ir = makeIr({
      clock,
      stocks: [aStock("y", num(1), sub(num(0), held(0)))],
      held: [aDelay("late", stock(0), num(1), num(1))],
    });
    const y = simulate(ir, ["y"]).rows[0]!;
    expect(y[100]).toBeCloseTo(0, 12);
    expect(Math.abs(y[200]! - -0.5)).toBeLessThan(0.006);
  });
  it("may be longer than the run", () => {
    const ir = makeIr({ clock: plainClock(10, 20), held: [aDelay("late", time, num(1e6), num(9))] });
    expect(simulate(ir, ["late"]).rows[0]!.every((v) => v === 9)).toBe(true);
  });
  it("fails as a row when its duration is not a number", () => {
    const ir = makeIr({
      clock: plainClock(10, 20),
      held: [aDelay("late", time, { op: "ln", arg: num(-1) }, num(9))],
    });
    expect(simulate(ir, ["late"]).status).toEqual({ ok: false, step: 0, variable: "late" });
  });
});

describe("leverTable", () => {
  const ir = makeIr({ clock: months, levers: [aLever("jump", 1), aLever("slow", 0, 6)] });
  const row = (name: "jump" | "slow", points: { at: number; value: number }[]) =>
    simulate(ir, [name], { [name]: points }, everyStep).rows[0]!;

  it("jumps at the first step that is not before the date", () => {
    expect(row("jump", [{ at: 2020 + 1 / 12, value: 5 }]).slice(0, 4)).toEqual([1, 1, 5, 5]);
    expect(row("jump", [{ at: 2020.05, value: 5 }]).slice(0, 4)).toEqual([1, 1, 5, 5]);
    expect(row("jump", [{ at: 1999, value: 5 }])[0]).toBe(5);
    expect(row("jump", [{ at: 2030, value: 5 }]).every((v) => v === 1)).toBe(true);
  });
  it("ramps from the date on, at the middle of each step, and holds what it reached", () => {
    const slow = row("slow", [{ at: 2020.25, value: 12 }]);
    expect(slow.slice(5, 20).map((v) => Math.round(v * 1e9) / 1e9)).toEqual([
      0, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 10.5, 11.5, 12, 12,
    ]);
  });
  it("turns round in the middle of a ramp from the value reached, in whatever order points are given", () => {
    const slow = row("slow", [
      { at: 2020.25, value: 0 },
      { at: 2020, value: 12 },
    ]);
    expect(slow[5]).toBeCloseTo(5.5, 9);
    expect(slow[6]).toBeCloseTo(5.75, 9);
    expect(slow[12]).toBeCloseTo(2.75, 9);
    expect(slow[18]).toBe(0);
  });
  it("refuses a lever that the model does not have", () => {
    expect(() => simulate(ir, ["jump"], { other: [] })).toThrow(DiagnosticError);
  });
  it("adds nothing to a model without schedules", () => {
    expect(
      simulate(makeIr({ levers: [aLever("a", 2)], auxiliaries: [anAux("b", add(lever(0), num(1)))] }), [
        "b",
      ]).rows[0]!.every((v) => v === 3),
    ).toBe(true);
  });
});
