import type { CodeWords, WordData } from "./diagnostic-words/words.ts";
import { type DiagnosticArea, diagnosticAreas } from "./diagnostics.ts";

const OPEN = "\u0001";
const CLOSE = "\u0002";

/** Data in which every key stands for itself, so that a sentence shows where its placeholders are. */
const names: WordData = new Proxy<Record<string, string>>(
  {},
  { get: (_, key) => (typeof key === "string" ? `${OPEN}${key}${CLOSE}` : "") },
);

/** The page `docs/errors.md`: every code that the program reports, in English, by area; placeholders are in italics. */
export function errorPage(): string {
  return `# Findings and errors

Whatever goes wrong is reported with a code, its place (the line itself, with carets under the spot), the cause and a next step. This page is
made from the program's own words by \`npm run docs\`; \`--lang es\` gives the same in Spanish. *Italics* stand for the names and numbers of the case, and
a suggestion appears only where a known name is near. A dash means that the next step depends on the case, or that the cause says it all.

${diagnosticAreas.map(areaSection).join("\n")}`;
}

function areaSection({ title, words }: DiagnosticArea): string {
  const rows = Object.entries(words).map(([code, sentences]) => codeRow(code, sentences));
  return [`## ${title}`, "", "| code | what it says | next step |", "| --- | --- | --- |", ...rows, ""].join(
    "\n",
  );
}

function codeRow(code: string, words: CodeWords): string {
  const { message, next } = words.en(names);
  return `| <a id="${code.replaceAll("/", "-")}"></a>\`${code}\` | ${markdown(message)} | ${next === "" ? "—" : markdown(next)} |`;
}

/** A sentence as text of a Markdown table; placeholders in italics, code spans kept. */
function markdown(sentence: string): string {
  return sentence
    .replace(/[\\*_[\]<>|]/g, "\\$&")
    .replace(/`{2,}/g, (ticks) => ticks.replaceAll("`", "\\`"))
    .replaceAll(OPEN, "*")
    .replaceAll(CLOSE, "*");
}
