import type { FirstPaint } from "./first-paint.ts";
import { firstPaint } from "./first-paint.ts";
import { firstPaintWords } from "./first-paint-words.ts";
import { framePage, type SiteFrame, siteRoot } from "./page-frame.ts";

/** The explorer in one language, whole: frame, first paint, and the place where the app begins. */
export function explorerPage(site: SiteFrame, paint: FirstPaint): string {
  const { language, facts } = paint;
  const words = firstPaintWords(language);
  const path = "index.html";
  return framePage(
    { path, title: `Downstream: ${words.title}`, description: words.description, body: firstPaint(paint) },
    site,
    language,
    {
      entry: "explorer",
      main: { id: "app", "data-root": siteRoot(path, language), "data-release": facts.release },
      bare: false,
    },
  );
}
