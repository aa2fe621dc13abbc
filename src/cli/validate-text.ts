import { countVerdicts, rowsOf, type Validation, type ValidationPart } from "../analysis/validation.ts";
import type { ValidationRow } from "../analysis/validation-row.ts";
import type { Language } from "../base/text.ts";
import {
  COLUMNS,
  episodeDraws,
  insideText,
  obtainedRange,
  PART_TITLES,
  publishedText,
  VERDICT_RULES,
  validationNumber,
  verdictCounts,
  verdictText,
  WITHOUT_RULE,
} from "../explain/validation-words.ts";
import { type Column, textTable, wrap } from "./text-table.ts";

/** The validation table for a terminal: a table for each subject, notes under it, and the rules at the end. */
export function validationText(validation: Validation, language: Language): string {
  const lines: string[] = [];
  for (const part of validation.parts) {
    const rows = rowsOf(validation, part);
    const verdicts = part === "episodes" ? validation.episodes : rows;
    const counted = verdictCounts(countVerdicts(verdicts.map(({ verdict }) => verdict)), language);
    const from = part === "history" && validation.from !== undefined ? ` (${validation.from})` : "";
    lines.push(`${PART_TITLES[part][language].toUpperCase()}${from}: ${counted}`, "");
    if (part === "history") {
      for (const group of grouped(rows, (row) => row.section))
        lines.push(...table(group, language, true), "");
      lines.push(...wrap(WITHOUT_RULE[language], 118), "");
      continue;
    }
    for (const group of grouped(rows, (row) => row.subject.en)) {
      lines.push(heading(validation, part, group, language));
      lines.push(...table(group, language, false).map((line) => `  ${line}`));
      const notes = [...new Set(group.flatMap(({ note }) => (note === undefined ? [] : [note[language]])))];
      lines.push(...notes.flatMap((note) => wrap(`* ${note}`, 116, "  ").map((line) => `  ${line}`)), "");
    }
  }
  lines.push(...wrap(VERDICT_RULES[language], 118));
  return `${lines.join("\n")}\n`;
}

/** Rows that follow each other with the same key. */
function grouped(
  rows: readonly ValidationRow[],
  key: (row: ValidationRow) => string,
): readonly (readonly ValidationRow[])[] {
  const groups: ValidationRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && key(last[0]) === key(row)) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function heading(
  { episodes, draws }: Validation,
  part: ValidationPart,
  [first]: readonly ValidationRow[],
  language: Language,
): string {
  const subject = first?.subject[language] ?? "";
  const episode = episodes.find(({ label }) => part === "episodes" && label.en === first?.subject.en);
  if (episode === undefined) return subject;
  const { verdict, used, bounds } = episode;
  return `${subject}: ${verdictText(verdict, language)} (${episodeDraws(used, draws, bounds, language)})`;
}

/** Rows as a table; with `subjects`, what each is about is a column, and files, which are many and long, are left out. */
function table(rows: readonly ValidationRow[], language: Language, subjects: boolean): readonly string[] {
  const title = (key: keyof typeof COLUMNS, right = false): Column => ({
    title: COLUMNS[key][language],
    ...(right ? { align: "right" as const } : {}),
  });
  const all = [
    { column: title("subject"), cell: (row: ValidationRow) => (subjects ? row.subject[language] : "") },
    { column: title("target"), cell: (row: ValidationRow) => row.target[language] },
    { column: title("published", true), cell: (row: ValidationRow) => publishedText(row, language) },
    {
      column: title("obtained", true),
      cell: ({ obtained, unit }: ValidationRow) => validationNumber(obtained.median, unit, language),
    },
    { column: title("range", true), cell: (row: ValidationRow) => obtainedRange(row, language) },
    {
      column: title("without", true),
      cell: ({ without, unit }: ValidationRow) => validationNumber(without, unit, language),
    },
    { column: title("inside", true), cell: insideText },
    { column: title("verdict"), cell: ({ verdict }: ValidationRow) => verdictText(verdict, language) },
    { column: title("sources"), cell: ({ sources }: ValidationRow) => (subjects ? "" : sources.join(", ")) },
  ];
  const shown = all.filter(({ cell }) => rows.some((row) => cell(row) !== ""));
  return textTable(
    shown.map(({ column }) => column),
    rows.map((row) => shown.map(({ cell }) => cell(row))),
  );
}
