import { stockFlow } from "../../charts/stock-flow.ts";
import { escapeText } from "../../charts/svg.ts";
import type { Chapter } from "../../lang/ast.ts";
import { inSentence } from "../sectors-labels.ts";
import { sectorReadings } from "../sectors-overview.ts";
import { type SectorLink, type SectorNode, type SectorPicture, sectorPicture } from "../sectors-picture.ts";
import { CHAPTER_BASE } from "./chapter-definition.ts";
import { chapterTitle, type HowContext, labelHtml, nameHref, titleOf } from "./how-context.ts";

/** A chapter's stock-flow picture with its legend and the same as a nested list; empty for a chapter where nothing moves. */
export function pictureHtml(context: HowContext, chapter: Chapter): string {
  const { model, graph, words } = context;
  const e = escapeText;
  const picture = sectorPicture(model, graph, chapter.file);
  if (picture === undefined) return "";
  const w = words.picture;
  const title = w.caption(chapterTitle(context, chapter).text);
  const of = (role: SectorNode["role"]) => picture.nodes.filter((node) => node.role === role).length;
  const [stocks, flows] = [of("stock"), of("flow")];
  const svg = stockFlow({
    id: "picture",
    title,
    description: w.description(stocks, flows, picture.nodes.length - stocks - flows),
    nodes: picture.nodes.map(({ name, names, role, outcome }) => ({
      id: name,
      label: names.map((one) => labelText(context, one)).join("; "),
      ...{ role, outcome },
    })),
    pipes: picture.pipes,
    links: picture.links,
  });
  return [
    `<section aria-labelledby="the-picture"><h2 id="the-picture">${e(w.title)}</h2>`,
    '<figure class="sector-picture">',
    `<div class="picture-box" tabindex="0" role="region" aria-label="${e(title)}">${svg}</div>`,
    `<figcaption>${e(title)}</figcaption>`,
    "</figure>",
    `<details><summary>${e(w.how)}</summary><ul>${w.legend.map((one) => `<li>${e(one)}</li>`).join("")}</ul></details>`,
    `<details><summary>${e(w.list)}</summary>`,
    pictureList(context, picture, chapter),
    "</details>",
    "</section>",
  ].join("\n");
}

function labelText({ labels, language }: HowContext, name: string): string {
  // An abbreviation of two parts stays on one line.
  return inSentence(labels(name, language).text).replaceAll("EE. UU.", "EE.\u00a0UU.");
}

/** The picture in words: stocks with their flows, then the other quantities, each with what moves it; what comes from other chapters. */
function pictureList(context: HowContext, picture: SectorPicture, chapter: Chapter): string {
  const { words } = context;
  const w = words.picture;
  const e = escapeText;
  const node = new Map(picture.nodes.map((one) => [one.name, one]));
  const movers = (name: string) => {
    const links = picture.links.filter(({ to }) => to === name);
    return links.length === 0
      ? ""
      : ` (${e(w.moved)}: ${links.map((link) => moverHtml(context, link, chapter)).join("; ")})`;
  };
  const flow = (name: string) =>
    `<li>${(node.get(name)?.names ?? [name]).map((one) => linked(context, one, chapter)).join("; ")}${movers(name)}</li>`;
  const part = (title: string, flows: readonly string[]) =>
    flows.length === 0 ? "" : `<li>${e(title)}:<ul>${flows.map(flow).join("")}</ul></li>`;
  const stocks = picture.nodes
    .filter(({ role }) => role === "stock")
    .map(({ name }) => {
      const into = picture.pipes.filter(({ to }) => to === name).map((pipe) => pipe.flow);
      const out = picture.pipes.filter(({ from }) => from === name).map((pipe) => pipe.flow);
      return `<li>${e(w.start)}: <strong>${linked(context, name, chapter)}</strong><ul>${part(w.filled, into)}${part(w.emptied, out)}</ul></li>`;
    });
  const others = picture.nodes
    .filter(({ role }) => role === "plain" || role === "lever")
    .map(({ name, role, outcome }) => {
      const kind = role === "lever" ? w.lever : outcome ? w.outcome : "";
      return `<li>${linked(context, name, chapter)}${kind === "" ? "" : ` [${e(kind)}]`}${movers(name)}</li>`;
    });
  return `<ul class="picture-list">${[...stocks, ...others, ...neighbours(context, chapter)].join("\n")}</ul>`;
}

function moverHtml(context: HowContext, { from, sign, late, through }: SectorLink, chapter: Chapter): string {
  const w = context.words.picture;
  const e = escapeText;
  const direction = sign === "+" ? w.same : sign === "-" ? w.other : w.either;
  const between =
    through.length === 0
      ? ""
      : `, ${e(w.through)} ${through.map((name) => linked(context, name, chapter)).join(" → ")}`;
  return `${linked(context, from, chapter)} ${e(direction)}${late ? `, ${e(w.late)}` : ""}${between}`;
}

/** What the chapter reads of others, and others of it. */
function neighbours(context: HowContext, chapter: Chapter): readonly string[] {
  const w = context.words.picture;
  const readings = sectorReadings(context.model, context.graph);
  const list = (title: string, names: readonly string[]) =>
    `<li>${escapeText(title)} ${names.map((name) => linked(context, name, chapter)).join(", ")}</li>`;
  return [
    ...readings
      .filter(({ to }) => to === chapter.file)
      .map(({ from, names }) => list(w.readsFrom(titleOf(context, from)), names)),
    ...readings
      .filter(({ from }) => from === chapter.file)
      .map(({ to, names }) => list(w.readBy(titleOf(context, to)), names)),
  ];
}

function linked(context: HowContext, name: string, chapter: Chapter): string {
  const href = nameHref(context, name, CHAPTER_BASE, chapter.file);
  const label = context.labels(name, context.language);
  const shown = labelHtml(context, { ...label, text: inSentence(label.text) });
  return href === undefined ? shown : `<a href="${href}">${shown}</a>`;
}
