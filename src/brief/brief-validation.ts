import { type FoundResult, RESULT_KINDS, readResults } from "../analysis/stored-results.ts";
import type { Validation } from "../analysis/validation.ts";
import type { Text } from "../base/text.ts";
import type { Entry } from "../calibrate/backtest.ts";
import { backtestFile } from "../calibrate/backtest-published.ts";
import { revisionsOf } from "../calibrate/backtest-revisions.ts";
import { backtestSummaries, type Standing } from "../calibrate/backtest-summary.ts";
import { inputsAfter } from "../calibrate/forecast-known.ts";
import { loadCritiques } from "../explain/critiques.ts";
import { fallLabel, fallTables } from "../explain/fall-table.ts";
import { outdatedText } from "../explain/result-notice.ts";
import { exp } from "../math/exp.ts";
import type { Words } from "../scenario/words.ts";
import type {
  BacktestResult,
  FallResult,
  MadeResult,
  StandingResult,
  ValidationResult,
} from "./result-validation.ts";
import type { BriefInput } from "./run-brief.ts";
import { trustSentences } from "./trust-sentences.ts";

const NAMES: Readonly<Record<MadeResult["kind"], Text>> = {
  validation: { en: "The comparison with the past", es: "La comparación con el pasado" },
  backtest: { en: "The forecasts from past dates", es: "Los pronósticos desde fechas pasadas" },
  fall: { en: "The shares of the fall", es: "Las partes de la caída" },
  sensitivity: { en: "What the conclusions rest on", es: "De qué dependen las conclusiones" },
};

const UNIT: Text = { en: "people, 12 months ending", es: "personas, 12 meses que terminan" };

/** The part of a result on what its model is held against, and what a reader must know of its age. */
export function makeValidation(
  { files, model, scenarios, posterior, made }: BriefInput,
  words: Words,
  headline: readonly string[],
): { readonly validation?: ValidationResult; readonly warnings: readonly Text[] } {
  const { results, diagnostics } = readResults({ files, model, scenarios });
  const { critiques } = loadCritiques(files, model);
  const found = RESULT_KINDS.flatMap((kind): readonly FoundResult<typeof kind>[] => {
    const one = results[kind] as FoundResult<typeof kind> | undefined;
    return one === undefined ? [] : [one];
  });
  const warnings = [
    ...(posterior === undefined || posterior.modelHash === made.modelHash
      ? []
      : [olderPosterior(posterior.modelHash, posterior.command)]),
    ...found
      .filter(({ stale }) => stale)
      .map(({ kind, modelHash, command }) => outdatedText(NAMES[kind], modelHash, command)),
    ...diagnostics
      .filter(({ code }) => code === "result-unusable")
      .map(({ data }): Text => {
        const path = String(data.path);
        return { en: `${path} cannot be read and is left out.`, es: `${path} no se puede leer y se omite.` };
      }),
  ];
  if (found.length === 0 && critiques.length === 0) return { warnings };
  const parts = {
    made: found.map(
      ({ kind, modelHash, posteriors, draws, seed, command, stale }): MadeResult => ({
        ...{ kind, modelHash, posteriors, draws, seed, command, stale },
      }),
    ),
    ...(results.validation === undefined ? {} : { table: tableOf(results.validation.result) }),
    ...(results.backtest === undefined
      ? {}
      : { backtest: backtestOf(results.backtest, files, model, words) }),
    ...(results.fall === undefined ? {} : { fall: fallOf(results.fall, words) }),
    ...(results.sensitivity === undefined ? {} : { sensitivity: leadingOf(results.sensitivity, headline) }),
    critiques: critiques.map(({ where: _, ...critique }) => oneLine(critique)),
  };
  return { validation: { summary: trustSentences(parts), ...parts }, warnings };
}

function olderPosterior(hash: string, command: string): Text {
  const version = hash.slice(0, 12);
  return {
    en: `An equation or a number of the model has changed since its draws were weighed with the data (version ${version}). To weigh them again: ${command}`,
    es: `Una ecuación o un número del modelo cambió después de que sus sorteos se ponderaran con los datos (versión ${version}). Para ponderarlos de nuevo: ${command}`,
  };
}

/** The table without rows that hold no number. */
function tableOf({ draws, episodes, rows }: Validation): NonNullable<ValidationResult["table"]> {
  return {
    draws,
    episodes: episodes.map(({ id, label, isolated, verdict }) => ({ id, label, isolated, verdict })),
    rows: rows.filter(({ obtained }) => Number.isFinite(obtained.median)),
  };
}

function backtestOf(
  { result }: FoundResult<"backtest">,
  files: BriefInput["files"],
  model: BriefInput["model"],
  words: Words,
): BacktestResult {
  const names = model.forecasts.map(({ name }) => name);
  const components = [...new Set(model.forecasts.flatMap((one) => one.components))];
  const { paths: published, vintages } = backtestFile(files, names, components);
  const factor = (series: string): number => {
    const against = model.forecasts.find(({ name }) => name === series)?.against;
    return model.observations.find(({ name }) => name === against)?.factor ?? 1;
  };
  const mechanisms = [...new Set(result.paths.flatMap(({ leftOut }) => leftOut))];
  const first = result.paths.map(({ origin }) => origin).sort()[0];
  return {
    unit: UNIT,
    series: result.history.map(({ series }) => ({ name: series, label: words.text("forecasts", series) })),
    mechanisms: mechanisms.map((name) => ({ name, label: words.text("mechanisms", name) })),
    published: published.map(({ id, label, from, note, sources }) => ({
      ...{ id, label, from, sources },
      ...(note === undefined ? {} : { note }),
    })),
    cells: result.cells.map((cell) => ({
      ...cell,
      ...(cell.observed === undefined ? {} : { observed: cell.observed / factor(cell.series) }),
      entries: cell.entries.map((entry) => inUnits(entry, factor(cell.series))),
    })),
    paths: result.paths.map((path) => ({
      ...path,
      rows: path.rows.map((row) => ({ ...row, ...quantiles(row, factor(row.series)) })),
    })),
    history: result.history.map(({ series, months, values }) => ({
      ...{ series, months },
      values: values.map((value) => value / factor(series)),
    })),
    standings: backtestSummaries(result.cells).map((summary) => ({
      ...summary,
      standings: summary.standings.filter(({ cells }) => cells > 0).map(standingOf),
    })),
    inputs: first === undefined ? [] : inputsAfter(model, first).map(({ name }) => name),
    revisions: revisionsOf(files, model, vintages).revisions,
  };
}

function inUnits(entry: Entry, factor: number): Entry {
  const { score } = entry;
  return {
    ...entry,
    ...quantiles(entry, factor),
    ...(score === undefined ? {} : { score: { ...score, crps: score.crps / factor } }),
  };
}

function quantiles(
  { q05, q25, q50, q75, q95 }: Pick<Entry, "q05" | "q25" | "q50" | "q75" | "q95">,
  factor: number,
) {
  return {
    ...{ q05: q05 / factor, q25: q25 / factor, q50: q50 / factor },
    ...{ q75: q75 / factor, q95: q95 / factor },
  };
}

function standingOf({ coverage50, coverage90, ...rest }: Standing): StandingResult {
  return Number.isNaN(coverage90) ? rest : { ...rest, coverage50, coverage90 };
}

function fallOf({ result }: FoundResult<"fall">, words: Words): FallResult {
  const tables = { en: fallTables(result, words, "en"), es: fallTables(result, words, "es") };
  const { from, to, draws } = result;
  return {
    ...{ from, to, draws },
    accounts: result.accounts.map(({ measure, observed, simulated, rows }, k) => ({
      measure,
      title: { en: tables.en[k]?.title ?? measure, es: tables.es[k]?.title ?? measure },
      sentences: (tables.en[k]?.sentences ?? []).map((en, i) => ({
        en,
        es: tables.es[k]?.sentences[i] ?? en,
      })),
      observed: exp(observed) - 1,
      simulated: {
        low: exp(simulated.low) - 1,
        median: exp(simulated.median) - 1,
        high: exp(simulated.high) - 1,
      },
      rows: rows.map((row) => ({
        ...row,
        label: { en: fallLabel(row, words, "en"), es: fallLabel(row, words, "es") },
      })),
    })),
  };
}

/** Tables of the headline outcomes, and of all where none of them was looked at. */
function leadingOf(
  { result }: FoundResult<"sensitivity">,
  headline: readonly string[],
): NonNullable<ValidationResult["sensitivity"]> {
  const own = result.quantities.filter(({ outcome }) => headline.includes(outcome));
  const quantities = own.length === 0 ? result.quantities : own;
  const named = new Set(quantities.flatMap(({ rows }) => rows.map(({ input }) => input)));
  const { from, at, draws, inputs, scenarios } = result;
  return {
    ...{ from, at, draws, inputs, scenarios, quantities },
    leading: result.leading.filter(({ name }) => named.has(name)),
  };
}

/** Texts of a YAML file without its line breaks. */
function oneLine<T extends object>(entry: T): T {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      key,
      typeof value === "string" ? value.replace(/\s+/g, " ").trim() : isText(value) ? oneLine(value) : value,
    ]),
  ) as T;
}

function isText(value: unknown): value is Text {
  return typeof value === "object" && value !== null && "en" in value && "es" in value;
}
