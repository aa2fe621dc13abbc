import type { Language, Text } from "../../base/text.ts";
import { escapeText } from "../../charts/svg.ts";
import { languageTag, otherLanguage } from "../../explain/language.ts";
import { type FrameWords, frameWords } from "./frame-words.ts";

/**
 * A page of the explorer's site in one language, without its frame. Both languages have the same paths, so that a link
 * between pages is written once: relative to the page, as `../index.html` or `chapters/04-market.html`.
 */
export interface Page {
  /** Below the root of its language: `index.html`, `how/index.html`, `how/chapters/04-market.html`. */
  readonly path: string;
  readonly title: string;
  /** One sentence for search engines and previews. */
  readonly description: string;
  /** HTML inside `<main>`, with an h1: no script, no `style` attribute, no address that begins with a slash. */
  readonly body: string;
}

/** Names of the entries of the built scripts and styles. */
export type PageEntry = "explorer" | "embed" | "page";

/** Files of one entry, as paths below the site's root. */
export interface EntryFiles {
  readonly scripts: readonly string[];
  /** Scripts that those import. */
  readonly preloads: readonly string[];
  readonly styles: readonly string[];
}

/** What all pages of a site say of the model behind them. */
export interface SiteFrame {
  /** One line: what the model is, and that it is no forecast. */
  readonly about: Text;
  readonly model: string;
  readonly release: string;
  /** Day of the release, `YYYY-MM-DD`; "" before the first. */
  readonly released: string;
  readonly modelHash: string;
  /** Name of the posterior, or `prior`. */
  readonly posterior: string;
  readonly entries: Readonly<Record<PageEntry, EntryFiles>>;
  /** Paths of all pages, as in `Page`: the navigation shows only what is there. */
  readonly paths: readonly string[];
}

/** How one page differs from a plain one. */
export interface PageKind {
  readonly entry: PageEntry;
  /** Attributes of `<main>` beside its id, by name. */
  readonly main: Readonly<Record<string, string>>;
  /** Whether the header with the navigation and the footer are there; an embedded page has neither. */
  readonly bare: boolean;
}

/**
 * What a page may load: its own site's files and nothing else. WebAssembly needs the right to compile, which is not the right to
 * `eval`. It stands in the page because a static host may send no header.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const PLAIN: PageKind = { entry: "page", main: {}, bare: false };

/** Steps of the navigation, in order. */
const NAVIGATION = [
  ["index.html", "explore"],
  ["how/index.html", "how"],
  ["how/record.html", "record"],
  ["how/critiques.html", "critiques"],
  ["how/teach.html", "teach"],
] as const satisfies readonly (readonly [string, keyof FrameWords])[];

/** A whole page as HTML: no inline script or style, every address relative. */
export function framePage(page: Page, site: SiteFrame, language: Language, kind: PageKind = PLAIN): string {
  const words = frameWords(language);
  const main = Object.entries({ id: "main", ...kind.main })
    .map(([name, value]) => ` ${name}="${escapeText(value)}"`)
    .join("");
  const id = kind.main.id ?? "main";
  return `${[
    "<!DOCTYPE html>",
    `<html lang="${languageTag(language)}">`,
    ...head(page, site, language, kind),
    `<body class="${kind.entry}-page">`,
    ...(kind.bare ? [] : [`<a class="skip" href="#${escapeText(id)}">${escapeText(words.skip)}</a>`]),
    ...(kind.bare ? [] : header(page, site, language)),
    `<main${main} tabindex="-1">`,
    page.body,
    "</main>",
    ...(kind.bare ? [] : footer(site, language)),
    "</body>",
    "</html>",
  ].join("\n")}\n`;
}

/** From a page in a language to the site's root: `./`, `../`, `../../`. */
export function siteRoot(path: string, language: Language): string {
  const depth = path.split("/").length - 1 + (language === "en" ? 0 : 1);
  return depth === 0 ? "./" : "../".repeat(depth);
}

/** From a page to the root of its own language. */
export function languageRoot(path: string): string {
  const depth = path.split("/").length - 1;
  return depth === 0 ? "./" : "../".repeat(depth);
}

/** Path of a page below the site's root. */
export function sitePath(path: string, language: Language): string {
  return language === "en" ? path : `es/${path}`;
}

function head(page: Page, site: SiteFrame, language: Language, kind: PageKind): string[] {
  const e = escapeText;
  const root = siteRoot(page.path, language);
  const other = otherLanguage(language);
  const files = site.entries[kind.entry];
  const title = page.path === "index.html" ? page.title : `${page.title} · Downstream`;
  return [
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${e(title)}</title>`,
    `<meta name="description" content="${e(page.description)}">`,
    `<link rel="alternate" hreflang="${languageTag(other)}" href="${root}${sitePath(page.path, other)}">`,
    `<link rel="icon" href="${root}icon.svg" type="image/svg+xml">`,
    `<link rel="manifest" href="${root}manifest.webmanifest">`,
    ...files.styles.map((file) => `<link rel="stylesheet" href="${root}${e(file)}">`),
    ...files.preloads.map((file) => `<link rel="modulepreload" href="${root}${e(file)}">`),
    ...files.scripts.map((file) => `<script type="module" src="${root}${e(file)}"></script>`),
    "</head>",
  ];
}

function header(page: Page, site: SiteFrame, language: Language): string[] {
  const e = escapeText;
  const words = frameWords(language);
  const other = otherLanguage(language);
  const home = languageRoot(page.path);
  const links = NAVIGATION.filter(([path]) => site.paths.includes(path)).map(([path, word]) => {
    const current =
      path === navigationPath(page.path) ? ` aria-current="${path === page.path ? "page" : "true"}"` : "";
    return `<li><a href="${home}${path}"${current}>${e(words[word])}</a></li>`;
  });
  const switchTo = `${siteRoot(page.path, language)}${sitePath(page.path, other)}`;
  return [
    '<header class="site-header">',
    '<div class="site-top">',
    `<p class="site-name"><a href="${home}index.html">Downstream</a></p>`,
    `<nav class="site-nav" aria-label="${e(words.navigation)}"><ul>${links.join("")}</ul></nav>`,
    `<p class="site-language"><a id="other-language" href="${switchTo}" hreflang="${languageTag(other)}" lang="${languageTag(other)}">${e(words.otherLanguage)}</a></p>`,
    "</div>",
    `<p class="site-about">${e(site.about[language])}</p>`,
    "</header>",
  ];
}

/** The navigation's step that a page belongs to: chapters and sources stand below "how it works". */
function navigationPath(path: string): string {
  if (NAVIGATION.some(([step]) => step === path)) return path;
  return path.startsWith("how/") ? "how/index.html" : "";
}

function footer(site: SiteFrame, language: Language): string[] {
  const e = escapeText;
  const words = frameWords(language);
  return [
    '<footer class="site-footer">',
    `<p>${e(words.made(site))}</p>`,
    `<p>${e(words.cite(site))}</p>`,
    `<p>${e(words.licence)} ${e(words.privacy)}</p>`,
    "</footer>",
  ];
}
