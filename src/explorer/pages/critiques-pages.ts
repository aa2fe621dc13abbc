import type { Language } from "../../base/text.ts";
import { escapeText } from "../../charts/svg.ts";
import { loadCritiques } from "../../explain/critiques.ts";
import {
  type CritiquePlace,
  type CritiquesView,
  type CritiqueView,
  renderCritiques,
} from "../../explain/critiques-view.ts";
import type { ExplorerParts } from "../explorer-parts.ts";
import type { Page } from "./page-frame.ts";
import { contentsHtml, listHtml, paragraphHtml } from "./record-html.ts";

const WORDS = {
  en: {
    description:
      "The strongest objections to the model, as their authors would put them, and what it does about each.",
    none: "No objections are written down with this model. That is not proof that there are none.",
    contents: "On this page",
    who: "Raised by",
    tilt: "Which way it would tilt the results",
  },
  es: {
    description:
      "Las objeciones más fuertes al modelo, como las dirían sus autores, y lo que el modelo hace con cada una.",
    none: "Con este modelo no se anotan objeciones. Eso no prueba que no las haya.",
    contents: "En esta página",
    who: "La plantearía",
    tilt: "Hacia dónde inclinaría los resultados",
  },
} as const;

/** The objections to the model, each at an anchor of its id, in the order of the supply chain. `paths` are those of the site's other pages. */
export function critiquesPages(parts: ExplorerParts, language: Language): readonly Page[] {
  const { model, files, words: labels } = parts;
  const words = WORDS[language];
  const { critiques } = loadCritiques(files, model);
  const view = renderCritiques(critiques, model, language, (name) => labelOf(labels, name));
  const body = [
    '<div class="record">',
    `<h1>${escapeText(view.title)}</h1>`,
    ...(critiques.length === 0
      ? [paragraphHtml(words.none, language, ' class="lede"')]
      : [
          paragraphHtml(view.intro, language, ' class="lede"'),
          countsHtml(view, language),
          contentsHtml(
            view.stages.map(({ id, title }) => ({ id: `stage-${id}`, title })),
            words.contents,
          ),
          ...view.stages.flatMap(({ id, title, critiques: own }) => [
            `<section aria-labelledby="stage-${id}"><h2 id="stage-${id}">${escapeText(title)}</h2>`,
            ...own.map((one) => critiqueHtml(view, one)),
            "</section>",
          ]),
        ]),
    "</div>",
  ].join("\n");
  return [{ path: "how/critiques.html", title: view.title, description: words.description, body }];
}

function labelOf(labels: ExplorerParts["words"], name: string) {
  for (const kind of ["levers", "outcomes", "variants"] as const) {
    if (labels.has(kind, name, "label", "en")) return labels.text(kind, name);
  }
  return undefined;
}

function countsHtml({ standings, tilts }: CritiquesView, language: Language): string {
  const lines = (rows: readonly { readonly words: string; readonly count: number }[]) =>
    listHtml(
      rows.map(({ words, count }) => `${words}: **${count}**`),
      language,
    );
  return `<div class="critique-counts">${lines(standings)}${lines(tilts)}</div>`;
}

function critiqueHtml({ labels, language }: CritiquesView, one: CritiqueView): string {
  const e = escapeText;
  const words = WORDS[language];
  const rows: readonly (readonly [string, string])[] = [
    [labels.objection, e(one.objection)],
    [labels.does, `<strong>${e(one.standingWords)}.</strong> ${e(one.does)}`],
    ...(one.settles === undefined ? [] : [[labels.settles, e(one.settles)] as const]),
    [words.tilt, e(one.tiltWords)],
    [labels.where, one.places.map((place) => placeHtml(place, labels.unused, language)).join("; ")],
  ];
  return [
    `<article class="critique" id="${e(one.id)}">`,
    `<h3>${e(one.title)}</h3>`,
    `<p class="quiet">${e(words.who)}: ${e(one.who)}</p>`,
    `<dl>${rows.map(([term, text]) => `<div><dt>${e(term)}</dt><dd>${text}</dd></div>`).join("\n")}</dl>`,
    "</article>",
  ].join("\n");
}

/** A place of the model, as a link to its chapter or to the row of evidence; names of the model are English. */
function placeHtml(place: CritiquePlace, unused: string, language: Language): string {
  const text = place.kind === "check" ? `“${place.text}”` : place.text;
  const lang = language === "en" ? "" : ' lang="en"';
  const shown = escapeText(text);
  const href = pageHref(place);
  if (href === undefined) {
    return `<span${lang}>${shown}</span>${place.kind === "row" ? ` (${escapeText(unused)})` : ""}`;
  }
  return `<a href="${escapeText(href)}"${lang}>${shown}</a>`;
}

/** Rows stand on the page of sources, all else in a chapter; only names have anchors there. */
function pageHref({ kind, page, anchor }: CritiquePlace): string | undefined {
  if (page === undefined) return undefined;
  if (kind === "row") return `sources.html#${anchor}`;
  const chapter = `chapters/${page.replace(/\.md$/, "")}.html`;
  return kind === "name" && anchor !== "mechanisms-in-this-chapter" ? `${chapter}#${anchor}` : chapter;
}
