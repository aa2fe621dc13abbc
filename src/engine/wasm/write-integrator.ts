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
 * Pushes the stocks after an update: `place(base, v)` pushes an address, `slope(v)` the derivative. The sum is kept
 * on the way.
 */
export function pushUpdated(
  code: Code,
  memory: MemoryPlan,
  { sum, target, factor }: Update,
  at: { readonly address: () => void; readonly row: number; readonly slope: () => void },
): void {
  const { sums, stocks } = memory;
  const load = (base: number) => {
    at.address();
    code.vector("load", base + at.row);
  };
  if (sum !== "none") {
    at.address();
    if (sum === "add") {
      load(sums);
      code.f64x2(2);
      at.slope();
      code.simd("f64x2Mul").simd("f64x2Add");
    } else at.slope();
    code.vector("store", sums + at.row);
  }
  load(stocks);
  code.f64x2(factor);
  if (target === "weighted") load(sums);
  at.slope();
  if (target === "weighted") code.simd("f64x2Add");
  code.simd("f64x2Mul").simd("f64x2Add");
}

/** Adds next * 0 to `total`, which turns NaN with the first number that is not finite. */
export function addFiniteness(code: Code, total: number, next: number): void {
  code.get(total).get(next).f64x2(0).simd("f64x2Mul").simd("f64x2Add").set(total);
}

/** Sets `suspect` when a number that went into `total` was not finite. */
export function writeSuspicion(code: Code, { suspect }: MemoryPlan, total: number): void {
  code.get(total).get(total).simd("f64x2Ne").simd("anyTrue").open("if");
  code.i32(0).i32(1).access("i32Store", suspect).op("end");
}

/** The function (bytes of lanes) that does one update of `count` stocks, row by row, four lanes at a time. */
export function writeUpdate(memory: MemoryPlan, count: number, update: Update): Code {
  const code = new Code([TYPE.i32]);
  const bytes = 0;
  const lane = code.local(TYPE.i32);
  const row = code.local(TYPE.i32);
  const at = code.local(TYPE.i32);
  const total = code.local(TYPE.v128);
  const vectors = [0, 1].map((v) => ({ v, slope: code.local(TYPE.v128), next: code.local(TYPE.v128) }));
  const { derivatives, trial, stocks, stride } = memory;
  code.open("loop");
  // lane: offset within a row; at: offset within the array of rows
  code.i32(0).set(lane);
  code.open("loop").get(row).get(lane).op("i32Add").set(at);
  for (const { v, slope } of vectors)
    code
      .get(at)
      .vector("load", derivatives + 16 * v)
      .set(slope);
  for (const { v, slope, next } of vectors) {
    const place = { address: () => code.get(at), row: 16 * v, slope: () => code.get(slope) };
    pushUpdated(code, memory, update, place);
    code.set(next);
  }
  for (const { v, next } of vectors) {
    code
      .get(at)
      .get(next)
      .vector("store", (update.target === "trial" ? trial : stocks) + 16 * v);
    if (update.target !== "trial") addFiniteness(code, total, next);
  }
  code.get(lane).i32(32).op("i32Add").tee(lane).get(bytes).op("i32LtU").branch("brIf", 0).op("end");
  code.get(row).i32(stride).op("i32Add").tee(row);
  code
    .i32(count * stride)
    .op("i32LtU")
    .branch("brIf", 0)
    .op("end");
  if (update.target !== "trial") writeSuspicion(code, memory, total);
  return code;
}

/**
 * The function (bytes of lanes, first row, end of rows, step) that looks for lanes with a number in these rows that is
 * not finite. For one that failed just now it notes the step and sets `newFailure`.
 */
export function writeFailures({ failedStep, newFailure, suspect, stride }: MemoryPlan): Code {
  const code = new Code([TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i32]);
  const [bytes, first, end, step] = [0, 1, 2, 3];
  const lane = code.local(TYPE.i32);
  const row = code.local(TYPE.i32);
  const total = code.local(TYPE.v128);
  const failed = code.local(TYPE.v128);
  code.i32(0).i32(0).access("i32Store", suspect);
  code.open("loop");
  code.f64x2(0).set(total);
  code.get(first).set(row);
  code.open("loop").get(total).get(row).get(lane).op("i32Add").vector("load", 0);
  code.f64x2(0).simd("f64x2Mul").simd("f64x2Add").set(total);
  code.get(row).i32(stride).op("i32Add").tee(row).get(end).op("i32LtU").branch("brIf", 0).op("end");
  // Failed, and no step noted yet (a step is never negative).
  code.get(total).get(total).simd("f64x2Ne");
  code.get(lane).vector("load", failedStep).f64x2(0).simd("f64x2Lt").simd("and").set(failed);
  code.get(failed).simd("anyTrue").open("if");
  code.i32(0).i32(1).access("i32Store", newFailure);
  code.get(lane).get(step).op("f64ConvertI32S").simd("f64x2Splat");
  code.get(lane).vector("load", failedStep).get(failed).simd("bitselect").vector("store", failedStep);
  code.op("end");
  code.get(lane).i32(16).op("i32Add").tee(lane).get(bytes).op("i32LtU").branch("brIf", 0).op("end");
  return code;
}
