import { expect, test } from "vitest";
import { Code, TYPE } from "./code.ts";
import { moduleBytes } from "./module.ts";

test("a module with a loop over lanes, its own memory and data runs", () => {
  // sum(n): adds the doubles 0 .. n - 1 at address 16 in pairs of lanes.
  const sum = new Code([TYPE.i32], [TYPE.f64]);
  const at = sum.local(TYPE.i32);
  const total = sum.local(TYPE.v128);
  sum.open("loop");
  sum.get(total).get(at).vector("load", 16).simd("f64x2Add").set(total);
  sum.get(at).i32(16).op("i32Add").tee(at);
  sum.get(0).i32(8).op("i32Mul").op("i32LtU").branch("brIf", 0).op("end");
  sum.get(total).lane("f64x2ExtractLane", 0).get(total).lane("f64x2ExtractLane", 1).op("f64Add");
  const twice = new Code([TYPE.f64], [TYPE.f64]);
  twice.get(0).f64(2).op("f64Mul");
  const bytes = moduleBytes({
    functions: [sum, twice],
    exports: { sum: 0, twice: 1 },
    pages: 1,
    data: [{ at: 16, values: Float64Array.from([1, 2, 3, 4.5]) }],
  });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const { sum: callSum, twice: callTwice } = exports as Record<string, (x: number) => number>;
  expect(callSum!(4)).toBe(10.5);
  expect(callTwice!(-0.25)).toBe(-0.5);
});

test("numbers of every size are written so that they read back", () => {
  const values = [0, -1, 63, 64, -64, -65, 8191, -8192, 2147483647, -2147483648];
  const functions = values.map((value) => new Code([], [TYPE.i32]).i32(value));
  const exports = Object.fromEntries(values.map((_, i) => [`f${i}`, i]));
  const bytes = moduleBytes({ functions, exports, pages: 1 });
  const got = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Record<string, () => number>;
  expect(values.map((_, i) => got[`f${i}`]!())).toEqual(values);
});
