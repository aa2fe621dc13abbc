import type { Language } from "downstream/explorer";

/** Address of a page of the site in a language, relative to the page that has `root`: "../" and `how/record.html` give `../es/how/record.html`. */
export function pageHref(
  { root, language }: { readonly root: string; readonly language: Language },
  path: string,
): string {
  return `${root}${language === "en" ? "" : "es/"}${path}`;
}

/** Whether an address of the register can be opened. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s"<>]+$/.test(url);
}
