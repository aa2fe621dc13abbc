import type { Language } from "downstream/explorer";

/** Words of one area of the page, the same keys in both languages: the compiler finds what one of them lacks. */
export function inBoth<T>(both: Readonly<Record<Language, T>>): Readonly<Record<Language, T>> {
  return both;
}
