import type { Validation } from "../analysis/validation.ts";
import type { Language } from "../explain/language.ts";
import { PART_TITLES } from "../explain/validation-words.ts";
import { type Chart, WIDE } from "./chart.ts";
import { validationChart } from "./validation-chart.ts";

export { validationPage } from "../explain/validation-page.ts";

/** The episodes of a validation table with all their targets. */
export function episodesChart({ episodes, rows }: Validation, language: Language): Chart {
  return validationChart({
    id: "validation-episodes",
    title: PART_TITLES.episodes[language],
    groups: episodes.map(({ id, label, verdict }) => ({
      label: label[language],
      verdict,
      rows: rows.filter((row) => row.id.startsWith(`${id}/`)),
    })),
    language,
  });
}

/** The same as one SVG text. */
export function episodesPicture(validation: Validation, language: Language): string {
  return episodesChart(validation, language).draw(WIDE);
}
