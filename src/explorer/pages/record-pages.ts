import type { FoundResults } from "../../analysis/stored-results.ts";
import { readResults } from "../../analysis/stored-results.ts";
import type { Language } from "../../base/text.ts";
import { escapeText } from "../../charts/svg.ts";
import type { ExplorerParts } from "../explorer-parts.ts";
import type { Page } from "./page-frame.ts";
import { backtestSections, fallSections } from "./record-forecasts.ts";
import { contentsHtml, paragraphHtml } from "./record-html.ts";
import { missesSections, type ShownRuns } from "./record-misses.ts";
import { validationSections } from "./record-validation.ts";
import { recordWords } from "./record-words.ts";

/**
 * The track record from the model's stored results: what it missed, all comparisons, forecasts that were tested later, who carries
 * the fall of deaths. Nothing is run; `shown` are the explorer's own runs, for what was counted since. A model without results has a page
 * that says so.
 */
export function recordPages(parts: ExplorerParts, language: Language, shown?: ShownRuns): readonly Page[] {
  const { results } = readResults(parts);
  return [recordPage(results, parts, language, shown)];
}

function recordPage(
  results: FoundResults,
  parts: ExplorerParts,
  language: Language,
  shown: ShownRuns | undefined,
): Page {
  const words = recordWords(language);
  const { validation, backtest, fall } = results;
  const sections = [
    ...missesSections(results, parts, language, shown),
    ...(validation === undefined ? [] : validationSections(validation, language)),
    ...(backtest === undefined ? [] : backtestSections(backtest, parts, language)),
    ...(fall === undefined ? [] : fallSections(fall, parts, language)),
  ];
  const body = [
    '<div class="record">',
    `<h1>${escapeText(words.title)}</h1>`,
    paragraphHtml(sections.length === 0 ? words.none : words.lede, language, ' class="lede"'),
    ...(sections.length === 0 ? [] : [drawsHtml(results, language, shown)]),
    ...(sections.length === 0 ? [] : [contentsHtml(sections, words.contents)]),
    ...sections.map(
      ({ id, title, html }) =>
        `<section aria-labelledby="${id}"><h2 id="${id}">${escapeText(title)}</h2>\n${html}\n</section>`,
    ),
    "</div>",
  ].join("\n");
  return { path: "how/record.html", title: words.title, description: words.description, body };
}

/** Which draws are judged where. */
function drawsHtml(
  { validation, backtest }: FoundResults,
  language: Language,
  shown: ShownRuns | undefined,
): string {
  const text = recordWords(language).draws({
    explorer: monthOf(shown?.facts.draws.posterior),
    past: monthOf(validation?.result.from?.replace(/^posterior\//, "")),
    forecasts: backtest !== undefined,
  });
  return text === "" ? "" : paragraphHtml(text, language);
}

/** The name of a posterior that is the month up to which it knows. */
function monthOf(posterior: string | undefined): string | undefined {
  return posterior !== undefined && /^\d{4}-\d{2}$/.test(posterior) ? posterior : undefined;
}
