import { formatSignificant } from "../../base/number-format.ts";
import { escapeText } from "../../charts/svg.ts";
import { dateWords, shortDateWords } from "../../explain/date-words.ts";
import { describeVariable, type VariableDescription } from "../../explain/describe-variable.ts";
import { anchor } from "../../explain/markdown-page.ts";
import { nameEntry } from "../../explain/name-entries.ts";
import { KIND_WORDS } from "../../explain/variable-text.ts";
import type { Chapter, Statement } from "../../lang/ast.ts";
import { statementMathml } from "../../lang/mathml-statement.ts";
import { monthText } from "../../scenario/month.ts";
import { priorWords } from "../evidence-prior.ts";
import { unitLabel } from "../unit-label.ts";
import { englishOnly, type HowContext, labelHtml, nameHref } from "./how-context.ts";

/** From a chapter's page to `how/`. */
export const CHAPTER_BASE = "../";

/**
 * The statements of a `model` block as HTML: each definition with its anchor, source text, equation, value, evidence and readers;
 * statements that define nothing (outcomes, checks, mechanisms ...) as source text.
 */
export function statementsHtml(
  context: HowContext,
  chapter: Chapter,
  statements: readonly Statement[],
): string {
  const html: string[] = [];
  let plain: Statement[] = [];
  const flush = () => {
    if (plain.length > 0) html.push(sourceHtml(context, chapter, plain));
    plain = [];
  };
  for (const statement of statements) {
    const name = definedName(context, chapter, statement);
    if (name === undefined) plain.push(statement);
    else {
      flush();
      html.push(definitionHtml(context, chapter, statement, name));
    }
  }
  flush();
  return `<div class="definitions">\n${html.join("\n")}\n</div>`;
}

/** Canonical names that a chapter defines, in order. */
export function definedNames(context: HowContext, chapter: Chapter): readonly string[] {
  return chapter.blocks
    .flatMap((block) => block.statements)
    .flatMap((statement) => definedName(context, chapter, statement) ?? []);
}

/** The name that a statement defines, of an array that of the array. */
function definedName({ definedAt }: HowContext, chapter: Chapter, statement: Statement): string | undefined {
  return DEFINES.has(statement.kind) ? definedAt.get(`${chapter.file} ${statement.span.start}`) : undefined;
}

const DEFINES: ReadonlySet<Statement["kind"]> = new Set([
  "stock",
  "equation",
  "lever",
  "table",
  "data",
  "variant",
  "held",
  "observe",
]);

/** Whole lines of statements as the chapter writes them. */
function sourceHtml(context: HowContext, chapter: Chapter, statements: readonly Statement[]): string {
  const text = statements.map(({ span }) => sourceText(chapter, span.start, span.end)).join("\n");
  return `<pre class="source"${englishOnly(context)}><code>${escapeText(text)}</code></pre>`;
}

function sourceText({ text }: Chapter, from: number, to: number): string {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const end = text.indexOf("\n", Math.max(from, to - 1));
  return text.slice(start, end < 0 ? undefined : end).trimEnd();
}

function definitionHtml(context: HowContext, chapter: Chapter, statement: Statement, name: string): string {
  const { model, language, words, labels } = context;
  const e = escapeText;
  const d = describeVariable(model, name)!;
  const variable = nameEntry(model, name)!.variable;
  const label = labels(name, language);
  const said =
    label.text.toLowerCase() === d.name.toLowerCase()
      ? ""
      : ` <span class="def-label">${labelHtml(context, label)}</span>`;
  const kind = [
    KIND_WORDS[variable.kind][language],
    ...(d.better === undefined ? [] : [words.chapter.outcome]),
    ...(d.unit === "1" || d.unit === ""
      ? []
      : [d.unit === "date" ? (language === "en" ? "date" : "fecha") : d.unit]),
  ].join(", ");
  const equations =
    variable.kind === "parameter" || (variable.kind === "table" && statement.kind !== "equation")
      ? []
      : (statementMathml(statement, { unit: d.unit, time: timeUnit(context) }, mathWords(context)) ?? []);
  const math = equations.map((one) => one.replace("<math", `<math${englishOnly(context)}`));
  return [
    `<div class="definition" id="${anchor(name)}">`,
    `<p class="def-head"><strong${englishOnly(context)}>${e(d.name)}</strong>${said} <span class="def-kind">${e(kind)}</span></p>`,
    sourceHtml(context, chapter, [statement]),
    ...(math.length === 0
      ? []
      : [
          `<div class="equation" tabindex="0" role="region" aria-label="${e(words.chapter.equationOf(d.name))}">${math.join("\n")}</div>`,
        ]),
    factsHtml(context, chapter, d, name),
    "</div>",
  ].join("\n");
}

/** Unit of time of the model's flows. */
function timeUnit({ model }: HowContext): string {
  const time = model.chapters
    .flatMap((chapter) => chapter.blocks.flatMap((block) => block.statements))
    .find((statement) => statement.kind === "time");
  return time?.per === "unit" ? "1" : "year";
}

function mathWords({ words, language }: HowContext) {
  return { ...words.chapter.math, date: (text: string) => shortDateWords(text, language) };
}

/** A number in its declared unit as people say it. */
export function quantityText(value: number, unit: string, language: HowContext["language"]): string {
  if (unit === "date") return dateWords(monthText(Math.round(value * 12)), language);
  const words = unitLabel(unit)[language];
  return `${formatSignificant(value, 9)}${words === "" ? "" : ` ${words}`}`;
}

/** Elements of an array listed at most. */
const MOST_ELEMENTS = 12;

function factsHtml(context: HowContext, chapter: Chapter, d: VariableDescription, name: string): string {
  const { language, words } = context;
  const e = escapeText;
  const w = words.chapter;
  const rows: (readonly [string, string])[] = [];
  if (d.value !== undefined && d.range === undefined) {
    rows.push([w.value, e(quantityText(d.value, d.unit, language))]);
  }
  if (d.prior !== undefined) {
    rows.push([w.prior, e(priorWords(d.prior, d.unit, unitLabel(d.unit))[language])]);
  }
  if (d.range !== undefined) {
    const { low, high, rampMonths } = d.range;
    const ends = `${quantityText(low, d.unit === "date" ? d.unit : "1", language)} ${w.to} ${quantityText(high, d.unit, language)}`;
    rows.push([w.range, e(rampMonths > 0 ? `${ends}; ${w.ramp(rampMonths)}` : ends)]);
    if (d.value !== undefined) rows.push([w.value, e(quantityText(d.value, d.unit, language))]);
  }
  if (d.options !== undefined) {
    rows.push([
      w.options,
      e(d.options.map((one) => context.parts.words.option(name, one)[language]).join("; ")),
    ]);
  }
  if (d.elements !== undefined && d.elements.length <= MOST_ELEMENTS) {
    const all = d.elements.map(({ element, value }) =>
      value === undefined ? element : `${element}: ${quantityText(value, d.unit, language)}`,
    );
    rows.push([w.elements, `<span${englishOnly(context)}>${e(all.join("; "))}</span>`]);
  }
  for (const seen of d.observedIn) {
    rows.push([w.evidence, e(w.data(seen.file, seen.column, seen.points, seen.lateMonths))]);
  }
  if (d.references.length > 0) {
    rows.push([w.evidence, d.references.map((one) => referenceHtml(context, one)).join("; ")]);
  }
  if (d.usedBy.length > 0) {
    const links = d.usedBy.map((one) => nameLink(context, one, chapter.file));
    rows.push([w.readBy, links.join(", ")]);
  }
  if (rows.length === 0) return "";
  const items = rows.map(([term, text]) => `<div><dt>${e(term)}</dt><dd>${text}</dd></div>`);
  return `<dl class="def-facts">${items.join("")}</dl>`;
}

function referenceHtml(
  context: HowContext,
  { id, reason, row }: VariableDescription["references"][number],
): string {
  const e = escapeText;
  const shown =
    id === "judgement"
      ? e(context.words.chapter.judgement)
      : row === undefined
        ? e(id)
        : `<a href="${CHAPTER_BASE}sources.html#${anchor(id)}">${e(id)}</a> <span${englishOnly(context)}>(${e(row.quantity)})</span>`;
  return reason === undefined ? shown : `${shown}: <q${englishOnly(context)}>${e(reason)}</q>`;
}

/** A link to the definition of a name, under its name in the model. */
function nameLink(context: HowContext, name: string, here: string): string {
  const href = nameHref(context, name, CHAPTER_BASE, here);
  const text = nameEntry(context.model, name)?.text ?? name;
  const shown = `<span${englishOnly(context)}>${escapeText(text)}</span>`;
  return href === undefined ? shown : `<a href="${href}">${shown}</a>`;
}
