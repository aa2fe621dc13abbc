import { dateYears, shortDateWords } from "../explain/date-words.ts";
import { type PlotBox, valueAxis, yearAxis } from "./axis.ts";
import type { Chart } from "./chart.ts";
import { chartWords } from "./chart-words.ts";
import { type FanGeometry, fanGeometry } from "./fan-geometry.ts";
import { endLabels, historyLabels, nameRows } from "./fan-labels.ts";
import { bandShapes, historyShapes, keyRows, middleLine } from "./fan-shapes.ts";
import { type FanText, fanDescription, fanTable } from "./fan-text.ts";
import { textWidth } from "./labels.ts";
import { QUIET, type SeriesStyle, seriesStyles } from "./palette.ts";
import { el, label, svgImage } from "./svg.ts";

/** What a fan chart shows, up to four scenarios; more belong in small multiples. */
export interface FanChartOptions extends FanText {
  readonly id: string;
  /** Whether the value axis holds 0; counts always do. Default true. */
  readonly zero?: boolean;
}

/** Width that the range bar of one scenario takes at the end of the paths. */
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
