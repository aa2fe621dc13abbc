/**
 * Many runs of one model side by side: lane i is a run with parameters of its own; levers, dates and saves are
 * those of all. All numbers are in base units. Both back ends take this form and give the same bits.
 */
export interface BatchRequest {
  /** Number of runs, 1 .. `BatchKernel.lanes`. */
  readonly lanes: number;
  /** Lane i's parameters start at params[paramsOffset + i * parameterCount]. */
  readonly params: Float64Array;
  readonly paramsOffset?: number;
  /** Lever values, row k (of `ir.levers.length`) in force from index k on; steps + 1 rows (`leverTable`). */
  readonly levers: Float64Array;
  /** First and last index; default 0 and the model's last. `state` is needed when `fromStep` is not 0. */
  readonly fromStep?: number;
  readonly toStep?: number;
  /** What an earlier run of as many lanes kept at `fromStep`, by the same kernel. */
  readonly state?: BatchState;
  /** Indices at which outputs are written, ascending; those before `fromStep` or after `toStep` are left alone. */
  readonly saveSteps: readonly number[];
  /** Output o at save s of lane i goes to out[outOffset + o * outputStride + s * saveStride + i * laneStride]. */
  readonly out: Float64Array;
  readonly outOffset?: number;
  readonly outputStride: number;
  readonly saveStride: number;
  readonly laneStride: number;
  /** Keeps the complete state of all lanes at this index, as it is before held variables change there. */
  readonly keepAt?: number;
  /** For models with noise: lane i has the noise of run firstRun + i; default 0 and 0. */
  readonly noiseSeed?: number;
  readonly firstRun?: number;
}

/**
 * State of all lanes at one index; the layout of `bytes` belongs to the kernel that made it. A lane that had failed
 * before the state was kept stays failed: a run from this state reports the same step and variable, and NaN.
 */
export interface BatchState {
  readonly step: number;
  readonly lanes: number;
  readonly bytes: Uint8Array;
  /** Per lane, as in `BatchStatus`; -1 and "" for a lane that goes on. */
  readonly failedStep: Int32Array;
  readonly failedVariable: readonly string[];
}

/** How the runs ended. A run that fails has NaN in every output from the failing save on; the others go on. */
export interface BatchStatus {
  /** Per lane: index at which a value was first seen not to be a finite number; -1 for a good run. */
  readonly failedStep: Int32Array;
  /** Per lane: the variable that was not finite, "" for a good run. */
  readonly failedVariable: readonly string[];
  /** Present when the request names a `keepAt` between `fromStep` and `toStep`, whatever has failed. */
  readonly kept?: BatchState;
}

/**
 * A compiled model. It reuses its memory, so one call at a time; results depend on the request alone. `run` throws a
 * RangeError for a number of lanes, steps or a state that do not fit.
 */
export interface BatchKernel {
  readonly backEnd: "reference" | "wasm";
  readonly outputs: readonly string[];
  /** Most runs in one call. */
  readonly lanes: number;
  readonly run: (request: BatchRequest) => BatchStatus;
}
