import { area, line } from "d3-shape";
import { dateYears, shortDateWords } from "../explain/date-words.ts";
import type { Language } from "../explain/language.ts";
import { type PlotBox, valueAxis, yearAxis } from "./axis.ts";
import { backtestKeys, rivalMark } from "./backtest-marks.ts";
import { type BacktestText, backtestDescription, backtestTable } from "./backtest-text.ts";
import type { Chart } from "./chart.ts";
import { bandShapes } from "./fan-shapes.ts";
import { type LinearScale, linearScale } from "./linear-scale.ts";
import { COMPARED, QUIET } from "./palette.ts";
import { el, HALO, label, svgImage } from "./svg.ts";

/** One value at a month, `YYYY-MM`, in the unit of the chart. */
export interface MonthValue {
  readonly month: string;
  readonly value: number;
}

/** Forecasts from one origin. */
export interface BacktestPanel {
  readonly origin: string;
  /** The last month that was published then. */
  readonly knownTo: string;
  readonly months: readonly string[];
  readonly q05: readonly number[];
  readonly q25: readonly number[];
  readonly q50: readonly number[];
  readonly q75: readonly number[];
  readonly q95: readonly number[];
  /** Median of the model with all that was conceived later, by month; empty where there is none. */
  readonly full: readonly MonthValue[];
  /** Medians of rivals at the months scored, in the order of `rivals` of the chart; empty where a rival has none. */
  readonly rivals: readonly (readonly MonthValue[])[];
  /** What came at the months scored, and whether the band of nine tenths held it. */
  readonly scored: readonly (MonthValue & { readonly inside: boolean })[];
}

/** A chart of hits and misses of one series: a panel an origin, on shared axes of values. */
export interface BacktestChartOptions extends BacktestText {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly language: Language;
  readonly rivals: readonly string[];
  readonly history: readonly MonthValue[];
  readonly panels: readonly BacktestPanel[];
}

/** Years shown before an origin. */
const BEFORE = 2;

/** Published values, the model's fan from each origin, its rivals' medians, and a cross where what came lay outside the fan. */
export function backtestChart(options: BacktestChartOptions): Chart {
  return {
    id: options.id,
    title: options.title,
    subtitle: options.unit,
    description: backtestDescription(options),
    table: backtestTable(options),
    draw: (width) => draw(options, width),
  };
}

function draw(options: BacktestChartOptions, width: number): string {
  const columns = width >= 560 ? 2 : 1;
  const gap = 56;
  const axis = 58;
  const edge = 16;
  const cell = (width - axis - edge - gap * (columns - 1)) / columns;
  const plot = 170;
  const rowHeight = plot + 66;
  const keys = backtestKeys(options, width);
  const high = Math.max(
    ...options.history.map(({ value }) => value),
    ...options.panels.flatMap((panel) => panel.q95),
  );
  const panels = options.panels.map((panel, i) => {
    const left = axis + (i % columns) * (cell + gap);
    const top = keys.height + Math.floor(i / columns) * rowHeight + 34;
    return drawPanel(options, panel, { left, right: left + cell, top, bottom: top + plot }, high);
  });
  return svgImage(
    {
      id: options.id,
      width,
      height: keys.height + Math.ceil(panels.length / columns) * rowHeight + 8,
      title: `${options.title} (${options.unit})`,
      description: backtestDescription(options),
    },
    keys.markup,
    ...panels,
  );
}

function drawPanel(options: BacktestChartOptions, panel: BacktestPanel, box: PlotBox, high: number): string {
  const origin = dateYears(panel.origin);
  const last = Math.max(origin + 1, ...panel.months.map(dateYears));
  const x = linearScale([origin - BEFORE, last], [box.left, box.right]);
  const y = linearScale([0, high], [box.bottom, box.top], 4);
  const seen = options.history.filter(({ month }) => {
    const at = dateYears(month);
    return at >= origin - BEFORE - 1e-9 && at <= last + 1e-9;
  });
  const known = seen.filter(({ month }) => month <= panel.knownTo);
  const later = seen.filter(({ month }) => month >= panel.knownTo);
  const at = (points: readonly MonthValue[]) =>
    line<MonthValue>()
      .x(({ month }) => x(dateYears(month)))
      .y(({ value }) => y(value))
      .digits(1)(points) ?? "";
  const title = shortDateWords(panel.origin, options.language);
  return [
    label(box.left, box.top - 12, `${options.language === "en" ? "from" : "desde"} ${title}`, {
      "font-weight": "600",
    }),
    valueAxis(y, box, 4),
    yearAxis(x, box),
    el("line", {
      x1: x(origin),
      x2: x(origin),
      y1: box.top,
      y2: box.bottom,
      stroke: "#767676",
      "stroke-dasharray": "1 3",
    }),
    bandShapes(fan(panel, x, y), COMPARED[0]?.color ?? QUIET),
    path(at(panel.months.map((month, i) => ({ month, value: panel.q50[i] ?? 0 }))), COMPARED[0]?.color, 2),
    panel.full.length > 0 ? path(at(panel.full), COMPARED[1]?.color, 1.5, COMPARED[1]?.dash) : "",
    path(at(known), "#222222", 2),
    path(at(later), "#222222", 1.5, "2 2"),
    ...panel.rivals.flatMap((points, i) =>
      points.map(({ month, value }) => rivalMark(i, x(dateYears(month)), y(value))),
    ),
    ...panel.scored.map(({ month, value, inside }) => outcome(x(dateYears(month)), y(value), inside)),
  ].join("\n");
}

/** The published value at a month scored: a dot, with a cross beside it when the fan did not hold it. */
function outcome(x: number, y: number, inside: boolean): string {
  const dot = el("circle", { cx: x, cy: y, r: 3.5, fill: "#222222", stroke: "#FFFFFF", "stroke-width": 1 });
  return inside ? dot : dot + label(x + 6, y + 4, "✗", { ...HALO, "font-weight": "600", fill: "#222222" });
}

function fan(
  panel: BacktestPanel,
  x: LinearScale,
  y: LinearScale,
): { readonly outer: string; readonly inner: string; readonly middle: string } {
  const places = panel.months.map((month, i) => ({ x: x(dateYears(month)), i }));
  const band = (low: readonly number[], high: readonly number[]) =>
    area<(typeof places)[number]>()
      .x((p) => p.x)
      .y0((p) => y(low[p.i] ?? 0))
      .y1((p) => y(high[p.i] ?? 0))
      .digits(1)(places) ?? "";
  return { outer: band(panel.q05, panel.q95), inner: band(panel.q25, panel.q75), middle: "" };
}

function path(d: string, stroke: string | undefined, width: number, dash?: string): string {
  return d === ""
    ? ""
    : el("path", {
        d,
        fill: "none",
        stroke: stroke ?? QUIET,
        "stroke-width": width,
        "stroke-dasharray": dash,
      });
}
