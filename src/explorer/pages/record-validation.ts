import type { FoundResult } from "../../analysis/stored-results.ts";
import { countVerdicts, rowsOf, type Validation, type ValidationPart } from "../../analysis/validation.ts";
import type { ValidationRow } from "../../analysis/validation-row.ts";
import type { Language } from "../../base/text.ts";
import { escapeText } from "../../charts/svg.ts";
import { episodesChart } from "../../charts/validation-picture.ts";
import { validationTable } from "../../explain/validation-page.ts";
import {
  episodeDraws,
  PART_TITLES,
  VERDICT_RULES,
  verdictCounts,
  verdictText,
  WITHOUT_RULE,
} from "../../explain/validation-words.ts";
import {
  foldHtml,
  listHtml,
  paragraphHtml,
  pictureHtml,
  type RecordSection,
  staleHtml,
  tableHtml,
} from "./record-html.ts";
import { recordWords } from "./record-words.ts";

/** All that the model was held against. */
export function validationSections(
  found: FoundResult<"validation">,
  language: Language,
): readonly RecordSection[] {
  const words = recordWords(language);
  const { result } = found;
  return [
    {
      id: "all",
      title: words.allTitle,
      html: [
        ...staleHtml(found, language),
        paragraphHtml(words.all, language),
        foldHtml(words.rules, language, paragraphHtml(VERDICT_RULES[language], language)),
        ...result.parts.map((part) => partHtml(result, part, language)),
        paragraphHtml(`${words.again} \`${found.command}\``, language),
      ].join("\n"),
    },
  ];
}

function partHtml(result: Validation, part: ValidationPart, language: Language): string {
  const words = recordWords(language);
  const rows = rowsOf(result, part);
  const verdicts = (part === "episodes" ? result.episodes : rows).map(({ verdict }) => verdict);
  const title = PART_TITLES[part][language];
  return [
    `<h3>${escapeText(title)}</h3>`,
    paragraphHtml(`${words.parts[part]} **${verdictCounts(countVerdicts(verdicts), language)}.**`, language),
    ...(part === "history"
      ? [
          ...(result.from === undefined ? [] : [paragraphHtml(words.from(`\`${result.from}\``), language)]),
          paragraphHtml(WITHOUT_RULE[language], language),
        ]
      : []),
    ...(part === "episodes" ? [episodesHtml(result, language)] : []),
    ...subjectsOf(rows).map((own) => {
      const subject = own[0]?.subject[language] ?? "";
      const counts = verdictCounts(countVerdicts(own.map(({ verdict }) => verdict)), language);
      return foldHtml(
        `${subject}: ${counts}`,
        language,
        ...aboutEpisode(result, own, language),
        rowsHtml(own, subject, language),
      );
    }),
  ].join("\n");
}

/** Every episode with its verdict, and a picture of all their targets. */
function episodesHtml(result: Validation, language: Language): string {
  const chart = episodesChart(result, language);
  const items = result.episodes.map(
    ({ label, verdict }) => `${label[language]}: **${verdictText(verdict, language)}**`,
  );
  return [listHtml(items, language), pictureHtml(chart, language)].join("\n");
}

function aboutEpisode(
  { episodes, draws }: Validation,
  rows: readonly ValidationRow[],
  language: Language,
): readonly string[] {
  const episode = episodes.find(({ id }) => rows[0]?.id.startsWith(`${id}/`));
  if (episode === undefined) return [];
  const { verdict, isolated, used, bounds } = episode;
  return [
    paragraphHtml(`**${verdictText(verdict, language)}.** ${isolated[language]}`, language),
    paragraphHtml(`${episodeDraws(used, draws, bounds, language)}.`, language),
  ];
}

function rowsHtml(rows: readonly ValidationRow[], caption: string, language: Language): string {
  const one = new Set(rows.map(({ subject }) => subject.en)).size === 1;
  return tableHtml(
    { caption, ...validationTable(rows, language, { subject: !one, sources: one }) },
    language,
  );
}

function subjectsOf(rows: readonly ValidationRow[]): readonly (readonly ValidationRow[])[] {
  return [...new Set(rows.map(({ subject }) => subject.en))].map((subject) =>
    rows.filter((row) => row.subject.en === subject),
  );
}
