import type { Language } from "../../base/text.ts";
import { escapeText } from "../../charts/svg.ts";
import { languageTag } from "../../explain/language.ts";
import { anchor, pageOf } from "../../explain/markdown-page.ts";
import { nameEntries, nameEntry } from "../../explain/name-entries.ts";
import type { Chapter } from "../../lang/ast.ts";
import { familyOf } from "../../model/arrays/element-name.ts";
import type { Model } from "../../model/model.ts";
import type { ExplorerParts } from "../explorer-parts.ts";
import { type Graph, modelGraph } from "../sectors-graph.ts";
import { type Labels, type NameLabel, nameLabels } from "../sectors-labels.ts";
import { type StepWords, stepWords } from "../sectors-steps.ts";
import { type HowWords, howWords } from "./how-words.ts";

/** What the pages on how a model works share: the model, its graph, labels, words and links in one language. */
export interface HowContext {
  readonly parts: ExplorerParts;
  readonly model: Model;
  readonly language: Language;
  readonly words: HowWords;
  readonly graph: Graph;
  readonly labels: Labels;
  readonly step: StepWords;
  /** Names by where their definitions begin: chapter file and offset. */
  readonly definedAt: ReadonlyMap<string, string>;
}

const graphs = new WeakMap<Model, Graph>();

/** Reads the graph of a model once, however many pages and languages it serves. */
export function howContext(parts: ExplorerParts, language: Language): HowContext {
  const { model } = parts;
  const graph = graphs.get(model) ?? modelGraph(model);
  graphs.set(model, graph);
  const labels = nameLabels(model, parts.words);
  const definedAt = new Map(
    nameEntries(model).map(({ name, variable, array }) => {
      const { chapter, span } = array ?? variable;
      return [`${chapter} ${span.start}`, name];
    }),
  );
  const step = stepWords(model, labels);
  return { parts, model, language, words: howWords(language), graph, labels, step, definedAt };
}

/** Title of a chapter in the page's language, without a number that its own heading may have. */
export function chapterTitle({ parts, language }: HowContext, chapter: Chapter): NameLabel {
  const key = pageOf(chapter.file).replace(/\.md$/, "");
  const plain = chapter.title.replace(/^\d+\.\s*/, "");
  return parts.words.has("chapters", key, "label", language)
    ? { text: parts.words.text("chapters", key)[language], foreign: false }
    : { text: plain, foreign: language !== "en" };
}

/** The same by file. */
export function titleOf(context: HowContext, file: string): string {
  const chapter = context.model.chapters.find((one) => one.file === file);
  return chapter === undefined ? file : chapterTitle(context, chapter).text;
}

/** Address of a chapter's page below `how/`. */
export function chapterPath(file: string): string {
  return `chapters/${pageOf(file).replace(/\.md$/, "")}.html`;
}

/** Address of a name's definition from a page; `base` leads from there to `how/`, `here` is the chapter file of the page itself. */
export function nameHref(
  { model }: HowContext,
  name: string,
  base: string,
  here?: string,
): string | undefined {
  const entry = nameEntry(model, name);
  if (entry === undefined) return undefined;
  const { chapter } = entry.variable;
  return `${chapter === here ? "" : base + chapterPath(chapter)}#${anchor(familyOf(entry.name))}`;
}

/** A label as HTML, marked where it is not in the page's language. */
export function labelHtml({ language }: HowContext, { text, foreign }: NameLabel): string {
  return foreign && language !== "en" ? `<span lang="en">${escapeText(text)}</span>` : escapeText(text);
}

/** ` lang="en"` on a page in another language, for what exists in English only. */
export function englishOnly({ language }: HowContext): string {
  return language === "en" ? "" : ' lang="en"';
}

/** ` lang` of a text of one language where it differs from the page's. */
export function langOf({ language }: HowContext, of: Language): string {
  return language === of ? "" : ` lang="${languageTag(of)}"`;
}
