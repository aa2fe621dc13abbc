import { createHash } from "node:crypto";
import {
  type EnsembleSummary,
  hasExactQuantiles,
  type NumberSummary,
  summarise,
} from "../analysis/summarise.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { timeOf } from "../engine/index.ts";
import type { EnsembleShared, RowSource, SummaryState } from "../ensemble/index.ts";
import { significant } from "../explain/number-words.ts";
import { checkpoint } from "../host/checkpoint.ts";
import { progressLine } from "../host/progress.ts";
import type { Model } from "../model/model.ts";
import { type DrawSource, type EnsembleCommandOptions, warn, withPool } from "./draws.ts";
import { optionFailure } from "./failure.ts";
import type { LoadedModel } from "./load-model.ts";
import { monthOf } from "./text-table.ts";

/** Options of commands that can keep a summary only. */
export interface SummaryCommandOptions extends EnsembleCommandOptions {
  readonly summary?: boolean;
  readonly checkpoint?: string;
}

/** Most draws whose results can be kept, so that more need `--summary`. */
export const MOST_KEPT_DRAWS = 1_000_000;

/** Throws a Failure when options do not go together: many draws need `--summary`, and only it has a checkpoint. */
export function checkSummaryOptions({ draws = 1, summary, checkpoint }: SummaryCommandOptions): void {
  if (summary) return;
  if (draws > MOST_KEPT_DRAWS) throw optionFailure("option-needs-summary", { option: `--draws ${draws}` });
  if (checkpoint !== undefined) throw optionFailure("option-needs-summary", { option: "--checkpoint" });
}

/** Runs an ensemble of which only a summary is kept, with a line that tells how far it is. */
export async function summaryRun(
  { model }: LoadedModel,
  shared: EnsembleShared,
  { rows, from }: DrawSource,
  options: SummaryCommandOptions & { readonly draws: number },
): Promise<EnsembleSummary> {
  const exact = hasExactQuantiles(shared, options.draws);
  if (options.checkpoint !== undefined && exact) {
    warn([{ code: "checkpoint-unused", severity: "notice", data: { draws: options.draws } }], options);
  }
  const stored =
    options.checkpoint === undefined || exact
      ? undefined
      : checkpoint<SummaryState>(options.checkpoint, jobKey(model, shared, rows, from));
  const known = stored?.read();
  const progress = progressLine(options.lang === "en" ? "Draws" : "Sorteos", known?.draws);
  const summary = await withPool(options, (pool) =>
    summarise(pool, shared, rows, { progress: progress.update, known, keep: stored?.write }),
  );
  progress.end();
  stored?.remove();
  return summary;
}

/** A text that differs where the work differs: what a checkpoint may be gone on from. */
function jobKey(model: Model, shared: EnsembleShared, rows: RowSource, from: string): string {
  const { ir, ...plain } = shared;
  const hash = createHash("sha256");
  hash.update(
    JSON.stringify([model.hash, ir.clock, plain, from, { ...rows, values: undefined, params: undefined }]),
  );
  if (rows.of === "stored") hash.update(rows.values);
  return hash.digest("hex");
}

/** Findings about runs that failed: they are left out of every number from where they failed on. */
export function leftOut(
  model: Model,
  summary: Pick<EnsembleSummary, "draws" | "failures">,
  scenarios: readonly string[],
): readonly Diagnostic[] {
  return scenarios.flatMap((scenario, s): readonly Diagnostic[] => {
    const { count, first } = summary.failures(s);
    if (first === undefined) return [];
    const { clock } = model.ir;
    const time = timeOf(clock, first.step);
    const at = clock.calendar ? monthOf(time) : String(time);
    const data = { count, draws: summary.draws, scenario, variable: first.variable, at };
    return [{ code: "draws-left-out", severity: "warning", data }];
  });
}

/** Numbers in declared units. */
export function inUnits<T extends NumberSummary>(numbers: T, factor: number): T {
  const scaled = ["mean", "sd", "error", "least", "greatest", "q05", "q25", "q50", "q75", "q95"] as const;
  return { ...numbers, ...Object.fromEntries(scaled.map((name) => [name, numbers[name] / factor])) };
}

/** How exact the quantiles of a summary are, for a title. */
export function quantileWords({ quantileError }: EnsembleSummary, en: boolean): string {
  if (quantileError === 0) return en ? "exact quantiles" : "cuantiles exactos";
  const error = significant(quantileError * 100, 2);
  return en
    ? `quantiles within ${error} % of each value`
    : `cuantiles con error de a lo más ${error} % de cada valor`;
}
