import { Code, TYPE } from "../../wasm/code.ts";
import type { MemoryPlan } from "./memory-plan.ts";

/** One update of all stocks after a stage; operands and their order are those of `integrate.ts`. */
export interface Update {
  /** keep: derivative → sum; add: sum + 2 derivative → sum; none: the sum is left alone. */
  readonly sum: "keep" | "add" | "none";
  /** trial: stock + factor derivative → trial stock; step: the same into the stock; weighted: stock + factor (sum + derivative). */
  readonly target: "trial" | "step" | "weighted";
  readonly factor: number;
}

/** The updates of a step, one after each stage; and which stages stand at a new time (as a share of the step). */
export interface Method {
  readonly updates: readonly Update[];
  readonly times: readonly (number | undefined)[];
}

/** Stages of the integrators, as `integrate.ts` has them. */
export function methodOf(method: "euler" | "rk2" | "rk4", stepsPerUnit: number): Method {
  const dt = 1 / stepsPerUnit;
  const half = dt / 2;
  if (method === "euler")
    return { updates: [{ sum: "none", target: "step", factor: dt }], times: [undefined] };
  if (method === "rk2")
    return {
      updates: [
        { sum: "keep", target: "trial", factor: dt },
        { sum: "none", target: "weighted", factor: half },
      ],
      times: [undefined, 1],
    };
  return {
    updates: [
      { sum: "keep", target: "trial", factor: half },
      { sum: "add", target: "trial", factor: half },
      { sum: "add", target: "trial", factor: dt },
      { sum: "none", target: "weighted", factor: dt / 6 },
    ],
    times: [undefined, 0.5, undefined, 1],
  };
}

/**
 * The function (bytes of lanes) that does one update, row by row, four lanes at a time. The last update of a step
 * adds new * 0 to each lane's `bad`, which turns NaN with the first number that is not finite.
 */
export function writeUpdate(memory: MemoryPlan, count: number, { sum, target, factor }: Update): Code {
  const code = new Code([TYPE.i32]);
  const bytes = 0;
  const lane = code.local(TYPE.i32);
  const row = code.local(TYPE.i32);
  const at = code.local(TYPE.i32);
  const slopes = [code.local(TYPE.v128), code.local(TYPE.v128)];
  const nexts = [code.local(TYPE.v128), code.local(TYPE.v128)];
  const { derivatives, sums, trial, stocks, bad, stride } = memory;
  const both = (write: (v: number) => void) => [0, 1].forEach(write);
  code.open("loop");
  // lane: offset within a row; at: offset within the array of rows
  code.i32(0).set(lane);
  code.open("loop").get(row).get(lane).op("i32Add").set(at);
  both((v) => {
    code
      .get(at)
      .vector("load", derivatives + 16 * v)
      .set(slopes[v]!);
  });
  if (sum !== "none")
    both((v) => {
      code.get(at);
      if (sum === "add") {
        code.get(at).vector("load", sums + 16 * v);
        code.f64x2(2).get(slopes[v]!).simd("f64x2Mul").simd("f64x2Add");
      } else code.get(slopes[v]!);
      code.vector("store", sums + 16 * v);
    });
  both((v) => {
    code
      .get(at)
      .vector("load", stocks + 16 * v)
      .f64x2(factor);
    if (target === "weighted") code.get(at).vector("load", sums + 16 * v);
    code.get(slopes[v]!);
    if (target === "weighted") code.simd("f64x2Add");
    code.simd("f64x2Mul").simd("f64x2Add").set(nexts[v]!);
  });
  both((v) => {
    code
      .get(at)
      .get(nexts[v]!)
      .vector("store", (target === "trial" ? trial : stocks) + 16 * v);
  });
  if (target !== "trial")
    both((v) => {
      code
        .get(lane)
        .get(lane)
        .vector("load", bad + 16 * v);
      code
        .get(nexts[v]!)
        .f64x2(0)
        .simd("f64x2Mul")
        .simd("f64x2Add")
        .vector("store", bad + 16 * v);
    });
  code.get(lane).i32(32).op("i32Add").tee(lane).get(bytes).op("i32LtU").branch("brIf", 0).op("end");
  code
    .get(row)
    .i32(stride)
    .op("i32Add")
    .tee(row)
    .i32(count * stride)
    .op("i32LtU")
    .branch("brIf", 0)
    .op("end");
  return code;
}

/**
 * The function (bytes of lanes, step) that looks at `bad`: for a lane that failed just now it notes the step and
 * sets `newFailure`.
 */
export function writeFailures({ bad, failedStep, newFailure }: MemoryPlan): Code {
  const code = new Code([TYPE.i32, TYPE.i32]);
  const [bytes, step] = [0, 1];
  const lane = code.local(TYPE.i32);
  const failed = code.local(TYPE.v128);
  code.open("loop");
  // Failed now, and no step noted yet (a step is never negative).
  code.get(lane).vector("load", bad).get(lane).vector("load", bad).simd("f64x2Ne");
  code.get(lane).vector("load", failedStep).f64x2(0).simd("f64x2Lt").simd("and").set(failed);
  code.get(failed).simd("anyTrue").open("if");
  code.i32(0).i32(1).access("i32Store", newFailure);
  code.get(lane).get(step).op("f64ConvertI32S").simd("f64x2Splat");
  code.get(lane).vector("load", failedStep).get(failed).simd("bitselect").vector("store", failedStep);
  code.op("end");
  code.get(lane).i32(16).op("i32Add").tee(lane).get(bytes).op("i32LtU").branch("brIf", 0).op("end");
  return code;
}
