import { figure } from "../charts/figure.ts";
import { escapeText } from "../charts/svg.ts";
import type { Language } from "../explain/language.ts";
import type { Block, Inline, Line, TableBlock, TableCell, TableRow } from "./render-blocks.ts";

/** One block of a report as HTML. */
export function blockHtml(block: Block, language: Language): string {
  const e = escapeText;
  switch (block.kind) {
    case "paragraph":
      return block.role === "question"
        ? `<blockquote><p>${lineHtml(block.line)}</p></blockquote>`
        : `<p${block.role === undefined ? "" : ` class="${block.role}"`}>${lineHtml(block.line)}</p>`;
    case "heading":
      return `<h3${block.id === undefined ? "" : ` id="${e(block.id)}"`}>${e(block.text)}</h3>`;
    case "list":
      return `<ul${block.role === undefined ? "" : ` class="${block.role}"`}>${block.items
        .map((item) => `<li>${lineHtml(item)}</li>`)
        .join("\n")}</ul>`;
    case "terms":
      return `<dl>${block.items
        .map((item) => `<div><dt>${e(item.term)}</dt><dd>${lineHtml(item.text)}</dd></div>`)
        .join("\n")}</dl>`;
    case "code":
      return `<pre tabindex="0"><code>${e(block.text)}</code></pre>`;
    case "chart":
      return block.note === undefined
        ? figure(block.chart, language)
        : `${figure(block.chart, language)}\n<p class="note after">${lineHtml(block.note)}</p>`;
    case "fold":
      return `<details class="fold"><summary>${e(block.summary)}</summary>\n${block.blocks
        .map((b) => blockHtml(b, language))
        .join("\n")}\n</details>`;
    case "table":
      return tableHtml(block);
  }
}

/** A line of inline runs as HTML; links to the web open in the same tab and send no referrer. */
export function lineHtml(line: Line): string {
  return line.map(inlineHtml).join("");
}

function inlineHtml(item: Inline): string {
  const e = escapeText;
  if (typeof item === "string") return e(item);
  switch (item.kind) {
    case "link":
      return item.to.startsWith("#")
        ? `<a${item.text.length <= 14 ? ' class="id"' : ""} href="${e(item.to)}">${e(item.text)}</a>`
        : `<a href="${e(item.to)}" rel="noreferrer">${e(item.text)}</a>`;
    case "code":
      return `<code>${e(item.text)}</code>`;
    case "strong":
      return `<strong>${e(item.text)}</strong>`;
    case "emphasis":
      return `<em>${e(item.text)}</em>`;
    case "small":
      return `<small>${e(item.text)}</small>`;
    case "foreign":
      return `<span lang="${item.lang}">${e(item.text)}</span>`;
  }
}

/** Tables that turn into cards keep their meaning for screen readers through explicit roles. */
function tableHtml(table: TableBlock): string {
  const e = escapeText;
  const role = (name: string) => (table.cards ? ` role="${name}"` : "");
  const head = table.head.map(
    (h) =>
      `<th scope="col"${role("columnheader")}>${e(h.text)}${[h.unit, h.note]
        .filter((n) => n !== undefined)
        .map((n) => `<small>${e(n)}</small>`)
        .join("")}</th>`,
  );
  const rows = table.rows.map((row) => rowHtml(row, table));
  const body = [
    `<table class="${table.cards ? "cards" : "numbers"} t-${e(table.name)}"${role("table")}>`,
    `<caption>${e(table.caption)}</caption>`,
    `<thead${role("rowgroup")}><tr${role("row")}>${head.join("")}</tr></thead>`,
    `<tbody${role("rowgroup")}>${rows.join("\n")}</tbody>`,
    "</table>",
  ].join("\n");
  return table.cards
    ? `<div class="scroll">${body}</div>`
    : `<div class="scroll" role="region" aria-label="${e(table.caption)}" tabindex="0">${body}</div>`;
}

function rowHtml(row: TableRow, table: TableBlock): string {
  const e = escapeText;
  const role = (name: string) => (table.cards ? ` role="${name}"` : "");
  if (row.group !== undefined) {
    return `<tr class="group"${role("row")}><th scope="colgroup" colspan="${table.head.length}"${role("rowheader")}>${e(row.group)}</th></tr>`;
  }
  const id = row.id === undefined ? "" : ` id="${e(row.id)}"`;
  const cells = row.cells.map((cell, i) => {
    const shade = cell.shade === undefined || cell.shade === 0 ? "" : ` class="shade${cell.shade}"`;
    if (i === 0) return `<th scope="row"${role("rowheader")}${shade}>${cellHtml(cell, table.cards)}</th>`;
    const label = table.cards ? ` data-label="${e(cardLabel(table, i))}"` : "";
    return `<td${role("cell")}${shade}${label}>${cellHtml(cell, table.cards)}</td>`;
  });
  return `<tr${id}${role("row")}>${cells.join("")}</tr>`;
}

/** What stands beside a cell when its row is a card: the head with its unit. */
function cardLabel(table: TableBlock, column: number): string {
  const head = table.head[column];
  if (head === undefined) return "";
  return head.unit === undefined ? head.text : `${head.text}, ${head.unit}`;
}

function cellHtml(cell: TableCell, cards: boolean): string {
  const [only, second] = cell.lines;
  if (only !== undefined && second === undefined && !cards) return lineHtml(only);
  return cell.lines.map((line) => `<span class="line">${lineHtml(line)}</span>`).join(" ");
}
