export { type Design, drawParameters, type SamplerName } from "./design.ts";
export { directPool } from "./direct-pool.ts";
export type { EnsembleScenario, EnsembleShared } from "./ensemble-shared.ts";
export type { Pool, ProgressReport } from "./pool.ts";
export { drawsIn, type RowSource } from "./row-source.ts";
export {
  drawsOf,
  type EnsembleOptions,
  type EnsembleRequest,
  type EnsembleResult,
  runEnsemble,
} from "./run-ensemble.ts";
export type { Scramble } from "./sobol.ts";
export { uncertainParameters } from "./sobol-order.ts";
