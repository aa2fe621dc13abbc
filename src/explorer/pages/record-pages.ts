import type { FoundResults } from "../../analysis/stored-results.ts";
import { readResults } from "../../analysis/stored-results.ts";
import type { Language } from "../../base/text.ts";
import { escapeText } from "../../charts/svg.ts";
import type { ExplorerParts } from "../explorer-parts.ts";
import type { Page } from "./page-frame.ts";
import { backtestSections, fallSections } from "./record-forecasts.ts";
import { contentsHtml, paragraphHtml } from "./record-html.ts";
import { validationSections } from "./record-validation.ts";
import { recordWords } from "./record-words.ts";

/**
 * The track record from the model's stored results: what it missed, all comparisons, forecasts that were tested later, who carries
 * the fall of deaths. Nothing is run. A model without results has a page that says so.
 */
export function recordPages(parts: ExplorerParts, language: Language): readonly Page[] {
  const { results } = readResults(parts);
  return [recordPage(results, parts, language)];
}

function recordPage(results: FoundResults, parts: ExplorerParts, language: Language): Page {
  const words = recordWords(language);
  const { validation, backtest, fall } = results;
  const sections = [
    ...(validation === undefined ? [] : validationSections(validation, language)),
    ...(backtest === undefined ? [] : backtestSections(backtest, parts, language)),
    ...(fall === undefined ? [] : fallSections(fall, parts, language)),
  ];
  const body = [
    '<div class="record">',
    `<h1>${escapeText(words.title)}</h1>`,
    paragraphHtml(sections.length === 0 ? words.none : words.lede, language, ' class="lede"'),
    ...(sections.length === 0 ? [] : [contentsHtml(sections, words.contents)]),
    ...sections.map(
      ({ id, title, html }) =>
        `<section aria-labelledby="${id}"><h2 id="${id}">${escapeText(title)}</h2>\n${html}\n</section>`,
    ),
    "</div>",
  ].join("\n");
  return { path: "how/record.html", title: words.title, description: words.description, body };
}
