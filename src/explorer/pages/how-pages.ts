import type { Language } from "../../base/text.ts";
import type { ExplorerParts } from "../explorer-parts.ts";
import { chapterPage } from "./chapter-page.ts";
import { howContext } from "./how-context.ts";
import { equationsPage } from "./how-equations.ts";
import { howIndexPage } from "./how-index.ts";
import { leversPage } from "./how-levers.ts";
import { sourcesPage } from "./how-sources.ts";
import type { Page } from "./page-frame.ts";

/** The pages on how a model works, made from its text: an overview, levers, equations, sources, and every chapter. */
export function howPages(parts: ExplorerParts, language: Language): readonly Page[] {
  const context = howContext(parts, language);
  return [
    howIndexPage(context),
    leversPage(context),
    equationsPage(context),
    sourcesPage(context),
    ...parts.model.chapters.map((chapter) => chapterPage(context, chapter)),
  ];
}
