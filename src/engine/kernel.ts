import { cell } from "../math/cell.ts";
import type { Ir } from "../model/ir.ts";
import { generate } from "./generate.ts";
import { createHeldMemory, type HeldMemory } from "./held-memory.ts";
import { hoist } from "./hoist.ts";
import { eulerStep, rk2Step, rk4Step } from "./integrate.ts";
import { KERNELS, pick, sums } from "./kernels.ts";
import { createMemory, type Memory } from "./memory.ts";
import { noiseSource } from "./noise.ts";
import { prune } from "./prune.ts";
import { restoreState, saveState } from "./state.ts";
import { tableKernel } from "./tables.ts";
import { findVariable } from "./variables.ts";

/** One run of a kernel. All numbers are in base units. */
export interface RunRequest {
  /** Values of all parameters of the model start at `params[paramsOffset]`. */
  readonly params: Float64Array;
  readonly paramsOffset?: number;
  /** Lever values, row k (of `ir.levers.length`) in force from index k on; steps + 1 rows (`leverTable`). */
  readonly levers: Float64Array;
  /** First and last index; default 0 and the model's last. `state` is needed when `fromStep` is not 0. */
  readonly fromStep?: number;
  readonly toStep?: number;
  readonly state?: Float64Array;
  /** Indices at which outputs are written, ascending; those before `fromStep` or after `toStep` are left alone. */
  readonly saveSteps: readonly number[];
  /** Output o at save s goes to out[outOffset + o * outputStride + s * saveStride]. */
  readonly out: Float64Array;
  readonly outOffset?: number;
  readonly outputStride?: number;
  readonly saveStride?: number;
  /** Keeps the complete state at this index, as it is before held variables change there. */
  readonly keepAt?: number;
  /** For models with noise: the seed of the streams and the number of the run; default 0 and 0. */
  readonly noiseSeed?: number;
  readonly run?: number;
}

/** How a run ended. A run that fails has NaN in every output from the failing save on. */
export type RunStatus =
  | { readonly ok: true; readonly kept?: Float64Array }
  /** `step`: index at which `variable` was first seen not to be a finite number. */
  | { readonly ok: false; readonly step: number; readonly variable: string; readonly kept?: Float64Array };

/** A compiled model: pure in its results, though it reuses its memory, so one run at a time. */
export interface Kernel {
  readonly outputs: readonly string[];
  /** The generated JavaScript. */
  readonly source: string;
  /** The pruned model that the kernel computes. */
  readonly ir: Ir;
  readonly run: (request: RunRequest) => RunStatus;
}

interface Generated {
  readonly constants: () => void;
  readonly atStep: () => void;
  readonly clock: () => void;
  readonly moment: () => void;
  readonly stage: () => void;
  readonly push: (k: number) => void;
  readonly report: () => void;
  readonly start: () => void;
  readonly samples: (k: number) => void;
  readonly rules: (k: number) => void;
}

const STEPS = { euler: eulerStep, rk2: rk2Step, rk4: rk4Step } as const;

/**
 * Compiles the part of `ir` that the named outputs need (stocks, auxiliaries, held variables, parameters
 * or levers, by canonical name). Throws a DiagnosticError for an unknown name.
 */
export function compileKernel(ir: Ir, outputs: readonly string[]): Kernel {
  const pruned = hoist(prune(ir, outputs));
  const memory = createMemory(pruned);
  const held = createHeldMemory(pruned, memory.h);
  const source = generate(pruned, outputs);
  const code = instantiate(source, pruned, memory, held);
  const { startIndex, stepsPerUnit } = pruned.clock;
  const { y, d, w } = memory;
  const moment = () => {
    code.clock();
    code.moment();
  };
  const count = pruned.stocks.length;
  const parts = { count, stepsPerUnit, startIndex, y, d, w, moment, stage: code.stage };
  const step = STEPS[pruned.method](parts);
  return { outputs, source, ir: pruned, run: createRunner(pruned, outputs, memory, held, code, step) };
}

/** Evaluates the generated text; arrays and kernels become constants of its scope. */
function instantiate(source: string, ir: Ir, memory: Memory, held: HeldMemory): Generated {
  const { all, slices, ...arrays } = memory;
  const scope: Record<string, unknown> = {
    ...arrays,
    ...slices,
    ...KERNELS,
    ...sums(all),
    c: cell,
    held,
    abs: Math.abs,
    sqrt: Math.sqrt,
    floor: Math.floor,
    trunc: Math.trunc,
    pick,
  };
  ir.tables.forEach((table, i) => {
    scope[`f${i}`] = tableKernel(table);
  });
  const names = Object.keys(scope);
  const head = `"use strict";\n${names.map((n) => `const ${n} = scope.${n};`).join("\n")}\n`;
  return new Function("scope", head + source)(scope) as Generated;
}

function createRunner(
  ir: Ir,
  outputs: readonly string[],
  memory: Memory,
  held: HeldMemory,
  code: Generated,
  advanceStocks: (k: number) => number,
): (request: RunRequest) => RunStatus {
  const { p, l, y, h, a, w, z } = memory;
  const hasNoise = (ir.noise?.length ?? 0) > 0;
  const fillNoise = noiseSource(ir.noise);
  const { method } = ir;
  const { startIndex, stepsPerUnit, stepsPerMonth, steps } = ir.clock;
  const parameterCount = ir.parameters.length;
  const leverCount = ir.levers.length;
  const stockCount = ir.stocks.length;
  const hasDelays = ir.held.some((x) => x.kind === "delay");
  const hasSamples = ir.held.some((x) => x.kind === "sample");
  const hasRules = ir.held.some((x) => x.kind === "rule");
  const arrays = { stock: y, aux: a, held: h, param: p, lever: l };
  const sources = outputs.map((name) => {
    const v = findVariable(ir, name);
    return { array: arrays[v.of], index: v.index };
  });

  /** The first stock, held variable or output that is not finite. */
  function culprit(): string {
    const i = y.findIndex((v, n) => n < stockCount && v - v !== 0);
    if (i >= 0) return ir.stocks[i]!.name;
    const j = h.findIndex((v, n) => n < ir.held.length && v - v !== 0);
    if (j >= 0) return ir.held[j]!.name;
    return outputs[sources.findIndex((s) => s.array[s.index]! - s.array[s.index]! !== 0)] ?? "";
  }

  function finiteState(): boolean {
    let bad = 0;
    for (let i = 0; i < stockCount; i++) bad += y[i]! * 0;
    for (let i = 0; i < ir.held.length; i++) bad += h[i]! * 0;
    return bad === 0;
  }

  return (request) => {
    const { params, levers, saveSteps, out, state, keepAt, noiseSeed = 0, run = 0 } = request;
    const fromStep = request.fromStep ?? 0;
    const toStep = request.toStep ?? steps;
    const saveStride = request.saveStride ?? 1;
    const outputStride = request.outputStride ?? saveSteps.length * saveStride;
    const outOffset = request.outOffset ?? 0;
    const paramsOffset = request.paramsOffset ?? 0;
    if (fromStep !== 0 && state === undefined) throw new RangeError("a run from a later step needs a state");
    if (toStep > steps || fromStep > toStep) throw new RangeError(`no steps ${fromStep}..${toStep}`);
    for (let i = 0; i < parameterCount; i++) p[i] = params[paramsOffset + i]!;
    let save = 0;
    while (save < saveSteps.length && saveSteps[save]! < fromStep) save++;
    let kept: Float64Array | undefined;

    function fail(step: number): RunStatus {
      const variable = culprit();
      for (let s = save; s < saveSteps.length && saveSteps[s]! <= toStep; s++)
        for (let o = 0; o < sources.length; o++)
          out[outOffset + o * outputStride + s * saveStride] = Number.NaN;
      return kept === undefined ? { ok: false, step, variable } : { ok: false, step, variable, kept };
    }

    code.constants();
    for (let k = fromStep; ; k++) {
      const row = k * leverCount;
      for (let i = 0; i < leverCount; i++) l[i] = levers[row + i]!;
      w[0] = (startIndex + k) / stepsPerUnit;
      w[1] = w[0];
      if (hasNoise) fillNoise(noiseSeed, run, k, z);
      if (k === fromStep) {
        if (state !== undefined) restoreState(state, fromStep, y, stockCount, held);
        else {
          held.marks.fill(Number.NEGATIVE_INFINITY);
          code.start();
          if (!finiteState()) return fail(k);
        }
      }
      if (k === keepAt) kept = saveState(k, y, stockCount, held);
      if (k > 0) {
        if (hasDelays) held.advance(k);
        if (hasSamples) code.samples(k);
        if (hasRules && (startIndex + k) % stepsPerMonth === 0) code.rules(k);
      }
      code.atStep();
      // After a Runge-Kutta step the last stage had this very time.
      if (k === fromStep || method === "euler") code.clock();
      code.moment();
      code.stage();
      if (hasDelays) code.push(k);
      if (save < saveSteps.length && saveSteps[save] === k) {
        code.report();
        let bad = 0;
        const base = outOffset + save * saveStride;
        for (let o = 0; o < sources.length; o++) {
          const value = sources[o]!.array[sources[o]!.index]!;
          out[base + o * outputStride] = value;
          bad += value * 0;
        }
        if (bad !== 0) return fail(k);
        save++;
      }
      if (k === toStep) break;
      if (advanceStocks(k) !== 0) return fail(k + 1);
    }
    return kept === undefined ? { ok: true } : { ok: true, kept };
  };
}
