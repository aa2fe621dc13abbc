import type { BatchRequest, BatchState } from "../engine/index.ts";
import type { ColumnBlock, DrawColumns } from "./draw-columns.ts";
import { ensembleKernel } from "./ensemble-kernel.ts";
import type { EnsembleCut, EnsembleShared } from "./ensemble-shared.ts";
import { blockRunner, overrideColumns, replaceColumns } from "./run-block.ts";

/** Some draws of an ensemble and where their results go. */
export interface ChunkRequest {
  /** Row after row of parameter values. */
  readonly params: Float64Array;
  /** Row of the first draw. */
  readonly firstRow: number;
  /** Number of the first draw in the whole ensemble. */
  readonly firstDraw: number;
  readonly draws: number;
  readonly into: DrawColumns;
  /** Place of the first draw in `into`. */
  readonly at: number;
}

/** Runs the draws of a chunk: results depend on the draws alone, not on how they are cut into chunks. */
export type ChunkRunner = (chunk: ChunkRequest) => void;

/** Compiles an ensemble: draws are lanes; each has its history once, each scenario from the branch, or whole. */
export function chunkRunner(shared: EnsembleShared, cut: EnsembleCut): ChunkRunner {
  const { ir, saveSteps, scenarios, branchStep } = shared;
  const { historySaves, whole, saves, tables } = cut;
  const kernel = blockRunner(shared, ensembleKernel(shared));
  const width = ir.parameters.length;
  const last = saveSteps.at(-1) ?? 0;
  const branching = whole.indexOf(false);
  const earlySaves = saveSteps.slice(0, historySaves);
  const ownSaves = saves.map((places) => places.map((place) => saveSteps[place]!));
  const overrides = scenarios.map((scenario) => overrideColumns(ir, scenario));
  const changed = new Float64Array(kernel.lanes * width);

  /** One call of the kernel; gives the state kept. */
  function go(
    block: ColumnBlock,
    { into, at }: ChunkRequest,
    request: Omit<BatchRequest, "out" | "outputStride" | "saveStride" | "laneStride">,
  ): BatchState | undefined {
    return kernel.run(block, into.draws, at, request);
  }

  /** The rows of a chunk with a scenario's own values. */
  function withOverrides({ params, firstRow, draws }: ChunkRequest, scenario: number): Float64Array {
    const rows = params.subarray(firstRow * width, (firstRow + draws) * width);
    return replaceColumns(rows, width, overrides[scenario]!, changed);
  }

  /** At most as many draws as the kernel has lanes. */
  function runBatch(chunk: ChunkRequest): void {
    const { params, firstRow, firstDraw, draws, into, at } = chunk;
    const lanes = { lanes: draws, firstRun: firstDraw };
    const own = { ...lanes, params, paramsOffset: firstRow * width };
    let state: BatchState | undefined;
    if (branching >= 0) {
      const levers = tables[branching]!;
      state =
        last >= branchStep
          ? go(into.history, chunk, {
              ...own,
              levers,
              toStep: branchStep,
              saveSteps: earlySaves,
              keepAt: branchStep,
            })
          : go(into.history, chunk, { ...own, levers, toStep: last, saveSteps });
    } else {
      into.history.failedStep.fill(-1, at, at + draws);
      into.history.failedVariable.fill(-1, at, at + draws);
    }
    scenarios.forEach((_, i) => {
      const block = into.scenarios[i]!;
      const levers = tables[i]!;
      if (whole[i]) {
        const rows = overrides[i]!.length === 0 ? own : { ...lanes, params: withOverrides(chunk, i) };
        go(block, chunk, { ...rows, levers, toStep: last, saveSteps: ownSaves[i]! });
      } else if (state !== undefined) {
        go(block, chunk, {
          ...own,
          levers,
          fromStep: branchStep,
          state,
          toStep: last,
          saveSteps: ownSaves[i]!,
        });
      } else {
        block.failedStep.set(into.history.failedStep.subarray(at, at + draws), at);
        block.failedVariable.set(into.history.failedVariable.subarray(at, at + draws), at);
      }
    });
  }

  return (chunk) => {
    for (let done = 0; done < chunk.draws; done += kernel.lanes) {
      const rest = chunk.draws - done;
      runBatch({
        ...chunk,
        firstRow: chunk.firstRow + done,
        firstDraw: chunk.firstDraw + done,
        draws: rest < kernel.lanes ? rest : kernel.lanes,
        at: chunk.at + done,
      });
    }
  };
}
