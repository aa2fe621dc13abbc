import type { Language, Text } from "../base/text.ts";
import { canonicalName } from "../lang/names.ts";
import { familyOf } from "../model/arrays/element-name.ts";
import type { Model } from "../model/model.ts";
import { CRITIQUE_STAGES, type Critique, type CritiqueStage } from "./critiques.ts";
import { anchor, pageOf } from "./markdown-page.ts";

/** A place of the model: its text, and the page about the model that shows it, where one does. */
export interface CritiquePlace {
  readonly kind: "heading" | "name" | "row" | "check";
  readonly text: string;
  /** File name among the model's pages (`model-pages.ts`), and the anchor on it. */
  readonly page?: string;
  readonly anchor?: string;
}

/** One objection in words of one language. */
export interface CritiqueView {
  readonly id: string;
  readonly title: string;
  readonly who: string;
  readonly objection: string;
  readonly does: string;
  readonly settles?: string;
  readonly standing: Critique["standing"];
  /** What stands between question and answer, such as "Open". */
  readonly standingWords: string;
  readonly tilt: Critique["tilt"];
  readonly tiltWords: string;
  readonly places: readonly CritiquePlace[];
}

/** All objections in one language, by part of the supply chain; parts without one are left out. */
export interface CritiquesView {
  readonly language: Language;
  readonly title: string;
  readonly intro: string;
  /** Labels of an objection's parts. */
  readonly labels: Readonly<Record<"objection" | "does" | "settles" | "where" | "unused", string>>;
  /** How many stand as what, and how many say that the model tilts which way. */
  readonly standings: readonly { readonly words: string; readonly count: number }[];
  readonly tilts: readonly { readonly words: string; readonly count: number }[];
  readonly stages: readonly {
    readonly id: CritiqueStage;
    readonly title: string;
    readonly critiques: readonly CritiqueView[];
  }[];
}

const STAGES: Readonly<Record<CritiqueStage, Text>> = {
  precursors: { en: "Precursors", es: "Precursores" },
  production: { en: "Production", es: "Producción" },
  border: { en: "The border", es: "La frontera" },
  market: { en: "The market", es: "El mercado" },
  people: { en: "People", es: "Las personas" },
  overdose: { en: "Overdose", es: "La sobredosis" },
  mexico: { en: "Organisations and violence in Mexico", es: "Organizaciones y violencia en México" },
  force: { en: "Force", es: "La fuerza" },
  relations: { en: "Relations between the two countries", es: "La relación entre los dos países" },
  trade: { en: "Trade", es: "El comercio" },
  method: { en: "The method", es: "El método" },
};

const STANDINGS: Readonly<Record<Critique["standing"], Text>> = {
  answered: { en: "Answered", es: "Respondida" },
  partly: { en: "Answered in part", es: "Respondida en parte" },
  open: { en: "Open", es: "Abierta" },
};

const TILTS: Readonly<Record<Critique["tilt"], Text>> = {
  understates: {
    en: "if right, the model makes force or enforcement look worse than it is",
    es: "de ser cierta, el modelo presenta la fuerza o la persecución como peor de lo que es",
  },
  overstates: {
    en: "if right, the model makes force or enforcement look better than it is",
    es: "de ser cierta, el modelo presenta la fuerza o la persecución como mejor de lo que es",
  },
  neither: {
    en: "if right, it favours no side",
    es: "de ser cierta, no favorece a ningún lado",
  },
};

const HEAD: Readonly<Record<"title" | "intro" | keyof CritiquesView["labels"], Text>> = {
  title: { en: "Critiques", es: "Críticas" },
  intro: {
    en:
      "The strongest objections to this model that specialists of every side would raise, as they would put them, and what the model does about each. " +
      "They follow the supply chain, not what they conclude. An objection is *answered* where the model holds what it asks for, *answered in part* where a range, a variant " +
      "or a check stands in for it, and *open* where the model does nothing that would satisfy its author.",
    es:
      "Las objeciones más fuertes a este modelo que plantearían especialistas de todas las posturas, como ellos las dirían, y lo que el modelo hace con cada una. " +
      "Siguen la cadena de suministro, no lo que concluyen. Una objeción está *respondida* si el modelo contiene lo que pide, *respondida en parte* si un intervalo, una variante " +
      "o una prueba ocupa su lugar, y *abierta* si el modelo no hace nada que satisfaga a quien la plantea.",
  },
  objection: { en: "Objection", es: "Objeción" },
  does: { en: "What the model does", es: "Lo que hace el modelo" },
  settles: { en: "What would settle it", es: "Lo que la resolvería" },
  where: { en: "Where to look", es: "Dónde verlo" },
  unused: { en: "no number of the model cites it", es: "ningún número del modelo la cita" },
};

/** The objections as a structure in one language, ready for a page, a report or a screen. `label` gives a name's words. */
export function renderCritiques(
  critiques: readonly Critique[],
  model: Model,
  language: Language,
  label: (name: string) => Text | undefined = () => undefined,
): CritiquesView {
  const say = (text: Text): string => text[language].replace(/\s+/g, " ").trim();
  const used = usedRows(model);
  const head = (key: keyof typeof HEAD) => say(HEAD[key]);
  const count = <K extends string>(words: Readonly<Record<K, Text>>, of: (one: Critique) => K) =>
    (Object.keys(words) as K[]).map((key) => ({
      words: say(words[key]),
      count: critiques.filter((one) => of(one) === key).length,
    }));
  const view = (one: Critique): CritiqueView => ({
    id: one.id,
    title: say(one.title),
    who: say(one.who),
    objection: say(one.objection),
    does: say(one.does),
    ...(one.settles === undefined ? {} : { settles: say(one.settles) }),
    standing: one.standing,
    standingWords: say(STANDINGS[one.standing]),
    tilt: one.tilt,
    tiltWords: say(TILTS[one.tilt]),
    places: placesOf(one, model, used, (name) => label(name)?.[language]),
  });
  return {
    language,
    title: head("title"),
    intro: head("intro"),
    labels: {
      objection: head("objection"),
      does: head("does"),
      settles: head("settles"),
      where: head("where"),
      unused: head("unused"),
    },
    standings: count(STANDINGS, ({ standing }) => standing),
    tilts: count(TILTS, ({ tilt }) => tilt),
    stages: CRITIQUE_STAGES.flatMap((id) => {
      const own = critiques.filter(({ stage }) => stage === id);
      return own.length === 0 ? [] : [{ id, title: say(STAGES[id]), critiques: own.map(view) }];
    }),
  };
}

/** Rows that stand behind a number: the only ones that the page of evidence lists. */
function usedRows(model: Model): ReadonlySet<string> {
  return new Set([...model.variables.values()].flatMap((one) => one.references.map(({ id }) => id)));
}

function placesOf(
  { where }: Critique,
  model: Model,
  used: ReadonlySet<string>,
  label: (name: string) => string | undefined,
): readonly CritiquePlace[] {
  const chapterOfCheck = new Map(model.checks.map(({ title, chapter }) => [title, chapter] as const));
  const headings = where.headings.map((text): CritiquePlace => {
    const [chapter = "", heading] = text.split(" / ");
    const page = `${chapter}.md`;
    return heading === undefined
      ? { kind: "heading", text, page }
      : { kind: "heading", text, page, anchor: headingAnchor(heading) };
  });
  const names = where.names.map((written): CritiquePlace => {
    const name = canonicalName(written);
    const text = label(name) ?? written;
    const variable = model.variables.get(name);
    const chapter = variable?.chapter ?? model.arrays.get(name)?.chapter;
    if (chapter !== undefined) {
      return { kind: "name", text, page: pageOf(chapter), anchor: anchor(familyOf(name)) };
    }
    const mechanism = model.mechanisms.find((one) => one.name === name);
    return mechanism === undefined
      ? { kind: "name", text }
      : { kind: "name", text, page: pageOf(mechanism.chapter), anchor: "mechanisms-in-this-chapter" };
  });
  const rows = where.rows.map((id): CritiquePlace => {
    const known = used.has(id);
    return known
      ? { kind: "row", text: id, page: "evidence.md", anchor: anchor(id) }
      : { kind: "row", text: id };
  });
  const checks = where.checks.map((title): CritiquePlace => {
    const chapter = chapterOfCheck.get(title);
    return chapter === undefined
      ? { kind: "check", text: title }
      : { kind: "check", text: title, page: pageOf(chapter), anchor: "checks-in-this-chapter" };
  });
  return [...headings, ...names, ...checks, ...rows];
}

/** The anchor that viewers of Markdown give a heading: punctuation falls away, a space becomes a hyphen. */
function headingAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replace(/ /g, "-");
}
