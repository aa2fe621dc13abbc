import { blockHtml, lineHtml } from "../../brief/render-html-blocks.ts";
import { escapeText } from "../../charts/svg.ts";
import { anchor } from "../../explain/markdown-page.ts";
import { nameEntry } from "../../explain/name-entries.ts";
import type { Chapter } from "../../lang/ast.ts";
import { CHAPTER_BASE, definedNames, statementsHtml } from "./chapter-definition.ts";
import { type ChapterPart, type ChapterSection, chapterProse } from "./chapter-prose.ts";
import { chapterPath, chapterTitle, englishOnly, type HowContext, labelHtml, langOf } from "./how-context.ts";
import { pictureHtml } from "./how-picture.ts";
import type { Page } from "./page-frame.ts";

/** The page of a chapter: summary, picture, its prose with every definition worked out, and a list of its names. */
export function chapterPage(context: HowContext, chapter: Chapter): Page {
  const { model, words, language } = context;
  const e = escapeText;
  const w = words.chapter;
  const title = chapterTitle(context, chapter);
  const prose = chapterProse(chapter, (id) =>
    model.evidence.has(id) ? `${CHAPTER_BASE}sources.html#${anchor(id)}` : undefined,
  );
  const names = definedNames(context, chapter);
  const taken = new Set(names.map(anchor));
  const lead = prose.summary[language];
  const picture = pictureHtml(context, chapter);
  const body = [
    neighbourLinks(context, chapter),
    `<h1>${labelHtml(context, title)}</h1>`,
    ...(lead === undefined ? [] : [`<p class="lede">${lineHtml(lead)}</p>`]),
    ...(w.foreign === undefined ? [] : [`<p class="note">${e(w.foreign)}</p>`]),
    contents(context, prose.sections, taken, picture !== ""),
    picture,
    ...prose.sections.map((section) => sectionHtml(context, chapter, section, taken)),
    nameList(context, names),
    neighbourLinks(context, chapter),
  ].filter((part) => part !== "");
  return {
    path: `how/${chapterPath(chapter.file)}`,
    title: title.text,
    description: w.description(title.text),
    body: `<div class="how chapter">\n${body.join("\n")}\n</div>`,
  };
}

/** The id of a heading: its words, unless a quantity of the chapter has them. */
function headingId(section: ChapterSection, taken: ReadonlySet<string>): string {
  const id = section.id ?? "";
  return taken.has(id) ? `${id}-section` : id;
}

function sectionHtml(
  context: HowContext,
  chapter: Chapter,
  section: ChapterSection,
  taken: ReadonlySet<string>,
): string {
  const parts = section.parts.map((part) => partHtml(context, chapter, part));
  if (section.title === undefined) return parts.join("\n");
  const id = headingId(section, taken);
  return [
    `<section aria-labelledby="${id}"><h2 id="${id}"${englishOnly(context)}>${escapeText(section.title)}</h2>`,
    ...parts,
    "</section>",
  ].join("\n");
}

function partHtml(context: HowContext, chapter: Chapter, part: ChapterPart): string {
  if (part.kind === "model") return statementsHtml(context, chapter, part.statements);
  const html = blockHtml(part.block, context.language);
  const lang = langOf(context, part.language);
  return lang === "" ? html : `<div${lang}>${html}</div>`;
}

function contents(
  context: HowContext,
  sections: readonly ChapterSection[],
  taken: ReadonlySet<string>,
  hasPicture: boolean,
): string {
  const e = escapeText;
  const { words } = context;
  const links = sections.flatMap((section) =>
    section.title === undefined
      ? []
      : [`<li><a href="#${headingId(section, taken)}"${englishOnly(context)}>${e(section.title)}</a></li>`],
  );
  const first = hasPicture ? [`<li><a href="#the-picture">${e(words.picture.title)}</a></li>`] : [];
  return `<nav class="page-contents" aria-label="${e(words.chapter.contents)}"><ul>${[...first, ...links].join("")}</ul></nav>`;
}

function nameList(context: HowContext, names: readonly string[]): string {
  if (names.length === 0) return "";
  const e = escapeText;
  const items = names.map(
    (name) =>
      `<li><a href="#${anchor(name)}"${englishOnly(context)}>${e(nameEntry(context.model, name)?.text ?? name)}</a></li>`,
  );
  return `<details><summary>${e(context.words.chapter.names(names.length))}</summary><ul class="name-list">${items.join("")}</ul></details>`;
}

/** Links to the page of all chapters and to the chapters before and after. */
function neighbourLinks(context: HowContext, chapter: Chapter): string {
  const { model, words } = context;
  const w = words.chapter;
  const at = model.chapters.indexOf(chapter);
  const link = (word: string, other: Chapter | undefined) =>
    other === undefined
      ? []
      : [
          `<li>${escapeText(word)}: <a href="${CHAPTER_BASE}${chapterPath(other.file)}">${labelHtml(context, chapterTitle(context, other))}</a></li>`,
        ];
  const items = [
    `<li><a href="${CHAPTER_BASE}index.html#chapters">${escapeText(w.all)}</a></li>`,
    ...link(w.previous, model.chapters[at - 1]),
    ...link(w.next, model.chapters[at + 1]),
  ];
  return `<ul class="neighbours">${items.join("")}</ul>`;
}
