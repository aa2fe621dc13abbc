import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IrExpr } from "../model/ir.ts";
import { generate } from "./generate.ts";
import { compileKernel } from "./kernel.ts";
import { leverTable } from "./lever-table.ts";
import { prune } from "./prune.ts";
import { syntheticIr } from "./synthetic-ir.ts";
import {
  add,
  anAux,
  aParameter,
  aStock,
  aux,
  div,
  fn,
  iff,
  lt,
  makeIr,
  max,
  min,
  mul,
  neg,
  num,
  param,
  plainClock,
  pow,
  stock,
  sub,
  time,
} from "./test-irs.ts";
import { defaultParams, simulate } from "./test-run.ts";

/** Value of an expression of parameters 0, 1, 2 ... */
function value(expr: IrExpr, ...params: number[]): number {
  const ir = makeIr({
    clock: plainClock(1, 1),
    parameters: params.map((p, i) => aParameter(`p${i}`, p)),
    auxiliaries: [anAux("x", expr)],
    tables: [{ name: "curve", x: [0, 1, 3], y: [10, 20, 0] }],
  });
  const out = new Float64Array(1);
  const kernel = compileKernel(ir, ["x"]);
  kernel.run({ params: defaultParams(ir), levers: leverTable(ir, {}), saveSteps: [0], out });
  return out[0]!;
}

describe("operations", () => {
  it.each<[string, IrExpr, number]>([
    ["a - (b - c)", sub(num(5), sub(num(3), num(1))), 3],
    ["-(-2)", neg(num(-2)), 2],
    ["(-2) ^ 3", pow(num(-2), num(3)), -8],
    [
      "exp(ln(a) + ln(b))",
      fn("exp", add(fn("ln", num(2)), fn("ln", num(3)))),
      Math.exp(Math.log(2) + Math.log(3)),
    ],
    ["exp(exp(-inf))", fn("exp", fn("exp", num(-1e9))), 1],
    ["(1+1)^(2^2)", pow(add(num(1), num(1)), pow(num(2), num(2))), 16],
    ["max(min(3, 2), 1)", max(min(num(3), num(2)), num(1)), 2],
    ["min of sums", min(add(num(1), num(1)), add(num(1), num(0))), 1],
    ["not 0", fn("not", num(0)), 1],
    ["not 0.5", fn("not", num(0.5)), 0],
    ["floor(-1.5)", fn("floor", num(-1.5)), -2],
    ["sqrt(abs(-9))", fn("sqrt", fn("abs", num(-9))), 3],
    ["1 and 2", { op: "and", left: num(1), right: num(2) }, 1],
    ["0 or 0", { op: "or", left: num(0), right: num(0) }, 0],
    ["if -1 then", iff(num(-1), num(7), num(8)), 7],
    ["3 < 2", lt(num(3), num(2)), 0],
    ["2 = 2", { op: "eq", left: num(2), right: num(2) }, 1],
    ["2 <> 2", { op: "ne", left: num(2), right: num(2) }, 0],
    ["dt", { op: "dt" }, 1],
  ])("%s", (_, expr, wanted) => {
    expect(value(expr)).toBe(wanted);
  });
  it("MIN and MAX take the first of equals", () => {
    expect(Object.is(value(min(param(0), param(1)), 0, -0), 0)).toBe(true);
    expect(Object.is(value(max(param(0), param(1)), -0, 0), -0)).toBe(true);
  });
  it("evaluates only the branch that is taken", () => {
    expect(value(iff(lt(num(0), param(0)), fn("ln", param(0)), num(0)), -5)).toBe(0);
  });
  it.each([
    [-1, 10],
    [0, 10],
    [0.5, 15],
    [1, 20],
    [2, 10],
    [3, 0],
    [9, 0],
  ])("looks up %f as %f", (x, y) => {
    expect(value({ op: "lookup", table: 0, arg: param(0) }, x)).toBe(y);
  });
  it.each([
    [-5, 30],
    [0.9, 30],
    [1, 40],
    [2.5, 50],
    [99, 50],
    [Number.NaN, 30],
  ])("picks by %f the value %f", (at, wanted) => {
    expect(value({ op: "pick", first: 1, count: 3, arg: num(at) }, 0, 30, 40, 50)).toBe(wanted);
  });
  it("computes random arithmetic as JavaScript does, bit for bit", () => {
    const leaf = fc.oneof(
      fc.constant({ e: param(0), f: (a: number) => a }),
      fc.constant({ e: param(1), f: (_: number, b: number) => b }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((v) => ({ e: num(v), f: () => v })),
    );
    type Node = { e: IrExpr; f: (a: number, b: number) => number };
    const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        leaf,
        fc
          .tuple(tie("tree"), tie("tree"))
          .map(([l, r]): Node => ({ e: add(l.e, r.e), f: (a, b) => l.f(a, b) + r.f(a, b) })),
        fc
          .tuple(tie("tree"), tie("tree"))
          .map(([l, r]): Node => ({ e: sub(l.e, r.e), f: (a, b) => l.f(a, b) - r.f(a, b) })),
        fc
          .tuple(tie("tree"), tie("tree"))
          .map(([l, r]): Node => ({ e: mul(l.e, r.e), f: (a, b) => l.f(a, b) * r.f(a, b) })),
        fc
          .tuple(tie("tree"), tie("tree"))
          .map(([l, r]): Node => ({ e: div(l.e, r.e), f: (a, b) => l.f(a, b) / r.f(a, b) })),
        fc.tuple(tie("tree"), tie("tree")).map(
          ([l, r]): Node => ({
            e: min(l.e, r.e),
            f: (a, b) => (r.f(a, b) < l.f(a, b) ? r.f(a, b) : l.f(a, b)),
          }),
        ),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.double({ noNaN: true }), fc.double({ noNaN: true }), (node, a, b) => {
        const wanted = node.f(a, b);
        // A value that is not finite makes the run fail, which leaves NaN.
        expect(value(node.e, a, b)).toBe(Number.isFinite(wanted) ? wanted : Number.NaN);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a failing run", () => {
  const ir = makeIr({
    clock: plainClock(4, 40),
    stocks: [aStock("good", num(1), num(1)), aStock("bad", num(1), fn("ln", sub(num(2), time)))],
    auxiliaries: [anAux("ratio", div(num(1), sub(num(3), stock(0))), "report")],
  });
  it("has NaN from the failing save on, with step and variable", () => {
    const { rows, status } = simulate(ir, ["good", "bad"], {}, [0, 4, 20, 40]);
    expect(status).toEqual({ ok: false, step: 8, variable: "bad" });
    expect(rows[0]).toEqual([1, 2, Number.NaN, Number.NaN]);
  });
  it("names an output that is not finite", () => {
    const { status } = simulate(ir, ["ratio"], {}, [0, 7, 8, 40]);
    expect(status).toEqual({ ok: false, step: 8, variable: "ratio" });
  });
  it("fails only for what was asked", () => {
    expect(simulate(ir, ["good"]).status.ok).toBe(true);
  });
  it("leaves nothing behind for the next run", () => {
    const kernel = compileKernel(ir, ["bad"]);
    const out = new Float64Array(2);
    const request = { params: new Float64Array(0), levers: new Float64Array(0), saveSteps: [0, 4], out };
    kernel.run({ ...request, toStep: 4 });
    const first = [...out];
    expect(kernel.run({ ...request, toStep: 40 }).ok).toBe(false);
    expect(kernel.run({ ...request, toStep: 4 }).ok).toBe(true);
    expect([...out]).toEqual(first);
  });
});

describe("starts", () => {
  it("are computed in the model's order through auxiliaries", () => {
    const ir = makeIr({
      parameters: [aParameter("n", 3)],
      stocks: [aStock("b", aux(0), num(0)), aStock("a", mul(num(2), param(0)), num(0))],
      auxiliaries: [anAux("ten a", mul(num(10), stock(1)))],
      initialOrder: [
        { of: "stock", index: 1 },
        { of: "aux", index: 0 },
        { of: "stock", index: 0 },
      ],
    });
    expect(simulate(ir, ["b"], {}, [0, 9]).rows[0]).toEqual([60, 60]);
  });
});

describe("a large model", () => {
  const ir = syntheticIr();
  const outputs = ["stock 3", "auxiliary 200", "force", "late 2"];
  const levers = leverTable(ir, { "lever 1": [{ at: 2020, value: 1 }] });
  const saveSteps = ir.clock.saveSteps.filter((_, m) => m % 20 === 0);
  const run = (names: readonly string[], first = 0) => {
    const out = new Float64Array(names.length * saveSteps.length);
    const status = compileKernel(ir, names).run({ params: defaultParams(ir), levers, saveSteps, out });
    expect(status.ok).toBe(true);
    return [...out.subarray(first * saveSteps.length, (first + 1) * saveSteps.length)];
  };
  it("gives an output the same bits whatever else is asked", () => {
    const all = ir.auxiliaries.map((a) => a.name);
    for (const name of outputs) expect(run([name])).toEqual(run([...all, name], all.length));
  });
  it("runs on from a kept state with the bits of the whole run", () => {
    const kernel = compileKernel(ir, outputs);
    const whole = new Float64Array(outputs.length * saveSteps.length);
    const params = defaultParams(ir);
    const request = { params, levers, saveSteps };
    for (const at of [0, 1, 4, 500, ir.clock.steps]) {
      const status = kernel.run({ ...request, out: whole, keepAt: at });
      const again = new Float64Array(whole.length);
      kernel.run({ ...request, out: new Float64Array(whole.length), toStep: at > 9 ? at - 9 : at });
      kernel.run({ ...request, out: again, fromStep: at, state: status.kept! });
      saveSteps.forEach((k, s) => {
        if (k < at) return;
        for (let o = 0; o < outputs.length; o++)
          expect(again[o * saveSteps.length + s]).toBe(whole[o * saveSteps.length + s]);
      });
    }
  });
  it("refuses a state of another step or kernel", () => {
    const kernel = compileKernel(ir, outputs);
    const out = new Float64Array(outputs.length * saveSteps.length);
    const request = { params: defaultParams(ir), levers, saveSteps, out };
    const { kept } = kernel.run({ ...request, keepAt: 8, toStep: 8 });
    expect(() => kernel.run({ ...request, fromStep: 9, state: kept! })).toThrow(RangeError);
    expect(() => kernel.run({ ...request, fromStep: 8, state: kept!.slice(1) })).toThrow(RangeError);
    expect(() => kernel.run({ ...request, fromStep: 8 })).toThrow(RangeError);
    expect(() => kernel.run({ ...request, toStep: ir.clock.steps + 1 })).toThrow(RangeError);
  });
  it("splits the code without changing a number, and names each equation", () => {
    const pruned = prune(ir, outputs);
    expect(generate(pruned, outputs, 7).match(/function stage\d+\(/g)!.length).toBeGreaterThan(20);
    expect(generate(pruned, outputs)).toContain("// auxiliary 17");
  });
});
