import type { Language, Text } from "../../base/text.ts";
import type { Ir } from "../../model/ir.ts";
import type { FirstNumbers } from "../first-numbers.ts";
import { kernelFiles } from "../kernel-files.ts";
import type { ModelFacts } from "../model-facts.ts";
import { embedPage } from "./embed-page.ts";
import { explorerPage } from "./explorer-page.ts";
import { framePage, type Page, type SiteFrame, sitePath } from "./page-frame.ts";
import { serviceWorker } from "./service-worker.ts";
import { type Shell, shellEntries } from "./shell.ts";
import { SITE_ICON, webManifest } from "./web-manifest.ts";

/** Contents of files by path. */
export type SiteFiles = Readonly<Record<string, string | Uint8Array>>;

/** A released model as files: `release.json`, `facts.json`, `ir.json`, `draws.bin`, `evidence.json`, where it has one `brief.json`. */
export interface SiteRelease {
  readonly release: string;
  readonly files: SiteFiles;
}

/** Everything that a site is made from. */
export interface SiteParts {
  /** One line: what the model is, and what it is not. */
  readonly about: Text;
  readonly numbers: FirstNumbers;
  /** The one that the pages show. */
  readonly current: SiteRelease;
  /** Those that links may name beside it. */
  readonly older: readonly SiteRelease[];
  readonly shell: Shell;
  /** Pages beside the explorer itself. */
  readonly pages: Readonly<Record<Language, readonly Page[]>>;
  /** A short name of a content, another for any other. */
  readonly hash: (content: string | Uint8Array) => string;
}

const LANGUAGES: readonly Language[] = ["en", "es"];

/** A whole explorer as files by path: pages, scripts, models, service worker. Works below any address of any static host. */
export function explorerSite(parts: SiteParts): SiteFiles {
  const { current, older, shell, hash } = parts;
  const facts = factsOf(current);
  const frame = siteFrame(parts, facts);
  const files: Record<string, string | Uint8Array> = {
    ...Object.fromEntries(LANGUAGES.flatMap((language) => languagePages(parts, facts, frame, language))),
    ...shell.files,
    ...releaseFolder(current),
    ...Object.assign({}, ...older.map(releaseFolder)),
    "versions.json": `${JSON.stringify({
      current: current.release,
      releases: [current, ...older].map(({ release }) => release),
    })}\n`,
    "manifest.webmanifest": webManifest(parts.about),
    "icon.svg": SITE_ICON,
  };
  const later = older.map(({ release }) => `models/${release}/`);
  const cached = Object.entries(files).map(([path, content]) => [
    path,
    { hash: hash(content), atOnce: !later.some((folder) => path.startsWith(folder)) },
  ]);
  return { ...files, "sw.js": serviceWorker(Object.fromEntries(cached)) };
}

/** The folder `models/RELEASE/` of a site: the release's files, and its compiled kernel. */
function releaseFolder(release: SiteRelease): SiteFiles {
  const facts = factsOf(release);
  const ir = JSON.parse(textOf(release, "ir.json")) as Ir;
  const kernel = kernelFiles(
    ir,
    facts.outcomes.map(({ name }) => name),
  );
  return Object.fromEntries(
    Object.entries({ ...release.files, ...kernel }).map(([name, content]) => [
      `models/${release.release}/${name}`,
      content,
    ]),
  );
}

function factsOf(release: SiteRelease): ModelFacts {
  return JSON.parse(textOf(release, "facts.json")) as ModelFacts;
}

function textOf({ release, files }: SiteRelease, name: string): string {
  const content = files[name];
  if (content === undefined) throw new RangeError(`release ${release} has no file ${name}`);
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}

function siteFrame({ about, shell, pages }: SiteParts, facts: ModelFacts): SiteFrame {
  return {
    about,
    model: facts.model,
    release: facts.release,
    released: facts.released,
    modelHash: facts.modelHash,
    posterior: facts.draws.posterior,
    entries: shellEntries(shell.manifest),
    paths: ["index.html", ...pages.en.map(({ path }) => path)],
  };
}

function languagePages(
  { numbers, pages }: SiteParts,
  facts: ModelFacts,
  frame: SiteFrame,
  language: Language,
): (readonly [string, string])[] {
  const paint = { facts, numbers, language };
  return [
    [sitePath("index.html", language), explorerPage(frame, paint)],
    [sitePath("embed.html", language), embedPage(frame, paint)],
    ...pages[language].map(
      (page) => [sitePath(page.path, language), framePage(page, frame, language)] as const,
    ),
  ];
}
