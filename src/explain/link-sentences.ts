import type { Diagnostic } from "../base/diagnostic.ts";
import { linkWords } from "./diagnostic-words/links.ts";
import { type Catalogue, type Language, type Sentences, wordData } from "./diagnostic-words/words.ts";

const words: Catalogue = linkWords;

/** The sentences of a finding in a link, as `diagnosticSentences` gives them, without the words of all other findings. */
export function linkSentences(d: Diagnostic, language: Language): Sentences {
  return Object.hasOwn(words, d.code)
    ? words[d.code]![language](wordData(d.data))
    : { message: d.code, next: "" };
}
