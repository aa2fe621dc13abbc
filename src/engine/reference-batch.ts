import type { Ir } from "../model/ir.ts";
import type { BatchKernel, BatchRequest, BatchState, BatchStatus } from "./batch.ts";
import { compileKernel } from "./kernel.ts";

/** Runs in one call: as many as the fast back end takes. */
const LANES = 64;

/**
 * Compiles the part of `ir` that the named outputs need with the reference back end; lanes are run one after the
 * other. Throws a DiagnosticError for an unknown name.
 */
export function referenceBatch(ir: Ir, outputs: readonly string[]): BatchKernel {
  const kernel = compileKernel(ir, outputs);
  const width = ir.parameters.length;
  const lastStep = ir.clock.steps;

  function run(request: BatchRequest): BatchStatus {
    const { lanes, params, levers, saveSteps, out, outputStride, saveStride, laneStride, keepAt } = request;
    const { paramsOffset = 0, outOffset = 0, fromStep = 0, toStep = lastStep, firstRun = 0 } = request;
    if (!(lanes >= 1 && lanes <= LANES)) throw new RangeError(`no batch of ${lanes} runs`);
    if (fromStep !== 0 && request.state === undefined)
      throw new RangeError("a run from a later step needs a state");
    if (toStep > lastStep || fromStep > toStep) throw new RangeError(`no steps ${fromStep}..${toStep}`);
    const from = request.state === undefined ? undefined : readState(request.state, lanes, fromStep);
    const failedStep = new Int32Array(lanes).fill(-1);
    const failedVariable = Array.from({ length: lanes }, () => "");
    const keptFailure = new Int32Array(lanes).fill(-1);
    const keeps = keepAt !== undefined && keepAt >= fromStep && keepAt <= toStep;
    const states: Float64Array[] = [];
    const empty = new Float64Array(0);
    for (let lane = 0; lane < lanes; lane++) {
      const offset = outOffset + lane * laneStride;
      const earlier = request.state?.failedStep[lane] ?? -1;
      if (earlier >= 0) {
        saveSteps.forEach((step, s) => {
          if (step < fromStep || step > toStep) return;
          for (let o = 0; o < outputs.length; o++)
            out[offset + o * outputStride + s * saveStride] = Number.NaN;
        });
        failedStep[lane] = earlier;
        failedVariable[lane] = request.state!.failedVariable[lane]!;
        keptFailure[lane] = earlier;
        states.push(empty);
        continue;
      }
      const status = kernel.run({
        params,
        paramsOffset: paramsOffset + lane * width,
        levers,
        fromStep,
        toStep,
        ...(from && { state: from[lane]! }),
        saveSteps,
        out,
        outOffset: offset,
        outputStride,
        saveStride,
        ...(keeps && { keepAt }),
        noiseSeed: request.noiseSeed ?? 0,
        run: firstRun + lane,
      });
      if (!status.ok) {
        failedStep[lane] = status.step;
        failedVariable[lane] = status.variable;
        if (status.kept === undefined) keptFailure[lane] = status.step;
      }
      states.push(status.kept ?? empty);
    }
    if (!keeps) return { failedStep, failedVariable };
    const kept: BatchState = {
      step: keepAt,
      lanes,
      bytes: stateBytes(states),
      failedStep: keptFailure,
      failedVariable: failedVariable.map((name, lane) => (keptFailure[lane]! >= 0 ? name : "")),
    };
    return { failedStep, failedVariable, kept };
  }
  return { backEnd: "reference", outputs, lanes: LANES, run };
}

/** The lengths of all states, then the states. */
function stateBytes(states: readonly Float64Array[]): Uint8Array {
  const all = new Float64Array(states.reduce((sum, state) => sum + state.length, states.length));
  let at = states.length;
  states.forEach((state, lane) => {
    all[lane] = state.length;
    all.set(state, at);
    at += state.length;
  });
  return new Uint8Array(all.buffer);
}

function readState(state: BatchState, lanes: number, step: number): readonly Float64Array[] {
  if (state.step !== step) throw new RangeError(`state of step ${state.step} given for step ${step}`);
  if (state.lanes !== lanes) throw new RangeError(`state of ${state.lanes} runs given for ${lanes}`);
  // A copy: bytes that came from elsewhere may begin anywhere in their buffer.
  const all = new Float64Array(state.bytes.slice().buffer);
  let at = lanes;
  return Array.from({ length: lanes }, (_, lane) => {
    const begin = at;
    at += all[lane]!;
    return all.subarray(begin, at);
  });
}
