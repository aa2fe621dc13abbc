import type { FoundResult, FoundResults } from "../../analysis/stored-results.ts";
import { countVerdicts, rowsOf, type Validation } from "../../analysis/validation.ts";
import type { ValidationRow } from "../../analysis/validation-row.ts";
import type { Language } from "../../base/text.ts";
import type { BacktestCell } from "../../calibrate/backtest.ts";
import { level } from "../../explain/number-words.ts";
import { sinceSentence } from "../../explain/since-words.ts";
import {
  COLUMNS,
  obtainedRange,
  PART_TITLES,
  publishedText,
  VALIDATION_VERDICTS,
  validationNumber,
  verdictCounts,
} from "../../explain/validation-words.ts";
import { countedSince } from "../counted-since.ts";
import type { ExplorerParts } from "../explorer-parts.ts";
import type { FirstNumbers } from "../first-numbers.ts";
import type { ModelFacts } from "../model-facts.ts";
import { backtestNames } from "./record-forecasts.ts";
import { paragraphHtml, type RecordSection, staleHtml, tableHtml } from "./record-html.ts";
import { recordWords } from "./record-words.ts";

/** The explorer's own runs, as its first paint shows them. */
export interface ShownRuns {
  readonly facts: ModelFacts;
  readonly numbers: FirstNumbers;
}

/** What the model missed: what was counted since the explorer's draws, forecasts, then the figures of the comparisons. */
export function missesSections(
  { validation, backtest }: FoundResults,
  parts: ExplorerParts,
  language: Language,
  shown: ShownRuns | undefined,
): readonly RecordSection[] {
  if (validation === undefined && backtest === undefined) return [];
  const html = [
    ...(shown === undefined ? [] : sinceHtml(shown, language)),
    ...(backtest === undefined ? [] : forecastsHtml(backtest, parts, language)),
    ...(validation === undefined
      ? []
      : [...staleHtml(validation, language), figuresHtml(validation.result, language)]),
  ];
  const title = recordWords(language).missesTitle;
  return html.length === 0 ? [] : [{ id: "missed", title, html: html.join("\n") }];
}

/** The first paint's path of no change, where what was counted since lies outside its range. */
function sinceHtml({ facts, numbers }: ShownRuns, language: Language): readonly string[] {
  const outcome = facts.outcomes.find(({ name }) => name === facts.headline.outcome);
  const since = outcome && countedSince(facts, outcome, numbers.path);
  if (since === undefined || (since.counted >= since.low && since.counted <= since.high)) return [];
  const title = recordWords(language).since(outcome!.label[language], level(numbers.draws));
  return [paragraphHtml(`${title} ${sinceSentence(since, language)}`, language)];
}

/** Forecasts whose band for 9 in 10 does not hold what was published. */
function forecastsHtml(
  found: FoundResult<"backtest">,
  parts: ExplorerParts,
  language: Language,
): readonly string[] {
  const words = recordWords(language);
  const names = backtestNames(parts, [], language);
  const scored = found.result.cells.flatMap((cell) => {
    const entry = cell.entries.find(({ by }) => by === "model");
    return entry?.score === undefined || cell.observed === undefined ? [] : [{ cell, entry }];
  });
  const missed = scored.filter(({ entry }) => entry.score?.inside90 === false);
  if (missed.length === 0) return [];
  const { mark } = VALIDATION_VERDICTS.missed;
  const to = language === "en" ? "to" : "a";
  const cells = missed.map(({ cell, entry }) => {
    const shown = (value: number) => level(value / names.factor(cell.series));
    return [
      `${mark} ${span(cell)}\n${names.series(cell.series)}`,
      shown(cell.observed!),
      `${shown(entry.q50)}\n${shown(entry.q05)} ${to} ${shown(entry.q95)}`,
    ];
  });
  const head = words.forecastHead.map((text, i) => ({ text, number: i > 0 }));
  const caption = words.missedForecasts(missed.length, scored.length);
  return [...staleHtml(found, language), tableHtml({ caption, compact: true, head, cells }, language)];
}

/** From when to when. */
function span({ origin, month }: BacktestCell): string {
  return `${origin} → ${month}`;
}

/** Missed figures part by part, in the order of the table. */
function figuresHtml(result: Validation, language: Language): string {
  const words = recordWords(language);
  const missed = result.rows.filter(({ verdict }) => verdict === "missed");
  if (missed.length === 0) return paragraphHtml(words.noMisses, language);
  const judged = result.rows.filter(({ verdict }) => verdict !== "reported");
  const wide = missed.filter(
    ({ section, published, obtained }) => section === "coverage" && obtained.median > (published.high ?? 100),
  );
  return [
    paragraphHtml(words.misses(missed.length, judged.length), language),
    ...(wide.length === 0 ? [] : [paragraphHtml(words.tooWide(wide.length), language)]),
    ...result.parts.flatMap((part) => {
      const rows = rowsOf(result, part).filter(({ verdict }) => verdict === "missed");
      const caption = `${PART_TITLES[part][language]}: ${verdictCounts(countVerdicts(rows.map(({ verdict }) => verdict)), language)}`;
      return rows.length === 0 ? [] : [missedTable(rows, caption, language)];
    }),
  ].join("\n");
}

/** Missed figures in three columns, which fit a phone: what, published, obtained. */
function missedTable(rows: readonly ValidationRow[], caption: string, language: Language): string {
  const { mark } = VALIDATION_VERDICTS.missed;
  const head = [COLUMNS.target, COLUMNS.published, COLUMNS.obtained].map((text, i) => ({
    text: text[language],
    number: i > 0,
  }));
  const cells = rows.map((row) => {
    const what = [`${mark} ${row.subject[language]}`, row.target[language], row.note?.[language] ?? ""];
    const range = obtainedRange(row, language);
    return [
      what.filter((text) => text !== "").join("\n"),
      publishedText(row, language),
      [validationNumber(row.obtained.median, row.unit, language), range]
        .filter((text) => text !== "")
        .join("\n"),
    ];
  });
  return tableHtml({ caption, compact: true, head, cells }, language);
}
