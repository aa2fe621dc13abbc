import { describe, expect, it } from "vitest";
import type { BinaryOp, IrExpr } from "../../model/ir.ts";
import { binary } from "../../model/operations.ts";
import { leverTable } from "../lever-table.ts";
import { anAux, aParameter, makeIr, num, param, plainClock } from "../test-irs.ts";
import { compileWasm } from "./compile-wasm.ts";
import { Graph } from "./graph.ts";
import { modelGraph } from "./model-graph.ts";

const AWKWARD = [
  ...[0, -0, 1, -1, 2, 0.5, -2.5, 3, 1e-310, -5e-324, 1e300, -1e300, 1.7976931348623157e308, 0.1],
  ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN],
];
/** Values of an expression of parameter 0 at each of `at`; a run in which it is not finite gives NaN. */
function values(expr: IrExpr, at: readonly number[]): readonly number[] {
  const ir = makeIr({
    clock: plainClock(1, 1),
    parameters: [aParameter("x", 1)],
    // Infinite and undefined values come out as numbers.
    auxiliaries: [anAux("y", expr)],
  });
  const out = new Float64Array(at.length);
  const strides = { outputStride: at.length, saveStride: at.length, laneStride: 1 };
  const levers = leverTable(ir, {});
  compileWasm(ir, ["y"]).run({
    lanes: at.length,
    params: Float64Array.from(at),
    levers,
    saveSteps: [0],
    out,
    ...strides,
  });
  return [...out];
}

describe("what is the same double for every operand", () => {
  const ops: readonly BinaryOp[] = ["add", "sub", "mul", "div", "pow", "min", "max"];
  it.each(ops)("%s with a fixed number keeps its bits", (op) => {
    for (const fixed of [...AWKWARD.slice(0, 14), 0.25, -4, 1024, 6])
      for (const [left, right] of [
        [param(0), num(fixed)],
        [num(fixed), param(0)],
      ] as const) {
        const got = values({ op, left, right }, AWKWARD);
        AWKWARD.forEach((x, i) => {
          const exact = binary(op, left.op === "param" ? x : fixed, right.op === "param" ? x : fixed);
          const wanted = exact - exact === 0 ? exact : Number.NaN;
          expect(Object.is(got[i], wanted), `${op} ${left.op} ${x} ${fixed}: ${got[i]} ${wanted}`).toBe(true);
        });
      }
  });
  it("is simplified, and nothing else", () => {
    const g = new Graph();
    const x = g.leaf("param", 0);
    expect(g.binary("mul", x, g.constant(1))).toBe(x);
    expect(g.binary("sub", x, g.constant(0))).toBe(x);
    expect(g.binary("add", x, g.constant(0))).not.toBe(x);
    expect(g.binary("sub", g.constant(0), x)).not.toBe(g.unary("neg", x));
    expect(g.binary("div", x, g.constant(4))).toBe(g.binary("mul", x, g.constant(0.25)));
    expect(g.nodes[g.binary("div", x, g.constant(3))]!.op).toBe("div");
    expect(g.nodes[g.binary("mul", x, g.constant(0))]!.op).toBe("mul");
  });
});

describe("the same value in several equations", () => {
  it("is one node, whichever way round a sum or a product is written", () => {
    const [a, b] = [param(0), param(1)];
    const twice: IrExpr = { op: "exp", arg: { op: "mul", left: a, right: b } };
    const again: IrExpr = { op: "exp", arg: { op: "mul", left: b, right: a } };
    const ir = makeIr({
      parameters: [aParameter("a", 1), aParameter("b", 2)],
      auxiliaries: [anAux("one", twice), anAux("two", { op: "neg", arg: again })],
    });
    const { graph } = modelGraph(ir, ["one", "two"]);
    expect(graph.nodes.filter((node) => node.op === "exp")).toHaveLength(1);
  });
});
