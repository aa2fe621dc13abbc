import type { Language, Text } from "../../base/text.ts";
import { escapeText } from "../../charts/svg.ts";
import type { ExplorerParts } from "../explorer-parts.ts";
import { explorerPlan } from "../explorer-plan.ts";
import { readWorkshop, type Workshop } from "../workshop-file.ts";
import type { Page } from "./page-frame.ts";
import { contentsHtml, listHtml, paragraphHtml, type RecordSection, tableHtml } from "./record-html.ts";
import { type TeachWords, teachWords } from "./teach-words.ts";

/** The facilitator's page: preparation, aims, roles, schedule, scenes as links, questions, limits. A model without a `workshop.yaml` has its ready scenarios as scenes. */
export function teachPages(parts: ExplorerParts, language: Language): readonly Page[] {
  const words = teachWords(language);
  const { workshop } = readWorkshop(parts.files);
  const sections = teachSections(workshop, scenesOf(parts, workshop), words, language);
  const body = [
    '<div class="record">',
    `<h1>${escapeText(words.title)}</h1>`,
    paragraphHtml(words.lede, language, ' class="lede"'),
    contentsHtml(sections, words.contents),
    ...sections.map(
      ({ id, title, html }) =>
        `<section aria-labelledby="${id}"><h2 id="${id}">${escapeText(title)}</h2>\n${html}\n</section>`,
    ),
    "</div>",
  ].join("\n");
  return [{ path: "how/teach.html", title: words.title, description: words.description, body }];
}

interface Scene {
  readonly title: Text;
  readonly link: string;
  readonly ask?: Text;
}

function scenesOf(parts: ExplorerParts, workshop: Workshop | undefined): readonly Scene[] {
  if (workshop !== undefined && workshop.scenes.length > 0) return workshop.scenes;
  const { chips } = explorerPlan(parts.model, parts.scenarios, parts.explorer);
  return chips.flatMap((id) => {
    const scenario = parts.scenarios.find((one) => one.id === id);
    if (scenario === undefined) return [];
    return [{ title: scenario.label, link: scenario.group === "baseline" ? "" : `b=${scenario.id}` }];
  });
}

function teachSections(
  workshop: Workshop | undefined,
  scenes: readonly Scene[],
  words: TeachWords,
  language: Language,
): readonly RecordSection[] {
  const say = (texts: readonly Text[]) =>
    listHtml(
      texts.map((text) => text[language]),
      language,
    );
  const { aims = [], roles = [], questions = [], silent = [] } = workshop ?? {};
  const limits = silent.length > 0 ? silent.map((text) => text[language]) : words.silentAnyway;
  const all: readonly (RecordSection | undefined)[] = [
    { id: "prepare", title: words.prepareTitle, html: listHtml(words.prepare, language) },
    aims.length === 0 ? undefined : { id: "aims", title: words.aims, html: say(aims) },
    { id: "schedule", title: words.schedule, html: scheduleHtml(words, language) },
    roles.length === 0
      ? undefined
      : { id: "roles", title: words.roles, html: rolesHtml(roles, words, language) },
    { id: "scenes", title: words.scenes, html: scenesHtml(scenes, words, language) },
    questions.length === 0 ? undefined : { id: "questions", title: words.questions, html: say(questions) },
    { id: "silent", title: words.silent, html: listHtml(limits, language) },
    { id: "lead", title: words.rulesTitle, html: listHtml(words.rules, language) },
  ];
  return all.filter((one) => one !== undefined);
}

function scheduleHtml(words: TeachWords, language: Language): string {
  const cells = words.steps.map(([minutes, title, text]) => [minutes, `${title}\n${text}`]);
  const head = [words.minutes, words.what].map((text) => ({ text, number: false }));
  return tableHtml({ caption: words.scheduleHelp, compact: true, head, cells }, language);
}

function rolesHtml(roles: Workshop["roles"], words: TeachWords, language: Language): string {
  const cards = roles.map(({ who, country, wants, asks }) =>
    [
      '<li class="role">',
      `<h3>${escapeText(who[language])}</h3>`,
      country === undefined ? "" : paragraphHtml(country[language], language, ' class="quiet"'),
      paragraphHtml(`**${words.wants}:** ${wants[language]}`, language),
      paragraphHtml(`**${words.asks}:** ${asks[language]}`, language),
      "</li>",
    ].join(""),
  );
  return [paragraphHtml(words.rolesHelp, language), `<ul class="roles">${cards.join("\n")}</ul>`].join("\n");
}

function scenesHtml(scenes: readonly Scene[], words: TeachWords, language: Language): string {
  const items = scenes.map(({ title, link, ask }) => {
    const href = `../index.html${link === "" ? "" : `?${link}`}`;
    const question = ask === undefined ? "" : `<br>${escapeText(ask[language])}`;
    const query = link === "" ? "" : ` data-query="?${escapeText(link)}"`;
    return `<li><a href="${escapeText(href)}"${query}>${escapeText(title[language])}</a>${question}</li>`;
  });
  return [paragraphHtml(words.scenesHelp, language), `<ol class="scenes">${items.join("\n")}</ol>`].join(
    "\n",
  );
}
