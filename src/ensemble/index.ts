export { type Design, drawParameters, type SamplerName } from "./design.ts";
export type { EnsembleScenario, EnsembleShared } from "./ensemble-work.ts";
export { directPool, type Pool, type ProgressReport } from "./pool.ts";
export {
  drawsOf,
  type EnsembleOptions,
  type EnsembleRequest,
  type EnsembleResult,
  runEnsemble,
} from "./run-ensemble.ts";
export type { Scramble } from "./sobol.ts";
export { uncertainParameters } from "./sobol-order.ts";
