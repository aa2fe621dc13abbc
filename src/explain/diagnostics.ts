import type { Diagnostic, Files, Severity } from "../base/diagnostic.ts";
import { lineText, textPosition } from "../base/text-position.ts";
import { baseWords } from "./diagnostic-words/base.ts";
import { briefWords } from "./diagnostic-words/brief.ts";
import { critiqueWords } from "./diagnostic-words/critiques.ts";
import { engineWords } from "./diagnostic-words/engine.ts";
import { explorerWords } from "./diagnostic-words/explorer.ts";
import { forecastWords } from "./diagnostic-words/forecast.ts";
import { hostWords } from "./diagnostic-words/host.ts";
import { expressionWords } from "./diagnostic-words/lang-expressions.ts";
import { statementWords } from "./diagnostic-words/lang-statements.ts";
import { linkWords } from "./diagnostic-words/links.ts";
import { modelWords } from "./diagnostic-words/model.ts";
import { arrayWords } from "./diagnostic-words/model-arrays.ts";
import { optionWords } from "./diagnostic-words/options.ts";
import { releaseWords } from "./diagnostic-words/releases.ts";
import { scenarioWords } from "./diagnostic-words/scenario.ts";
import { unitsWords } from "./diagnostic-words/units.ts";
import { validationWords } from "./diagnostic-words/validation.ts";
import { type Catalogue, type Language, type Sentences, wordData } from "./diagnostic-words/words.ts";

/** The findings of one part of the program. */
export interface DiagnosticArea {
  readonly title: string;
  readonly words: Catalogue;
}

/** The words by area of the program; a code belongs to one area. */
export const diagnosticAreas: readonly DiagnosticArea[] = [
  { title: "CSV files", words: baseWords },
  { title: "Expressions", words: expressionWords },
  { title: "Statements and blocks", words: statementWords },
  { title: "Units and evidence", words: unitsWords },
  { title: "Models", words: modelWords },
  { title: "Arrays", words: arrayWords },
  { title: "Scenarios and words", words: scenarioWords },
  { title: "Links of the explorer", words: linkWords },
  { title: "Releases", words: releaseWords },
  { title: "Runs and ensembles", words: engineWords },
  { title: "Forecasts and backtests", words: forecastWords },
  { title: "Validation", words: validationWords },
  { title: "Critiques", words: critiqueWords },
  { title: "Briefs", words: briefWords },
  { title: "The explorer", words: explorerWords },
  { title: "Settings on the command line", words: optionWords },
  { title: "Files and calibration", words: hostWords },
];

/** Words for every code that the program can report, in both languages. */
export const diagnosticCatalogue: Catalogue = Object.assign({}, ...diagnosticAreas.map((area) => area.words));

const SEVERITIES: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  en: { error: "error", warning: "warning", notice: "notice" },
  es: { error: "error", warning: "advertencia", notice: "aviso" },
};

/** The sentences of a finding; a code without words falls back to the code and its data. */
export function diagnosticSentences(d: Diagnostic, language: Language): Sentences {
  const words = Object.hasOwn(diagnosticCatalogue, d.code) ? diagnosticCatalogue[d.code] : undefined;
  if (words !== undefined) return words[language](wordData(d.data));
  const data = Object.entries(d.data).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return { message: [d.code, ...data].join(", "), next: "" };
}

/** Width of a tab in a quoted line: a tab is shown as this many spaces. */
const TAB = "    ";
const MAX_QUOTE = 110;

/** The user's own line with a run of carets under the columns `from` to `to` (from 1, `to` exclusive). */
function quotedLine(line: string, number: number, from: number, to: number): readonly string[] {
  const shift = from > MAX_QUOTE - 20 ? from - 40 : 1;
  const visible = line.slice(shift - 1, shift - 1 + MAX_QUOTE);
  const lead = shift > 1 ? "…" : "";
  const tail = line.length > shift - 1 + MAX_QUOTE ? "…" : "";
  const start = from - shift;
  const end = Math.max(start + 1, Math.min(to - shift, visible.length));
  const show = (text: string): string => text.replaceAll("\t", TAB);
  const gutter = `${number} | `;
  const pad = " ".repeat(gutter.length + lead.length + columns(show(visible.slice(0, start))));
  const run = "^".repeat(Math.max(1, columns(show(visible.slice(start, end)))));
  return [`${gutter}${lead}${show(visible)}${tail}`, `${pad}${run}`];
}

/** Columns a text takes in a terminal: combining marks take none, the rest one. */
function columns(text: string): number {
  return Array.from(text.replace(/\p{M}/gu, "")).length;
}

/**
 * A finding as people read it: `severity code`, the place, the user's own line with carets under the span,
 * the cause, and the next step; lines are joined by line feeds without a final one. `files` holds the texts
 * that spans point into; a span into an unknown file shows the file only. Never throws.
 */
export function renderDiagnostic(d: Diagnostic, files: Files, language: Language): string {
  const { message, next } = diagnosticSentences(d, language);
  const lines = [`${SEVERITIES[language][d.severity]} ${d.code}`];
  if (d.span !== undefined) {
    const text = Object.hasOwn(files, d.span.file) ? files[d.span.file] : undefined;
    if (text === undefined) lines.push(`  ${d.span.file}`);
    else {
      const start = textPosition(text, d.span.start);
      const end = textPosition(text, d.span.end);
      const line = lineText(text, start.line);
      const to = end.line > start.line ? line.length + 1 : end.column;
      lines.push(`  ${d.span.file}:${start.line}:${start.column}`);
      for (const quoted of quotedLine(line, start.line, start.column, to)) lines.push(`  ${quoted}`);
    }
  }
  lines.push(`  ${message}`);
  if (next !== "") lines.push(`  → ${next}`);
  return lines.join("\n");
}
