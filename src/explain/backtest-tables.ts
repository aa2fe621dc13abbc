import type { Backtest, BacktestCell } from "../calibrate/backtest.ts";
import type { PublishedPath } from "../calibrate/backtest-published.ts";
import type { Revision } from "../calibrate/backtest-revisions.ts";
import { type BacktestSummary, entryOf } from "../calibrate/backtest-summary.ts";
import { dateWords, shortDateWords } from "./date-words.ts";
import type { Language } from "./language.ts";
import { fixed, level, percent, signedPercent } from "./number-words.ts";

/** A table as texts; the first columns, `names` of them, hold words, the others numbers. */
export interface TextRows {
  readonly title: string;
  readonly head: readonly string[];
  readonly names: number;
  readonly rows: readonly (readonly string[])[];
}

/** What the words of a backtest need to know beside its numbers. */
export interface BacktestNames {
  readonly language: Language;
  readonly series: (name: string) => string;
  readonly mechanism: (name: string) => string;
  readonly published: readonly Pick<PublishedPath, "id" | "label" | "from" | "note">[];
  /** Base units in one shown unit of a series. */
  readonly factor: (series: string) => number;
}

/** The name of a forecaster. */
export function forecasterName(by: string, { language, published }: BacktestNames): string {
  const words: Readonly<Record<string, readonly [en: string, es: string]>> = {
    model: ["model", "modelo"],
    full: ["full model *", "modelo completo *"],
    "last value": ["last value", "último valor"],
    drift: ["drift", "deriva"],
    "damped trend": ["damped trend", "tendencia amortiguada"],
    "recent pace": ["last 6 months annualised", "últimos 6 meses anualizados"],
  };
  const found = words[by];
  if (found !== undefined) return found[language === "en" ? 0 : 1];
  return published.find(({ id }) => id === by)?.label[language] ?? by;
}

/** How the model stands to each rival: one table a horizon, all series together and each alone. */
export function standingTables(
  summaries: readonly BacktestSummary[],
  names: BacktestNames,
): readonly TextRows[] {
  const en = names.language === "en";
  const horizons = [...new Set(summaries.map(({ horizon }) => horizon))];
  return horizons.map((horizon) => ({
    title: en
      ? `Sums that end ${horizon} months after the origin`
      : `Sumas que terminan ${horizon} meses después del origen`,
    names: 2,
    head: en
      ? [
          ...["series", "forecaster", "scored", "CRPS", "model's", "ratio"],
          ...["model better", "mean error", "RMS error", "inside 50 %", "inside 90 %"],
        ]
      : [
          ...["serie", "pronóstico", "casos", "CRPS", "del modelo", "razón"],
          ...["modelo mejor", "error medio", "error RMS", "dentro 50 %", "dentro 90 %"],
        ],
    rows: summaries
      .filter((summary) => summary.horizon === horizon)
      .flatMap(({ series, standings }) =>
        standings.map((one) => [
          series ?? (en ? "all together" : "todas juntas"),
          forecasterName(one.by, names),
          String(one.cells),
          percent(one.crps),
          one.by === "model" ? "" : percent(one.modelCrps),
          one.by === "model" ? "" : fixed(one.ratio, 2),
          one.by === "model" ? "" : `${one.modelWins} / ${one.cells}`,
          signedPercent(one.meanLogError),
          percent(one.rmsLogError),
          percent(one.coverage50),
          percent(one.coverage90),
        ]),
      ),
  }));
}

/** Every cell: what was forecast and what came. */
export function cellTable(cells: readonly BacktestCell[], names: BacktestNames): TextRows {
  const en = names.language === "en";
  const forecasters = [...new Set(cells.flatMap(({ entries }) => entries.map(({ by }) => by)))];
  return {
    title: en ? "Every forecast" : "Cada pronóstico",
    names: 4,
    head: [
      ...(en
        ? ["origin", "12 months to", "series", "known to", "observed"]
        : ["origen", "12 meses hasta", "serie", "conocida hasta", "observado"]),
      ...forecasters.map((by) => forecasterName(by, names)),
    ],
    rows: cells.map((cell) => {
      const factor = names.factor(cell.series);
      const shown = (value: number) => level(value / factor);
      return [
        ...[cell.origin, cell.month, cell.series, cell.knownTo],
        cell.observed === undefined
          ? en
            ? "not in our data"
            : "no está en nuestros datos"
          : shown(cell.observed),
        ...forecasters.map((by) => {
          const entry = entryOf(cell, by);
          if (entry === undefined) return "";
          if (by !== "model") return `${shown(entry.q50)}${mark(entry.score?.inside90, entry.point)}`;
          return `${shown(entry.q50)} (${shown(entry.q05)}–${shown(entry.q95)})${mark(entry.score?.inside90, false)}`;
        }),
      ];
    }),
  };
}

/** A miss is marked: what came lies outside the middle nine tenths. */
function mark(inside: boolean | undefined, point: boolean): string {
  return inside === false && !point ? " ✗" : "";
}

/** What the words say of the data beside the forecasts. */
export interface BacktestData {
  /** Inputs of equations that are held from an origin on. */
  readonly inputs: readonly string[];
  readonly revisions: readonly Revision[];
}

/** What a reader must know before reading the tables. */
export function backtestSentences(
  { cells, paths }: Pick<Backtest, "cells" | "paths">,
  names: BacktestNames,
  data: BacktestData,
): readonly string[] {
  const en = names.language === "en";
  const own = paths.filter(({ full }) => !full);
  const full = paths.some((path) => path.full);
  const longest = [...cells].sort((a, b) => (a.knownTo < b.knownTo ? -1 : 1))[0];
  const left = own
    .filter(({ leftOut }) => leftOut.length > 0)
    .map(
      ({ origin, leftOut }) =>
        `${shortDateWords(origin, names.language)}: ${leftOut.map(names.mechanism).join(", ")}`,
    );
  const gap =
    longest === undefined
      ? ""
      : `${dateWords(longest.origin, names.language)} → ${dateWords(longest.knownTo, names.language)}`;
  const published = names.published.map(({ label, from, note }) =>
    [
      en
        ? `${label.en} stands beside origins from ${from} on; it is a path without bands, so its score is the absolute error, which is harder on it than CRPS on a forecast with a band.`
        : `${label.es} aparece junto a los orígenes desde ${from}; es una trayectoria sin bandas, así que su puntaje es el error absoluto, más severo que el CRPS de un pronóstico con banda.`,
      note?.[names.language] ?? "",
    ]
      .join(" ")
      .trim(),
  );
  const inputs = data.inputs.join(", ");
  const revised = data.revisions
    .map(({ series, published, mean, newest }) => {
      const then = dateWords(published, names.language);
      const [all, last] = [signedPercent(mean), signedPercent(newest)];
      return en
        ? ` ${names.series(series)}: today's are ${all} from those of ${then} on average, ${last} in the newest six months of that release.`
        : ` ${names.series(series)}: los de hoy difieren en promedio ${all} de los de ${then}, y ${last} en los seis meses más nuevos de esa publicación.`;
    })
    .join("");
  return en
    ? [
        `A series ends at the origin less its delay (${gap}); the month scored is counted from the origin, so more months than the horizon are bridged.`,
        `All values, those known at an origin too, are today's: what was published then has been revised since.${revised}`,
        "Priors and reference levels are today's too: people who knew what came later set them, and no origin unlearns that.",
        left.length > 0
          ? `Left out because they were conceived later: ${left.join("; ")}.`
          : "No mechanism was conceived after an origin.",
        ...(full ? ["* The full model keeps them: it knows what nobody knew then."] : []),
        ...(inputs === ""
          ? []
          : [`Held from each origin on, since their later values were not known: ${inputs}.`]),
        "CRPS and errors are in percent of what happened. A ratio below 1 means that the model did better. A rival's band is as wide as its own past errors at that distance. ✗: outside the band of nine tenths.",
        ...published,
      ]
    : [
        `Una serie termina en el origen menos su retraso (${gap}); el mes evaluado se cuenta desde el origen, así que se salvan más meses que el horizonte.`,
        `Todos los valores, también los conocidos en cada origen, son los de hoy: lo publicado entonces se revisó después.${revised}`,
        "También son de hoy las distribuciones a priori y los niveles de referencia: las fijaron personas que sabían lo que vino después, y ningún origen lo desaprende.",
        left.length > 0
          ? `Quedan fuera porque se concibieron después: ${left.join("; ")}.`
          : "Ningún mecanismo se concibió después de un origen.",
        ...(full ? ["* El modelo completo los conserva: sabe lo que nadie sabía entonces."] : []),
        ...(inputs === ""
          ? []
          : [`Se mantienen desde cada origen, pues sus valores posteriores no se conocían: ${inputs}.`]),
        "El CRPS y los errores están en por ciento de lo ocurrido. Una razón menor que 1 indica que el modelo acertó más. La banda de un rival es tan ancha como sus propios errores pasados a esa distancia. ✗: fuera de la banda de nueve décimos.",
        ...published,
      ];
}
