export { type CheckReader, type CheckTree, checkReads } from "./check-tree.ts";
export { type CompileOptions, compileModel } from "./compile-model.ts";
export { canonicalJson, sha256 } from "./hash.ts";
export type { Ir, IrExpr, IrParameter, IrPrior } from "./ir.ts";
export { irSchema } from "./ir-schema.ts";
export { irText } from "./ir-text.ts";
export type {
  Discrepancy,
  ForecastSeries,
  KnownUntil,
  Mechanism,
  Model,
  ModelCheck,
  Observation,
  Outcome,
  Override,
  Variable,
} from "./model.ts";
export { overrideIr } from "./override.ts";
