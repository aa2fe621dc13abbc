import type { FoundResult } from "../../analysis/stored-results.ts";
import { countVerdicts, rowsOf, type Validation, type ValidationPart } from "../../analysis/validation.ts";
import type { ValidationRow } from "../../analysis/validation-row.ts";
import type { Language } from "../../base/text.ts";
import { escapeText } from "../../charts/svg.ts";
import { validationChart } from "../../charts/validation-chart.ts";
import { validationTable } from "../../explain/validation-page.ts";
import {
  COLUMNS,
  episodeDraws,
  obtainedRange,
  PART_TITLES,
  publishedText,
  VALIDATION_VERDICTS,
  VERDICT_RULES,
  validationNumber,
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
  tableHtml,
} from "./record-html.ts";
import { recordWords } from "./record-words.ts";

/** What the model missed, and all that it was held against. */
export function validationSections(
  found: FoundResult<"validation">,
  language: Language,
): readonly RecordSection[] {
  const words = recordWords(language);
  const { result } = found;
  const notice = found.stale ? [paragraphHtml(words.stale(found.modelHash.slice(0, 12)), language)] : [];
  return [
    {
      id: "missed",
      title: words.missesTitle,
      html: [...notice, missesHtml(result, language)].join("\n"),
    },
    {
      id: "all",
      title: words.allTitle,
      html: [
        ...notice,
        paragraphHtml(words.all, language),
        foldHtml(words.rules, language, paragraphHtml(VERDICT_RULES[language], language)),
        ...result.parts.map((part) => partHtml(result, part, language)),
        paragraphHtml(`${words.again} \`${found.command}\``, language),
      ].join("\n"),
    },
  ];
}

/** Missed figures part by part, in the order of the table. */
function missesHtml(result: Validation, language: Language): string {
  const words = recordWords(language);
  const missed = result.rows.filter(({ verdict }) => verdict === "missed");
  if (missed.length === 0) return paragraphHtml(words.noMisses, language);
  const judged = result.rows.filter(({ verdict }) => verdict !== "reported");
  const wide = missed.filter(
    ({ section, published, obtained }) => section === "coverage" && obtained.median > (published.high ?? 100),
  );
  return [
    paragraphHtml(words.misses(missed.length, judged.length), language),
    ...(wide.length === 0 ? [] : [paragraphHtml(words.tooWide(wide.length), language)]),
    ...result.parts.flatMap((part) => {
      const rows = rowsOf(result, part).filter(({ verdict }) => verdict === "missed");
      const caption = `${PART_TITLES[part][language]}: ${verdictCounts(countVerdicts(rows.map(({ verdict }) => verdict)), language)}`;
      return rows.length === 0 ? [] : [missedTable(rows, caption, language)];
    }),
  ].join("\n");
}

/** Missed figures in three columns, which fit a phone: what, published, obtained. */
function missedTable(rows: readonly ValidationRow[], caption: string, language: Language): string {
  const { mark } = VALIDATION_VERDICTS.missed;
  const head = [COLUMNS.target, COLUMNS.published, COLUMNS.obtained].map((text, i) => ({
    text: text[language],
    number: i > 0,
  }));
  const cells = rows.map((row) => {
    const what = [`${mark} ${row.subject[language]}`, row.target[language], row.note?.[language] ?? ""];
    const range = obtainedRange(row, language);
    return [
      what.filter((text) => text !== "").join("\n"),
      publishedText(row, language),
      [validationNumber(row.obtained.median, row.unit, language), range]
        .filter((text) => text !== "")
        .join("\n"),
    ];
  });
  return tableHtml({ caption, compact: true, head, cells }, language);
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
  const { episodes, rows } = result;
  const chart = validationChart({
    id: "validation-episodes",
    title: PART_TITLES.episodes[language],
    groups: episodes.map(({ id, label, verdict }) => ({
      label: label[language],
      verdict,
      rows: rows.filter((row) => row.id.startsWith(`${id}/`)),
    })),
    language,
  });
  const items = episodes.map(
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
