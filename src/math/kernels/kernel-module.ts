import { Code, TYPE } from "../../wasm/code.ts";
import { moduleBytes } from "../../wasm/module.ts";
import type { Kernel } from "./graph.ts";
import { emitKernel, fullFunction, kernelFunction, LocalPool } from "./print-wasm.ts";
import { KERNEL_TABLES } from "./table-image.ts";

/** Doubles in each array of the module's memory. */
export const COUNT = 1024;

/** Ways to compute a kernel: in line with one or two vectors at a time, by a call, by the function for all arguments. */
export type Way = "inline1" | "inline2" | "call1" | "call2" | "full";

export interface KernelModule {
  /** Arguments and results, in the module's memory. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly out: Float64Array;
  /** Fills `out`. */
  readonly run: Readonly<Record<Way, () => void>>;
}

const AT = 65536;

/** A module that computes COUNT values of a kernel in each way; for tests and the bench. */
export function kernelModule(kernel: Kernel): KernelModule {
  const functions = [
    fullFunction(kernel, 0),
    kernelFunction(kernel, 1, 0, 0),
    kernelFunction(kernel, 2, 0, 0),
  ];
  const loop = (vectors: number, called?: number): Code => {
    const code = new Code();
    const at = code.local(TYPE.i32);
    const pool = new LocalPool(code);
    const args = Array.from({ length: vectors }, () => kernel.inputs.map(() => pool.take(TYPE.v128)));
    code.open("loop");
    args.forEach((inputs, v) => {
      for (const [i, local] of inputs.entries())
        code
          .get(at)
          .vector("load", AT + i * COUNT * 8 + v * 16)
          .set(local);
    });
    const results =
      called === undefined ? emitKernel(kernel, { code, pool, tablesAt: 0, full: 0 }, args) : [];
    const locals = called === undefined ? results : args.map(() => pool.take(TYPE.v128));
    if (called !== undefined) {
      for (const local of args.flat()) code.get(local);
      code.call(called);
      for (const local of [...locals].reverse()) code.set(local);
    }
    for (const [v, local] of locals.entries())
      code
        .get(at)
        .get(local)
        .vector("store", AT + 2 * COUNT * 8 + v * 16);
    code
      .get(at)
      .i32(16 * vectors)
      .op("i32Add")
      .tee(at);
    code
      .i32(COUNT * 8)
      .op("i32LtU")
      .branch("brIf", 0)
      .op("end");
    return code;
  };
  functions.push(loop(1), loop(2), loop(1, 1), loop(2, 2), loop(1, 0));
  const exports = { inline1: 3, inline2: 4, call1: 5, call2: 6, full: 7 };
  const bytes = moduleBytes({ functions, exports, pages: 2, data: [{ at: 0, values: KERNEL_TABLES }] });
  const made = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
  const { memory, ...run } = made as { memory: WebAssembly.Memory } & Record<Way, () => void>;
  const part = (i: number) => new Float64Array(memory.buffer, AT + i * COUNT * 8, COUNT);
  return { x: part(0), y: part(1), out: part(2), run };
}
