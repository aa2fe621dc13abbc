import type { ValidationRow } from "../analysis/validation-row.ts";
import { publishedRange } from "../analysis/validation-verdict.ts";
import type { Language } from "../explain/language.ts";
import {
  COLUMNS,
  obtainedRange,
  publishedText,
  VALIDATION_VERDICTS,
  validationNumber,
  verdictText,
} from "../explain/validation-words.ts";
import type { Chart } from "./chart.ts";
import { textWidth, wrapText } from "./labels.ts";
import { AXIS, QUIET } from "./palette.ts";
import { el, label, svgImage } from "./svg.ts";

export interface ValidationChartOptions {
  readonly id: string;
  readonly title: string;
  /** Groups in the order in which they are drawn, each with its verdict. */
  readonly groups: readonly {
    readonly label: string;
    readonly verdict: ValidationRow["verdict"];
    readonly rows: readonly ValidationRow[];
  }[];
  readonly language: Language;
}

const COLOR = "#00737A";
const PUBLISHED = "#E3B778";

const WORDS = {
  en: {
    published: "published range",
    draws: "5 to 95 % of draws",
    median: "median",
    scale: "each line has a scale of its own; the grey tick is zero",
  },
  es: {
    published: "intervalo publicado",
    draws: "5 a 95 % de los sorteos",
    median: "mediana",
    scale: "cada línea tiene su propia escala; la marca gris es cero",
  },
} as const;

/** The published range of each target beside what the draws give, one line a target on a scale of its own. */
export function validationChart(options: ValidationChartOptions): Chart {
  const { language, groups } = options;
  return {
    id: options.id,
    title: options.title,
    subtitle: WORDS[language].scale,
    description: description(options),
    table: {
      head: [
        COLUMNS.target[language],
        COLUMNS.published[language],
        COLUMNS.obtained[language],
        COLUMNS.range[language],
        COLUMNS.verdict[language],
      ],
      rows: groups.flatMap(({ rows }) => rows.map((row) => cells(row, language))),
    },
    draw: (width) => draw(options, width),
  };
}

function cells(row: ValidationRow, language: Language): readonly string[] {
  return [
    row.target[language],
    publishedText(row, language),
    validationNumber(row.obtained.median, row.unit, language),
    obtainedRange(row, language),
    verdictText(row.verdict, language),
  ];
}

function description({ title, groups, language }: ValidationChartOptions): string {
  const lines = groups.flatMap(({ rows }) =>
    rows.map((row) =>
      cells(row, language)
        .filter((c) => c !== "")
        .join("; "),
    ),
  );
  return `${title}. ${WORDS[language].scale}. ${lines.join(". ")}.`;
}

function draw(options: ValidationChartOptions, width: number): string {
  const { language } = options;
  const wide = width >= 560;
  const words = wide ? Math.min(330, width * 0.46) : width;
  const box = wide ? { left: words + 14, right: width - 8 } : { left: 4, right: width - 4 };
  const parts: string[] = [key(language, width)];
  let y = 34;
  for (const group of options.groups) {
    y += 24;
    const heading = `${VALIDATION_VERDICTS[group.verdict].mark} ${group.label}`;
    for (const line of wrapText(heading, width, 12, true)) {
      parts.push(label(0, y, line, { "font-weight": "600" }));
      y += 15;
    }
    y -= 9;
    for (const row of group.rows) {
      const lines = wrapText(row.target[language], words - 4, 11.5);
      lines.forEach((line, k) => {
        parts.push(label(0, y + 14 + k * 14, line, { fill: QUIET, "font-size": 11.5 }));
      });
      const height = lines.length * 14 + 8;
      parts.push(mark(row, box, wide ? y + height / 2 : y + height + 6));
      y += wide ? height : height + 18;
    }
  }
  return svgImage(
    {
      id: options.id,
      width,
      height: y + 10,
      title: options.title,
      description: description(options),
    },
    ...parts,
  );
}

/** The published range as a band, the draws as a line with a dot, scaled so that both and zero fit. */
function mark(row: ValidationRow, box: { readonly left: number; readonly right: number }, y: number): string {
  const range = publishedRange(row.published);
  const { median, low = median, high = median } = row.obtained;
  const ends = [low, high, median, ...(range === undefined ? [] : [range.low, range.high])].filter(
    Number.isFinite,
  );
  const least = Math.min(0, ...ends);
  const most = Math.max(0, ...ends);
  const span = most - least === 0 ? 1 : most - least;
  const room = box.right - box.left - 12;
  const at = (value: number) =>
    box.left + 6 + (room * ((value < least ? least : value > most ? most : value) - least)) / span;
  const band =
    range === undefined
      ? ""
      : el("rect", {
          x: at(range.low) - 1,
          y: y - 7,
          width: at(range.high) - at(range.low) + 2,
          height: 14,
          fill: PUBLISHED,
        });
  const axis = el("line", { x1: at(least), x2: at(most), y1: y, y2: y, stroke: "#EEEEEE" });
  const zero = el("line", { x1: at(0), x2: at(0), y1: y - 7, y2: y + 7, stroke: AXIS });
  if (!Number.isFinite(median)) return axis + band + zero;
  const line = el("rect", {
    x: at(low),
    y: y - 2,
    width: Math.max(1, at(high) - at(low)),
    height: 4,
    fill: COLOR,
    "fill-opacity": "0.55",
  });
  const dot = el("circle", {
    cx: at(median),
    cy: y,
    r: 4.5,
    fill: "#FFFFFF",
    stroke: COLOR,
    "stroke-width": 2,
  });
  return axis + band + zero + line + dot;
}

/** What the marks mean, in one line where it fits. */
function key(language: Language, width: number): string {
  const words = WORDS[language];
  const second = 22 + textWidth(words.median, 12) + 16;
  const beside = second + 28 + textWidth(words.draws, 12) + 16;
  const fits = beside + 28 + textWidth(words.published, 12) <= width;
  const [x, y] = fits ? [beside, 12] : [0, 31];
  return [
    el("circle", { cx: 8, cy: 12, r: 4.5, fill: "#FFFFFF", stroke: COLOR, "stroke-width": 2 }),
    label(22, 16, words.median, { fill: QUIET }),
    el("rect", { x: second, y: 10, width: 22, height: 4, fill: COLOR, "fill-opacity": "0.55" }),
    label(second + 28, 16, words.draws, { fill: QUIET }),
    el("rect", { x, y: y - 6, width: 22, height: 12, fill: PUBLISHED }),
    label(x + 28, y + 4, words.published, { fill: QUIET }),
  ].join("");
}
