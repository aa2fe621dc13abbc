import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ir, IrExpr, IrTable } from "../model/ir.ts";
import { entropy } from "./random-choice.ts";
import { randomIr } from "./random-ir.ts";
import { type Compile, difference, expectMeaning, interpretBatch, runBatch } from "./test-batch.ts";
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
  ge,
  held,
  lt,
  makeIr,
  mul,
  num,
  param,
  plainClock,
  stock,
  time,
} from "./test-irs.ts";

const range = (n: number) => Array.from({ length: n }, (_, i) => i);
/** A lane for each value of the only parameter. */
const lanesOf = (values: readonly number[]) => values.map((v) => [v]);

/** The part of `testBackEnd` that is about held variables, tables, picks, noise, sums and random models. */
export function testBackEndParts(name: string, compile: Compile): void {
  describe(`${name}: held variables`, () => {
    const days = calendarClock(2020, 2022, 3);
    const every = range(days.steps + 1);
    it("delays have a length of their own in every run", () => {
      const ir = makeIr({
        clock: plainClock(10, 40),
        parameters: [aParameter("lag", 1)],
        held: [
          aDelay("late", mul(time, time), param(0), num(-1)),
          aDelay("later", held(0), param(0), num(-2)),
        ],
        stocks: [aStock("sum", num(0), held(1))],
      });
      const lags = [0, 0.04, 0.1, 0.26, 1, 3.9, 4, 4.1, 1e9, -1, Number.POSITIVE_INFINITY];
      expectMeaning(compile, ir, ["late", "later", "sum"], { params: lanesOf(lags) });
    });
    it("samples settle in each run at its own date", () => {
      const ir = makeIr({
        clock: days,
        parameters: [aParameter("date", 1)],
        held: [aSample("then", add(time, stock(0)), param(0)), aSample("second", held(0), num(2021.5))],
        stocks: [aStock("sum", num(0), held(0))],
      });
      const params = lanesOf([2019, 2020, 2020 + 1 / 36, 2020.5, 2021.01, 2022, 2030, Number.NaN]);
      expectMeaning(compile, ir, ["then", "second", "sum"], { params, saveSteps: every });
    });
    it("rules are tested at month ends, one after the other, each run by itself", () => {
      const ir = makeIr({
        clock: days,
        parameters: [aParameter("p", 1)],
        stocks: [aStock("sum", num(0), add(held(0), held(1)))],
        auxiliaries: [anAux("both", add(held(0), held(1)))],
        held: [
          aRule("first", {
            from: add(num(2020), param(0)),
            when: num(1),
            by: param(0),
            every: mul(param(0), num(0.4)),
            upTo: num(2),
          }),
          aRule("second", {
            when: ge(aux(0), num(1)),
            upTo: add(num(3), param(0)),
            until: ge(stock(0), num(2)),
            initial: param(0),
          }),
          aRule("third", { when: lt(held(1), held(0)), by: num(-0.5) }),
        ],
      });
      const params = lanesOf([0, 0.25, 0.7, 1, -1]);
      expectMeaning(compile, ir, ["first", "second", "third", "sum", "both"], { params, saveSteps: every });
    });
    it("intervals of rules are whole steps in spite of rounding", () => {
      const ir = makeIr({
        clock: { ...calendarClock(2020, 2030, 1), saveSteps: range(121) },
        parameters: [aParameter("interval", 1)],
        held: [aRule("force", { when: num(1), every: param(0) })],
      });
      const intervals = range(40)
        .flatMap((m) => [m / 12, (m + 2e-6) / 12, m * (1 / 12) + 1e-8])
        .slice(0, 64);
      const { rows } = expectMeaning(compile, ir, ["force"], { params: lanesOf(intervals) });
      expect(rows[21]![0]!.indexOf(2)).toBe(8);
    });
    it("state is kept before they change", () => {
      const ir = makeIr({ clock: plainClock(1, 6), held: [aRule("count", { when: num(1) })] });
      const kernel = compile(ir, ["count"]);
      const state = runBatch(kernel, ir, { params: [[]], keepAt: 3 }).status.kept!;
      const { rows } = runBatch(kernel, ir, { params: [[]], saveSteps: [3, 4, 5, 6], fromStep: 3, state });
      expect(rows[0]![0]).toEqual([3, 4, 5, 6]);
    });
  });

  describe(`${name}: tables, picks, noise, sums`, () => {
    const x = [-1, 0, 0.5, 2, 7];
    const long = range(40).map((i) => i * i * 0.1 - 3);
    const points: readonly [string, readonly number[], readonly number[]][] = [
      ["five points", x, [3, -0, 1, 1, -2]],
      ["one point", [2], [5]],
      ["two points", [0, 1], [0, 1e300]],
      ["forty points", long, long.map((v, i) => (i % 3) - v * 0.1)],
    ];
    const arguments_ = [
      ...[...x, ...long, -1e300, 1e300, 0.25, -0.5, 1.999999, 6, 8, -2, 1e-310],
      ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    ].slice(0, 64);
    it.each(points)("table of %s in every shape", (_, at, y) => {
      for (const shape of [undefined, "extrapolated", "stepwise"] as const) {
        const table: IrTable = { name: "curve", ...(shape && { shape }), x: at, y };
        const lookup: IrExpr = { op: "lookup", table: 0, arg: param(0) };
        const ir = makeIr({
          clock: plainClock(1, 1),
          parameters: [aParameter("x", 1)],
          auxiliaries: [anAux("y", lookup)],
          stocks: [aStock("s", num(0), { op: "lookup", table: 0, arg: add(stock(0), param(0)) })],
          tables: [table],
        });
        expectMeaning(compile, ir, ["y"], { params: lanesOf(arguments_) });
        expectMeaning(compile, ir, ["s"], { params: lanesOf(arguments_) });
      }
    });
    it("picks constants by a number that differs from run to run", () => {
      const ir = makeIr({
        clock: plainClock(2, 8),
        parameters: ["at", "a", "b", "c"].map((n) => aParameter(n, 1)),
        auxiliaries: [anAux("picked", { op: "pick", first: 1, count: 3, arg: add(param(0), time) })],
      });
      const params = [-3, 0, 0.99, 2, 1e300, Number.NEGATIVE_INFINITY].map((at) => [at, 10, 20, 30]);
      expectMeaning(compile, ir, ["picked"], { params });
    });
    const noisy: Ir = {
      ...makeIr({
        method: "rk4",
        clock: plainClock(5, 20),
        stocks: [aStock("walk", num(0), { op: "noise", index: 0 })],
        auxiliaries: [anAux("shown", add({ op: "noise", index: 1 }, stock(0)))],
        held: [aDelay("late", { op: "noise", index: 1 }, num(0.4), num(0))],
      }),
      noise: [
        { name: "shock", distribution: "normal" },
        { name: "share", distribution: "uniform", every: 3 },
      ],
    };
    it("noise is a function of seed, name, run and step", () => {
      const outputs = ["walk", "shown", "late"];
      const runs = { params: [[], [], []], noiseSeed: 7, firstRun: 40 };
      const { rows } = expectMeaning(compile, noisy, outputs, runs);
      const kernel = compile(noisy, outputs);
      const last = runBatch(kernel, noisy, { params: [[]], noiseSeed: 7, firstRun: 42 });
      expect(difference(last.rows, [rows[2]!])).toBeUndefined();
      const other = runBatch(kernel, noisy, { params: [[]], noiseSeed: 8, firstRun: 42 });
      expect(difference(other.rows, [rows[2]!])).toBeDefined();
      // Only what is asked for is computed, from the same stream.
      expect(runBatch(compile(noisy, ["late"]), noisy, runs).rows[1]![0]).toEqual(rows[1]![2]);
    });
    it("noise goes on from a state with the numbers of the whole run", () => {
      const kernel = compile(noisy, ["walk", "shown", "late"]);
      const runs = { params: [[], []], noiseSeed: 3, firstRun: 5 };
      const whole = runBatch(kernel, noisy, { ...runs, keepAt: 9 });
      const again = runBatch(kernel, noisy, {
        ...runs,
        fromStep: 9,
        saveSteps: range(12).map((k) => k + 9),
        state: whole.status.kept!,
      });
      expect(
        difference(
          again.rows,
          whole.rows.map((lane) => lane.map((row) => row.slice(9))),
        ),
      ).toBeUndefined();
    });
    it("sums add in the order of the vector, products of matrices by rows and columns", () => {
      const n = 5;
      const stocks = range(n).map((i) =>
        aStock(`x${i}`, num(0.1 + i), {
          op: "sumproduct",
          count: n,
          of: { vector: 1, first: i * n, stride: 1 },
          times: { vector: 0, first: 0, stride: 1 },
        }),
      );
      const ir: Ir = {
        ...makeIr({
          clock: plainClock(4, 16),
          parameters: [aParameter("p", 1)],
          levers: [aLever("l", 3)],
          stocks,
          auxiliaries: [
            anAux("column", { op: "sumproduct", count: n, of: { vector: 1, first: 2, stride: n } }),
            anAux("mixed", {
              op: "sumproduct",
              count: 4,
              of: { vector: 2, first: 0, stride: 1 },
              times: { vector: 2, first: 3, stride: 0 },
            }),
            anAux("one", { op: "sumproduct", count: 1, of: { vector: 2, first: 1, stride: 4 } }),
            anAux("total", { op: "sumproduct", count: n, of: { vector: 0, first: 0, stride: 1 } }),
          ],
          held: [aSample("h", aux(0), num(1))],
        }),
        vectors: [
          { name: "x", members: range(n).map((index) => ({ of: "stock", index })) },
          { name: "matrix", values: range(n * n).map((i) => (i % n === 0 ? -0.5 : 0.01 * i)) },
          {
            name: "all",
            members: [
              { of: "param", index: 0 },
              { of: "lever", index: 0 },
              { of: "held", index: 0 },
              { of: "aux", index: 0 },
              { of: "stock", index: 4 },
            ],
          },
        ],
      };
      const params = lanesOf([1, -0, 1e300, Number.NaN, 0.1]);
      for (const outputs of [
        ["x0", "x4", "column", "mixed", "one", "total"],
        ["mixed"],
        ["total"],
        ["column"],
      ])
        expectMeaning(compile, ir, outputs, { params });
    });
  });

  describe(`${name}: random models`, () => {
    it("have the plain meaning bit for bit, from the start and from a kept state", () => {
      fc.assert(
        fc.property(fc.integer({ min: 0 }), fc.integer({ min: 50, max: 3000 }), (seed, budget) => {
          const { ir, outputs, lanes, params, levers, noiseSeed, firstRun, keepAt } = randomIr(
            entropy(seed, budget),
          );
          const width = ir.parameters.length;
          const rows = range(lanes).map((i) => [...params.subarray(i * width, (i + 1) * width)]);
          const runs = { params: rows, levers, noiseSeed, firstRun };
          const whole = expectMeaning(compile, ir, outputs, runs);
          const kernel = compile(ir, outputs);
          const { kept } = runBatch(kernel, ir, { ...runs, saveSteps: [], toStep: keepAt, keepAt }).status;
          const saveSteps = ir.clock.saveSteps.filter((k) => k >= keepAt);
          const again = runBatch(kernel, ir, { ...runs, saveSteps, fromStep: keepAt, state: kept! });
          const rest = interpretBatch(ir, outputs, { ...runs, saveSteps });
          expect(
            difference(
              again.rows,
              rest.map((run) => run.rows),
            ),
          ).toBeUndefined();
          expect([...again.status.failedStep]).toEqual(rest.map((run) => run.failedStep));
          expect(again.status.failedVariable).toEqual(rest.map((run) => run.failedVariable));
          expect(whole.rows.length).toBe(lanes);
        }),
        { numRuns: 100, seed: 1 },
      );
    });
  });
}
