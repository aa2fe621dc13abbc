import type { Language } from "../explain/language.ts";
import { type Chart, type ChartTable, NARROW, WIDE } from "./chart.ts";
import { chartWords } from "./chart-words.ts";
import { escapeText } from "./svg.ts";

/**
 * A chart as an HTML figure: caption, one drawing for pages and one for phones (CSS shows one of them),
 * the text alternative, and the numbers as a table that folds out without script.
 */
export function figure(chart: Chart, language: Language, heading: "h2" | "h3" | "h4" = "h3"): string {
  const e = escapeText;
  return [
    `<figure class="chart" id="${e(chart.id)}">`,
    `<figcaption><${heading}>${e(chart.title)}</${heading}><p class="unit">${e(chart.subtitle)}</p></figcaption>`,
    `<div class="wide">${chart.draw(WIDE)}</div>`,
    `<div class="narrow">${chart.draw(NARROW)}</div>`,
    `<p class="alt">${e(chart.description)}</p>`,
    `<details><summary>${e(chartWords(language).showTable)}</summary>`,
    tableHtml(chart.table, chart.title),
    "</details>",
    "</figure>",
  ].join("\n");
}

function tableHtml(table: ChartTable, caption: string): string {
  const e = escapeText;
  const head = table.head.map((h) => `<th scope="col">${e(h)}</th>`).join("");
  const rows = table.rows.map(
    (row) =>
      `<tr>${row.map((c, i) => (i === 0 ? `<th scope="row">${e(c)}</th>` : `<td>${e(c)}</td>`)).join("")}</tr>`,
  );
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="${e(caption)}">`,
    `<table class="numbers"><caption>${e(caption)}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>${rows.join("\n")}</tbody></table></div>`,
  ].join("\n");
}
