import { type Command, InvalidArgumentError } from "commander";
import { ensembleScenario } from "../analysis/scenario-runs.ts";
import { csvText } from "../base/csv.ts";
import { type Forecast, type ForecastRow, forecast, forecastRows } from "../calibrate/forecast.ts";
import {
  inputsAfter,
  type LeverMove,
  movesAfter,
  newestOrigin,
  type SeriesRead,
  scoredAfter,
  withoutLaterInputs,
  withoutLaterMoves,
} from "../calibrate/forecast-known.ts";
import { originSettings } from "../calibrate/origin-settings.ts";
import { posteriorOrigins } from "../calibrate/posterior.ts";
import { dateWords, shortDateWords } from "../explain/date-words.ts";
import { level } from "../explain/number-words.ts";
import type { Model, Observation } from "../model/model.ts";
import { monthIndex, monthText } from "../scenario/month.ts";
import { type ResolvedScenario, resolveScenario } from "../scenario/resolve-scenario.ts";
import { type Draws, drawsFor, type EnsembleCommandOptions, warn, withPool } from "./draws.ts";
import { forecastingModel } from "./forecast-file.ts";
import { type LoadedModel, loadSoundModel, scenarioOfHistory } from "./load-model.ts";
import { wholeNumber, withCommonOptions, withEnsembleOptions } from "./options.ts";
import { textTable, wrap } from "./text-table.ts";

interface ForecastOptions extends EnsembleCommandOptions {
  readonly from: string;
  readonly months: number;
  readonly draws: number;
  readonly csv?: boolean;
  readonly strictOrigin?: boolean;
  readonly mechanismOnly?: boolean;
  readonly scenario?: string;
}

/** What a forecast rests on, and what it read of the months it is about. */
interface Basis {
  readonly posterior: string;
  readonly scenario: string;
  /** Series beyond `--from` that weighed the draws, data beyond it that equations read, and lever moves after it. */
  readonly scored: readonly SeriesRead[];
  readonly inputs: readonly SeriesRead[];
  readonly moves: readonly LeverMove[];
}

/** `downstream forecast MODEL --from YYYY-MM`: sums of the months ahead, as quantiles over draws. */
export function addForecast(program: Command): void {
  const command = program
    .command("forecast")
    .description("forecast the series that a model declares, from its newest posterior")
    .argument("<model>", "folder of the model")
    .requiredOption("--from <month>", "last month of the published series that is used, YYYY-MM", oneMonth)
    .option("--months <n>", "months ahead", wholeNumber(1, 240), 12)
    .option("--csv", "print CSV")
    .option("--strict-origin", "read no other series after --from, and no event")
    .option(
      "--mechanism-only",
      "the model's own paths, without the process that takes them to the published series",
    )
    .option("--scenario <id>", "levers to follow (default: the scenario of the group 'happened')")
    .option("--prior", "draw from the prior even if the model has a posterior");
  withEnsembleOptions(command, 2000, "draws", 100_000);
  withCommonOptions(command, "print the forecast as JSON").action((path: string, options: ForecastOptions) =>
    forecastModel(path, options),
  );
}

async function forecastModel(path: string, options: ForecastOptions): Promise<void> {
  const loaded = loadSoundModel(path);
  const model = forecastingModel(loaded);
  const { from, draws, seed, strictOrigin: strict = false } = options;
  const newest = newestOrigin(originsOf(loaded), weighing(model, strict), from);
  const drawn = drawsFor(loaded, draws, options, newest ?? NEVER);
  if (drawn.posterior === undefined && !options.prior)
    warn([{ code: "forecast-from-prior", severity: "warning", data: {} }], options);
  const origin = drawn.posterior?.origin ?? monthText(monthIndex(from) + 1);
  const params = withOriginSettings(model, drawn, origin);
  const happened = scenarioFollowed(loaded, options.scenario);
  const scenario = strict ? withoutLaterMoves(happened, from) : happened;
  const result = await withPool(options, (pool) =>
    forecast(pool, {
      model,
      run: {
        ir: strict ? withoutLaterInputs(model, from) : model.ir,
        scenario: ensembleScenario(model, scenario),
        ...{ params, draws, seed },
      },
      known: { month: from },
      last: monthText(monthIndex(from) + options.months),
      mechanismOnly: options.mechanismOnly ?? false,
    }),
  );
  if (result.dropped > 0) {
    const data = { count: result.dropped, draws };
    warn([{ code: "forecast-dropped", severity: "warning", data }], options);
  }
  const basis: Basis = {
    posterior: drawn.from,
    scenario: scenario.id,
    scored: drawn.posterior === undefined ? [] : scoredAfter(model, origin, from),
    inputs: strict ? [] : inputsAfter(model, from),
    moves: movesAfter(model, scenario, from),
  };
  process.stdout.write(print(loaded, result, basis, options));
}

/** Before any origin: draws come from the prior. */
const NEVER = "0000-01";

/** Origins of the model's posteriors. */
function originsOf({ files, folder }: LoadedModel): readonly string[] {
  return posteriorOrigins(Object.keys(files).map((path) => path.slice(folder.length + 1)));
}

/** Series that decide which posterior may be used: those that are forecast, or all that are scored. */
function weighing(model: Model, strict: boolean): readonly Observation[] {
  const components = new Set(model.forecasts.flatMap((one) => one.components));
  return model.observations.filter((one) => (strict ? one.error !== undefined : components.has(one.name)));
}

/** Parameter rows in which what was not known or conceived at the origin is set. */
export function withOriginSettings(
  model: Model,
  { params }: Pick<Draws, "params">,
  origin: string,
  full = false,
): Float64Array {
  const width = model.ir.parameters.length;
  const rows = params.slice();
  for (const [index, value] of originSettings(model, origin, full)) {
    for (let at = index; at < rows.length; at += width) rows[at] = value;
  }
  return rows;
}

/** The scenario of that id; without one that of what happened, else the baseline, else every lever at its value. */
export function scenarioFollowed(loaded: LoadedModel, id?: string): ResolvedScenario {
  const { scenarios, model } = loaded;
  const found = scenarioOfHistory(loaded, id) ?? scenarios.find(({ group }) => group === "baseline");
  return found === undefined ? { id: "none", levers: [], parameters: [] } : resolveScenario(found, model.ir);
}

function print(loaded: LoadedModel, result: Forecast, basis: Basis, options: ForecastOptions): string {
  const rows = forecastRows(result).map((row) => inUnits(loaded.model, row));
  if (options.csv) {
    process.stderr.write(`${said(loaded, basis, options).join("\n")}\n`);
    const header = ["date", "series", "q05", "q25", "q50", "q75", "q95"];
    return csvText(
      header,
      rows.map(({ date, series, q05, q25, q50, q75, q95 }) => [date, series, q05, q25, q50, q75, q95]),
    );
  }
  if (options.json) {
    const { model } = loaded;
    const { from, months, draws, seed, strictOrigin = false, mechanismOnly = false } = options;
    const document = {
      ...{ format: "downstream-forecast", version: 1, model: model.name, modelHash: model.hash },
      ...{ from, months, strictOrigin, mechanismOnly, draws, dropped: result.dropped, seed },
      ...{ posterior: basis.posterior, scenario: basis.scenario },
      misses: misses(forecastingModel(loaded)),
      readAfterFrom: { weighedBy: basis.scored, inputs: basis.inputs, leverMoves: basis.moves },
      rows,
    };
    return `${JSON.stringify(document, undefined, 1)}\n`;
  }
  return `${[...said(loaded, basis, options), "", ...table(loaded, rows, options)].join("\n")}\n`;
}

/** The process of misses of each component: standard deviation of the logarithm, and months over which it fades. */
function misses({ forecasts, observations }: Model) {
  const components = new Set(forecasts.flatMap((one) => one.components));
  return observations
    .filter(({ name }) => components.has(name))
    .map(({ name, discrepancy }) => ({ name, ...discrepancy }));
}

/** A row in the unit in which its series is declared, in whole numbers. */
function inUnits(model: Model, row: ForecastRow): ForecastRow {
  const series = model.forecasts.find((one) => one.name === row.series);
  const factor = model.observations.find((one) => one.name === series?.against)?.factor ?? 1;
  const whole = (value: number): number => Math.round(value / factor);
  const { date, q05, q25, q50, q75, q95 } = row;
  return {
    ...{ date, series: row.series },
    ...{ q05: whole(q05), q25: whole(q25), q50: whole(q50), q75: whole(q75), q95: whole(q95) },
  };
}

/** What the forecast rests on, in sentences. */
function said({ model }: LoadedModel, basis: Basis, options: ForecastOptions): string[] {
  const en = options.lang === "en";
  const { from, lang } = options;
  const month = dateWords(from, lang);
  const window = windowOf(model);
  const series = (list: readonly SeriesRead[]): string =>
    list.map(({ name, last }) => `${name} (${en ? "to" : "hasta"} ${shortDateWords(last, lang)})`).join(", ");
  const moves = basis.moves
    .map(({ lever, month: at }) => `${lever} (${shortDateWords(at, lang)})`)
    .join(", ");
  const read: string[] = [];
  if (basis.scored.length > 0)
    read.push(
      `${en ? "series that weighed the draws" : "series que ponderaron los sorteos"}: ${series(basis.scored)}`,
    );
  if (basis.inputs.length > 0)
    read.push(`${en ? "inputs of equations" : "insumos de las ecuaciones"}: ${series(basis.inputs)}`);
  if (basis.moves.length > 0)
    read.push(
      `${en ? `lever moves of ${basis.scenario}` : `movimientos de palancas de ${basis.scenario}`}: ${moves}`,
    );
  const process = options.mechanismOnly
    ? en
      ? "Mechanism only: the model's own paths, not taken to the published series."
      : "Solo el mecanismo: las trayectorias propias del modelo, sin llevarlas a la serie publicada."
    : en
      ? "Each path starts from the published sums: the simulated monthly flow times a lasting miss."
      : "Cada trayectoria parte de las sumas publicadas: el flujo mensual simulado por un desvío duradero.";
  const sentences = en
    ? [
        `${model.name}: sums over the ${window} months that end with each month after ${month}; data of these series to ${month}, draws from ${basis.posterior}, levers as in ${basis.scenario}. ${process}`,
        `Read after ${month}: ${read.length > 0 ? `${read.join("; ")}.` : "nothing."}`,
      ]
    : [
        `${model.name}: sumas de los ${window} meses que terminan con cada mes posterior a ${month}; datos de estas series hasta ${month}, sorteos de ${basis.posterior}, palancas como en ${basis.scenario}. ${process}`,
        `Leído después de ${month}: ${read.length > 0 ? `${read.join("; ")}.` : "nada."}`,
      ];
  return sentences.flatMap((sentence) => wrap(sentence, 110));
}

/** Months over which the forecast series are sums. */
function windowOf({ forecasts, observations }: Model): number {
  const components = new Set(forecasts.flatMap((one) => one.components));
  return Math.max(...observations.map((one) => (components.has(one.name) ? one.windowMonths : 0)));
}

/** A row a month, two columns a series: the median and the range of nine tenths of the draws. */
function table({ model }: LoadedModel, rows: readonly ForecastRow[], { lang }: ForecastOptions): string[] {
  const names = [...new Set(rows.map(({ series }) => series))];
  const dates = [...new Set(rows.map(({ date }) => date))];
  const columns = [
    { title: `${windowOf(model)} ${lang === "en" ? "months to" : "meses hasta"}` },
    ...names.flatMap((name) => [
      { title: name, align: "right" as const },
      { title: "5–95 %", align: "right" as const },
    ]),
  ];
  return textTable(
    columns,
    dates.map((date) => [
      date,
      ...names.flatMap((name) => {
        const row = rows.find((one) => one.date === date && one.series === name)!;
        return [level(row.q50), `${level(row.q05)}–${level(row.q95)}`];
      }),
    ]),
  );
}

/** A commander parser for a month. */
function oneMonth(text: string): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text.trim()))
    throw new InvalidArgumentError("Write a month as YYYY-MM.");
  return text.trim();
}
