import type { Language } from "../explain/language.ts";
import { WORDS_EN } from "./render-words-en.ts";
import { WORDS_ES } from "./render-words-es.ts";

/** Every fixed text of a report. Both languages have the same type, so the compiler finds a gap. */
export type ReportWords = { readonly [Key in keyof typeof WORDS_EN]: Widen<(typeof WORDS_EN)[Key]> };

type Widen<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Widen<Item>[]
    : T extends (...args: infer Args) => string
      ? (...args: Args) => string
      : { readonly [Key in keyof T]: Widen<T[Key]> };

/** The fixed texts in one language. */
export function reportWords(language: Language): ReportWords {
  return language === "en" ? WORDS_EN : WORDS_ES;
}
