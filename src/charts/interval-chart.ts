import type { Language } from "../explain/language.ts";
import { roundTogether, signed } from "../explain/number-words.ts";
import { betterShort, type Counts } from "../explain/sentences.ts";
import { crossAxis, type PlotBox } from "./axis.ts";
import type { Chart } from "./chart.ts";
import { chartWords } from "./chart-words.ts";
import { textWidth, wrapText } from "./labels.ts";
import { linearScale } from "./linear-scale.ts";
import { QUIET } from "./palette.ts";
import { el, HALO, label, svgImage } from "./svg.ts";

/** One scenario's change against no change of the same draw, in the unit of the chart. */
export interface IntervalRow extends Counts {
  readonly label: string;
  readonly q05: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q95: number;
}

export interface IntervalChartOptions {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** Groups and rows in the order in which they are drawn: never by effect. */
  readonly groups: readonly { readonly label: string; readonly rows: readonly IntervalRow[] }[];
  readonly language: Language;
}

const COLOR = "#00737A";

/** Paired change per scenario: a dot for the median, a thick bar for half of runs, a thin one for nine in ten. */
export function intervalChart(options: IntervalChartOptions): Chart {
  return {
    id: options.id,
    title: options.title,
    subtitle: options.unit,
    description: description(options),
    table: table(options),
    draw: (width) => draw(options, width),
  };
}

function draw(options: IntervalChartOptions, width: number): string {
  const words = chartWords(options.language);
  const wide = width >= 560;
  const labelRoom = wide ? 214 : 0;
  const rows = options.groups.flatMap((g) => g.rows);
  const counts = rows.map((row) => textWidth(betterShort(row, options.language), 11.5));
  const countRoom = wide ? Math.max(0, ...counts) + 12 : 0;
  const values = rows.flatMap((r) => [r.q05, r.q95]).filter(Number.isFinite);
  const box = { left: labelRoom + (wide ? 8 : 22), right: width - countRoom - (wide ? 10 : 22) };
  const x = linearScale(
    [Math.min(0, ...values), Math.max(0, ...values)],
    [box.left, box.right],
    wide ? 6 : 4,
  );
  const top = 50;
  let y = top;
  const parts: string[] = [];
  for (const group of options.groups) {
    y += 20;
    parts.push(label(0, y, group.label, { ...HALO, "font-weight": "600", fill: QUIET }));
    y += 6;
    for (const row of group.rows) {
      const count = betterShort(row, options.language);
      if (wide) {
        const lines = wrapText(row.label, labelRoom - 6, 12);
        const height = Math.max(26, lines.length * 14 + 10);
        const middle = y + height / 2;
        lines.forEach((l, k) => {
          parts.push(label(0, middle + 4 + (k - (lines.length - 1) / 2) * 14, l));
        });
        parts.push(
          mark(row, x, middle),
          label(width - countRoom + 8, middle + 4, count, { fill: QUIET, "font-size": 11.5 }),
        );
        y += height;
      } else {
        const lines = wrapText(row.label, width - textWidth(count, 11) - 16, 12);
        lines.forEach((l, k) => {
          parts.push(label(0, y + 14 + k * 14, l, { ...HALO }));
        });
        parts.push(
          label(width, y + 14, count, { ...HALO, "text-anchor": "end", fill: QUIET, "font-size": 11 }),
        );
        y += lines.length * 14 + 14;
        parts.push(mark(row, x, y));
        y += 14;
      }
    }
  }
  const plot: PlotBox = { ...box, top, bottom: y + 6 };
  return svgImage(
    {
      id: options.id,
      width,
      height: plot.bottom + 26,
      title: options.title,
      description: description(options),
    },
    key(options.language, width),
    crossAxis(x, plot, wide ? 6 : 4),
    directions(words.lower, words.higher, x(0), plot),
    ...parts,
  );
}

function mark(row: IntervalRow, x: (v: number) => number, y: number): string {
  const bar = (from: number, to: number, height: number, opacity: string) =>
    el("rect", {
      x: x(from),
      y: y - height / 2,
      width: Math.max(1, x(to) - x(from)),
      height,
      fill: COLOR,
      "fill-opacity": opacity,
    });
  return (
    bar(row.q05, row.q95, 4, "0.4") +
    bar(row.q25, row.q75, 10, "0.55") +
    el("circle", { cx: x(row.q50), cy: y, r: 5, fill: "#FFFFFF", stroke: COLOR, "stroke-width": 2.5 })
  );
}

/** "← lower" and "higher →" at both sides of zero, each only where it has room. */
function directions(lower: string, higher: string, zero: number, box: PlotBox): string {
  const left = `← ${lower}`;
  const right = `${higher} →`;
  const style = { "font-size": 11, fill: QUIET };
  const out: string[] = [];
  if (textWidth(left, 11) <= zero - box.left + 60 && zero - box.left > 24) {
    out.push(label(zero - 6, box.top, left, { ...style, "text-anchor": "end" }));
  }
  if (textWidth(right, 11) <= box.right - zero + 60 && box.right - zero > 24) {
    out.push(label(zero + 6, box.top, right, style));
  }
  return out.join("");
}

function key(language: Language, width: number): string {
  const words = chartWords(language);
  const items = [words.middle, words.half, words.most];
  let x = 0;
  let y = 8;
  return items
    .map((text, i) => {
      const room = 26 + textWidth(text, 12) + 16;
      if (x > 0 && x + room - 16 > width) {
        x = 0;
        y += 18;
      }
      const shape =
        i === 0
          ? el("circle", { cx: x + 10, cy: y, r: 5, fill: "#FFFFFF", stroke: COLOR, "stroke-width": 2.5 })
          : el("rect", {
              x,
              y: y - (i === 1 ? 5 : 2),
              width: 20,
              height: i === 1 ? 10 : 4,
              fill: COLOR,
              "fill-opacity": i === 1 ? "0.75" : "0.4",
            });
      const out = shape + label(x + 26, y + 4, text, { fill: QUIET });
      x += room;
      return out;
    })
    .join("");
}

function description(options: IntervalChartOptions): string {
  const words = chartWords(options.language);
  const intro =
    options.language === "en"
      ? `Chart of ${options.title} (${options.unit}): each scenario minus no change in the same run.`
      : `Gráfica de ${options.title} (${options.unit}): cada escenario menos sin cambios en la misma simulación.`;
  const rows = options.groups
    .flatMap((g) => g.rows)
    .map(
      (r) =>
        `${r.label}: ${shown(r).middle} (${shown(r).q05} ${words.to} ${shown(r).q95}), ${betterShort(r, options.language)}.`,
    );
  return [intro, ...rows].join(" ");
}

/** The numbers of a row, rounded together. */
function shown(row: IntervalRow) {
  const [middle = "", q05 = "", q25 = "", q75 = "", q95 = ""] = roundTogether([
    row.q50,
    row.q05,
    row.q25,
    row.q75,
    row.q95,
  ]).map(signed);
  return { middle, q05, q25, q75, q95 };
}

function table(options: IntervalChartOptions) {
  const words = chartWords(options.language);
  return {
    head: [words.scenario, words.median, words.half, words.range, words.runs],
    rows: options.groups
      .flatMap((g) => g.rows)
      .map((r) => [
        r.label,
        shown(r).middle,
        `${shown(r).q25} ${words.to} ${shown(r).q75}`,
        `${shown(r).q05} ${words.to} ${shown(r).q95}`,
        betterShort(r, options.language),
      ]),
  };
}
