import type { Chart } from "../charts/chart.ts";
import { type Language, otherLanguage } from "../explain/language.ts";
import type { Block, Inline, Line, TableBlock } from "./render-blocks.ts";
import { reportTree } from "./render-tree.ts";
import { reportWords } from "./render-words.ts";
import type { BriefResult } from "./result.ts";

/** The report as Markdown with pipe tables: the same words and numbers as the HTML, charts as text and tables. */
export function renderMarkdown(result: BriefResult, language: Language): string {
  const tree = reportTree(result, language);
  const words = reportWords(language);
  const parts = [
    `# ${markdownText(tree.title)}`,
    line(tree.about),
    `${markdownText(words.notForecast)} [${words.otherLanguage}](report.${otherLanguage(language)}.md)`,
    ...tree.sections.flatMap((section) => [
      `## ${target(section.id)}${markdownText(section.title)}`,
      ...section.blocks.map((b) => block(b, 3)),
    ]),
  ];
  return `${parts.filter((p) => p !== "").join("\n\n")}\n`;
}

function block(item: Block, depth: number): string {
  switch (item.kind) {
    case "paragraph":
      return item.role === "question" ? `> ${line(item.line)}` : line(item.line);
    case "heading":
      return `${"#".repeat(depth)} ${target(item.id)}${markdownText(item.text)}`;
    case "list":
      return item.items.map((i) => `- ${line(i)}`).join("\n");
    case "terms":
      return item.items.map((i) => `- **${markdownText(i.term)}**: ${line(i.text)}`).join("\n");
    case "code":
      return `\`\`\`\n${item.text}\n\`\`\``;
    case "chart":
      return chart(item.chart, depth, item.note);
    case "fold":
      return [
        `${"#".repeat(depth)} ${markdownText(item.summary)}`,
        ...item.blocks.map((b) => block(b, depth + 1)),
      ].join("\n\n");
    case "table":
      return table(item);
  }
}

function chart(item: Chart, depth: number, note: Line | undefined): string {
  const head = row(item.table.head.map(cell));
  const rule = row(item.table.head.map(() => "---"));
  return [
    `${"#".repeat(depth)} ${target(item.id)}${markdownText(item.title)}`,
    markdownText(item.subtitle),
    markdownText(item.description),
    [head, rule, ...item.table.rows.map((r) => row(r.map(cell)))].join("\n"),
    ...(note === undefined ? [] : [line(note)]),
  ].join("\n\n");
}

function table(item: TableBlock): string {
  const head = item.head.map((h) => {
    const notes = [h.unit, h.note].filter((n) => n !== undefined);
    return cell(notes.length === 0 ? h.text : `${h.text} (${notes.join("; ")})`);
  });
  const rows = item.rows.map((r) => {
    if (r.group !== undefined) return row([`**${cell(r.group)}**`, ...item.head.slice(1).map(() => "")]);
    return row(
      r.cells.map((c, i) => {
        const text = c.lines.map(line).join("<br>").replaceAll("\n", " ");
        return i === 0 ? `${target(r.id)}${text}` : text;
      }),
    );
  });
  return [
    `**${markdownText(item.caption)}**`,
    [row(head), row(item.head.map(() => "---")), ...rows].join("\n"),
  ].join("\n\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function line(items: Line): string {
  return items.map(inline).join("");
}

function inline(item: Inline): string {
  if (typeof item === "string") return markdownText(item);
  switch (item.kind) {
    case "link":
      return `[${markdownText(item.text)}](${item.to.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll("|", "%7C")})`;
    case "code":
      return `\`${item.text.replaceAll("`", "'").replaceAll("|", "\\|").replaceAll("\n", " ")}\``;
    case "strong":
      return `**${markdownText(item.text)}**`;
    case "emphasis":
      return `*${markdownText(item.text)}*`;
    case "small":
    case "foreign":
      return markdownText(item.text);
  }
}

/** An invisible anchor, so that links inside the file work where a viewer keeps HTML. */
function target(id: string | undefined): string {
  return id === undefined ? "" : `<a id="${id}"></a>`;
}

function cell(text: string): string {
  return markdownText(text).replaceAll("\n", " ");
}

/** Text in which nothing is read as markup. */
function markdownText(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, "\\$&").replaceAll("\n", " ");
}
