import type { FirstPaint } from "./first-paint.ts";
import { firstEmbed } from "./first-paint.ts";
import { firstPaintWords } from "./first-paint-words.ts";
import { framePage, type SiteFrame, siteRoot } from "./page-frame.ts";

/** One chart and its sentence, for a frame in somebody else's page. */
export function embedPage(site: SiteFrame, paint: FirstPaint): string {
  const { language, facts } = paint;
  const words = firstPaintWords(language);
  const path = "embed.html";
  return framePage(
    { path, title: words.embedTitle, description: words.description, body: firstEmbed(paint) },
    site,
    language,
    {
      entry: "embed",
      main: { id: "app", "data-root": siteRoot(path, language), "data-release": facts.release },
      bare: true,
    },
  );
}
