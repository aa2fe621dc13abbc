import type { BatchKernel, BatchRequest, BatchState, BatchStatus } from "../batch.ts";
import { noiseSource } from "../noise.ts";
import { createRings } from "./rings.ts";
import type { WasmKernel } from "./wasm-bytes.ts";

interface KernelExports {
  readonly memory: WebAssembly.Memory;
  readonly run: (bytes: number) => void;
  readonly start: (bytes: number) => void;
  readonly advance: (from: number, to: number, first: number, bytes: number) => number;
  readonly observe: (index: number, first: number, bytes: number) => void;
}

/** Lanes are run in fours. */
const FOUR = 4;

/** The kernel of a module that was written by `wasmBytes`; compiles the bytes unless a compiled module is given. */
export function instantiateWasm(
  { bytes, layout }: WasmKernel,
  module: WebAssembly.Module = new WebAssembly.Module(bytes),
): BatchKernel {
  const code = new WebAssembly.Instance(module).exports as unknown as KernelExports;
  const { memory: at, outputs, lanes: most } = layout;
  const width = at.stride / 8;
  const outputCount = outputs.length;
  const fillNoise = noiseSource(layout.noise);
  const noiseCount = layout.noise?.length ?? 0;
  const rings = createRings(layout, code.memory);
  let doubles = new Float64Array(code.memory.buffer);
  let words = new Int32Array(code.memory.buffer);
  const noiseRow = new Float64Array(noiseCount);
  /** Rows of the block of outputs: full ones are copied as a whole. */
  let outRows: readonly Float64Array[] = [];

  /** Memory that grew has a new buffer. */
  function refresh(): void {
    if (doubles.buffer === code.memory.buffer) return;
    doubles = new Float64Array(code.memory.buffer);
    words = new Int32Array(code.memory.buffer);
    outRows = [];
  }

  function writeParameters({ params, paramsOffset = 0, lanes }: BatchRequest, rounded: number): void {
    const base = at.params / 8;
    for (const index of layout.parameters) {
      const row = base + index * width;
      let from = paramsOffset + index;
      for (let lane = 0; lane < lanes; lane++, from += layout.parameterCount)
        doubles[row + lane] = params[from]!;
      for (let lane = lanes; lane < rounded; lane++) doubles[row + lane] = doubles[row]!;
    }
  }

  /** Levers and noise of the steps from..to-1 into rows 0, 1, 2 ... */
  function writeRows(request: BatchRequest, from: number, to: number, rounded: number): void {
    const { levers, lanes, noiseSeed = 0, firstRun = 0 } = request;
    const { leverCount } = layout;
    if (leverCount > 0) {
      const target = at.leverRows / 8;
      const source = from * leverCount;
      for (let i = 0; i < (to - from) * leverCount; i++) doubles[target + i] = levers[source + i]!;
    }
    if (noiseCount === 0) return;
    for (let k = from; k < to; k++) {
      const row = at.noiseRows / 8 + (k - from) * noiseCount * width;
      for (let lane = 0; lane < rounded; lane++) {
        fillNoise(noiseSeed, firstRun + (lane < lanes ? lane : 0), k, noiseRow);
        for (let i = 0; i < noiseCount; i++) doubles[row + i * width + lane] = noiseRow[i]!;
      }
    }
  }

  const finite = (address: number, lane: number) => {
    const value = doubles[address / 8 + lane]!;
    return value - value === 0;
  };
  /** The first of some rows that is not finite in a lane. */
  const firstBad = (base: number, names: readonly string[], lane: number) =>
    names.find((_, i) => !finite(base + i * at.stride, lane));

  function run(request: BatchRequest): BatchStatus {
    const { lanes, saveSteps, out, outOffset = 0, outputStride, saveStride, laneStride } = request;
    const { fromStep = 0, toStep = layout.steps, state, keepAt } = request;
    if (!(lanes >= 1 && lanes <= most)) throw new RangeError(`no batch of ${lanes} runs`);
    if (fromStep !== 0 && state === undefined) throw new RangeError("a run from a later step needs a state");
    if (toStep > layout.steps || fromStep > toStep) throw new RangeError(`no steps ${fromStep}..${toStep}`);
    const rounded = lanes + FOUR - 1 - ((lanes + FOUR - 1) % FOUR);
    const laneBytes = rounded * 8;
    const failedStep = new Int32Array(lanes).fill(-1);
    const failedVariable = Array.from({ length: lanes }, () => "");
    let kept: BatchState | undefined;
    const failing = at.failedStep / 8;
    const fail = (lane: number, step: number, variable: string) => {
      failedStep[lane] = step;
      failedVariable[lane] = variable;
      doubles[failing + lane] = step;
    };

    writeParameters(request, rounded);
    doubles.fill(-1, failing, failing + width);
    words[at.newFailure / 4] = 0;
    words[at.suspect / 4] = 0;
    code.run(laneBytes);
    if (state === undefined) {
      writeRows(request, fromStep, fromStep + 1, rounded);
      code.start(laneBytes);
      rings.start(rounded);
      refresh();
      for (let lane = 0; lane < lanes; lane++) {
        const variable = firstBad(at.stocks, layout.stocks, lane) ?? firstBad(at.held, layout.held, lane);
        if (variable !== undefined) fail(lane, fromStep, variable);
      }
    } else {
      if (state.step !== fromStep)
        throw new RangeError(`state of step ${state.step} given for step ${fromStep}`);
      if (state.lanes !== lanes) throw new RangeError(`state of ${state.lanes} runs given for ${lanes}`);
      rings.restore(state.bytes, fromStep, rounded);
      refresh();
      state.failedStep.forEach((step, lane) => {
        if (step >= 0) fail(lane, step, state.failedVariable[lane]!);
      });
    }
    const keep = (): void => {
      kept = {
        step: keepAt!,
        lanes,
        bytes: rings.save(),
        failedStep: failedStep.slice(),
        failedVariable: [...failedVariable],
      };
    };

    let save = 0;
    while (save < saveSteps.length && saveSteps[save]! < fromStep) save++;
    /** Saves before `to`, as many as the block of outputs holds, get their targets; the first step not covered. */
    function target(from: number, to: number): number {
      const targets = at.saveTargets / 4;
      words.fill(0, targets, targets + to - from);
      let count = 0;
      for (let s = save; s < saveSteps.length && saveSteps[s]! < to; s++) {
        if (count === at.chunkSaves) return saveSteps[s]!;
        words[targets + saveSteps[s]! - from] = at.outBlock + count++ * outputCount * at.stride;
      }
      return to;
    }
    function take(to: number): void {
      if (outRows.length === 0)
        outRows = Array.from({ length: at.chunkSaves * outputCount }, (_, i) => {
          const begin = at.outBlock / 8 + i * width;
          return doubles.subarray(begin, begin + width);
        });
      let row = 0;
      for (; save < saveSteps.length && saveSteps[save]! < to; save++)
        for (let o = 0; o < outputCount; o++, row++) {
          const base = outOffset + o * outputStride + save * saveStride;
          if (lanes === width && laneStride === 1) out.set(outRows[row]!, base);
          else copyRow(outRows[row]!, out, base, lanes, laneStride);
        }
    }
    /** Names what was not finite in lanes that failed since the last call; `reached` is the index stocks stand at. */
    function nameFailures(reached: number, first: number): void {
      if (words[at.newFailure / 4] === 0) return;
      words[at.newFailure / 4] = 0;
      for (let lane = 0; lane < lanes; lane++) {
        const step = doubles[failing + lane]!;
        if (step < 0 || failedStep[lane]! >= 0) continue;
        const block = words[at.saveTargets / 4 + step - first]!;
        const variable =
          step === reached
            ? firstBad(at.stocks, layout.stocks, lane)
            : (firstBad(at.held, layout.held, lane) ?? firstBad(block, outputs, lane));
        fail(lane, step, variable ?? "");
      }
    }

    if (keepAt === fromStep) keep();
    for (let k = fromStep; k < toStep; ) {
      let end = k + at.chunkSteps < toStep ? k + at.chunkSteps : toStep;
      if (keepAt !== undefined && keepAt > k && keepAt < end) end = keepAt;
      end = target(k, end);
      writeRows(request, k, end, rounded);
      for (let reached = k; reached < end; ) {
        reached = code.advance(reached, end, k, laneBytes);
        nameFailures(reached, k);
      }
      take(end);
      k = end;
      if (k === keepAt) keep();
    }
    if (save < saveSteps.length && saveSteps[save] === toStep) {
      target(toStep, toStep + 1);
      writeRows(request, toStep, toStep + 1, rounded);
      code.observe(toStep, toStep, laneBytes);
      nameFailures(toStep + 1, toStep);
      take(toStep + 1);
    }
    failedStep.forEach((step, lane) => {
      if (step < 0) return;
      saveSteps.forEach((k, s) => {
        if (k < fromStep || k < step || k > toStep) return;
        for (let o = 0; o < outputCount; o++)
          out[outOffset + o * outputStride + s * saveStride + lane * laneStride] = Number.NaN;
      });
    });
    return kept === undefined ? { failedStep, failedVariable } : { failedStep, failedVariable, kept };
  }
  return { backEnd: "wasm", outputs, lanes: most, run };
}

/** Copies `count` doubles; a function of its own, so that V8 keeps everything in registers. */
function copyRow(from: Float64Array, to: Float64Array, target: number, count: number, stride: number): void {
  for (let i = 0; i < count; i++) to[target + i * stride] = from[i]!;
}
