import { type Command, InvalidArgumentError } from "commander";
import { ensembleScenario } from "../analysis/scenario-runs.ts";
import { type Backtest, type BacktestOrigin, type BacktestRun, backtest } from "../calibrate/backtest.ts";
import { backtestSummaries } from "../calibrate/backtest-summary.ts";
import { inputsAfter, withoutLaterInputs, withoutLaterMoves } from "../calibrate/forecast-known.ts";
import { posteriorParameters } from "../calibrate/posterior-parameters.ts";
import {
  type BacktestData,
  type BacktestNames,
  backtestSentences,
  cellTable,
  standingTables,
  type TextRows,
} from "../explain/backtest-tables.ts";
import { backtestVerdicts } from "../explain/backtest-verdict.ts";
import type { Language } from "../explain/language.ts";
import { progressLine } from "../host/progress.ts";
import { type EnsembleCommandOptions, namedPosterior, warn, withPool } from "./draws.ts";
import { optionFailure } from "./failure.ts";
import { scenarioFollowed, withOriginSettings } from "./forecast.ts";
import { forecastingModel, setBeside } from "./forecast-file.ts";
import { type LoadedModel, loadSoundModel } from "./load-model.ts";
import { monthList, withCommonOptions, withEnsembleOptions } from "./options.ts";
import { OUT_HELP, writeResult } from "./store-result.ts";
import { textTable, wrap } from "./text-table.ts";

export interface BacktestOptions extends EnsembleCommandOptions {
  readonly draws: number;
  readonly horizons: readonly number[];
  readonly origins?: readonly string[];
  readonly out?: string;
}

/** Months from the origin that are scored unless the command line says otherwise: half a year is short, but its data have come. */
const HORIZONS = [6, 12, 24];

/** `downstream backtest MODEL`: forecasts as they could have been made at the origin of each posterior, beside rivals. */
export function addBacktest(program: Command): void {
  const command = program
    .command("backtest")
    .description("forecast from every posterior of a model as if at its origin; score against rivals")
    .argument("<model>", "folder of the model")
    .option(
      "--horizons <list>",
      "months from the origin to the end of the sums scored",
      monthCounts,
      HORIZONS,
    );
  command.option(
    "--origins <list>",
    "origins to forecast from (default: every posterior before the end of the data)",
    monthList,
  );
  command.option("--out <file>", `${OUT_HELP}backtest.json`);
  withEnsembleOptions(command, 1000, "draws of each posterior", 100_000);
  withCommonOptions(command, "print every forecast and score as JSON").action(
    (path: string, options: BacktestOptions) => backtestModel(path, options),
  );
}

async function backtestModel(path: string, options: BacktestOptions): Promise<void> {
  const loaded = loadSoundModel(path);
  const result = await runBacktest(loaded, options);
  const dropped = result.paths.reduce((sum, one) => sum + one.dropped, 0);
  if (dropped > 0) {
    const data = { count: dropped, draws: result.paths.length * options.draws };
    warn([{ code: "forecast-dropped", severity: "warning", data }], options);
  }
  const { out, draws, seed, horizons, origins } = options;
  if (out !== undefined) {
    writeResult("backtest", result, loaded, {
      ...{ from: result.paths.map(({ posterior }) => posterior), draws, seed, out },
      words: [
        ["backtest", path],
        ["--horizons", horizons.join(",") === HORIZONS.join(",") ? undefined : horizons.join(",")],
        ["--origins", origins?.join(",")],
      ],
    });
  }
  process.stdout.write(
    options.json
      ? `${JSON.stringify(backtestDocument(loaded, result, options), undefined, 1)}\n`
      : backtestText(loaded, result, options),
  );
}

/** Forecasts from every posterior of the model, on worker threads, with progress on a terminal. */
export async function runBacktest(loaded: LoadedModel, options: BacktestOptions): Promise<Backtest> {
  const progress = progressLine(options.lang === "en" ? "Origins" : "Orígenes");
  const origins = backtestOrigins(loaded, options);
  const published = setBeside(loaded).paths;
  const model = forecastingModel(loaded);
  const { horizons } = options;
  const result = await withPool(options, (pool) =>
    backtest(pool, { model, origins, horizons, published, progress: progress.update }),
  );
  progress.end();
  return result;
}

/** The result as one document: every forecast and score in declared units' base, standings, paths. */
function backtestDocument(
  { model }: LoadedModel,
  result: Backtest,
  { draws, seed, horizons }: Pick<BacktestOptions, "draws" | "seed" | "horizons">,
) {
  return {
    ...{ format: "downstream-backtest", version: 1, model: model.name, modelHash: model.hash },
    ...{ draws, seed, horizons },
    standings: backtestSummaries(result.cells),
    ...result,
  };
}

/** Every posterior of the model, the one with all mechanisms beside that of the same origin. */
function backtestOrigins(
  loaded: LoadedModel,
  options: Pick<BacktestOptions, "draws" | "seed" | "lang" | "origins">,
): readonly BacktestOrigin[] {
  const prefix = `${loaded.folder}/posterior/`;
  const files = Object.keys(loaded.files).filter((file) => file.startsWith(prefix));
  const names = files.flatMap(
    (file) => /^(\d{4}-\d{2}(?:-full)?)\.json$/.exec(file.slice(prefix.length))?.[1] ?? [],
  );
  const origins = [...new Set(names.map((name) => name.slice(0, 7)))]
    .filter((origin) => options.origins?.includes(origin) ?? origin < lastPublished(loaded))
    .sort();
  if (origins.length === 0) throw optionFailure("backtest-no-posterior", { model: loaded.model.name });
  return origins.map((origin) => ({
    origin,
    runs: [origin, `${origin}-full`]
      .filter((name) => names.includes(name))
      .map((name) => backtestRun(loaded, origin, name, options)),
  }));
}

/** The last month of the series that forecasts are scored against: an origin after it has nothing to be scored on. */
function lastPublished({ model }: LoadedModel): string {
  const against = new Set(model.forecasts.map((one) => one.against));
  const last = model.observations.flatMap((one) => (against.has(one.name) ? (one.labels.at(-1) ?? []) : []));
  return last.sort().at(-1) ?? "";
}

function backtestRun(
  loaded: LoadedModel,
  origin: string,
  name: string,
  options: Pick<BacktestOptions, "draws" | "seed" | "lang">,
): BacktestRun {
  const { model } = loaded;
  const { draws, seed } = options;
  const full = name !== origin;
  const posterior = namedPosterior(loaded, name, options);
  if (posterior === undefined) throw optionFailure("backtest-no-posterior", { model: model.name });
  const params = posteriorParameters(model.ir, posterior, draws, seed);
  const scenario = ensembleScenario(model, withoutLaterMoves(scenarioFollowed(loaded), origin));
  return {
    ...{ full, posterior: `posterior/${name}` },
    leftOut: full ? [] : model.mechanisms.filter((one) => one.conceived > origin).map((one) => one.name),
    run: {
      ir: withoutLaterInputs(model, origin),
      scenario,
      params: withOriginSettings(model, { params }, origin, full),
      ...{ draws, seed },
    },
  };
}

/** What the words of a model's backtest need. */
export function backtestNames(loaded: LoadedModel, language: Language): BacktestNames {
  const { model, words } = loaded;
  return {
    language,
    series: (name) => words.text("forecasts", name)[language],
    mechanism: (name) => words.text("mechanisms", name)[language],
    published: setBeside(loaded).paths,
    factor: (name) => {
      const series = model.forecasts.find((one) => one.name === name);
      return model.observations.find((one) => one.name === series?.against)?.factor ?? 1;
    },
  };
}

/** What readers must know of the data: inputs that are held from an origin on, and the size of revisions. */
export function beside(loaded: LoadedModel, result: Backtest): BacktestData {
  const first = result.paths.map(({ origin }) => origin).sort()[0];
  const inputs = first === undefined ? [] : inputsAfter(loaded.model, first).map(({ name }) => name);
  return { inputs, revisions: setBeside(loaded).revisions };
}

function backtestText(loaded: LoadedModel, result: Backtest, { lang }: BacktestOptions): string {
  const names = backtestNames(loaded, lang);
  const tables = [...standingTables(backtestSummaries(result.cells), names), cellTable(result.cells, names)];
  const said = backtestSentences(result, names, beside(loaded, result));
  const verdicts = backtestVerdicts(backtestSummaries(result.cells), names);
  return `${[
    ...verdicts.flatMap((line) => wrap(line, 110)),
    "",
    ...said.flatMap((sentence) => wrap(sentence, 110)),
    ...tables.flatMap((table) => ["", table.title, "", ...textOf(table)]),
  ].join("\n")}\n`;
}

function textOf({ head, names, rows }: TextRows): string[] {
  const columns = head.map((title, i) => (i < names ? { title } : { title, align: "right" as const }));
  return textTable(columns, rows);
}

/** A commander parser for `12,24`. */
function monthCounts(text: string): readonly number[] {
  const counts = text.split(",").map(Number);
  if (counts.some((count) => !Number.isInteger(count) || count < 1 || count > 120))
    throw new InvalidArgumentError("Write months from 1 to 120, with commas between them.");
  return [...new Set(counts)].sort((a, b) => a - b);
}
