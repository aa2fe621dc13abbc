import type { Language } from "../../base/text.ts";
import { figure, type PathChartOptions, pathChart } from "../../charts/index.ts";
import { escapeText } from "../../charts/svg.ts";
import { rangeOfChange, sameHeadline } from "../../explain/comparison-words.ts";
import { dateWords } from "../../explain/date-words.ts";
import { level, roundTogether, signed } from "../../explain/number-words.ts";
import { betterShort } from "../../explain/sentences.ts";
import { sinceSentence } from "../../explain/since-words.ts";
import { countedSince } from "../counted-since.ts";
import { type FirstCell, type FirstNumbers, noChange, panelOutcomes } from "../first-numbers.ts";
import type { ModelFacts, OutcomeFacts } from "../model-facts.ts";
import { type FirstPaintWords, firstPaintWords } from "./first-paint-words.ts";

/** What the explorer shows before any script has run: facts of the model and numbers made when the site was built. */
export interface FirstPaint {
  readonly facts: ModelFacts;
  readonly numbers: FirstNumbers;
  readonly language: Language;
}

/**
 * The explorer's page without script: the headline with its range, the chart of no change with the past, the scenarios offered with one
 * click as links, and what they change as a table. The app keeps it until its own first result.
 */
export function firstPaint(paint: FirstPaint): string {
  const { language, facts } = paint;
  const words = firstPaintWords(language);
  const e = escapeText;
  return [
    '<div id="first-paint" class="first-paint">',
    `<h1>${e(words.title)}</h1>`,
    `<p class="first-headline">${e(headline(paint))}</p>`,
    `<nav class="first-chips" aria-label="${e(words.chips)}"><ul>`,
    ...facts.chips.map((id) => chip(facts, id, language)),
    "</ul></nav>",
    figure(pathChart(chartOptions(paint)), language, "h2"),
    ...since(paint),
    `<noscript><p class="first-note">${e(words.noScript)}</p></noscript>`,
    table(paint, words),
    `<p class="first-note">${e(words.note(paint.numbers.draws))}</p>`,
    "</div>",
  ].join("\n");
}

/** An embedded page without script: the headline and the chart, and the way to the whole page. */
export function firstEmbed(paint: FirstPaint): string {
  const words = firstPaintWords(paint.language);
  const e = escapeText;
  return [
    '<div id="first-paint" class="first-paint">',
    `<h1 class="first-headline">${e(headline(paint))}</h1>`,
    figure(pathChart({ ...chartOptions(paint), id: "embedded" }), paint.language, "h2"),
    `<p class="first-note"><a href="index.html" target="_blank" rel="noopener">${e(words.whole)}</a></p>`,
    "</div>",
  ].join("\n");
}

/** What was counted since the draws were made, where something was. */
function since({ facts, numbers, language }: FirstPaint): readonly string[] {
  const found = countedSince(facts, headlineOutcome(facts), numbers.path);
  return found === undefined
    ? []
    : [`<p class="first-note">${escapeText(sinceSentence(found, language))}</p>`];
}

/** The headline's level with no change, with its range, in words. */
export function headline({ facts, numbers, language }: FirstPaint): string {
  const outcome = headlineOutcome(facts);
  const first = numbers.cells.find((one) => one.outcome === outcome.name && one.scenario === noChange(facts));
  if (first === undefined) return "";
  return sameHeadline(
    {
      outcome: outcome.label[language],
      unit: outcome.unit[language],
      value: first.value,
      at: facts.headline.at,
      noChange: true,
    },
    language,
  );
}

function headlineOutcome(facts: ModelFacts): OutcomeFacts {
  return facts.outcomes.find(({ name }) => name === facts.headline.outcome) ?? facts.outcomes[0]!;
}

function chip(facts: ModelFacts, id: string, language: Language): string {
  const scenario = facts.scenarios.find((one) => one.id === id);
  if (scenario === undefined) return "";
  const release = `?m=${encodeURIComponent(facts.release)}`;
  const query = id === noChange(facts) ? release : `${release}&b=${encodeURIComponent(id)}`;
  return `<li><a href="${escapeText(query)}">${escapeText(scenario.short[language])}</a></li>`;
}

/** Months between two points of the future in a line that stands in the page itself: nobody sees more on it, and it is half the size. */
const SPARSE = 3;

function chartOptions({ facts, numbers, language }: FirstPaint): PathChartOptions {
  const outcome = headlineOutcome(facts);
  const at = facts.months.indexOf(facts.headline.at);
  const seen =
    outcome.observed
      .flatMap(({ months }) => months.slice(-1))
      .sort()
      .at(-1) ?? "";
  const drawn = facts.months.flatMap((month, i) => (month <= seen || (i - at) % SPARSE === 0 ? [i] : []));
  return {
    id: "no-change",
    title: outcome.label[language],
    unit: outcome.unit[language],
    language,
    months: drawn.map((month) => facts.months[month]!),
    factor: outcome.factor,
    decision: facts.decision,
    at: facts.headline.at,
    zero: outcome.zero,
    a: {
      label: firstPaintWords(language).noChange,
      noChange: true,
      quantiles: drawn.flatMap((month) => [...numbers.path.subarray(month * 5, month * 5 + 5)]),
    },
    observed: outcome.observed.map((series) => ({ ...series, label: series.label[language] })),
  };
}

/** Scenarios down, outcomes across: the level with no change, then changes from it with their ranges. */
function table({ facts, numbers, language }: FirstPaint, words: FirstPaintWords): string {
  const e = escapeText;
  const outcomes = panelOutcomes(facts);
  const caption = words.table(dateWords(facts.headline.at, language));
  const head = outcomes.map(
    (one) => `<th scope="col">${e(one.short[language])}<small>${e(one.unit[language])}</small></th>`,
  );
  const rows = facts.chips.flatMap((id) => {
    const scenario = facts.scenarios.find((one) => one.id === id);
    if (scenario === undefined) return [];
    const cells = outcomes.map((outcome) => {
      const found = numbers.cells.find((one) => one.scenario === id && one.outcome === outcome.name);
      return `<td>${found === undefined ? "" : cellHtml(found, outcome, id === noChange(facts), language)}</td>`;
    });
    return [`<tr><th scope="row">${e(scenario.label[language])}</th>${cells.join("")}</tr>`];
  });
  return [
    `<div class="scroll" role="region" aria-label="${e(caption)}" tabindex="0">`,
    `<table class="numbers first-table"><caption><span>${e(caption)}</span></caption>`,
    `<thead><tr><th scope="col">${e(words.scenario)}</th>${head.join("")}</tr></thead>`,
    `<tbody>${rows.join("\n")}</tbody></table></div>`,
  ].join("\n");
}

function cellHtml(cell: FirstCell, outcome: OutcomeFacts, noChange: boolean, language: Language): string {
  const e = escapeText;
  const words = firstPaintWords(language);
  const { value, change } = cell;
  if (noChange)
    return `<b>${e(level(value.q50))}</b><small>${e(words.range(level(value.q05), level(value.q95)))}</small>`;
  if (cell.sameOf100 >= 100) return e(words.same);
  const [q50 = 0] = roundTogether([change.q50, change.q05, change.q95]);
  const unit = outcome.unit[language];
  return [
    `<b>${e(signed(q50))}</b>`,
    `<small>${e(rangeOfChange(change, unit, language))}</small>`,
    `<small>${e(betterShort({ ...cell, better: outcome.better }, language))}</small>`,
  ].join("");
}
