import { fromMarkdown } from "mdast-util-from-markdown";
import type { Diagnostic, Span } from "../base/diagnostic.ts";
import { editDistance } from "../base/nearest-name.ts";
import { langDiagnostic } from "./codes.ts";

/** A Markdown file taken apart: its title, and where the text of each `model` block lies in it. */
export interface ChapterParts {
  readonly title: string;
  /** Spans of the text between the fences, in order. */
  readonly blocks: readonly Span[];
  readonly diagnostics: readonly Diagnostic[];
}

type MarkdownNode = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>["children"][number];

/**
 * Finds the title (the first heading of the first level; else the file's name) and the fenced `model` blocks
 * of a chapter. Blocks inside lists or quotations, indented fences, fences without an end and misspelt ones are reported.
 */
export function chapterParts(file: string, text: string): ChapterParts {
  // A byte order mark is passed over; the Markdown reader does not count it, so offsets are moved by one.
  const shift = text.startsWith("\uFEFF") ? 1 : 0;
  const root = fromMarkdown(text.slice(shift));
  const diagnostics: Diagnostic[] = [];
  const blocks: Span[] = [];
  let title: string | undefined;
  const visit: { node: MarkdownNode; top: boolean }[] = [{ node: root, top: true }];
  for (let item = visit.pop(); item !== undefined; item = visit.pop()) {
    const { node, top } = item;
    if (node.type === "heading" && node.depth === 1 && title === undefined) title = plainText(node);
    if (node.type === "code" && node.position !== undefined) {
      const start = (node.position.start.offset ?? 0) + shift;
      const end = (node.position.end.offset ?? 0) + shift;
      const misplaced = !top || node.position.start.column !== 1;
      const block = readBlock(file, text, { file, start, end }, node.lang ?? "", misplaced, diagnostics);
      if (block !== undefined) blocks.push(block);
    }
    if ("children" in node) {
      const inner = node.type === "root";
      for (const child of [...node.children].reverse()) visit.push({ node: child, top: inner });
    }
  }
  return { title: title?.trim() || fileTitle(file), blocks, diagnostics };
}

function readBlock(
  file: string,
  text: string,
  code: Span,
  language: string,
  misplaced: boolean,
  diagnostics: Diagnostic[],
): Span | undefined {
  const source = text.slice(code.start, code.end);
  const fence = /^(?:`{3,}|~{3,})[^\r\n]*(?:\r\n|\r|\n|$)/.exec(source)?.[0];
  if (fence === undefined) return undefined;
  const head = { file, start: code.start, end: code.start + fence.trimEnd().length };
  const lower = language.toLowerCase();
  if (lower !== "model") {
    if (lower.length > 2 && editDistance(lower, "model", 2) <= 2) {
      diagnostics.push(langDiagnostic("misspelt-model-block", head, { found: language }, "warning"));
    }
    return undefined;
  }
  if (misplaced) {
    diagnostics.push(langDiagnostic("misplaced-model-block", head));
    return undefined;
  }
  const rest = source.slice(fence.length);
  const closing = /(?:^|[\r\n]) {0,3}(?:`{3,}|~{3,})[ \t]*$/.exec(rest)?.[0];
  if (closing === undefined) diagnostics.push(langDiagnostic("unclosed-model-block", head));
  const start = code.start + fence.length;
  const end = closing === undefined ? code.end : code.end - closing.replace(/^[\r\n]/, "").length;
  if (text.slice(start, end).trim() === "") {
    diagnostics.push(langDiagnostic("empty-model-block", head, {}, "warning"));
  }
  return { file, start, end };
}

function plainText(node: MarkdownNode): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(plainText).join("") : "";
}

function fileTitle(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(/\.md$/, "");
}
