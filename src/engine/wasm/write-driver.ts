import { Code, TYPE } from "../../wasm/code.ts";
import type { Functions } from "./functions.ts";
import type { KernelWriter } from "./kernel-writer.ts";
import type { GroupedPhase, Plan } from "./memory-plan.ts";
import { PHASES, type PhaseName } from "./phases.ts";
import { writeDelays } from "./write-delays.ts";
import { GroupWriter } from "./write-group.ts";
import { methodOf, writeFailures, writeUpdate } from "./write-integrator.ts";

/** Vectors of two lanes that go side by side. */
export const VECTORS = 2;

/**
 * Writes all functions of a kernel; gives the exported ones. Lanes are given in bytes (8 each, a multiple of 32).
 * - `run(bytes)`: values that hold for the whole run.
 * - `start(bytes)`: stocks and held variables at index 0; levers and noise of that step stand in row 0.
 * - `advance(from, to, first, bytes)` → the index reached: whole steps until `to`, or until a lane fails; `first`
 *   is the index whose levers, noise and save target stand in row 0.
 * - `observe(index, first, bytes)`: the last index: what a step does before stocks move.
 */
export function writeDriver(plan: Plan, functions: Functions, kernels: KernelWriter): Record<string, number> {
  const { memory, model, grouped } = plan;
  const { ir } = model;
  const { startIndex, stepsPerUnit, stepsPerMonth } = ir.clock;
  const phase = Object.fromEntries(
    PHASES.map((name) => [name, writePhase(plan, grouped[name], functions, kernels)]),
  ) as Readonly<Record<PhaseName, number | undefined>>;
  const delays = ir.held.flatMap((h, i) => (h.kind === "delay" ? [i] : []));
  const [advanceDelays, pushDelays] =
    delays.length === 0
      ? []
      : [
          functions.add(writeDelays(memory, delays, "advance")),
          functions.add(writeDelays(memory, delays, "push")),
        ];
  const failures = functions.add(writeFailures(memory));
  const method = methodOf(ir.method, stepsPerUnit);
  const updates =
    ir.stocks.length === 0
      ? []
      : method.updates.map((update) => functions.add(writeUpdate(memory, ir.stocks.length, update)));

  const callPhase = (code: Code, name: PhaseName, bytes: number, base?: (code: Code) => void) => {
    const fn = phase[name];
    if (fn === undefined) return;
    code.get(bytes);
    if (base) base(code);
    else code.i32(0);
    code.call(fn);
  };

  /** (index, share of the step): the stage's time. */
  const setTime = new Code([TYPE.i32, TYPE.f64]);
  setTime.i32(0).f64(startIndex).get(0).op("f64ConvertI32S").op("f64Add").get(1).op("f64Add");
  setTime.f64(stepsPerUnit).op("f64Div").simd("f64x2Splat").vector("store", memory.time);
  const time = functions.add(setTime);

  /** (index, row, bytes, fresh): the beginning of a step up to held variables. */
  const begin = new Code([TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i32]);
  begin.get(0).f64(0).call(time);
  begin.i32(0).i32(0).vector("load", memory.time).vector("store", memory.stepTime);
  begin.i32(0).get(0).op("f64ConvertI32S").simd("f64x2Splat").vector("store", memory.step);
  begin.i32(0).f64(startIndex).get(0).op("f64ConvertI32S").op("f64Add").simd("f64x2Splat");
  begin.vector("store", memory.index);
  writeLevers(begin, plan);
  const noiseBytes = (ir.noise?.length ?? 0) * memory.stride;
  if (noiseBytes > 0) {
    begin.i32(memory.noise).get(1).i32(noiseBytes).op("i32Mul").i32(memory.noiseRows).op("i32Add");
    begin.i32(noiseBytes).copyMemory();
  }
  callPhase(begin, "row", 2);
  // After a Runge-Kutta step the last stage had this very time.
  const stood = updates.length > 1;
  if (stood) begin.get(3).open("if");
  callPhase(begin, "clock", 2);
  if (stood) begin.op("end");
  callPhase(begin, "early", 2);
  const beginStep = functions.add(begin);

  const start = new Code([TYPE.i32]);
  start.i32(0).i32(0).get(0).i32(1).call(beginStep);
  callPhase(start, "start", 0);

  /** (index, row, bytes, fresh): everything but the move of the stocks. */
  const observe = new Code([TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i32]);
  const target = observe.local(TYPE.i32);
  observe.get(0).get(1).get(2).get(3).call(beginStep);
  observe.get(0).open("if");
  if (advanceDelays !== undefined) observe.get(2).call(advanceDelays);
  callPhase(observe, "samples", 2);
  if (phase.rules !== undefined) {
    observe.get(0).i32(startIndex).op("i32Add").i32(stepsPerMonth).op("i32RemS").op("i32Eqz").open("if");
    callPhase(observe, "rules", 2);
    observe.op("end");
  }
  observe.op("end");
  callPhase(observe, "step", 2);
  callPhase(observe, "moment", 2);
  callPhase(observe, "stage", 2, (code) => code.i32(memory.stocks));
  callPhase(observe, "push", 2);
  if (pushDelays !== undefined) observe.get(2).call(pushDelays);
  observe.get(1).i32(4).op("i32Mul").access("i32Load", memory.saveTargets).tee(target).open("if");
  callPhase(observe, "report", 2, (code) => code.get(target));
  observe
    .get(2)
    .get(target)
    .call(functions.add(writeOutputCheck(plan)));
  observe.get(2).get(0).call(failures);
  observe.op("end");
  const observeStep = functions.add(observe);

  const advance = new Code([TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i32], [TYPE.i32]);
  const index = advance.local(TYPE.i32);
  advance.get(0).set(index);
  advance.open("loop");
  advance.get(index).get(index).get(2).op("i32Sub").get(3).get(index).get(0).op("i32Eq").call(observeStep);
  updates.forEach((update, stage) => {
    if (stage > 0) {
      const share = method.times[stage];
      if (share !== undefined) {
        advance.get(index).f64(share).call(time);
        for (const name of ["clock", "early", "moment"] as const) callPhase(advance, name, 3);
      }
      callPhase(advance, "stage", 3, (code) => code.i32(memory.trial));
    }
    advance.get(3).call(update);
  });
  advance.get(index).i32(1).op("i32Add").set(index);
  if (updates.length > 0) advance.get(3).get(index).call(failures);
  advance.i32(0).access("i32Load", memory.newFailure).op("i32Eqz");
  advance.get(index).get(1).op("i32LtS").op("i32And").branch("brIf", 0).op("end");
  advance.get(index);

  const whole = new Code([TYPE.i32]);
  callPhase(whole, "run", 0);
  const last = new Code([TYPE.i32, TYPE.i32, TYPE.i32]);
  last.get(0).get(0).get(1).op("i32Sub").get(2).i32(1).call(observeStep);
  return {
    run: functions.add(whole),
    start: functions.add(start),
    advance: functions.add(advance),
    observe: functions.add(last),
  };
}

/** The function (bytes, base) that computes a phase; undefined when there is nothing to do. */
function writePhase(
  plan: Plan,
  phase: GroupedPhase,
  functions: Functions,
  kernels: KernelWriter,
): number | undefined {
  if (phase.uniform.length + phase.lanes.length === 0) return undefined;
  const code = new Code([TYPE.i32, TYPE.i32]);
  for (const group of phase.uniform) {
    const fn = functions.add(new GroupWriter(plan, phase, 1, kernels).write(group, true));
    code.get(0).get(1).call(fn);
  }
  for (const group of phase.lanes) {
    const fn = functions.add(new GroupWriter(plan, phase, VECTORS, kernels).write(group, false));
    code.get(0).get(1).call(fn);
  }
  return functions.add(code);
}

/** Copies the levers of the step from the row in local 1 to their cells. */
function writeLevers(code: Code, { memory, model }: Plan): void {
  const count = model.ir.levers.length;
  if (count === 0) return;
  const source = code.local(TYPE.i32);
  const cell = code.local(TYPE.i32);
  code
    .get(1)
    .i32(count * 8)
    .op("i32Mul")
    .set(source);
  code.i32(0).set(cell);
  code.open("loop").get(cell).get(source).vector("load64Splat", memory.leverRows);
  code.vector("store", memory.levers);
  code.get(source).i32(8).op("i32Add").set(source);
  code
    .get(cell)
    .i32(16)
    .op("i32Add")
    .tee(cell)
    .i32(count * 16)
    .op("i32LtU")
    .branch("brIf", 0)
    .op("end");
}

/** The function (bytes, block of outputs) that adds output * 0 to each lane's `bad`. */
function writeOutputCheck({ memory, model }: Plan): Code {
  const code = new Code([TYPE.i32, TYPE.i32]);
  const count = model.report.length;
  const lane = code.local(TYPE.i32);
  const at = code.local(TYPE.i32);
  const end = code.local(TYPE.i32);
  const sum = code.local(TYPE.v128);
  if (count === 0) return code;
  code.open("loop").get(lane).vector("load", memory.bad).set(sum);
  code
    .get(lane)
    .get(1)
    .op("i32Add")
    .tee(at)
    .i32(count * memory.stride)
    .op("i32Add")
    .set(end);
  code.open("loop").get(sum).get(at).vector("load", 0).f64x2(0).simd("f64x2Mul").simd("f64x2Add").set(sum);
  code.get(at).i32(memory.stride).op("i32Add").tee(at).get(end).op("i32Ne").branch("brIf", 0).op("end");
  code.get(lane).get(sum).vector("store", memory.bad);
  code.get(lane).i32(16).op("i32Add").tee(lane).get(0).op("i32LtU").branch("brIf", 0).op("end");
  return code;
}
