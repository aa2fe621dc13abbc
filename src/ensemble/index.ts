export { type Design, drawParameters, type SamplerName } from "./design.ts";
export { directPool } from "./direct-pool.ts";
export { columnOf, type DrawColumns, variableNames } from "./draw-columns.ts";
export type { EnsembleScenario, EnsembleShared } from "./ensemble-shared.ts";
export { handedKernel, type KernelOf } from "./kernel-of.ts";
export { type Moments, momentsOf } from "./moments.ts";
export type { NumberCells } from "./number-cells.ts";
export { openSession } from "./open-session.ts";
export { type PageWorker, pagePool } from "./page-pool.ts";
export type { Pool, ProgressReport } from "./pool.ts";
export { priorQuantile } from "./prior-quantile.ts";
export { openRowRuns, type RowRuns } from "./row-runs.ts";
export {
  allRows,
  drawsIn,
  type FillerOf,
  independentRows,
  type RowSource,
  rowColumn,
  rowFiller,
} from "./row-source.ts";
export {
  type DrawsBlock,
  drawsOf,
  type EnsembleOptions,
  type EnsembleRequest,
  type EnsembleResult,
  runColumns,
  runEnsemble,
} from "./run-ensemble.ts";
export { columnFill } from "./sampler.ts";
export { serveScope } from "./serve-scope.ts";
export type { AnyWork } from "./serve-work.ts";
export {
  type MovedDraws,
  movedBlock,
  movedColumn,
  type PreparedSession,
  prepareSession,
  type Session,
  type SessionCut,
  type SessionRequest,
} from "./session.ts";
export { sessionWorkWith } from "./session-work.ts";
export { orderStatistics, pagesByCell, SKETCH_ERROR } from "./sketch.ts";
export type { Scramble } from "./sobol.ts";
export { uncertainParameters } from "./sobol-order.ts";
export { type SummaryOptions, summariseEnsemble } from "./summarise-ensemble.ts";
export { type SummaryState, summaryCounter } from "./summary-state.ts";
export { summariseColumns, summarySize } from "./summary-work.ts";
