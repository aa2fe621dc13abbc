import { dateWords, dateYears } from "../explain/date-words.ts";
import { roundTogether, signed, significant } from "../explain/number-words.ts";
import { type PlotBox, yearAxis } from "./axis.ts";
import type { ChartTable } from "./chart.ts";
import { textWidth } from "./labels.ts";
import { AXIS, GRID, QUIET } from "./palette.ts";
import { axisRoom } from "./path-chart.ts";
import { changeExtent } from "./path-extent.ts";
import {
  bandPaths,
  type MonthScales,
  medianAt,
  middlePath,
  monthScales,
  plotOf,
  rangeAt,
  shownMonths,
} from "./path-geometry.ts";
import type { MonthsChart, MonthsChartOptions, PathQuantiles, Reading } from "./path-options.ts";
import { bands, keyItems, keyMarks, middle, monthMark, STYLE_B } from "./path-shapes.ts";
import { capital, lower, monthLabel } from "./path-text.ts";
import { pathWords } from "./path-words.ts";
import { el, HALO, label, svgImage } from "./svg.ts";

/** B minus A of one outcome over time. */
export interface ChangeChartOptions extends MonthsChartOptions {
  /** B minus A of the same draw: [month][q05, q25, q50, q75, q95] in base units; `ChangePath`. */
  readonly change: PathQuantiles;
}

/** B minus A over time: the median with bands that hold half and nine tenths of the runs, and the line of no difference. */
export function changeChart(given: ChangeChartOptions): MonthsChart {
  const options = { ...given, from: given.from ?? given.decision };
  return {
    id: options.id,
    title: options.title,
    subtitle: `${pathWords(options.language).bMinusA}, ${options.unit}`,
    months: options.months,
    get description() {
      return description(options);
    },
    get table() {
      return table(options);
    },
    draw: (width) => draw(options, width),
    plot: (width) => {
      const { scales, box, height } = layout(options, width);
      return plotOf(scales, box, width, height);
    },
    read: (month) => reading(options, month),
  };
}

interface Layout {
  readonly box: PlotBox;
  readonly scales: MonthScales;
  readonly ticks: number;
  readonly height: number;
  readonly key: string;
}

function layout(options: ChangeChartOptions, width: number): Layout {
  const words = pathWords(options.language);
  const small = options.size === "small";
  const key = small
    ? { markup: "", height: 0 }
    : keyItems(
        [
          { text: words.middle, mark: keyMarks.stroke },
          { text: words.half, mark: keyMarks.shade("0.32") },
          { text: words.most, mark: keyMarks.shade("0.14") },
        ],
        width,
      );
  const extent = options.extent ?? changeExtent(options);
  const ticks = small ? 3 : 5;
  const top = key.height + (small ? 12 : 24);
  const bottom = top + (small ? 146 : width >= 560 ? 220 : 190);
  const box = { left: axisRoom(options, extent, ticks, signedTick), right: width - 10, top, bottom };
  const scales = monthScales(options, extent, box, ticks);
  return { box, scales, ticks, height: bottom + 26, key: key.markup };
}

function draw(options: ChangeChartOptions, width: number): string {
  const { box, scales, ticks, height, key } = layout(options, width);
  const frame = {
    id: options.id,
    width,
    height,
    title: `${options.title}: ${pathWords(options.language).bMinusA} (${options.unit})`,
    description: description(options),
  };
  const { first, last } = scales;
  return svgImage(
    frame,
    key,
    el("g", { class: "axis" }, changeAxis(scales, box, ticks), yearAxis(scales.x, box)),
    comparedMark(options, scales, box),
    bands(bandPaths(options.change, scales, first, last), STYLE_B),
    middle(middlePath(options.change, scales, first, last), STYLE_B),
    sideWords(options, scales, box),
  );
}

/** Grid lines with signed numbers; the line of no difference is strong. */
function changeAxis(s: MonthScales, box: PlotBox, ticks: number): string {
  return s.y
    .ticks(ticks)
    .map((tick) => {
      const y = s.y(tick);
      const zero = tick === 0;
      const line = el("line", {
        class: zero ? "zero" : "grid",
        x1: box.left,
        x2: box.right,
        y1: y,
        y2: y,
        stroke: zero ? AXIS : GRID,
        "stroke-width": zero ? 2 : 1,
      });
      return line + label(box.left - 6, y + 4, signedTick(tick), { "text-anchor": "end", fill: QUIET });
    })
    .join("");
}

function comparedMark(options: ChangeChartOptions, s: MonthScales, box: PlotBox): string {
  if (options.at === undefined) return "";
  const x = s.x(dateYears(options.at));
  if (!(x >= box.left && x <= box.right)) return "";
  const text = options.size === "small" ? "" : monthLabel(options.at, options);
  const half = textWidth(text, 11, true) / 2;
  const anchor = x + half > box.right ? "end" : x - half < box.left ? "start" : "middle";
  return monthMark(x, box, text, { className: "compared", anchor, strong: true });
}

/** What a place above and below zero means, where that side has room. */
function sideWords(options: ChangeChartOptions, s: MonthScales, box: PlotBox): string {
  const words = pathWords(options.language);
  const zero = s.y(0);
  const style = { ...HALO, class: "side halo", "font-size": 12, "font-weight": "600" };
  return [
    zero - box.top > 22 ? label(box.left + 6, box.top + 14, `\u2191 ${words.more(options.unit)}`, style) : "",
    box.bottom - zero > 22
      ? label(box.left + 6, box.bottom - 8, `\u2193 ${words.less(options.unit)}`, style)
      : "",
  ].join("");
}

function signedTick(tick: number): string {
  return tick > 0 ? `+${significant(tick, 6)}` : significant(tick, 6);
}

/** Median and 5 and 95 % points of a month, rounded together and signed. */
function numbers(options: ChangeChartOptions, month: number): readonly [string, string, string] {
  const factor = options.factor ?? 1;
  const [low, high] = rangeAt(options.change, month, factor);
  const [a = "", b = "", c = ""] = roundTogether([medianAt(options.change, month, factor), low, high]).map(
    signed,
  );
  return [a, b, c];
}

function spokenMonth(options: ChangeChartOptions): number {
  const [, last] = shownMonths(options);
  const at = options.at === undefined ? -1 : options.months.indexOf(options.at);
  return at < 0 ? last : at;
}

function description(options: ChangeChartOptions): string {
  const { language, months, title, unit } = options;
  const [first, last] = shownMonths(options);
  const [from, to] = [first, last].map((m) => dateWords(months[m] ?? "", language));
  const at = spokenMonth(options);
  const sentence = (m: number): string => {
    const [middleRun, low, high] = numbers(options, m);
    const when = dateWords(months[m] ?? "", language);
    return language === "en"
      ? `In ${when} the middle run is ${middleRun}, and nine in ten runs lie between ${low} and ${high}.`
      : `En ${when} la simulación central es ${middleRun}, y nueve de cada diez están entre ${low} y ${high}.`;
  };
  const what =
    language === "en"
      ? `Line chart of ${lower(title)}, B minus A of the same run, in ${unit}, ${from} to ${to}.`
      : `Gráfica de líneas de ${lower(title)}, B menos A de la misma simulación, en ${unit}, de ${from} a ${to}.`;
  return [what, sentence(at), ...(at === last ? [] : [sentence(last)])].join(" ");
}

function table(options: ChangeChartOptions): ChartTable {
  const { language, months } = options;
  const words = pathWords(language);
  const [first, last] = shownMonths(options);
  const season = (months[spokenMonth(options)] ?? "").slice(5);
  return {
    head: [words.month, `${capital(words.middle)}, ${words.bMinusA}`, words.most],
    rows: months.flatMap((month, m) => {
      if (m < first || m > last || (month.slice(5) !== season && m !== last)) return [];
      const [middleRun, low, high] = numbers(options, m);
      return [[dateWords(month, language), middleRun, `${low} ${words.to} ${high}`]];
    }),
  };
}

function reading(options: ChangeChartOptions, index: number): Reading {
  const words = pathWords(options.language);
  const month = options.months[index] ?? "";
  const [middleRun, low, high] = numbers(options, index);
  const when = capital(dateWords(month, options.language));
  const value = `${middleRun} (${words.range(low, high)})`;
  const at = medianAt(options.change, index, options.factor ?? 1);
  return {
    month,
    label: when,
    legend: `${words.middle} (${words.most})`,
    lines: [
      {
        mark: "path-b",
        name: words.bMinusA,
        value,
        letter: words.bMinusA,
        brief: `${middleRun} (${words.span(low, high)})`,
        at,
      },
    ],
    sentence: `${when}. ${words.bMinusA}: ${value}.`,
  };
}
