import type { Command } from "commander";
import { Option } from "commander";
import { loadEpisodes } from "../analysis/episode-file.ts";
import { compileEpisodes } from "../analysis/episode-model.ts";
import { type EpisodeVerdict, episodeRows, episodeVerdict } from "../analysis/episode-rows.ts";
import { runEpisodes } from "../analysis/episodes.ts";
import { readHistoryPlan } from "../analysis/history-plan.ts";
import { historyRows } from "../analysis/history-rows.ts";
import { comparePublished } from "../analysis/published.ts";
import { publishedRows } from "../analysis/published-rows.ts";
import { ensembleScenario } from "../analysis/scenario-runs.ts";
import {
  VALIDATION_SECTIONS,
  type Validation,
  type ValidationPart,
  type ValidationPlan,
} from "../analysis/validation.ts";
import { readValidationPlan } from "../analysis/validation-plan.ts";
import type { ValidationRow } from "../analysis/validation-row.ts";
import type { Diagnostic, Files } from "../base/diagnostic.ts";
import type { Pool, ProgressReport } from "../ensemble/index.ts";
import { progressLine } from "../host/progress.ts";
import { sha256 } from "../model/hash.ts";
import { resolveScenario } from "../scenario/resolve-scenario.ts";
import { drawsFor, type EnsembleCommandOptions, warn, withPool } from "./draws.ts";
import { failOnErrors, optionFailure } from "./failure.ts";
import { findScenario, type LoadedModel, loadSoundModel, ownFiles } from "./load-model.ts";
import { withCommonOptions, withEnsembleOptions } from "./options.ts";
import { OUT_HELP, writeResult } from "./store-result.ts";
import { validationText } from "./validate-text.ts";

interface ValidateOptions extends EnsembleCommandOptions {
  readonly draws: number;
  readonly only?: ValidationPart;
  readonly out?: string;
}

/** `downstream validate MODEL`: what the world did, what was published, what the model gives, and every miss. */
export function addValidate(program: Command): void {
  const command = program
    .command("validate")
    .description("hold a model against the past, against known episodes and against published models")
    .argument("<model>", "folder of the model")
    .addOption(new Option("--only <part>", "one part of the table").choices([...VALIDATION_SECTIONS]))
    .option("--out <file>", `${OUT_HELP}validation.json`);
  withEnsembleOptions(command, 400, "draws of the history and of every episode", 100_000);
  withCommonOptions(command, "print the table as JSON").action(
    async (path: string, options: ValidateOptions) => {
      const loaded = loadSoundModel(path);
      const validation = await validate(loaded, options);
      if (options.out !== undefined) {
        writeResult("validation", validation, loaded, {
          ...{ from: validation.from === undefined ? [] : [validation.from], out: options.out },
          ...{ draws: options.draws, seed: options.seed },
          words: [
            ["validate", path],
            ["--only", options.only],
          ],
        });
      }
      const text = options.json
        ? `${JSON.stringify(validation, undefined, 1)}\n`
        : validationText(validation, options.lang);
      process.stdout.write(text);
    },
  );
}

/** The table of one model. Throws a Failure where an episode or the plan cannot be read, or nothing is to be compared. */
async function validate(loaded: LoadedModel, options: ValidateOptions): Promise<Validation> {
  const { model } = loaded;
  const own = ownFiles(loaded);
  const file = "validation.yaml";
  const text = own[file];
  const plan: ValidationPlan =
    text === undefined ? { published: [] } : soundly(loaded, readValidationPlan(file, text)).plan;
  const wanted = (part: ValidationPart) => options.only === undefined || options.only === part;
  const parts: ValidationPart[] = [];
  const rows: ValidationRow[] = [];
  const reached: { from?: string; episodes: readonly EpisodeVerdict[] } = { episodes: [] };
  const references = wanted("published")
    ? plan.published.map(({ model: folder, label }) => ({
        label,
        reference: loadSoundModel(`${loaded.root}/${folder}`),
      }))
    : [];
  const progress = progressLine(options.lang === "en" ? "Runs" : "Simulaciones");
  await withPool(options, async (pool) => {
    if (wanted("history")) {
      const history = await historyOf(loaded, plan, pool, options);
      if (history !== undefined) {
        rows.push(...history.rows);
        reached.from = history.from;
        parts.push("history");
      }
    }
    if (wanted("episodes")) {
      const found = await episodesOf(loaded, own, pool, options, progress.update);
      rows.push(...found.rows);
      reached.episodes = found.episodes;
      if (found.episodes.length > 0) parts.push("episodes");
    }
  });
  progress.end();
  for (const { label, reference } of references) {
    const table = "evidence/published.csv";
    const figures = comparePublished(
      reference.model,
      reference.scenarios,
      table,
      ownFiles(reference)[table] ?? "",
    );
    rows.push(...publishedRows(reference.model.name, label, figures));
  }
  if (references.length > 0) parts.push("published");
  if (parts.length === 0) throw optionFailure("validation-nothing", { path: loaded.folder });
  return {
    format: "downstream-validation",
    version: 1,
    model: model.name,
    modelHash: model.hash,
    inputsHash: inputsHash(own, references),
    draws: options.draws,
    seed: options.seed,
    ...reached,
    parts,
    rows,
  };
}

/** Throws where the findings hold an error; files and spans are those of the folder. */
function soundly<T extends { readonly diagnostics: readonly Diagnostic[] }>(
  { files, folder }: LoadedModel,
  read: T,
): T {
  const placed = read.diagnostics.map((d) =>
    d.span === undefined ? d : { ...d, span: { ...d.span, file: `${folder}/${d.span.file}` } },
  );
  failOnErrors(placed, files);
  return read;
}

/** What says how the table is made, besides the model: a page that holds another hash is stale. */
function inputsHash(own: Files, references: readonly { readonly reference: LoadedModel }[]): string {
  const texts = Object.keys(own)
    .filter((path) => path.startsWith("episodes/") || path === "validation.yaml")
    .sort()
    .map((path) => own[path]);
  const others = references.map(({ reference }) => [
    reference.model.hash,
    ownFiles(reference)["evidence/published.csv"] ?? "",
  ]);
  return sha256(JSON.stringify([texts, others]));
}

async function historyOf(
  loaded: LoadedModel,
  plan: ValidationPlan,
  pool: Pool,
  options: ValidateOptions,
): Promise<{ readonly rows: readonly ValidationRow[]; readonly from: string } | undefined> {
  const { model, words } = loaded;
  if (model.observations.length === 0) return undefined;
  const drawn = drawsFor(loaded, options.draws, options);
  if (drawn.posterior === undefined) {
    warn([{ code: "validation-no-posterior", severity: "notice", data: {} }], options);
    return undefined;
  }
  const file = "validation.yaml";
  const history = soundly(loaded, readHistoryPlan(model, file, ownFiles(loaded)[file] ?? "")).plan;
  const schedules =
    plan.scenario === undefined
      ? {}
      : ensembleScenario(model, resolveScenario(findScenario(loaded, plan.scenario), model.ir)).schedules;
  const settings = { plan: history, schedules, seed: options.seed };
  const rows = await historyRows(
    model,
    words,
    { params: drawn.params, draws: options.draws },
    pool,
    settings,
  );
  return { rows, from: drawn.from };
}

async function episodesOf(
  loaded: LoadedModel,
  own: Files,
  pool: Pool,
  { draws, seed }: ValidateOptions,
  progress: ProgressReport,
): Promise<{ readonly rows: readonly ValidationRow[]; readonly episodes: readonly EpisodeVerdict[] }> {
  const read = soundly(loaded, loadEpisodes(own)).episodes;
  if (read.length === 0) return { rows: [], episodes: [] };
  const ids = loaded.scenarios.map(({ id }) => id);
  const { compiled } = soundly(loaded, compileEpisodes(own, loaded.model.name, read, ids));
  const results = await runEpisodes(pool, compiled, loaded.scenarios, { draws, seed, progress });
  const made = results.map((result) => {
    const rows = episodeRows(result, compiled.model.evidence);
    return { rows, verdict: episodeVerdict(result, rows) };
  });
  return { rows: made.flatMap(({ rows }) => rows), episodes: made.map(({ verdict }) => verdict) };
}
