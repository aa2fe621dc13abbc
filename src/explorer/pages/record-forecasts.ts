import type { FoundResult } from "../../analysis/stored-results.ts";
import type { Language } from "../../base/text.ts";
import { backtestFile } from "../../calibrate/backtest-published.ts";
import { revisionsOf } from "../../calibrate/backtest-revisions.ts";
import { type BacktestSummary, backtestSummaries } from "../../calibrate/backtest-summary.ts";
import { inputsAfter } from "../../calibrate/forecast-known.ts";
import { backtestFigures } from "../../charts/backtest-figures.ts";
import { fallFigure } from "../../charts/fall-figure.ts";
import {
  type BacktestNames,
  backtestSentences,
  cellTable,
  forecasterName,
  standingTables,
  type TextRows,
} from "../../explain/backtest-tables.ts";
import { backtestVerdicts } from "../../explain/backtest-verdict.ts";
import { dateWords } from "../../explain/date-words.ts";
import { fallLabel, fallTables } from "../../explain/fall-table.ts";
import { percent } from "../../explain/number-words.ts";
import type { ExplorerParts } from "../explorer-parts.ts";
import {
  foldHtml,
  type HtmlTable,
  inMonths,
  listHtml,
  paragraphHtml,
  pictureHtml,
  type RecordSection,
  staleHtml,
  tableHtml,
} from "./record-html.ts";
import { recordWords } from "./record-words.ts";

/** Forecasts from each posterior's origin, beside rivals and what came: verdicts, pictures, tables. */
export function backtestSections(
  found: FoundResult<"backtest">,
  parts: ExplorerParts,
  language: Language,
): readonly RecordSection[] {
  const words = recordWords(language);
  const { result } = found;
  const beside = setBeside(parts);
  const names = backtestNames(parts, beside.paths, language);
  const summaries = backtestSummaries(result.cells);
  const origins = [...new Set(result.paths.map(({ origin }) => origin))].sort();
  const data = {
    inputs: inputsAfter(parts.model, origins[0] ?? "").map(({ name }) => name),
    revisions: beside.revisions,
  };
  const table = (rows: TextRows) => tableHtml(namedSeries(rows, names, parts), language);
  const cells = cellTable(result.cells, names);
  return [
    {
      id: "forecasts",
      title: words.backtestTitle,
      html: [
        ...staleHtml(found, language),
        paragraphHtml(words.backtest(origins.map((origin) => dateWords(origin, language))), language),
        listHtml(aheadSentences(summaries, names), language),
        ...backtestFigures(result, names, words.unit).map((chart) => pictureHtml(chart, language)),
        foldHtml(
          words.scores,
          language,
          listHtml(backtestVerdicts(summaries, names), language),
          ...standingTables(summaries, names).map(table),
        ),
        foldHtml(cells.title, language, table(cells)),
        foldHtml(
          words.known,
          language,
          listHtml(backtestSentences(result, names, data), language),
          paragraphHtml(words.method, language),
        ),
        paragraphHtml(`${words.again} \`${found.command}\``, language),
      ].join("\n"),
    },
  ];
}

/** How far the model came beside its rivals, and what its bands held: a plain sentence for each distance ahead. */
function aheadSentences(summaries: readonly BacktestSummary[], names: BacktestNames): readonly string[] {
  const words = recordWords(names.language);
  return summaries.flatMap(({ horizon, series, standings }) => {
    const model = standings.find(({ by }) => by === "model");
    if (series !== undefined || model === undefined) return [];
    const rivals = standings.filter(({ by, cells }) => by !== "model" && by !== "full" && cells > 0);
    const closer = rivals.filter(({ ratio }) => ratio >= 1).map(({ by }) => forecasterName(by, names));
    const { cells, coverage50, coverage90 } = model;
    return [
      words.ahead({
        ...{ horizon, cells, rivals: rivals.length, closer },
        ...{ half: percent(coverage50), most: percent(coverage90) },
      }),
    ];
  });
}

/** Which explanation carries how much of the fall that the model names. */
export function fallSections(
  found: FoundResult<"fall">,
  { words: labels }: Pick<ExplorerParts, "words">,
  language: Language,
): readonly RecordSection[] {
  const words = recordWords(language);
  const { result, draws, command } = found;
  const figures = result.accounts.map((account) =>
    fallFigure(
      { ...account, rows: account.rows.map((row) => ({ ...row, label: fallLabel(row, labels, language) })) },
      { from: dateWords(result.from, language), to: dateWords(result.to, language) },
      language,
    ),
  );
  const accounts = fallTables(result, labels, language).flatMap(({ title, sentences, head, rows }, k) => [
    paragraphHtml(`**${title}.** ${sentences[0] ?? ""}`, language),
    ...(figures[k] === undefined ? [] : [pictureHtml(figures[k], language)]),
    foldHtml(
      title,
      language,
      tableHtml(
        { caption: inMonths(title, language, "long"), head: numberedHead(head, 1), cells: rows },
        language,
      ),
      listHtml(sentences.slice(1), language),
    ),
  ]);
  return [
    {
      id: "fall",
      title: words.fallTitle,
      html: [
        ...staleHtml(found, language),
        paragraphHtml(words.fall(draws), language),
        ...accounts,
        paragraphHtml(`${words.again} \`${command}\``, language),
      ].join("\n"),
    },
  ];
}

/** Published paths and earlier releases that the model sets beside its forecasts; none where its file has an error. */
function setBeside({ model, files }: ExplorerParts) {
  const series = model.forecasts.map(({ name }) => name);
  const components = [...new Set(model.forecasts.flatMap((one) => one.components))];
  const { paths, vintages } = backtestFile(files, series, components);
  return { paths, revisions: revisionsOf(files, model, vintages).revisions };
}

/** What the words of a backtest need, for a model's own series. */
export function backtestNames(
  { model, words }: ExplorerParts,
  published: BacktestNames["published"],
  language: Language,
): BacktestNames {
  return {
    language,
    series: (name) => words.text("forecasts", name)[language],
    mechanism: (name) => words.text("mechanisms", name)[language],
    published,
    factor: (name) => {
      const against = model.forecasts.find((one) => one.name === name)?.against;
      return model.observations.find((one) => one.name === against)?.factor ?? 1;
    },
  };
}

/** A table of texts with the labels of series in place of their names. */
function namedSeries(
  { title, head, names: columns, rows }: TextRows,
  names: BacktestNames,
  { model }: ExplorerParts,
): HtmlTable {
  const known = new Set(model.forecasts.map(({ name }) => name));
  const shown = (cell: string) => (known.has(cell) ? names.series(cell) : cell);
  return {
    caption: title,
    head: numberedHead(head, columns),
    cells: rows.map((row) => row.map((cell, i) => (i < columns ? shown(cell) : cell))),
  };
}

function numberedHead(head: readonly string[], names: number): HtmlTable["head"] {
  return head.map((text, i) => ({ text, number: i >= names }));
}
