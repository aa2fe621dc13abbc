import type { Language } from "../explain/language.ts";
import { percent } from "../explain/number-words.ts";
import { crossAxis, type PlotBox } from "./axis.ts";
import type { Chart } from "./chart.ts";
import { chartWords } from "./chart-words.ts";
import { textWidth, wrapText } from "./labels.ts";
import { linearScale } from "./linear-scale.ts";
import { QUIET } from "./palette.ts";
import { el, HALO, label, svgImage } from "./svg.ts";

/** One explanation's share of a whole: 0.3 is 30 percent; below 0 it worked the other way. */
export interface ShareRange {
  readonly label: string;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** Rows that close the account and are no explanation are drawn open. */
  readonly open?: boolean;
}

export interface ShareRangesOptions {
  readonly id: string;
  readonly title: string;
  /** What the shares are of. */
  readonly unit: string;
  /** In the order in which they are drawn: never by size. */
  readonly rows: readonly ShareRange[];
  readonly language: Language;
}

const COLOR = "#00737A";

/** Shares of a whole as ranges: a bar for nine draws in ten, a ring for the middle one, percent along the bottom. */
export function shareRanges(options: ShareRangesOptions): Chart {
  const words = chartWords(options.language);
  return {
    id: options.id,
    title: options.title,
    subtitle: options.unit,
    description: description(options),
    table: {
      head: [words.option, words.median, words.range],
      rows: options.rows.map((row) => [row.label, percent(row.median), span(row, options.language)]),
    },
    draw: (width) => draw(options, width),
  };
}

function draw(options: ShareRangesOptions, width: number): string {
  const wide = width >= 560;
  const left = wide ? 250 : 0;
  const room = textWidth("+100 %", 12) + 8;
  const values = options.rows.flatMap(({ low, high }) => [100 * low, 100 * high]).filter(Number.isFinite);
  const x = linearScale(
    [Math.min(0, ...values), Math.max(100, ...values)],
    [left + 22, width - room],
    wide ? 6 : 4,
  );
  const top = 8;
  let y = top;
  const parts: string[] = [];
  for (const row of options.rows) {
    const lines = wrapText(row.label, wide ? left - 12 : width, 12);
    const height = wide ? Math.max(30, lines.length * 14 + 12) : lines.length * 14 + 30;
    const middle = wide ? y + height / 2 : y + lines.length * 14 + 14;
    lines.forEach((line, k) => {
      const at = wide ? middle + 4 + (k - (lines.length - 1) / 2) * 14 : y + 12 + k * 14;
      parts.push(label(0, at, line, HALO));
    });
    parts.push(mark(row, (share) => x(100 * share), middle));
    parts.push(label(width, middle + 4, percent(row.median), { ...HALO, "text-anchor": "end", fill: QUIET }));
    y += height;
  }
  const box: PlotBox = { left: left + 22, right: width - room, top, bottom: y + 4 };
  const frame = { id: options.id, width, height: box.bottom + 26, title: options.title };
  return svgImage({ ...frame, description: description(options) }, crossAxis(x, box, wide ? 6 : 4), ...parts);
}

function mark({ low, median, high, open }: ShareRange, x: (share: number) => number, y: number): string {
  const paint = open === true ? { fill: "#FFFFFF", stroke: QUIET } : { fill: COLOR, "fill-opacity": "0.45" };
  return (
    el("rect", { x: x(low), y: y - 5, width: Math.max(1, x(high) - x(low)), height: 10, ...paint }) +
    el("circle", {
      cx: x(median),
      cy: y,
      r: 5,
      fill: "#FFFFFF",
      stroke: open === true ? QUIET : COLOR,
      "stroke-width": 2.5,
    })
  );
}

function span({ low, high }: ShareRange, language: Language): string {
  return `${percent(low)} ${chartWords(language).to} ${percent(high)}`;
}

function description(options: ShareRangesOptions): string {
  const rows = options.rows.map(
    (row) => `${row.label}: ${percent(row.median)} (${span(row, options.language)}).`,
  );
  return [`${options.title} (${options.unit}).`, ...rows].join(" ");
}
