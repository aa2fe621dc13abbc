import type { Language } from "../base/text.ts";

export type { Language };

/** The other language of a report. */
export function otherLanguage(language: Language): Language {
  return language === "en" ? "es" : "en";
}

/** The BCP 47 tag of a page in this language: Spanish is that of Mexico, where numbers look like `1,234.5`. */
export function languageTag(language: Language): string {
  return language === "en" ? "en" : "es-MX";
}
