import type { Language } from "../../base/text.ts";
import type { ExplorerParts } from "../explorer-parts.ts";
import { critiquesPages } from "./critiques-pages.ts";
import { howPages } from "./how-pages.ts";
import type { Page } from "./page-frame.ts";
import type { ShownRuns } from "./record-misses.ts";
import { recordPages } from "./record-pages.ts";
import { teachPages } from "./teach-pages.ts";

/** The pages of a site beside the explorer itself; `shown` are the runs of its first paint. */
export function sitePages(parts: ExplorerParts, language: Language, shown?: ShownRuns): readonly Page[] {
  return [
    ...howPages(parts, language),
    ...recordPages(parts, language, shown),
    ...critiquesPages(parts, language),
    ...teachPages(parts, language),
  ];
}
