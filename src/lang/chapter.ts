import { fromMarkdown } from "mdast-util-from-markdown";
import type { Diagnostic, Span } from "../base/diagnostic.ts";
import { editDistance } from "../base/nearest-name.ts";
import { textPosition } from "../base/text-position.ts";
import { langDiagnostic } from "./codes.ts";
import { type FencedCode, plainFences } from "./plain-fences.ts";

/** A Markdown file taken apart: its title, and where the text of each `model` block lies in it. */
export interface ChapterParts {
  readonly title: string;
  /** The text between the fences, in order. */
  readonly blocks: readonly BlockText[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Where the text of one block lies; a block whose fence is never closed runs on into what follows it. */
export interface BlockText {
  readonly span: Span;
  readonly closed: boolean;
}

type MarkdownNode = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>["children"][number];

/** A line that opens a fence of its own: inside a block it shows that the block was not closed. */
const INNER_FENCE = /^(?:`{3,}|~{3,})[ \t]*(\w+)[^\r\n]*(?:\r\n|\r|\n|$)/gm;

/**
 * Finds the title (the first heading of the first level; else the file's name) and the fenced `model` blocks
 * of a chapter. Blocks inside lists or quotations, indented fences, fences without an end and misspelt ones are reported.
 */
export function chapterParts(file: string, text: string): ChapterParts {
  // A byte order mark is passed over; the Markdown reader does not count it, so offsets are moved by one.
  const shift = text.startsWith("\uFEFF") ? 1 : 0;
  const { title, codes } = markdownCode(text.slice(shift));
  const diagnostics: Diagnostic[] = [];
  const blocks = codes.flatMap(({ language, start, end, misplaced }) =>
    readBlocks(text, { file, start: start + shift, end: end + shift }, language, misplaced, diagnostics),
  );
  return { title: title?.trim() || fileTitle(file), blocks, diagnostics };
}

interface Code extends FencedCode {
  readonly misplaced: boolean;
}

/** Code blocks in order and the title: by the lines where they decide, else by all the rules of Markdown. */
function markdownCode(text: string): { readonly title: string | undefined; readonly codes: readonly Code[] } {
  const plain = plainFences(text);
  if (plain === undefined) return readMarkdown(text);
  return { title: plain.title, codes: plain.codes.map((code) => ({ ...code, misplaced: false })) };
}

/** Code blocks in order and the title, by the rules of Markdown. */
export function readMarkdown(text: string): ReturnType<typeof markdownCode> {
  const codes: Code[] = [];
  let title: string | undefined;
  const visit: { node: MarkdownNode; top: boolean }[] = [{ node: fromMarkdown(text), top: true }];
  for (let item = visit.pop(); item !== undefined; item = visit.pop()) {
    const { node, top } = item;
    if (node.type === "heading" && node.depth === 1 && title === undefined) title = plainText(node);
    if (node.type === "code" && node.position !== undefined) {
      const start = node.position.start.offset ?? 0;
      const end = node.position.end.offset ?? 0;
      const misplaced = !top || node.position.start.column !== 1;
      codes.push({ language: node.lang ?? "", start, end, misplaced });
    }
    if ("children" in node) {
      const inner = node.type === "root";
      for (const child of [...node.children].reverse()) visit.push({ node: child, top: inner });
    }
  }
  return { title, codes };
}

/**
 * The `model` blocks of one fenced stretch of text: one, or several where a fence is not closed before the next one
 * opens (Markdown takes them for a single block, prose and all).
 */
function readBlocks(
  text: string,
  code: Span,
  language: string,
  misplaced: boolean,
  diagnostics: Diagnostic[],
): readonly BlockText[] {
  const { file } = code;
  const source = text.slice(code.start, code.end);
  const fence = /^(?:`{3,}|~{3,})[^\r\n]*(?:\r\n|\r|\n|$)/.exec(source)?.[0];
  if (fence === undefined) return [];
  const first = { file, start: code.start, end: code.start + fence.trimEnd().length };
  const lower = language.toLowerCase();
  if (lower !== "model") {
    if (lower.length > 2 && editDistance(lower, "model", 2) <= 2) {
      diagnostics.push(langDiagnostic("misspelt-model-block", first, { found: language }, "warning"));
    }
    return [];
  }
  if (misplaced) {
    diagnostics.push(langDiagnostic("misplaced-model-block", first));
    return [];
  }
  const start = code.start + fence.length;
  const closing = /(?:^|[\r\n]) {0,3}(?:`{3,}|~{3,})[ \t]*$/.exec(source.slice(fence.length))?.[0];
  const end = closing === undefined ? code.end : code.end - closing.replace(/^[\r\n]/, "").length;
  const openings = [{ language: lower, head: first, start }];
  for (const match of text.slice(start, end).matchAll(INNER_FENCE)) {
    const at = start + match.index;
    const head = { file, start: at, end: at + match[0].trimEnd().length };
    openings.push({ language: (match[1] ?? "").toLowerCase(), head, start: at + match[0].length });
  }
  return openings.flatMap(({ language, head, start }, i) => {
    if (language !== "model") return [];
    const next = openings[i + 1]?.head.start;
    const span = { file, start, end: next ?? end };
    const closed = next === undefined && closing !== undefined;
    if (!closed) {
      const { line } = textPosition(text, head.start);
      diagnostics.push(langDiagnostic("unclosed-model-block", head, { line }));
    }
    if (text.slice(span.start, span.end).trim() === "") {
      diagnostics.push(langDiagnostic("empty-model-block", head, {}, "warning"));
    }
    return [{ span, closed }];
  });
}

function plainText(node: MarkdownNode): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(plainText).join("") : "";
}

function fileTitle(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(/\.md$/, "");
}
