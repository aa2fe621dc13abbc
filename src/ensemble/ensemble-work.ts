import { compileKernel, type Kernel, leverTable, type RunRequest, type Schedules } from "../engine/index.ts";
import type { Ir } from "../model/ir.ts";
import type { Work } from "./pool.ts";

/** A scenario as the engine takes it: numbers only. */
export interface EnsembleScenario {
  readonly id: string;
  /** Break points by lever name, base units. */
  readonly schedules: Schedules;
  /** Parameter values that replace the draw's, base units. */
  readonly overrides?: Readonly<Record<string, number>>;
}

/** What all draws of an ensemble share. */
export interface EnsembleShared {
  readonly ir: Ir;
  readonly outputs: readonly string[];
  /** Indices at which outputs are saved, ascending. */
  readonly saveSteps: readonly number[];
  readonly scenarios: readonly EnsembleScenario[];
  /** Index at which scenarios part: before it all levers agree, else a scenario is run whole. */
  readonly branchStep: number;
}

/** Some draws: rows of parameter values. */
export interface DrawsTask {
  readonly params: Float64Array;
  readonly draws: number;
}

/** One block of results, [output][save][draw]; of the shared history or of one scenario. */
export interface DrawsBlock {
  readonly values: Float64Array;
  /** First index of the run at which something was not finite, -1 for a good run; and the variable's name. */
  readonly failedStep: Int32Array;
  readonly failedVariable: readonly string[];
}

export interface DrawsResult {
  readonly history: DrawsBlock;
  readonly scenarios: readonly DrawsBlock[];
}

/** How an ensemble is cut: which saves belong to the shared history, which scenarios are run whole. */
export interface EnsembleCut {
  /** Saves 0 .. historySaves - 1 are before the branch. */
  readonly historySaves: number;
  /** Per scenario: run from the start, because of overrides or levers that differ before the branch. */
  readonly whole: readonly boolean[];
  readonly tables: readonly Float64Array[];
}

/** Lever tables of the scenarios, and which of them can share a history. */
export function cutEnsemble(shared: EnsembleShared): EnsembleCut {
  const { ir, scenarios, branchStep, saveSteps } = shared;
  const tables = scenarios.map((s) => leverTable(ir, s.schedules));
  const before = branchStep * ir.levers.length;
  const reference = scenarios.findIndex((s) => Object.keys(s.overrides ?? {}).length === 0);
  const whole = scenarios.map((s, i) => {
    if (branchStep === 0 || reference < 0 || Object.keys(s.overrides ?? {}).length > 0) return true;
    for (let j = 0; j < before; j++) if (tables[i]![j] !== tables[reference]![j]) return true;
    return false;
  });
  const historySaves = saveSteps.filter((k) => k < branchStep).length;
  return { historySaves, whole, tables };
}

function emptyBlock(size: number, draws: number): DrawsBlock & { failedVariable: string[] } {
  return {
    values: new Float64Array(size * draws).fill(Number.NaN),
    failedStep: new Int32Array(draws).fill(-1),
    failedVariable: new Array<string>(draws).fill(""),
  };
}

/** Runs draws of an ensemble: each draw's history once, each scenario from the branch, or whole. */
export const ensembleWork: Work<EnsembleShared, DrawsTask, DrawsResult> = {
  kind: "ensemble",
  prepare(shared) {
    const kernel = compileKernel(shared.ir, shared.outputs);
    const cut = cutEnsemble(shared);
    return (task) => runDraws(kernel, shared, cut, task);
  },
  transfer: (result) =>
    [result.history, ...result.scenarios].flatMap((b) => [
      b.values.buffer as ArrayBuffer,
      b.failedStep.buffer as ArrayBuffer,
    ]),
};

function runDraws(kernel: Kernel, shared: EnsembleShared, cut: EnsembleCut, task: DrawsTask): DrawsResult {
  const { ir, outputs, saveSteps, scenarios, branchStep } = shared;
  const { historySaves, whole, tables } = cut;
  const { params, draws } = task;
  const width = ir.parameters.length;
  const last = saveSteps.at(-1) ?? 0;
  const laterSaves = saveSteps.slice(historySaves);
  const history = emptyBlock(outputs.length * historySaves, draws);
  const blocks = scenarios.map((_, i) =>
    emptyBlock(outputs.length * (whole[i] ? saveSteps.length : saveSteps.length - historySaves), draws),
  );
  const branching = whole.indexOf(false);
  const row = new Float64Array(width);

  function go(
    block: DrawsBlock & { failedVariable: string[] },
    draw: number,
    request: Omit<RunRequest, "out">,
  ) {
    const status = kernel.run({
      ...request,
      out: block.values,
      outOffset: draw,
      saveStride: draws,
      outputStride: request.saveSteps.length * draws,
    });
    if (!status.ok) {
      block.failedStep[draw] = status.step;
      block.failedVariable[draw] = status.variable;
    }
    return status;
  }

  for (let draw = 0; draw < draws; draw++) {
    const paramsOffset = draw * width;
    let state: Float64Array | undefined;
    if (branching >= 0 && last >= branchStep) {
      const status = go(history, draw, {
        params,
        paramsOffset,
        levers: tables[branching]!,
        toStep: branchStep,
        saveSteps: saveSteps.slice(0, historySaves),
        keepAt: branchStep,
      });
      state = status.kept;
    } else if (branching >= 0) {
      go(history, draw, { params, paramsOffset, levers: tables[branching]!, toStep: last, saveSteps });
    }
    scenarios.forEach((scenario, i) => {
      const block = blocks[i]!;
      if (whole[i]) {
        row.set(params.subarray(paramsOffset, paramsOffset + width));
        for (const [name, value] of Object.entries(scenario.overrides ?? {}))
          row[ir.parameters.findIndex((p) => p.name === name)] = value;
        go(block, draw, { params: row, levers: tables[i]!, toStep: last, saveSteps });
      } else if (state !== undefined) {
        go(block, draw, {
          params,
          paramsOffset,
          levers: tables[i]!,
          fromStep: branchStep,
          state,
          toStep: last,
          saveSteps: laterSaves,
        });
      } else if (history.failedStep[draw]! >= 0) {
        block.failedStep[draw] = history.failedStep[draw]!;
        block.failedVariable[draw] = history.failedVariable[draw]!;
      }
    });
  }
  return { history, scenarios: blocks };
}
