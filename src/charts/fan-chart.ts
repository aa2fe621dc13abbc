import { dateYears, shortDateWords } from "../explain/date-words.ts";
import type { Language } from "../explain/language.ts";
import { level } from "../explain/number-words.ts";
import { type PlotBox, valueAxis, yearAxis } from "./axis.ts";
import type { Chart } from "./chart.ts";
import { chartWords } from "./chart-words.ts";
import { type FanGeometry, type FanHistory, type FanSeries, fanGeometry } from "./fan-geometry.ts";
import { fanDescription, fanTable } from "./fan-text.ts";
import { spreadLabels, textWidth, wrapText } from "./labels.ts";
import { QUIET, type SeriesStyle, seriesStyles } from "./palette.ts";
import { el, HALO, label, svgImage } from "./svg.ts";

export interface FanChartOptions {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly history: readonly FanHistory[];
  /** Up to four; more belong in small multiples. */
  readonly series: readonly FanSeries[];
  /** The decision date, `YYYY-MM`, marked by a line. */
  readonly decision: string;
  readonly language: Language;
  /** Whether the value axis holds 0; counts always do. Default true. */
  readonly zero?: boolean;
}

const SIZE = 12;
const LINE = 14;
const LANE = 9;

/** History as dots, then per scenario the median with bands that hold half and nine tenths of the runs. */
export function fanChart(options: FanChartOptions): Chart {
  return {
    id: options.id,
    title: options.title,
    subtitle: options.unit,
    description: fanDescription(options),
    table: fanTable(options),
    draw: (width) => draw(options, width),
  };
}

function draw(options: FanChartOptions, width: number): string {
  const wide = width >= 560;
  const styles = seriesStyles(options.series.map((s) => s.noChange));
  const margin = wide ? 168 : 10;
  const keys = keyRows(options, width, endBars(options));
  const names = wide ? { markup: "", height: 0 } : nameRows(options, styles, width, keys.height + 10);
  const top = keys.height + names.height + 30;
  const lane = endBars(options) ? options.series.length * LANE + 6 : 0;
  const box: PlotBox = {
    left: wide ? 62 : 50,
    right: width - margin - lane,
    top,
    bottom: top + (wide ? 270 : 230),
  };
  const g = fanGeometry(options.series, options.history, box, options.zero ?? true);
  return svgImage(
    {
      id: options.id,
      width,
      height: box.bottom + 28,
      title: `${options.title} (${options.unit})`,
      description: fanDescription(options),
    },
    keys.markup,
    names.markup,
    valueAxis(g.y, box, 5),
    yearAxis(g.x, box),
    decisionMark(options, g, box),
    ...g.bands.map((b, i) =>
      lane === 0 || options.series[i]?.noChange ? bandShapes(b, styles[i]?.color ?? QUIET) : "",
    ),
    ...g.bands.map((b, i) => middleLine(b.middle, styles[i])),
    ...g.history.map((h, i) => historyShapes(h, i)),
    historyLabels(options, g, box),
    lane === 0 ? "" : rangeBars(options, g, box, styles),
    wide ? endLabels(options, g, box, styles, { offset: lane, width: margin - 14 }) : "",
  );
}

/** More than two fans on top of each other hide one another: then only no change keeps its fan, and every path has its ranges as bars at the end. */
function endBars(options: FanChartOptions): boolean {
  return options.series.length > 2 && options.series.some((s) => s.noChange);
}

function rangeBars(
  options: FanChartOptions,
  g: FanGeometry,
  box: PlotBox,
  styles: readonly SeriesStyle[],
): string {
  return options.series
    .map((s, i) => {
      const x = box.right + 8 + i * LANE;
      const bar = (low: number, high: number, width: number, opacity: string) =>
        el("rect", {
          x: x - width / 2,
          y: g.y(high),
          width,
          height: Math.max(1, g.y(low) - g.y(high)),
          fill: styles[i]?.color,
          "fill-opacity": opacity,
        });
      return (
        bar(s.q05.at(-1) ?? 0, s.q95.at(-1) ?? 0, 2, "0.6") +
        bar(s.q25.at(-1) ?? 0, s.q75.at(-1) ?? 0, 6, "0.75") +
        el("circle", { cx: x, cy: g.y(s.q50.at(-1) ?? 0), r: 2.5, fill: "#FFFFFF" })
      );
    })
    .join("");
}

/** The two bands of a scenario, without outline, the outer one lighter. */
export function bandShapes(band: { readonly outer: string; readonly inner: string }, color: string): string {
  return (
    el("path", { d: band.outer, fill: color, "fill-opacity": "0.13", stroke: "none" }) +
    el("path", { d: band.inner, fill: color, "fill-opacity": "0.2", stroke: "none" })
  );
}

/** The median of a scenario. */
export function middleLine(d: string, style: SeriesStyle | undefined): string {
  return el("path", {
    d,
    fill: "none",
    stroke: style?.color ?? QUIET,
    "stroke-width": 2,
    "stroke-dasharray": style?.dash,
    "stroke-linejoin": "round",
  });
}

/** Observations: small dots on a thin line; a second series has open dots. */
export function historyShapes(history: FanGeometry["history"][number], index: number): string {
  const radius = history.points.length > 60 ? 1.5 : 2.4;
  const dots = (stroke: string, width: number) =>
    el("path", {
      d: history.points.map(([x, y]) => `M${x},${y}h0`).join(""),
      stroke,
      "stroke-width": width,
      "stroke-linecap": "round",
      fill: "none",
    });
  return (
    el("path", {
      d: history.path,
      fill: "none",
      stroke: "#222222",
      "stroke-width": 1,
      "stroke-opacity": "0.45",
    }) +
    dots("#222222", radius * 2 + 0.7) +
    (index === 0 ? "" : dots("#FFFFFF", radius * 2 - 0.7))
  );
}

function decisionMark(options: FanChartOptions, g: FanGeometry, box: PlotBox): string {
  const x = g.x(dateYears(options.decision));
  if (!(x >= box.left && x <= box.right)) return "";
  const text = chartWords(options.language).decision(shortDateWords(options.decision, options.language));
  const half = textWidth(text, 11) / 2;
  const at = Math.min(Math.max(x, box.left + half), box.right - half + 40);
  return (
    el("line", {
      x1: x,
      x2: x,
      y1: box.top - 4,
      y2: box.bottom,
      stroke: "#767676",
      "stroke-dasharray": "1 3",
    }) + label(at, box.top - 9, text, { "text-anchor": "middle", "font-size": 11, fill: QUIET })
  );
}

/** What the shades and marks mean, in words, in as many rows as the width needs. */
export function keyRows(
  options: FanChartOptions,
  width: number,
  withEndBars: boolean,
): { readonly markup: string; readonly height: number } {
  const words = chartWords(options.language);
  const items: { readonly text: string; readonly mark: (x: number, y: number) => string }[] = [
    {
      text: words.middle,
      mark: (x, y) => el("line", { x1: x, x2: x + 20, y1: y, y2: y, stroke: QUIET, "stroke-width": 2 }),
    },
    { text: words.half, mark: (x, y) => swatch(x, y, "0.32") },
    { text: words.most, mark: (x, y) => swatch(x, y, "0.14") },
  ];
  const dot = (fill: string) => (x: number, y: number) =>
    el("circle", { cx: x + 10, cy: y, r: 2.6, fill, stroke: "#222222" });
  if (options.history.length === 1) items.push({ text: words.observed, mark: dot("#222222") });
  if (options.history.length > 1) {
    items.push(
      ...options.history.map((h, i) => ({ text: h.label, mark: dot(i === 0 ? "#222222" : "#FFFFFF") })),
    );
  }
  const last = options.series[0]?.dates.at(-1);
  if (withEndBars && last !== undefined) {
    const bar = (x: number, y: number, h: number, w: number, opacity: string) =>
      el("rect", { x: x - w / 2, y: y - h / 2, width: w, height: h, fill: QUIET, "fill-opacity": opacity });
    items.push({
      text: words.endRanges(shortDateWords(last, options.language)),
      mark: (x, y) => bar(x + 10, y, 16, 2, "0.6") + bar(x + 10, y, 8, 6, "0.75"),
    });
  }
  let x = 0;
  let y = 8;
  const parts: string[] = [];
  for (const item of items) {
    const room = 26 + textWidth(item.text, SIZE) + 18;
    if (x > 0 && x + room - 18 > width) {
      x = 0;
      y += 18;
    }
    parts.push(item.mark(x, y), label(x + 26, y + 4, item.text, { fill: QUIET }));
    x += room;
  }
  return { markup: parts.join(""), height: y + 8 };
}

function swatch(x: number, y: number, opacity: string): string {
  return el("rect", { x, y: y - 6, width: 20, height: 12, fill: QUIET, "fill-opacity": opacity });
}

/** The name of a single observed series, above or below its line in the stretch that the name covers; several are named in the key. */
function historyLabels(options: FanChartOptions, g: FanGeometry, box: PlotBox): string {
  if (options.history.length > 1) return "";
  return options.history
    .map((h, i) => {
      const points = g.history[i]?.points ?? [];
      const first = points[0];
      if (first === undefined) return "";
      const x = Math.max(box.left + 4, first[0]);
      const lines = wrapText(h.label, Math.max(90, (box.right - box.left) * 0.4), SIZE);
      const reach = x + Math.max(...lines.map((l) => textWidth(l, SIZE)));
      const ys = g.history.flatMap((o) =>
        o.points.filter(([px]) => px >= x - 6 && px <= reach + 6).map(([, py]) => py),
      );
      const above = i === 0 && Math.min(...ys) - 10 - LINE * lines.length > box.top - 2;
      const room = LINE * lines.length;
      const y = above
        ? Math.min(...ys) - 10 - room + LINE
        : Math.min(box.bottom - 6 - room + LINE, Math.max(...ys) + 18);
      return lines.map((l, k) => label(x, y + k * LINE, l, { ...HALO })).join("");
    })
    .join("");
}

/** On a phone the names stand above the plot, one a line with its own stroke and its last median. */
function nameRows(
  options: FanChartOptions,
  styles: readonly SeriesStyle[],
  width: number,
  top: number,
): { readonly markup: string; readonly height: number } {
  let y = top;
  const markup = options.series.map((s, i) => {
    const style = styles[i];
    const text = `${s.label}: ${level(s.q50.at(-1) ?? 0)}`;
    const lines = wrapText(text, width - 36, SIZE, true);
    const stroke = middleLine(`M0,${y}H26`, style);
    const words = lines.map((l, k) =>
      label(34, y + 4 + k * LINE, l, { fill: style?.text, "font-weight": "600" }),
    );
    y += lines.length * LINE + 4;
    return stroke + words.join("");
  });
  return { markup: markup.join(""), height: y - top };
}

/** The name of each scenario and its last median beside the end of its line, spread so that none overlap. */
function endLabels(
  options: FanChartOptions,
  g: FanGeometry,
  box: PlotBox,
  styles: readonly SeriesStyle[],
  room: { readonly offset: number; readonly width: number },
): string {
  const blocks = options.series.map((s) => {
    const last = s.q50.at(-1) ?? 0;
    const lines = [...wrapText(s.label, room.width, SIZE, true), level(last)];
    return { at: g.y(last), lines, height: lines.length * LINE };
  });
  const tops = spreadLabels(blocks, box.top - 6, box.bottom + 20, 5);
  return blocks
    .map((b, i) => {
      const top = tops[i] ?? 0;
      const color = styles[i]?.color ?? QUIET;
      const centre = top + b.height / 2;
      const x = box.right + room.offset + 12;
      const lead = el("path", {
        d: `M${(box.right + room.offset + 1).toFixed(1)},${b.at.toFixed(1)}L${(x - 2).toFixed(1)},${centre.toFixed(1)}`,
        stroke: color,
        "stroke-width": 1,
        fill: "none",
      });
      const text = b.lines.map((l, k) =>
        label(x + 2, top + 11 + k * LINE, l, {
          fill: styles[i]?.text,
          "font-weight": k === b.lines.length - 1 ? "400" : "600",
        }),
      );
      return lead + text.join("");
    })
    .join("\n");
}
