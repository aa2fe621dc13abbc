import { escapeText } from "../charts/svg.ts";
import { type Language, languageTag, otherLanguage } from "../explain/language.ts";
import type { Section } from "./render-blocks.ts";
import { blockHtml, lineHtml } from "./render-html-blocks.ts";
import { reportTree } from "./render-tree.ts";
import { reportWords } from "./render-words.ts";
import type { BriefResult } from "./result.ts";
import { REPORT_STYLE } from "./style.ts";

/**
 * The report as one self-contained HTML file without script or network. It links to its sibling in the other
 * language, `report.en.html` or `report.es.html`, which stands in the same folder.
 */
export function renderHtml(result: BriefResult, language: Language): string {
  const tree = reportTree(result, language);
  const words = reportWords(language);
  const other = otherLanguage(language);
  const e = escapeText;
  const page = [
    "<!DOCTYPE html>",
    `<html lang="${languageTag(language)}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="generator" content="${e(result.made.program)}">`,
    `<meta name="description" content="${e(words.notForecast)}">`,
    `<link rel="alternate" hreflang="${languageTag(other)}" href="report.${other}.html">`,
    `<title>${e(tree.title)}</title>`,
    `<style>${REPORT_STYLE}</style>`,
    "</head>",
    "<body>",
    `<a class="skip" href="#answer">${e(words.skip)}</a>`,
    "<header>",
    `<div class="top"><p class="kicker">${e(tree.kicker)}</p>`,
    `<a class="other" href="report.${other}.html" hreflang="${languageTag(other)}" lang="${languageTag(other)}">${e(words.otherLanguage)}</a></div>`,
    `<h1>${e(tree.title)}</h1>`,
    `<p class="about">${lineHtml(tree.about)}</p>`,
    `<p class="about">${e(words.notForecast)}</p>`,
    "</header>",
    "<main>",
    ...tree.sections.flatMap((section, i) =>
      i === 1
        ? [sectionHtml(section, language), contents(tree.sections, words.contents)]
        : [sectionHtml(section, language)],
    ),
    "</main>",
    `<footer><p>${e(result.made.program)} · ${e(result.made.model)} ${e(result.made.modelVersion)}</p></footer>`,
    "</body>",
    "</html>",
  ];
  return `${page.join("\n")}\n`;
}

function sectionHtml(section: Section, language: Language): string {
  const id = escapeText(section.id);
  return [
    `<section id="${id}" aria-labelledby="${id}-title">`,
    `<h2 id="${id}-title">${escapeText(section.title)}</h2>`,
    ...section.blocks.map((b) => blockHtml(b, language)),
    "</section>",
  ].join("\n");
}

function contents(sections: readonly Section[], title: string): string {
  const items = sections
    .slice(2)
    .map((s) => `<li><a href="#${escapeText(s.id)}">${escapeText(s.title)}</a></li>`);
  return `<nav aria-labelledby="contents-title"><h2 id="contents-title">${escapeText(title)}</h2><ol>${items.join("\n")}</ol></nav>`;
}
