import type { Language } from "../../base/text.ts";
import type { Chart } from "../../charts/chart.ts";
import { figure } from "../../charts/figure.ts";
import { escapeText } from "../../charts/svg.ts";
import { dateWords, shortDateWords } from "../../explain/date-words.ts";
import { recordWords } from "./record-words.ts";

/** A part of the page: what the list of contents calls it, and its HTML with an h2 of that id. */
export interface RecordSection {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

/** Links to the sections of a page. */
export function contentsHtml(
  sections: readonly Pick<RecordSection, "id" | "title">[],
  title: string,
): string {
  const links = sections.map((one) => `<li><a href="#${one.id}">${escapeText(one.title)}</a></li>`);
  return `<nav class="page-contents" aria-label="${escapeText(title)}"><ul>${links.join("")}</ul></nav>`;
}

/** A table of texts: the first cell of a row names it; `number` columns stand at the right. What follows a line's end is small print. */
export interface HtmlTable {
  readonly caption: string;
  /** Few columns that fit a phone: their numbers may wrap. */
  readonly compact?: boolean;
  readonly head: readonly { readonly text: string; readonly number: boolean }[];
  readonly cells: readonly (readonly string[])[];
}

/** A table that scrolls in its own box where the page is narrow; the box can be reached by keyboard. */
export function tableHtml({ caption, compact, head, cells }: HtmlTable, language: Language): string {
  const e = escapeText;
  const number = (i: number) => (head[i]?.number ? ' class="number"' : "");
  const row = (texts: readonly string[]) =>
    texts.map((text, i) => {
      const [line = "", ...small] = inMonths(text, language, "short").split("\n").map(e);
      const first = small.length === 0 ? line : `<strong>${line}</strong>`;
      const cell = [first, ...small.map((words) => `<small>${words}</small>`)].join("");
      return i === 0 ? `<th scope="row">${cell}</th>` : `<td${number(i)}>${cell}</td>`;
    });
  return [
    `<div class="table-box" tabindex="0" role="region" aria-label="${e(caption)}"><table${compact ? ' class="compact"' : ""}>`,
    `<caption>${e(caption)}</caption>`,
    `<thead><tr>${head.map(({ text }, i) => `<th scope="col"${number(i)}>${e(text)}</th>`).join("")}</tr></thead>`,
    `<tbody>${cells.map((texts) => `<tr>${row(texts).join("")}</tr>`).join("\n")}</tbody>`,
    "</table></div>",
  ].join("\n");
}

/** A part that folds out without script. */
export function foldHtml(summary: string, language: Language, ...content: readonly string[]): string {
  return [
    `<details><summary>${escapeText(inMonths(summary, language, "long"))}</summary>`,
    ...content,
    "</details>",
  ].join("\n");
}

/** A chart of a report as a figure with its numbers as a table. */
export function pictureHtml(chart: Chart, language: Language): string {
  return figure(chart, language, "h3");
}

/** A paragraph of a text of the house: `code`, **strong** and *emphasis* as in Markdown, months in words. */
export function paragraphHtml(text: string, language: Language, attributes = ""): string {
  return `<p${attributes}>${inlineHtml(text, language)}</p>`;
}

/** The same for the items of a list. */
export function listHtml(items: readonly string[], language: Language): string {
  return `<ul>${items.map((item) => `<li>${inlineHtml(item, language)}</li>`).join("\n")}</ul>`;
}

/** That a result is of another version of the model; nothing where it is not. */
export function staleHtml(
  { stale, modelHash }: { readonly stale: boolean; readonly modelHash: string },
  language: Language,
): readonly string[] {
  return stale ? [paragraphHtml(recordWords(language).stale(modelHash.slice(0, 12)), language)] : [];
}

function inlineHtml(text: string, language: Language): string {
  return escapeText(inMonths(text, language, "long"))
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
    .replace(/(^|[\s(])\*([^*\s][^*]*)\*(?=[\s.,;:)]|$)/g, "$1<em>$2</em>");
}

/** Months in words; those in names of files and posteriors, which stand between quotes of code or slashes, stay. */
export function inMonths(text: string, language: Language, form: "long" | "short"): string {
  const words = form === "long" ? dateWords : shortDateWords;
  return text.replace(/(?<![\w/`-])(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?![\w/`-])/g, (month) =>
    words(month, language),
  );
}
