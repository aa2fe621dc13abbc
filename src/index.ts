/** The public API. The folders' own doors, free of `node:` modules, are `downstream/model`, `/engine` and `/charts`. */
export { ensembleScenario } from "./analysis/scenario-runs.ts";
export { type SingleRun, singleRun } from "./analysis/single-run.ts";
export { type EnsembleSummary, summarise } from "./analysis/summarise.ts";
export { type Diagnostic, DiagnosticError, type Files, type Severity, type Span } from "./base/diagnostic.ts";
export type { Language, Text } from "./base/text.ts";
export type { Brief } from "./brief/brief.ts";
export { checkBrief } from "./brief/check-brief.ts";
export { type ParsedBrief, parseBrief } from "./brief/parse-brief.ts";
export { renderHtml } from "./brief/render-html.ts";
export { renderMarkdown } from "./brief/render-markdown.ts";
export type { BriefResult } from "./brief/result.ts";
export { type BriefInput, runBrief } from "./brief/run-brief.ts";
export { compileKernel, type Kernel, leverTable, type RunRequest, type RunStatus } from "./engine/index.ts";
export {
  type Design,
  directPool,
  drawParameters,
  drawsOf,
  type EnsembleRequest,
  type EnsembleResult,
  type Pool,
  type RowSource,
  runEnsemble,
  uncertainParameters,
} from "./ensemble/index.ts";
export { diagnosticSentences, renderDiagnostic } from "./explain/diagnostics.ts";
export { workerPool } from "./host/pool.ts";
export { readFolder } from "./host/read-folder.ts";
export { parseChapter } from "./lang/parser.ts";
export { printExpression, printStatements } from "./lang/printer.ts";
export { compileModel, type Ir, irSchema, type Model } from "./model/index.ts";
export { type LoadedScenarios, loadScenarios } from "./scenario/load-scenarios.ts";
export { type ResolvedScenario, resolveScenario } from "./scenario/resolve-scenario.ts";
export type { Scenario } from "./scenario/scenario.ts";
