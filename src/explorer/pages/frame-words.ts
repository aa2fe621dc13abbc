import type { Language } from "../../base/text.ts";
import { dateWords } from "../../explain/date-words.ts";
import type { SiteFrame } from "./page-frame.ts";

/** Words of the frame that every page of the site has. */
export interface FrameWords {
  readonly skip: string;
  readonly navigation: string;
  readonly explore: string;
  readonly how: string;
  readonly record: string;
  readonly critiques: string;
  readonly teach: string;
  /** The other language, in that language. */
  readonly otherLanguage: string;
  readonly made: (site: SiteFrame) => string;
  readonly cite: (site: SiteFrame) => string;
  readonly licence: string;
  readonly privacy: string;
}

/** The frame's words in a language. */
export function frameWords(language: Language): FrameWords {
  return language === "en" ? ENGLISH : SPANISH;
}

const ENGLISH: FrameWords = {
  skip: "Skip to the content",
  navigation: "Pages",
  explore: "Explore",
  how: "How it works",
  record: "Track record",
  critiques: "Critiques",
  teach: "Teach",
  otherLanguage: "Español",
  made: (site) =>
    `Model ${site.model}, release ${site.release}${site.released === "" ? "" : ` of ${dateWords(site.released, "en")}`}, hash ${site.modelHash.slice(0, 12)}; draws: ${site.posterior}.`,
  cite: (site) =>
    `To cite: Downstream, model ${site.model}, release ${site.release}${site.released === "" ? "" : ` (${site.released})`}.`,
  licence: "Code and model: MIT licence. Data keep the licences of their publishers.",
  privacy: "This page stores nothing about you, sets no cookie and calls no other site.",
};

const SPANISH: FrameWords = {
  skip: "Ir al contenido",
  navigation: "Páginas",
  explore: "Explorar",
  how: "Cómo funciona",
  record: "Aciertos y fallas",
  critiques: "Críticas",
  teach: "Para enseñar",
  otherLanguage: "English",
  made: (site) =>
    `Modelo ${site.model}, versión ${site.release}${site.released === "" ? "" : ` del ${dateWords(site.released, "es")}`}, huella ${site.modelHash.slice(0, 12)}; sorteos: ${site.posterior}.`,
  cite: (site) =>
    `Para citar: Downstream, modelo ${site.model}, versión ${site.release}${site.released === "" ? "" : ` (${site.released})`}.`,
  licence: "Código y modelo: licencia MIT. Los datos conservan las licencias de quienes los publican.",
  privacy: "Esta página no guarda nada sobre usted, no usa cookies y no consulta ningún otro sitio.",
};
