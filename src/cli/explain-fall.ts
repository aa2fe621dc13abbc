import { type FallShares, fallShares } from "../analysis/fall-shares.ts";
import { readHistoryPlan } from "../analysis/history-plan.ts";
import { ensembleScenario } from "../analysis/scenario-runs.ts";
import type { Language } from "../base/text.ts";
import { fallTables } from "../explain/fall-table.ts";
import { resolveScenario } from "../scenario/resolve-scenario.ts";
import type { Words } from "../scenario/words.ts";
import { drawsFor, type EnsembleCommandOptions, withPool } from "./draws.ts";
import { failOnErrors, optionFailure } from "./failure.ts";
import { type LoadedModel, scenarioOfHistory } from "./load-model.ts";
import { textTable, wrap } from "./text-table.ts";

/** An account of a fall with what it was made from. */
export interface ExplainedFall extends FallShares {
  readonly model: string;
  /** Where the draws come from: `posterior/2024-10`, or `prior`. */
  readonly draws_from: string;
}

/**
 * Who carries the fall that a model's `validation.yaml` names, over draws of its newest posterior; its levers are those of the
 * scenario of what happened. Throws a usage Failure for a model that names no fall.
 */
export async function explainFall(
  loaded: LoadedModel,
  options: EnsembleCommandOptions & { readonly draws: number },
): Promise<ExplainedFall> {
  const { model } = loaded;
  const file = `${loaded.folder}/validation.yaml`;
  const { plan, diagnostics } = readHistoryPlan(model, file, loaded.files[file] ?? "");
  failOnErrors(diagnostics, loaded.files);
  const { fall } = plan;
  if (fall === undefined) throw optionFailure("option-no-fall", { path: loaded.folder });
  const happened = scenarioOfHistory(loaded);
  const schedules = happened && ensembleScenario(model, resolveScenario(happened, model.ir)).schedules;
  const drawn = drawsFor(loaded, options.draws, options);
  const shares = await withPool(options, (pool) =>
    fallShares(model, { params: drawn.params, draws: options.draws }, pool, {
      fall,
      seed: options.seed,
      ...(schedules === undefined ? {} : { schedules }),
    }),
  );
  return { model: model.name, draws_from: drawn.from, ...shares };
}

/** The account as lines for a terminal. */
export function fallText(fall: ExplainedFall, words: Words, language: Language): readonly string[] {
  const from =
    language === "en"
      ? `${fall.draws} draws of ${fall.draws_from}; median and 5 to 95 % of draws, as a share of the published fall.`
      : `${fall.draws} sorteos de ${fall.draws_from}; mediana y 5 a 95 % de los sorteos, como parte de la caída publicada.`;
  const tables = fallTables(fall, words, language).flatMap(({ title, sentences, head, rows }) => [
    "",
    title,
    ...sentences.slice(0, 1),
    "",
    ...textTable(
      head.map((text, i) => ({ title: text, align: i === 0 ? "left" : "right" })),
      rows,
    ),
    "",
    ...sentences.slice(1).flatMap((sentence) => wrap(sentence, 110, "  ")),
  ]);
  return [from, ...tables];
}
