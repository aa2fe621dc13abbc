import { dateWords } from "../explain/date-words.ts";
import { fixed, level, percent } from "../explain/number-words.ts";
import {
  anchor,
  type Block,
  type Inline,
  type Line,
  paragraph,
  plain,
  type Section,
  say,
} from "./render-blocks.ts";
import { idLinks, type Lookup } from "./render-lookup.ts";
import type { SourceRow } from "./result.ts";

/** Extrapolation, what is left out, fit and misfit, and what has happened since. */
export function limitSections(look: Lookup): readonly Section[] {
  const { words, result, language } = look;
  const { calibration } = result;
  const fit: Block[] = calibration.method.map((text) => paragraph(say(text, language)));
  if (calibration.fits.length > 0) {
    fit.push({
      kind: "table",
      name: "fit",
      caption: words.fitCaption,
      cards: true,
      head: [words.series, words.points, words.error, words.inside, words.used, words.source].map((text) => ({
        text,
      })),
      rows: calibration.fits.map((f) => ({
        cells: [
          plain(say(f.label, language)),
          plain(fixed(f.points, 0)),
          plain(percent(f.mape)),
          plain(percent(f.inside90)),
          plain(f.used ? words.yes : words.no),
          plain(...idLinks(look, [f.source])),
        ],
      })),
    });
  }
  if (calibration.misfits.length > 0) {
    fit.push(
      { kind: "heading", text: words.misfits },
      { kind: "list", items: calibration.misfits.map((m) => [say(m, language)]) },
    );
  }
  const texts = (items: readonly { readonly en: string; readonly es: string }[]): Block => ({
    kind: "list",
    items: items.map((item) => [say(item, language)]),
  });
  return [
    { id: "extrapolation", title: words.extrapolationTitle, blocks: [texts(result.extrapolation)] },
    { id: "left-out", title: words.leftOutTitle, blocks: [texts(result.leftOut)] },
    { id: "fit", title: words.fitTitle, blocks: fit },
    {
      id: "since",
      title: words.sinceTitle,
      blocks: [
        paragraph(words.sinceIntro),
        {
          kind: "table",
          name: "since",
          caption: words.sinceCaption,
          cards: true,
          head: [words.date, words.event, words.value, words.source].map((text) => ({ text })),
          rows: result.whatHappened.map((h) => ({
            cells: [
              plain(dateWords(h.date, language)),
              plain(say(h.event, language)),
              plain(foreign(h.value, look)),
              plain(webLink(h.source, h.url)),
            ],
          })),
        },
      ],
    },
  ];
}

/** Every source, the words used, and how the report was made. */
export function recordSections(look: Lookup): readonly Section[] {
  const { words, result } = look;
  const { made } = result;
  const facts: readonly (readonly [string, string])[] = [
    [words.made.program, made.program],
    [words.made.model, `${made.model} ${made.modelVersion}`],
    [words.made.hash, made.modelHash],
    [words.made.posterior, made.posterior],
    [words.made.seed, String(made.seed)],
    [words.made.draws, level(made.draws)],
    [words.made.engine, made.engine],
  ];
  return [
    {
      id: "sources",
      title: words.sourcesTitle,
      blocks: [
        paragraph(words.sourcesIntro),
        {
          kind: "table",
          name: "sources",
          caption: words.sourcesCaption,
          cards: true,
          head: [words.id, words.quantity, words.value, words.source, words.status, words.usedBy].map(
            (text) => ({
              text,
            }),
          ),
          rows: result.sources.map((s) => ({
            id: anchor("source", s.id),
            cells: sourceCells(look, s),
          })),
        },
        {
          kind: "table",
          name: "series",
          caption: words.seriesCaption,
          cards: true,
          head: [words.file, words.about].map((text) => ({ text })),
          rows: result.series.map((s) => ({
            id: anchor("series", s.file),
            cells: [plain({ kind: "code", text: s.file }), plain(foreign(s.about, look))],
          })),
        },
      ],
    },
    {
      id: "glossary",
      title: words.glossaryTitle,
      blocks: [
        {
          kind: "terms",
          items: words.glossary.map(([term = "", text = ""]) => ({ term, text: [text] })),
        },
      ],
    },
    {
      id: "made",
      title: words.madeTitle,
      blocks: [
        paragraph(words.madeIntro),
        {
          kind: "list",
          items: facts.map(([name, value]): Line => [`${name}: `, { kind: "strong", text: value }]),
        },
        paragraph(`${words.made.command}:`),
        { kind: "code", text: made.command },
        paragraph(words.neutral, "note"),
      ],
    },
  ];
}

function sourceCells(look: Lookup, s: SourceRow) {
  const unit = s.unit === "" || s.unit === "1" ? "" : ` ${s.unit}`;
  const when = s.year === "" ? "" : ` (${s.year})`;
  return [
    plain({ kind: "strong", text: s.id }),
    plain(foreign(s.quantity, look)),
    plain(foreign(`${s.value}${unit}${when}`, look)),
    plain(webLink(s.source, s.url)),
    plain(statusWords(look, s.status)),
    plain(...idLinks(look, s.usedBy)),
  ];
}

/** How firm a row is, in words; what the register says beyond its three known words stays as it is. */
function statusWords(look: Lookup, status: string): Inline {
  const { statuses } = look.words;
  if (status === "verified" || status === "secondary" || status === "unverified") return statuses[status];
  return foreign(status, look);
}

/** Texts of the register are English; a Spanish page says so to screen readers. */
function foreign(text: string, look: Lookup): Inline {
  return look.language === "en" ? text : { kind: "foreign", text, lang: "en" };
}

/** A link where the address is one; else the text with the address behind it. */
function webLink(text: string, url: string): Inline {
  if (/^https?:\/\/[^\s"<>]+$/.test(url)) return { kind: "link", to: url, text: text === "" ? url : text };
  return url === "" ? text : `${text} (${url})`;
}
