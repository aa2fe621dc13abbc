import { countVerdicts } from "../analysis/validation.ts";
import type { ValidationRow } from "../analysis/validation-row.ts";
import { fallFigure } from "../charts/fall-figure.ts";
import { validationChart } from "../charts/validation-chart.ts";
import { fixed, percent } from "../explain/number-words.ts";
import {
  obtainedRange,
  publishedText,
  validationNumber,
  verdictCounts,
  verdictText,
} from "../explain/validation-words.ts";
import {
  type Block,
  type Line,
  paragraph,
  plain,
  type Section,
  say,
  type TableBlock,
} from "./render-blocks.ts";
import { forecastBlocks } from "./render-forecasts.ts";
import { idLinks, type Lookup } from "./render-lookup.ts";
import { restBlocks } from "./render-rests.ts";
import { trustWords } from "./render-words-trust.ts";
import type { FallResult, ValidationResult } from "./result-validation.ts";

/** How far the model may be trusted: the past, forecasts, episodes, what the conclusions rest on, objections. */
export function trustSections(look: Lookup): readonly Section[] {
  const { validation } = look.result;
  if (validation === undefined) return [];
  const { language } = look;
  const words = trustWords(language);
  const { fall, backtest, table, sensitivity } = validation;
  const blocks: readonly Block[] = [
    paragraph(words.intro),
    { kind: "list", items: validation.summary.map((text) => [say(text, language)]) },
    ...(table === undefined ? [] : pastBlocks(look, table.rows)),
    ...(fall === undefined ? [] : fallBlocks(look, fall)),
    ...(backtest === undefined ? [] : forecastBlocks(look, backtest)),
    ...(table === undefined ? [] : tableBlocks(look, table)),
    ...(sensitivity === undefined ? [] : restBlocks(look, sensitivity)),
    ...(validation.critiques.length === 0 ? [] : objectionBlocks(look, validation.critiques)),
    ...(validation.made.length === 0 ? [] : [madeBlock(look, validation.made)]),
  ];
  return [{ id: "trust", title: words.title, blocks }];
}

function fallBlocks(look: Lookup, fall: FallResult): readonly Block[] {
  const { language } = look;
  const words = trustWords(language);
  const share = (range: FallResult["accounts"][number]["rows"][number]["share"]): string =>
    range === undefined
      ? ""
      : `${whole(range.median)} (${whole(range.low)} ${look.words.to} ${whole(range.high)})`;
  const charts = fall.accounts.map(
    (account): Block => ({
      kind: "chart",
      chart: fallFigure(
        { ...account, rows: account.rows.map((row) => ({ ...row, label: say(row.label, language) })) },
        fall,
        language,
      ),
    }),
  );
  const tables = fall.accounts.flatMap((account, k): readonly Block[] => [
    ...(k === 0 ? [] : charts.slice(k, k + 1)),
    paragraph(account.sentences[0] === undefined ? "" : say(account.sentences[0], language)),
    {
      kind: "table",
      name: `fall-${k}`,
      caption: words.fallCaption(say(account.title, language)),
      cards: true,
      head: [words.explanation, words.share, words.lastIn, words.firstIn].map((text) => ({ text })),
      rows: account.rows.map((row) => ({
        cells: [
          plain(say(row.label, language)),
          ...[row.share, row.lastIn, row.firstIn].map((range) => plain(share(range) || "\u2013")),
        ],
      })),
    },
    { kind: "list", items: account.sentences.slice(1).map((text) => [say(text, language)]) },
  ]);
  return [
    { kind: "heading", text: words.fall },
    ...charts.slice(0, 1),
    paragraph(words.fallNote, "note"),
    { kind: "fold", summary: words.fallFold, blocks: tables },
  ];
}

const whole = (value: number): string => percent(Math.round(100 * value) / 100);

/** The past, target by target, folded. */
function pastBlocks(look: Lookup, rows: readonly ValidationRow[]): readonly Block[] {
  const words = trustWords(look.language);
  const past = rows.filter(({ section }) => ["history", "shape", "coverage"].includes(section));
  if (past.length === 0) return [];
  const table = rowTable(look, "past", words.pastCaption, [{ rows: past }]);
  const blocks = [paragraph(words.pastIntro, "note"), table];
  return [{ kind: "fold", summary: words.past(past.length), blocks }];
}

/** The episodes with their verdicts in view; their targets and published models folded. */
function tableBlocks(
  look: Lookup,
  { rows, episodes }: NonNullable<ValidationResult["table"]>,
): readonly Block[] {
  const { language } = look;
  const words = trustWords(language);
  const published = rows.filter(({ section }) => section === "published model");
  const own = (id: string) => rows.filter((row) => row.id.startsWith(`${id}/`));
  const counted = (of: readonly ValidationRow[]) =>
    verdictCounts(countVerdicts(of.map(({ verdict }) => verdict)), language);
  const fold = (summary: string, blocks: readonly Block[]): Block => ({ kind: "fold", summary, blocks });
  return [
    ...(episodes.length === 0
      ? []
      : [
          { kind: "heading", text: words.episodes } as const,
          {
            kind: "table",
            name: "episodes",
            caption: words.episodesCaption,
            cards: true,
            head: [words.episode, words.verdict, words.targets].map((text) => ({ text })),
            rows: episodes.map(({ id, label, verdict }) => ({
              cells: [
                plain(say(label, language)),
                plain(together(verdictText(verdict, language))),
                plain(counted(own(id))),
              ],
            })),
          } as const,
          fold(words.episodesFold, [
            {
              kind: "chart",
              chart: validationChart({
                id: "validation-episodes",
                title: words.episodes,
                groups: episodes.map(({ id, label, verdict }) => ({
                  ...{ label: say(label, language), verdict, rows: own(id) },
                })),
                language,
              }),
            },
            rowTable(
              look,
              "episode-targets",
              words.episodesCaption,
              episodes.map(({ id, label }) => ({ group: say(label, language), rows: own(id) })),
            ),
          ]),
        ]),
    ...(published.length === 0
      ? []
      : [
          fold(words.published_, [
            rowTable(
              look,
              "published",
              words.publishedCaption,
              [...new Set(published.map(({ subject }) => say(subject, language)))].map((group) => ({
                group,
                rows: published.filter(({ subject }) => say(subject, language) === group),
              })),
            ),
          ]),
        ]),
  ];
}

interface RowGroup {
  readonly group?: string;
  readonly rows: readonly ValidationRow[];
}

/** Targets, what was published, what the model gives; a column that is empty throughout is left out. */
function rowTable(look: Lookup, name: string, caption: string, groups: readonly RowGroup[]): TableBlock {
  const { language } = look;
  const words = trustWords(language);
  const all = groups.flatMap(({ rows }) => rows);
  const columns: readonly (readonly [string, (row: ValidationRow) => Line])[] = [
    [words.published, (row) => [together(publishedText(row, language))]],
    [words.obtained, (row) => [obtainedText(row, look)]],
    [words.without, ({ without, unit }) => [together(validationNumber(without, unit, language))]],
    [words.verdict, ({ verdict }) => [together(verdictText(verdict, language))]],
    [words.sources, ({ sources }) => idLinks(look, sources)],
  ];
  const shown = columns.filter(([, cell]) => all.some((row) => cell(row).some((text) => text !== "")));
  return {
    kind: "table",
    name,
    caption,
    cards: true,
    head: [{ text: words.what }, ...shown.map(([text]) => ({ text }))],
    rows: groups.flatMap(({ group, rows }) => [
      ...(group === undefined ? [] : [{ group, cells: [] }]),
      ...rows.map((row) => ({
        cells: [
          {
            lines: [
              ...(group === undefined
                ? [[{ kind: "strong", text: say(row.subject, language) }] as const]
                : []),
              [say(row.target, language)],
              ...(row.note === undefined
                ? []
                : [[{ kind: "small", text: say(row.note, language) }] as const]),
            ],
          },
          ...shown.map(([, cell]) => {
            const line = cell(row);
            return plain(...(line.every((text) => text === "") ? ["\u2013"] : line));
          }),
        ],
      })),
    ]),
  };
}

/** A mark and its word, a number and its unit, on one line. */
function together(text: string): string {
  return text.replace(/^([●◐○·]) /u, "$1\u00a0").replaceAll(" %", "\u00a0%");
}

function obtainedText(row: ValidationRow, { language }: Lookup): string {
  const middle = validationNumber(row.obtained.median, row.unit, language);
  const range = obtainedRange(row, language);
  return together(range === "" ? middle : `${middle} (${range})`);
}

/** Every objection as its author would put it, with what the model does about it. */
function objectionBlocks(look: Lookup, critiques: ValidationResult["critiques"]): readonly Block[] {
  const { language } = look;
  const words = trustWords(language);
  const blocks = critiques.flatMap((one): readonly Block[] => [
    { kind: "heading", text: say(one.title, language) },
    paragraph(
      `${say(one.who, language)} · ${words.standings[one.standing]} · ${words.tilts[one.tilt]}`,
      "note",
    ),
    paragraph(say(one.objection, language)),
    paragraph([{ kind: "strong", text: `${words.does}.` }, ` ${say(one.does, language)}`]),
    ...(one.settles === undefined
      ? []
      : [paragraph([{ kind: "strong", text: `${words.settles}.` }, ` ${say(one.settles, language)}`])]),
  ]);
  return [
    { kind: "heading", text: words.objections },
    {
      kind: "list",
      items: critiques.map((one) => [`${say(one.title, language)} (${words.standings[one.standing]})`]),
    },
    { kind: "fold", summary: words.objectionsFold(critiques.length), blocks },
  ];
}

/** The command of each stored result, and whether it is out of date. */
function madeBlock(look: Lookup, made: ValidationResult["made"]): Block {
  const words = trustWords(look.language);
  return {
    kind: "fold",
    summary: words.made,
    blocks: made.flatMap(({ draws, seed, posteriors, command, stale }): readonly Block[] => {
      const from =
        posteriors.length === 0 ? words.prior : posteriors.map((name) => `posterior/${name}`).join(", ");
      const line = words.madeLine(fixed(draws, 0), seed, from);
      return [
        paragraph(stale ? [`${line}; `, { kind: "strong", text: words.outdated }, ":"] : `${line}:`),
        { kind: "code", text: command },
      ];
    }),
  };
}
