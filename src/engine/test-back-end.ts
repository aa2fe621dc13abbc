import { describe, expect, it } from "vitest";
import type { Ir } from "../model/ir.ts";
import { testBackEndParts } from "./test-back-end-parts.ts";
import {
  type Compile,
  difference,
  expectMeaning,
  interpretBatch,
  runBatch,
  UNTOUCHED,
} from "./test-batch.ts";
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
  plainClock,
  stepTime,
  stock,
  sub,
  time,
} from "./test-irs.ts";

const range = (n: number) => Array.from({ length: n }, (_, i) => i);
/** A lane for each value of the only parameter. */
const lanesOf = (values: readonly number[]) => values.map((v) => [v]);

/** A model with a bit of everything; parameter 0 sets its pace. */
function mixed(method: Ir["method"] = "rk4"): Ir {
  return makeIr({
    method,
    clock: calendarClock(2020, 2022, 2),
    parameters: [aParameter("pace", 0.5)],
    levers: [aLever("push", 0, 3)],
    stocks: [
      aStock("level", num(1), sub(mul(param(0), aux(0)), mul(num(0.2), held(0)))),
      aStock("copy", stock(0), aux(1)),
    ],
    auxiliaries: [
      anAux("drive", add(fn("sqrt", fn("abs", stock(0))), lever(0))),
      anAux("wave", { op: "lookup", table: 0, arg: mul(num(3), sub(time, num(2020))) }),
      anAux("seen", add(held(1), held(2)), "report"),
    ],
    held: [
      aDelay("late", stock(0), mul(param(0), num(0.25)), num(0.5)),
      aSample("then", stock(1), add(num(2020.5), param(0))),
      aRule("force", {
        from: num(2020.25),
        when: ge(stock(0), num(1.2)),
        by: param(0),
        every: num(0.25),
        upTo: num(3),
      }),
    ],
    tables: [{ name: "curve", x: [0, 1, 2, 5], y: [1, -1, 2, 0.5] }],
  });
}
const ALL = ["level", "copy", "drive", "wave", "seen", "late", "then", "force", "push", "pace"];
const push = { push: [{ at: 2020.7, value: 2 }] };

/** What every back end must do; `compile` makes its kernels. */
export function testBackEnd(name: string, compile: Compile): void {
  describe(`${name}: methods and lanes`, () => {
    it.each(["euler", "rk2", "rk4"] as const)("%s gives the plain meaning, bit for bit", (method) => {
      const paces = [0.1, 0.5, 0.9, 1.7, 3];
      const { status } = expectMeaning(compile, mixed(method), ALL, {
        params: lanesOf(paces),
        schedules: push,
      });
      expect([...status.failedStep]).toEqual([-1, -1, -1, -1, -1]);
    });
    it("gives each of 1 to 64 runs the bits that it has alone", () => {
      const ir = mixed();
      const kernel = compile(ir, ALL);
      expect(kernel.lanes).toBeGreaterThanOrEqual(64);
      const all = lanesOf(range(64).map((i) => 0.1 + i / 20));
      const alone = all.map((one) => runBatch(kernel, ir, { params: [one], schedules: push }).rows[0]!);
      for (const lanes of [1, 2, 3, 4, 5, 8, 13, 31, 32, 33, 63, 64]) {
        const { rows } = runBatch(kernel, ir, { params: all.slice(0, lanes), schedules: push });
        expect(difference(rows, alone.slice(0, lanes))).toBeUndefined();
      }
    });
    it("refuses a number of runs that does not fit", () => {
      const kernel = compile(mixed(), ["level"]);
      for (const lanes of [0, kernel.lanes + 1])
        expect(() => runBatch(kernel, mixed(), { params: lanesOf(range(lanes)) })).toThrow(RangeError);
    });
    it("computes a model without stocks, and one without anything that changes", () => {
      expectMeaning(compile, makeIr({ auxiliaries: [anAux("now", time)] }), ["now"], { params: [[]] });
      const ir = makeIr({
        parameters: [aParameter("p", 1)],
        auxiliaries: [anAux("twice", mul(num(2), param(0)))],
      });
      expectMeaning(compile, ir, ["twice", "p"], { params: [[4], [-0]] });
    });
  });

  describe(`${name}: saving`, () => {
    it("writes the saves between the first and the last step and leaves the others alone", () => {
      const ir = mixed();
      const kernel = compile(ir, ["level", "seen"]);
      const params = lanesOf([0.3, 0.6]);
      const saveSteps = [0, 1, 5, 12, 13, 30, 48];
      const whole = runBatch(kernel, ir, { params, saveSteps, keepAt: 5 });
      const part = runBatch(kernel, ir, {
        params,
        saveSteps,
        fromStep: 5,
        toStep: 13,
        state: whole.status.kept!,
      });
      const wanted = whole.rows.map((lane) =>
        lane.map((row) => row.map((v, s) => (s >= 2 && s <= 4 ? v : UNTOUCHED))),
      );
      expect(difference(part.rows, wanted)).toBeUndefined();
    });
    it("saves nothing, or everything", () => {
      const ir = mixed();
      const kernel = compile(ir, ALL);
      expect(runBatch(kernel, ir, { params: [[1]], saveSteps: [] }).status.failedStep[0]).toBe(-1);
      expectMeaning(compile, ir, ALL, { params: [[1]], saveSteps: range(49) });
    });
    it("knows its outputs by any kind of name, and more than once", () => {
      const { rows } = expectMeaning(compile, mixed(), ["pace", "push", "level", "level"], {
        params: [[0.4]],
        schedules: push,
      });
      expect(rows[0]![2]).toEqual(rows[0]![3]);
      expect(rows[0]![0]!.every((v) => v === 0.4)).toBe(true);
    });
  });

  describe(`${name}: states`, () => {
    it("runs on from a state with the bits of the whole run, again and again", () => {
      const ir = mixed();
      const kernel = compile(ir, ALL);
      const params = lanesOf([0.3, 0.9, 2.5]);
      for (const at of [0, 1, 17, 24, 48]) {
        const whole = runBatch(kernel, ir, { params, schedules: push, keepAt: at });
        const state = whole.status.kept!;
        expect(state.step).toBe(at);
        for (let again = 0; again < 2; again++) {
          const saveSteps = ir.clock.saveSteps.filter((k) => k >= at);
          const { rows } = runBatch(kernel, ir, { params, schedules: push, saveSteps, fromStep: at, state });
          const rest = whole.rows.map((lane) => lane.map((row) => row.slice(row.length - saveSteps.length)));
          expect(difference(rows, rest)).toBeUndefined();
          // Another run in between leaves the state as it is.
          runBatch(kernel, ir, { params: lanesOf([9, 8, 7]), keepAt: at });
        }
      }
    });
    it("takes up another future from the same state", () => {
      const ir = mixed();
      const kernel = compile(ir, ALL);
      const params = lanesOf([0.3, 0.9]);
      const state = runBatch(kernel, ir, { params, toStep: 20, keepAt: 20 }).status.kept!;
      const late = { push: [{ at: 2021, value: -1 }] };
      const saveSteps = ir.clock.saveSteps.filter((k) => k >= 20);
      const { rows } = runBatch(kernel, ir, { params, schedules: late, saveSteps, fromStep: 20, state });
      const wanted = interpretBatch(ir, ALL, { params, schedules: late, saveSteps });
      expect(
        difference(
          rows,
          wanted.map((run) => run.rows),
        ),
      ).toBeUndefined();
    });
    it("refuses a state that does not fit, and a later start without one", () => {
      const ir = mixed();
      const kernel = compile(ir, ["level"]);
      const params = lanesOf([1, 2]);
      const state = runBatch(kernel, ir, { params, keepAt: 10 }).status.kept!;
      for (const bad of [
        { params, fromStep: 10 },
        { params, fromStep: 11, state },
        { params: lanesOf([1]), fromStep: 10, state },
        { params, toStep: 49 },
        { params, fromStep: 10, toStep: 9, state },
      ])
        expect(() => runBatch(kernel, ir, bad)).toThrow(RangeError);
      expect(runBatch(kernel, ir, { params, toStep: 9, keepAt: 10 }).status.kept).toBeUndefined();
    });
  });

  describe(`${name}: failures`, () => {
    // Grows without bound when its parameter is large.
    const bursting = makeIr({
      method: "euler",
      clock: plainClock(4, 40),
      parameters: [aParameter("p", 1)],
      stocks: [
        aStock("calm", num(1), num(1)),
        aStock("size", num(1), mul(param(0), mul(stock(1), stock(1)))),
      ],
      auxiliaries: [anAux("root", fn("sqrt", sub(num(30), stock(1)))), anAux("half", div(stock(0), num(2)))],
    });
    it("lets other runs alone, and has NaN from the failing save on", () => {
      const { rows, status } = expectMeaning(compile, bursting, ["size", "half"], {
        params: lanesOf([0.2, 50, 0, 1]),
      });
      expect(status.failedStep[0]).toBeGreaterThan(status.failedStep[3]!);
      expect(status.failedStep[1]).toBeGreaterThan(0);
      expect(status.failedStep[2]).toBe(-1);
      expect(status.failedVariable[1]).toBe("size");
      expect(rows[1]![1]!.slice(0, 2)).toEqual([0.5, 0.625]);
      expect(rows[1]![1]!.at(-1)).toBeNaN();
    });
    it("names an output that is not a number only where it is saved", () => {
      for (const saveSteps of [range(41), [0, 40], [3, 20]])
        expectMeaning(compile, bursting, ["half", "root"], { params: lanesOf([0.05, 0.3, 0]), saveSteps });
    });
    it("fails at the start with a start, a parameter or a duration that is not a number", () => {
      const start = makeIr({
        parameters: [aParameter("p", 1)],
        stocks: [aStock("good", num(1), num(0)), aStock("bad", fn("ln", param(0)), num(0))],
        held: [aDelay("late", stock(0), fn("ln", param(0)), num(2))],
      });
      const params = lanesOf([-1, 0, 1, Number.NaN]);
      for (const output of ["good", "bad", "late", "p"]) expectMeaning(compile, start, [output], { params });
      const { status } = expectMeaning(compile, start, ["late"], { params });
      expect(status.failedVariable).toEqual(["late", "", "", "late"]);
    });
    it("stays failed in a state that was kept after the failure, and not in one kept before it", () => {
      const kernel = compile(bursting, ["size", "half"]);
      const params = lanesOf([0.05, 50]);
      const whole = runBatch(kernel, bursting, { params });
      const failedAt = whole.status.failedStep[1]!;
      expect(whole.status.failedStep[0]).toBe(-1);
      for (const at of [1, failedAt - 1, failedAt, failedAt + 5]) {
        const { kept } = runBatch(kernel, bursting, { params, keepAt: at }).status;
        expect(kept!.failedStep[1]).toBe(at < failedAt ? -1 : failedAt);
        expect(kept!.failedVariable[1]).toBe(at < failedAt ? "" : "size");
        const saveSteps = range(41).filter((k) => k >= at);
        const again = runBatch(kernel, bursting, { params, saveSteps, fromStep: at, state: kept! });
        expect([...again.status.failedStep]).toEqual([...whole.status.failedStep]);
        expect(again.status.failedVariable).toEqual(whole.status.failedVariable);
        const rest = whole.rows.map((lane) => lane.map((row) => row.slice(at)));
        expect(difference(again.rows, rest)).toBeUndefined();
      }
    });
    it("keeps a state when every run has failed", () => {
      const kernel = compile(bursting, ["size"]);
      const { kept } = runBatch(kernel, bursting, { params: lanesOf([50, 60]), keepAt: 40 }).status;
      expect([...kept!.failedStep].every((k) => k > 0)).toBe(true);
      const again = runBatch(kernel, bursting, { params: lanesOf([50, 60]), fromStep: 40, state: kept! });
      expect(again.rows[0]![0]!.at(-1)).toBeNaN();
    });
    it("is forgotten by the next call", () => {
      const kernel = compile(bursting, ["size", "half"]);
      runBatch(kernel, bursting, { params: lanesOf([50, 60, 70]) });
      const { rows, status } = runBatch(kernel, bursting, { params: lanesOf([0, 0.01]) });
      expect([...status.failedStep]).toEqual([-1, -1]);
      const wanted = interpretBatch(bursting, ["size", "half"], { params: lanesOf([0, 0.01]) });
      expect(
        difference(
          rows,
          wanted.map((run) => run.rows),
        ),
      ).toBeUndefined();
    });
  });

  describe(`${name}: times`, () => {
    it("time moves within a step, step time and levers do not", () => {
      const ir = makeIr({
        clock: plainClock(3, 12, 5),
        levers: [aLever("push", 1, 1)],
        stocks: [
          aStock("a", num(0), time),
          aStock("b", num(0), stepTime),
          aStock("c", num(0), mul(lever(0), time)),
        ],
        auxiliaries: [
          anAux("w", sub(time, stepTime)),
          anAux("e", fn("exp", sub(num(0), mul(time, lever(0))))),
        ],
      });
      const schedules = { push: [{ at: 6, value: 2 }] };
      expectMeaning(compile, ir, ["a", "b", "c", "w", "e"], { params: [[], []], schedules });
    });
  });

  testBackEndParts(name, compile);
}
