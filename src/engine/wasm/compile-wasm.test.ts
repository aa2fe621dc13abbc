import { describe, expect, it } from "vitest";
import type { Ir } from "../../model/ir.ts";
import type { BatchKernel } from "../batch.ts";
import { leverTable } from "../lever-table.ts";
import { referenceBatch } from "../reference-batch.ts";
import { syntheticIr } from "../synthetic-ir.ts";
import {
  aDelay,
  add,
  aParameter,
  aStock,
  fn,
  held,
  makeIr,
  mul,
  num,
  param,
  plainClock,
  stock,
  sub,
  time,
} from "../test-irs.ts";
import { compileWasm } from "./compile-wasm.ts";
import { instantiateWasm } from "./instantiate-wasm.ts";
import { wasmBytes } from "./wasm-bytes.ts";

/** Outputs of a batch, [output][save][lane], and how it ended. */
function runBatch(
  kernel: BatchKernel,
  ir: Ir,
  rows: readonly (readonly number[])[],
  saveSteps: readonly number[],
) {
  const lanes = rows.length;
  const out = new Float64Array(kernel.outputs.length * saveSteps.length * lanes);
  const strides = { outputStride: saveSteps.length * lanes, saveStride: lanes, laneStride: 1 };
  const params = Float64Array.from(rows.flat());
  const status = kernel.run({ lanes, params, levers: leverTable(ir, {}), saveSteps, out, ...strides });
  return { out, status };
}

const ir = syntheticIr(40, 160);
const outputs = ["stock 3", "auxiliary 140", "force", "late 2"];
const draws = (lanes: number) =>
  Array.from({ length: lanes }, (_, lane) =>
    ir.parameters.map((p, i) => p.value * (0.8 + ((lane * 7 + i) % 11) / 25)),
  );

describe("a kernel as bytes and a layout", () => {
  it("runs elsewhere: the layout is plain JSON, the module may be compiled by others", async () => {
    const { bytes, layout } = wasmBytes(ir, outputs);
    const sent = JSON.parse(JSON.stringify(layout)) as typeof layout;
    const module = new WebAssembly.Module(bytes.slice());
    const there = instantiateWasm({ bytes: new Uint8Array(0), layout: sent }, module);
    const here = compileWasm(ir, outputs);
    const saves = ir.clock.saveSteps;
    expect(runBatch(there, ir, draws(3), saves)).toEqual(runBatch(here, ir, draws(3), saves));
  });
  it("has the same bytes every time", () => {
    expect(wasmBytes(ir, outputs).bytes).toEqual(wasmBytes(ir, outputs).bytes);
  });
});

describe("a batch", () => {
  it("gives each lane the bits that it has alone, wherever it stands", () => {
    const kernel = compileWasm(ir, outputs);
    const rows = draws(64);
    const saves = [0, 100, 1104];
    const { out } = runBatch(kernel, ir, rows, saves);
    for (const lane of [0, 1, 2, 5, 31, 62, 63]) {
      const alone = runBatch(kernel, ir, [rows[lane]!], saves).out;
      expect([...alone]).toEqual([...alone.keys()].map((i) => out[i * 64 + lane]));
    }
  });
  it("may save every step: more outputs than memory holds at once", () => {
    const saves = Array.from({ length: ir.clock.steps + 1 }, (_, k) => k);
    const got = runBatch(compileWasm(ir, outputs), ir, draws(64), saves);
    const wanted = runBatch(referenceBatch(ir, outputs), ir, draws(64), saves);
    expect(got.out.findIndex((value, i) => !Object.is(value, wanted.out[i]))).toBe(-1);
  });
  it("makes room for delays of any length, different in each lane", () => {
    const clock = plainClock(10, 5000);
    const late = makeIr({
      clock,
      parameters: [aParameter("lag", 1)],
      stocks: [aStock("y", num(1), sub(held(0), mul(num(0.1), stock(0))))],
      held: [aDelay("late", add(time, stock(0)), param(0), num(3))],
    });
    const rows = [[0.04], [1], [499], [0.1], [1e9]];
    const names = ["y", "late"];
    const got = runBatch(compileWasm(late, names), late, rows, [0, 1, 9, 10, 11, 4990, 4991, 5000]);
    const wanted = runBatch(referenceBatch(late, names), late, rows, [0, 1, 9, 10, 11, 4990, 4991, 5000]);
    expect([...got.out]).toEqual([...wanted.out]);
  });
  it("goes on where lanes fail, each at a step of its own", () => {
    const failing = makeIr({
      clock: plainClock(4, 40),
      parameters: [aParameter("end", 1)],
      stocks: [aStock("good", num(1), num(1)), aStock("bad", num(1), fn("ln", sub(param(0), time)))],
    });
    const rows = [[2], [99], [5], [0], [99], [9.99]];
    const names = ["good", "bad"];
    const saves = [0, 7, 8, 9, 20, 40];
    const got = runBatch(compileWasm(failing, names), failing, rows, saves);
    const wanted = runBatch(referenceBatch(failing, names), failing, rows, saves);
    expect(got).toEqual(wanted);
    expect([...got.status.failedStep]).toEqual([8, -1, 20, 1, -1, 40]);
  });
});
