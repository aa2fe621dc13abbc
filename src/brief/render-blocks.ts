import type { Chart } from "../charts/chart.ts";
import type { Language } from "../explain/language.ts";
import type { Text } from "./result.ts";

/** A run of text: plain, or with one meaning. `to` is `#anchor` or a web address. */
export type Inline =
  | string
  | { readonly kind: "link"; readonly to: string; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "emphasis"; readonly text: string }
  | { readonly kind: "small"; readonly text: string }
  /** Text that has one language only, whatever the language of the report. */
  | { readonly kind: "foreign"; readonly text: string; readonly lang: Language };

export type Line = readonly Inline[];

/** A table cell: one or more lines; `shade` 0..2 is how far the runs agree, never which way. */
export interface TableCell {
  readonly lines: readonly Line[];
  readonly shade?: 0 | 1 | 2;
}

export interface TableRow {
  readonly id?: string;
  /** A row that heads a group spans the table. */
  readonly group?: string;
  readonly cells: readonly TableCell[];
}

/** A table; `cards` become one card per row on a phone, the others scroll in their own box. The first cell heads its row. */
export interface TableBlock {
  readonly kind: "table";
  readonly name: string;
  readonly caption: string;
  readonly cards: boolean;
  readonly head: readonly { readonly text: string; readonly unit?: string; readonly note?: string }[];
  readonly rows: readonly TableRow[];
}

export type Block =
  | { readonly kind: "paragraph"; readonly line: Line; readonly role?: "lead" | "note" | "question" }
  | { readonly kind: "heading"; readonly text: string; readonly id?: string }
  | { readonly kind: "list"; readonly items: readonly Line[]; readonly role?: "answer" }
  | { readonly kind: "terms"; readonly items: readonly { readonly term: string; readonly text: Line }[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "chart"; readonly chart: Chart; readonly note?: Line }
  | { readonly kind: "fold"; readonly summary: string; readonly blocks: readonly Block[] }
  | TableBlock;

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A report as a tree of blocks in one language: HTML and Markdown are two ways of writing it down. */
export interface ReportTree {
  readonly language: Language;
  readonly kicker: string;
  readonly title: string;
  readonly about: Line;
  readonly sections: readonly Section[];
}

/** The text of one language. */
export function say(text: Text, language: Language): string {
  return text[language];
}

/** A cell of one line of plain text. */
export function plain(...line: Inline[]): TableCell {
  return { lines: [line] };
}

/** A name made fit for an anchor: letters, digits and hyphens. */
export function anchor(kind: string, id: string): string {
  return `${kind}-${id.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "")}`;
}

/** A paragraph. */
export function paragraph(line: Line | string, role?: "lead" | "note" | "question"): Block {
  const content = typeof line === "string" ? [line] : line;
  return role === undefined
    ? { kind: "paragraph", line: content }
    : { kind: "paragraph", line: content, role };
}
