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
  const delayFunction = (what: "advance" | "push") =>
    delays.length === 0 ? undefined : functions.add(writeDelays(memory, delays, what));
  const [advanceDelays, pushDelays] = [delayFunction("advance"), delayFunction("push")];
  const failures = functions.add(writeFailures(memory));
  const stages = writeStages(plan, phase.stage, functions, kernels);

  const callPhase = (code: Code, name: PhaseName, bytes: number, base = 0) => {
    const fn = phase[name];
    if (fn !== undefined) code.get(bytes).i32(base).call(fn);
  };

  /** (index, share of the step): the stage's time. */
  const setTime = new Code([TYPE.i32, TYPE.f64]);
  setTime.i32(0).f64(startIndex).get(0).op("f64ConvertI32S").op("f64Add").get(1).op("f64Add");
  setTime.f64(stepsPerUnit).op("f64Div").simd("f64x2Splat").vector("store", memory.time);
  const time = functions.add(setTime);

  /** (index, row, bytes, fresh): the beginning of a step up to held variables. */
  const begin = new Code([TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i32]);
  writeCells(begin, plan, time);
  writeLevers(begin, plan);
  const noiseBytes = (ir.noise?.length ?? 0) * memory.stride;
  if (noiseBytes > 0) {
    begin.i32(memory.noise).get(1).i32(noiseBytes).op("i32Mul").i32(memory.noiseRows).op("i32Add");
    begin.i32(noiseBytes).copyMemory();
  }
  callPhase(begin, "row", 2);
  // After a Runge-Kutta step the last stage had this very time.
  const stood = stages.length > 1;
  if (stood) begin.get(3).open("if");
  callPhase(begin, "clock", 2);
  if (stood) begin.op("end");
  callPhase(begin, "early", 2);
  const beginStep = functions.add(begin);

  const start = new Code([TYPE.i32]);
  start.i32(0).i32(0).get(0).i32(1).call(beginStep);
  callPhase(start, "start", 0);

  /** (index, row, bytes, fresh): everything before the first stage. */
  const prepare = new Code([TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i32]);
  prepare.get(0).get(1).get(2).get(3).call(beginStep);
  prepare.get(0).open("if");
  if (advanceDelays !== undefined) prepare.get(2).call(advanceDelays);
  callPhase(prepare, "samples", 2);
  if (phase.rules !== undefined) {
    prepare.get(0).i32(startIndex).op("i32Add").i32(stepsPerMonth).op("i32RemS").op("i32Eqz").open("if");
    callPhase(prepare, "rules", 2);
    prepare.op("end");
  }
  prepare.op("end");
  callPhase(prepare, "step", 2);
  callPhase(prepare, "moment", 2);
  const prepareStep = functions.add(prepare);

  /** (index, row, bytes, fresh): everything but the move of the stocks. */
  const observe = new Code([TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i32]);
  const target = observe.local(TYPE.i32);
  observe.get(0).get(1).get(2).get(3).call(prepareStep);
  const first = stages[0]?.stage ?? phase.stage;
  if (first !== undefined) observe.get(2).i32(memory.stocks).call(first);
  callPhase(observe, "push", 2);
  if (pushDelays !== undefined) observe.get(2).call(pushDelays);
  const report = phase.report;
  if (report !== undefined) {
    loadTarget(observe, plan, 1);
    observe.tee(target).open("if");
    observe.get(2).get(target).call(report);
    const outputs = model.report.length * memory.stride;
    callFailures(observe, plan, failures, () =>
      observe.get(2).get(target).get(target).i32(outputs).op("i32Add").get(0),
    );
    observe.op("end");
  }
  const observeStep = functions.add(observe);

  const advance = new Code([TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i32], [TYPE.i32]);
  const index = advance.local(TYPE.i32);
  const row = advance.local(TYPE.i32);
  advance.get(0).set(index);
  advance.open("loop").get(index).get(2).op("i32Sub").set(row);
  const stepArguments = () => advance.get(index).get(row).get(3).get(index).get(0).op("i32Eq");
  const [only] = stages;
  // Euler's method in one group: where nothing is saved the stocks move as soon as their derivatives are known.
  const atOnce = stages.length === 1 && delays.length === 0 ? only?.fused : undefined;
  if (atOnce !== undefined) {
    loadTarget(advance, plan, row);
    advance.op("i32Eqz").open("if");
    stepArguments().call(prepareStep);
    advance.get(3).i32(memory.stocks).call(atOnce);
    advance.op("else");
  }
  stepArguments().call(observeStep);
  stages.forEach(({ stage, update, time: share }, s) => {
    if (s > 0) {
      if (share !== undefined) {
        advance.get(index).f64(share).call(time);
        for (const name of ["clock", "early", "moment"] as const) callPhase(advance, name, 3);
      }
      advance.get(3).i32(memory.trial).call(stage);
    }
    if (update !== undefined) advance.get(3).call(update);
  });
  if (atOnce !== undefined) advance.op("end");
  advance.get(index).i32(1).op("i32Add").set(index);
  const stocks = ir.stocks.length * memory.stride;
  if (stages.length > 0)
    callFailures(advance, plan, failures, () =>
      advance
        .get(3)
        .i32(memory.stocks)
        .i32(memory.stocks + stocks)
        .get(index),
    );
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

/** A stage of the integrator: a function (bytes, base of stocks), and one (bytes) that moves the stocks if it does not. */
interface Stage {
  readonly stage: number;
  readonly update: number | undefined;
  /** For Euler's method in one group: the function (bytes, base of stocks) that does both. */
  readonly fused: number | undefined;
  readonly time: number | undefined;
}

/**
 * The stages; none without stocks. Where one group computes all derivatives, its passes move the stocks at once, each
 * stage with code of its own; else derivatives go through memory.
 */
function writeStages(
  plan: Plan,
  shared: number | undefined,
  functions: Functions,
  kernels: KernelWriter,
): readonly Stage[] {
  const { memory, model, grouped } = plan;
  const { ir } = model;
  if (ir.stocks.length === 0 || shared === undefined) return [];
  const { updates, times } = methodOf(ir.method, ir.clock.stepsPerUnit);
  const [group, second] = grouped.stage.lanes;
  return updates.map((update, s) => {
    const fused =
      group === undefined || second !== undefined
        ? undefined
        : functions.add(new GroupWriter(plan, grouped.stage, VECTORS, kernels, update).write(group, false));
    if (fused !== undefined && updates.length > 1)
      return { stage: fused, update: undefined, fused: undefined, time: times[s] };
    const move = functions.add(writeUpdate(memory, ir.stocks.length, update));
    return { stage: shared, update: move, fused, time: times[s] };
  });
}

/** The function (bytes, base) that computes a phase; undefined when there is nothing to do. */
function writePhase(
  plan: Plan,
  phase: GroupedPhase,
  functions: Functions,
  kernels: KernelWriter,
): number | undefined {
  const groups = [
    ...phase.uniform.map((group) => new GroupWriter(plan, phase, 1, kernels).write(group, true)),
    ...phase.lanes.map((group) => new GroupWriter(plan, phase, VECTORS, kernels).write(group, false)),
  ].map((code) => functions.add(code));
  if (groups.length < 2) return groups[0];
  const code = new Code([TYPE.i32, TYPE.i32]);
  for (const group of groups) code.get(0).get(1).call(group);
  return functions.add(code);
}

/** Pushes where the outputs of a step go, 0 for nowhere; `row` is the local with its row. */
function loadTarget(code: Code, { memory }: Plan, row: number): void {
  code.get(row).i32(4).op("i32Mul").access("i32Load", memory.saveTargets);
}

/** Sets the cells for time and index that something reads: index in local 0. */
function writeCells(code: Code, { memory, model }: Plan, time: number): void {
  const read = new Set(model.graph.nodes.map((node) => node.op));
  if (read.has("time") || read.has("steptime")) code.get(0).f64(0).call(time);
  if (read.has("steptime")) code.i32(0).i32(0).vector("load", memory.time).vector("store", memory.stepTime);
  if (read.has("step"))
    code.i32(0).get(0).op("f64ConvertI32S").simd("f64x2Splat").vector("store", memory.step);
  if (!read.has("index")) return;
  code.i32(0).f64(model.ir.clock.startIndex).get(0).op("f64ConvertI32S").op("f64Add").simd("f64x2Splat");
  code.vector("store", memory.index);
}

/** Copies the levers of the step from the row in local 1 to their cells. */
function writeLevers(code: Code, { memory, model }: Plan): void {
  const levers = [...new Set(model.graph.nodes.flatMap((node) => (node.op === "lever" ? [node.value] : [])))];
  if (levers.length === 0) return;
  const source = code.local(TYPE.i32);
  code
    .get(1)
    .i32(model.ir.levers.length * 8)
    .op("i32Mul")
    .set(source);
  for (const lever of levers) {
    code
      .i32(0)
      .get(source)
      .vector("load64Splat", memory.leverRows + lever * 8);
    code.vector("store", memory.levers + lever * 16);
  }
}

/** Has the lanes looked at when a number in some rows was not finite: bytes of lanes, first row, end of rows, step. */
function callFailures(code: Code, { memory }: Plan, failures: number, pushArguments: () => void): void {
  code.i32(0).access("i32Load", memory.suspect).open("if");
  pushArguments();
  code.call(failures).op("end");
}
