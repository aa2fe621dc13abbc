import { KERNEL_TABLES } from "../../math/kernels/table-image.ts";
import type { Ir } from "../../model/ir.ts";
import { moduleBytes } from "../../wasm/module.ts";
import { prune } from "../prune.ts";
import { Functions } from "./functions.ts";
import { type GroupSize, weightOf } from "./groups.ts";
import { KernelWriter } from "./kernel-writer.ts";
import { type MemoryPlan, planMemory } from "./memory-plan.ts";
import { modelGraph } from "./model-graph.ts";
import { planPhases } from "./phases.ts";
import { writeDriver } from "./write-driver.ts";
import { methodOf } from "./write-integrator.ts";

/** What a page or a worker needs beside the bytes of a kernel to run it; plain JSON. */
export interface KernelLayout {
  readonly lanes: number;
  readonly outputs: readonly string[];
  readonly parameterCount: number;
  readonly leverCount: number;
  /** Parameters that the kernel reads. */
  readonly parameters: readonly number[];
  readonly stocks: readonly string[];
  readonly held: readonly string[];
  readonly delays: readonly number[];
  readonly noise: Ir["noise"];
  readonly steps: number;
  readonly memory: Omit<MemoryPlan, "data">;
}

export interface WasmKernel {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly layout: KernelLayout;
}

/** How code is laid out; the defaults are those that measured fastest. None changes a number. */
export interface WasmOptions {
  readonly lanes?: number;
  readonly group?: GroupSize;
  /** Sums of so many terms are written out; longer ones loop. */
  readonly writtenOut?: number;
  /** Functions of `math/` that are written in line rather than called. */
  readonly inLine?: readonly string[];
}

const GROUP: GroupSize = { least: 15, most: 30 };
const LANES = 64;
const IN_LINE: readonly string[] = [];
/** Bytes of rows that a step goes through; beyond it, fewer lanes at a time keep it in the cache. */
const FOOTPRINT = 1 << 20;

/**
 * The module that computes the part of `ir` that the named outputs need, and its layout. Throws a DiagnosticError
 * for an unknown name.
 */
export function wasmBytes(ir: Ir, outputs: readonly string[], options: WasmOptions = {}): WasmKernel {
  const pruned = prune(ir, outputs);
  const model = modelGraph(pruned, outputs, options.writtenOut);
  const phases = planPhases(model);
  const stages = methodOf(pruned.method, pruned.clock.stepsPerUnit).updates.length;
  const work = phases.phases.stage.lanes.reduce((sum, id) => sum + weightOf(model.graph.nodes[id]!), 0);
  const chunkSteps = stepsPerCall((work + 20 * pruned.stocks.length) * stages, pruned);
  const planned = (lanes: number) =>
    planMemory(model, phases, {
      lanes,
      group: options.group ?? GROUP,
      kernelTables: KERNEL_TABLES,
      chunkSteps,
    });
  let plan = planned(options.lanes ?? LANES);
  if (options.lanes === undefined && plan.memory.leverRows - plan.memory.failedStep > FOOTPRINT)
    plan = planned(LANES / 2);
  const functions = new Functions();
  const exports = writeDriver(
    plan,
    functions,
    new KernelWriter(functions, plan.memory.kernelTables, options.inLine ?? IN_LINE),
  );
  const { data, ...memory } = plan.memory;
  const bytes = moduleBytes({
    functions: functions.list,
    exports,
    pages: Math.floor(memory.rings / 65536) + 1,
    data,
  });
  const layout: KernelLayout = {
    lanes: memory.lanes,
    outputs,
    parameterCount: pruned.parameters.length,
    leverCount: pruned.levers.length,
    parameters: parametersRead(model.graph.nodes),
    stocks: pruned.stocks.map((s) => s.name),
    held: pruned.held.map((h) => h.name),
    delays: pruned.held.flatMap((h, i) => (h.kind === "delay" ? [i] : [])),
    noise: pruned.noise ?? [],
    steps: pruned.clock.steps,
    memory,
  };
  return { bytes, layout };
}

/** Steps that one call goes through: some milliseconds of work for a full batch, and buffers of moderate size. */
function stepsPerCall(operationsPerStep: number, { clock, noise = [], levers }: Ir): number {
  const byWork = Math.floor(1e6 / (operationsPerStep + 50));
  const byMemory = Math.floor(32768 / (64 * noise.length + levers.length + 1));
  const most = byWork < byMemory ? byWork : byMemory;
  const bounded = most < 8 ? 8 : most > 1024 ? 1024 : most;
  return bounded > clock.steps + 1 ? clock.steps + 1 : bounded;
}

function parametersRead(
  nodes: readonly { op: string; value: number; args: readonly number[] }[],
): readonly number[] {
  const read = new Set<number>();
  for (const { op, value, args } of nodes) {
    if (op === "param") read.add(value);
    if (op === "pick") for (let i = 0; i < nodes[args[1]!]!.value; i++) read.add(value + i);
  }
  return [...read].sort((a, b) => a - b);
}
