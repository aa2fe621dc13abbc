import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Language } from "../../base/text.ts";

export type { Language };

/** What a finding says: the cause in plain words, and what to do next (empty where there is nothing to add). */
export interface Sentences {
  readonly message: string;
  readonly next: string;
}

/** The data of a finding as texts: lists are joined with commas, a missing key is the empty text. */
export type WordData = Readonly<Record<string, string>>;

/** The words of one code in every language: a code without one of them does not compile. */
export type CodeWords = Readonly<Record<Language, (d: WordData) => Sentences>>;

/** Words by code; each area of the program keeps its own. */
export type Catalogue = Readonly<Record<string, CodeWords>>;

/** One entry of a catalogue: the cause, then the next step. */
export function say(message: string, next = ""): Sentences {
  return { message, next };
}

/** `: did you mean 'x'?` where the data hold a `suggestion`, else nothing. */
export function didYouMean(d: WordData): string {
  return d.suggestion ? `: did you mean '${d.suggestion}'?` : "";
}

/** `: ¿quiso decir 'x'?` where the data hold a `suggestion`, else nothing. */
export function quisoDecir(d: WordData): string {
  return d.suggestion ? `: ¿quiso decir '${d.suggestion}'?` : "";
}

/** The data of a diagnostic made ready for words. */
export function wordData(data: Diagnostic["data"]): WordData {
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(data)) {
    texts[key] = typeof value === "object" ? value.join(", ") : String(value);
  }
  return new Proxy(texts, {
    get: (target, key) => (typeof key === "string" && Object.hasOwn(target, key) ? target[key] : ""),
  });
}
