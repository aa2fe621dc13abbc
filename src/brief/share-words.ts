import type { Text } from "../base/text.ts";

/** What words for a share are read as. The ranges are this project's rule, printed beside every verdict that uses one. */
export interface ShareWords {
  readonly name: Text;
  readonly low: number;
  readonly high: number;
}

const words: Readonly<Record<string, ShareWords>> = {
  all: { name: { en: "all", es: "todos" }, low: 0.99, high: 1 },
  "vast majority": { name: { en: "the vast majority", es: "la gran mayoría" }, low: 0.8, high: 1 },
  most: { name: { en: "most", es: "la mayor parte" }, low: 0.5, high: 1 },
  majority: { name: { en: "the majority", es: "la mayoría" }, low: 0.5, high: 1 },
  "about half": { name: { en: "about half", es: "cerca de la mitad" }, low: 0.4, high: 0.6 },
  minority: { name: { en: "a minority", es: "una minoría" }, low: 0, high: 0.5 },
  few: { name: { en: "few", es: "pocos" }, low: 0, high: 0.2 },
  none: { name: { en: "none", es: "ninguno" }, low: 0, high: 0.01 },
};

/** The words that a claim may use for a share. */
export const shareWordNames: readonly string[] = Object.keys(words);

/** The range that words for a share are read as; undefined for words without a rule. */
export function shareWords(text: string): ShareWords | undefined {
  const key = text.trim().toLowerCase().replace(/^the /, "");
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
