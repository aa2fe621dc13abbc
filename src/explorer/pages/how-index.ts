import { lineHtml } from "../../brief/render-html-blocks.ts";
import { sectorOverview } from "../../charts/stock-flow-overview.ts";
import { escapeText } from "../../charts/svg.ts";
import { anchor } from "../../explain/markdown-page.ts";
import { nameEntries } from "../../explain/name-entries.ts";
import { loopSentence, loopStory } from "../sectors-loops.ts";
import { sectorReadings } from "../sectors-overview.ts";
import { sentenceLabel } from "../sectors-steps.ts";
import { chapterProse } from "./chapter-prose.ts";
import { chapterPath, chapterTitle, type HowContext, labelHtml, nameHref, titleOf } from "./how-context.ts";
import type { Page } from "./page-frame.ts";

/** The first page on how the model works: what it is, its parts, rival explanations, loops, chapters, and where to look things up. */
export function howIndexPage(context: HowContext): Page {
  const { model, words } = context;
  const e = escapeText;
  const body = [
    `<h1>${e(words.title)}</h1>`,
    `<p class="lede">${e(words.lede)}</p>`,
    `<p>${e(countsText(context))}</p>`,
    contents(context),
    `<div class="two-lists">${listSection("is", words.is)}${listSection("is-not", words.isNot)}</div>`,
    kindsSection(context),
    overviewSection(context),
    rivalsSection(context),
    loopsSection(context),
    chaptersSection(context),
    lookUp(context),
  ].filter((part) => part !== "");
  return {
    path: "how/index.html",
    title: words.title,
    description: words.description(model.name),
    body: `<div class="how">\n${body.join("\n")}\n</div>`,
  };
}

function countsText({ model, words }: HowContext): string {
  const { ir } = model;
  return words.counts({
    chapters: model.chapters.length,
    names: nameEntries(model).length,
    stocks: nameEntries(model).filter(({ variable }) => variable.kind === "stock").length,
    constants: ir.parameters.filter(({ prior, options }) => prior !== undefined && options === undefined)
      .length,
    levers: model.levers.length,
    outcomes: model.outcomes.length,
    loops: model.loops.length,
  });
}

function contents(context: HowContext): string {
  const { words, model, graph } = context;
  const items = [
    ...(sectorReadings(model, graph).length > 0 ? [["parts", words.overview.title]] : []),
    ...(model.variants.length > 0 ? [["rivals", words.rivals.title]] : []),
    ...(model.loops.length > 0 ? [["loops", words.loops.title]] : []),
    ["chapters", words.chapters.title],
    ["look-up", words.more.title],
  ];
  const links = items.map(([id = "", title = ""]) => `<li><a href="#${id}">${escapeText(title)}</a></li>`);
  return `<nav class="page-contents" aria-label="${escapeText(words.chapter.contents)}"><ul>${links.join("")}</ul></nav>`;
}

function listSection(
  id: string,
  { title, items }: { readonly title: string; readonly items: readonly string[] },
): string {
  const list = items.map((item) => `<li>${escapeText(item)}</li>`).join("");
  return `<section aria-labelledby="${id}"><h2 id="${id}">${escapeText(title)}</h2><ul>${list}</ul></section>`;
}

function kindsSection({ words }: HowContext): string {
  const e = escapeText;
  const { title, intro, items } = words.kinds;
  const list = items.map(({ term, text }) => `<div><dt>${e(term)}</dt><dd>${e(text)}</dd></div>`).join("");
  return `<section aria-labelledby="kinds"><h2 id="kinds">${e(title)}</h2><p>${e(intro)}</p><dl class="kinds">${list}</dl></section>`;
}

function overviewSection(context: HowContext): string {
  const { model, graph, words } = context;
  const e = escapeText;
  const w = words.overview;
  const readings = sectorReadings(model, graph);
  if (readings.length === 0) return "";
  const used = new Set(readings.flatMap(({ from, to }) => [from, to]));
  const boxes = model.chapters
    .filter(({ file }) => used.has(file))
    .map(({ file }) => ({ id: file, label: titleOf(context, file), href: chapterPath(file) }));
  const svg = sectorOverview({
    ...{ id: "overview", title: w.picture, description: w.description(boxes.length, readings.length), boxes },
    arrows: readings.map(({ from, to, names }) => ({ from, to, count: names.length })),
  });
  const items = readings.map(({ from, to, names }) => {
    const links = names.map((name) => linked(context, name)).join(", ");
    return `<li>${e(w.reads(titleOf(context, to), titleOf(context, from), names.length))} ${links}</li>`;
  });
  return [
    `<section aria-labelledby="parts"><h2 id="parts">${e(w.title)}</h2><p>${e(w.intro)}</p>`,
    `<figure class="sector-picture"><div class="picture-box" tabindex="0" role="region" aria-label="${e(w.picture)}">${svg}</div></figure>`,
    `<details><summary>${e(w.list)}</summary><ul class="picture-list">${items.join("\n")}</ul></details>`,
    "</section>",
  ].join("\n");
}

function linked(context: HowContext, name: string): string {
  const href = nameHref(context, name, "");
  const shown = labelHtml(context, context.labels(name, context.language));
  return href === undefined ? shown : `<a href="${href}">${shown}</a>`;
}

function rivalsSection(context: HowContext): string {
  const { model, parts, words, language } = context;
  if (model.variants.length === 0) return "";
  const e = escapeText;
  const items = model.variants.map((name) => {
    const question = parts.words.text("variants", name, "question")[language];
    const options = (model.variables.get(name)?.options ?? []).map((one) => {
      const text = parts.words.option(name, one)[language];
      return `<li>${e(text)}</li>`;
    });
    return `<li id="${anchor(name)}">${linked(context, name)}${question === "" ? "" : `: ${e(question)}`}<ul>${options.join("")}</ul></li>`;
  });
  return `<section aria-labelledby="rivals"><h2 id="rivals">${e(words.rivals.title)}</h2><p>${e(words.rivals.intro)}</p><ul class="rivals">${items.join("\n")}</ul></section>`;
}

function loopsSection(context: HowContext): string {
  const { model, graph, words, language, step } = context;
  const e = escapeText;
  const w = words.loops;
  const { count, told } = loopStory(model, graph);
  if (count.all === 0) return "";
  const first = sentenceLabel(model, context.labels);
  const items = told.map((loop) => {
    const chapters = loop.chapters.map(
      (file) => `<a href="${chapterPath(file)}">${e(titleOf(context, file))}</a>`,
    );
    return `<li id="${loop.id}"><strong>${loop.id}:</strong> ${e(loopSentence(loop, step, first(loop.steps[0]?.name ?? "", language), language))} <span class="loop-across">${e(w.across)}: ${chapters.join(", ")}.</span></li>`;
  });
  return [
    `<section aria-labelledby="loops"><h2 id="loops">${e(w.title)}</h2>`,
    `<p>${e(w.intro(count.all, count["+"], count["-"], count["?"]))}</p>`,
    `<p class="note">${e(w.signs)}</p>`,
    `<ul class="loops">${items.join("\n")}</ul></section>`,
  ].join("\n");
}

function chaptersSection(context: HowContext): string {
  const { model, words, language } = context;
  const e = escapeText;
  const items = model.chapters.map((chapter) => {
    const lead = chapterProse(chapter, () => undefined).summary[language];
    return `<li><h3><a href="${chapterPath(chapter.file)}">${labelHtml(context, chapterTitle(context, chapter))}</a></h3>${lead === undefined ? "" : `<p>${lineHtml(lead)}</p>`}</li>`;
  });
  return `<section aria-labelledby="chapters"><h2 id="chapters">${e(words.chapters.title)}</h2><p>${e(words.chapters.intro)}</p><ul class="chapter-list">${items.join("\n")}</ul></section>`;
}

function lookUp({ words }: HowContext): string {
  const e = escapeText;
  const { title, levers, equations, sources } = words.more;
  const items = [
    ["levers.html", levers],
    ["equations.html", equations],
    ["sources.html", sources],
  ].map(([href = "", text = ""]) => `<li><a href="${href}">${e(text)}</a></li>`);
  return `<section aria-labelledby="look-up"><h2 id="look-up">${e(title)}</h2><ul class="look-up">${items.join("")}</ul></section>`;
}
