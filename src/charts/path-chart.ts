import { dateYears } from "../explain/date-words.ts";
import { significant } from "../explain/number-words.ts";
import { type PlotBox, valueAxis, yearAxis } from "./axis.ts";
import { textWidth } from "./labels.ts";
import { pathExtent } from "./path-extent.ts";
import {
  bandPaths,
  bandsFrom,
  type MonthScales,
  medianAt,
  middlePath,
  monthScales,
  partingMonth,
  plotOf,
} from "./path-geometry.ts";
import { endLetters, endNames, namedPaths, nameRows } from "./path-labels.ts";
import type { MonthsChart, MonthsChartOptions, PathChartOptions } from "./path-options.ts";
import {
  bands,
  ghostLine,
  guessLine,
  type KeyItem,
  keyItems,
  keyMarks,
  middle,
  monthMark,
  observedShapes,
  STYLE_B,
  styleA,
} from "./path-shapes.ts";
import { monthLabel, otherPath, pathDescription, pathReading, pathTable } from "./path-text.ts";
import { pathWords } from "./path-words.ts";
import { el, svgImage } from "./svg.ts";

/**
 * One outcome over time: history as dots, path A and path B as medians with bands that hold half and nine tenths of the runs. Bands begin
 * where data end; where B is the same as A only A is drawn.
 */
export function pathChart(options: PathChartOptions): MonthsChart {
  return {
    id: options.id,
    title: options.title,
    get subtitle() {
      return pathSubtitle(options);
    },
    months: options.months,
    get description() {
      return pathDescription(options);
    },
    get table() {
      return pathTable(options);
    },
    draw: (width) => draw(options, width),
    plot: (width) => {
      const { scales, box, height } = layout(options, width);
      return plotOf(scales, box, width, height);
    },
    read: (month) => pathReading(options, month),
  };
}

/** The unit, and a note where the axis does not hold 0. */
function pathSubtitle(options: PathChartOptions): string {
  const box = { left: 0, right: 1, top: 0, bottom: 1 };
  const { y } = monthScales(options, options.extent ?? pathExtent(options), box, tickCount(options));
  const [low, high] = y.domain;
  return low <= 0 && high >= 0 ? options.unit : `${options.unit}; ${pathWords(options.language).axisNote}`;
}

/** About how many lines the value axis has. */
function tickCount(options: PathChartOptions): number {
  return options.size === "small" ? 3 : 5;
}

interface Layout {
  readonly wide: boolean;
  readonly small: boolean;
  readonly box: PlotBox;
  readonly scales: MonthScales;
  readonly height: number;
  /** Key and names above the plot. */
  readonly above: string;
  readonly nameRoom: number;
}

/** Room at the right for the names of the paths. */
const NAMES = 158;

function layout(options: PathChartOptions, width: number): Layout {
  const small = options.size === "small";
  const wide = !small && width >= 560;
  const key = small ? { markup: "", height: 0 } : keyItems(keyOf(options), width);
  const names = wide || small ? { markup: "", height: 0 } : nameRows(options, width, key.height + 10);
  const top = key.height + names.height + (small ? 20 : 26);
  const bottom = top + (small ? 146 : wide ? 262 : 200);
  const extent = options.extent ?? pathExtent(options);
  const ticks = tickCount(options);
  const right = width - (small ? 20 : wide ? NAMES : 10);
  const left = axisRoom(options, extent, ticks);
  const box = { left, right, top, bottom };
  return {
    wide,
    small,
    box,
    scales: monthScales(options, extent, box, ticks),
    height: bottom + 26,
    above: key.markup + names.markup,
    nameRoom: NAMES - 16,
  };
}

/** Room at the left for the numbers of the value axis. */
export function axisRoom(
  options: MonthsChartOptions,
  extent: readonly [number, number],
  ticks: number,
  say: (tick: number) => string = (tick) => significant(tick, 6),
): number {
  const box = { left: 0, right: 1, top: 0, bottom: 1 };
  const { y } = monthScales(options, extent, box, ticks);
  return Math.ceil(Math.max(...y.ticks(ticks).map((t) => textWidth(say(t), 12)))) + 8;
}

function keyOf(options: PathChartOptions): readonly KeyItem[] {
  const words = pathWords(options.language);
  const { observed } = options;
  const paths: readonly KeyItem[] =
    options.hideFuture === true
      ? []
      : [
          { text: words.middle, mark: keyMarks.stroke },
          { text: words.half, mark: keyMarks.shade("0.32") },
          { text: words.most, mark: keyMarks.shade("0.14") },
        ];
  const seen = observed.map((o, i): KeyItem => {
    const text = observed.length > 1 ? o.label : words.observed;
    return { text, mark: keyMarks.dot(true, i > 0) };
  });
  const since = observed.some((o) => o.known < o.values.length);
  return [...paths, ...seen, ...(since ? [{ text: words.since, mark: keyMarks.dot(false) }] : [])];
}

function draw(options: PathChartOptions, width: number): string {
  const l = layout(options, width);
  const { box, scales } = l;
  const ticks = tickCount(options);
  const frame = {
    id: options.id,
    width,
    height: l.height,
    title: `${options.title} (${pathSubtitle(options)})`,
    description: pathDescription(options),
  };
  return svgImage(
    frame,
    l.above,
    el("g", { class: "axis" }, valueAxis(scales.y, box, ticks), yearAxis(scales.x, box)),
    marks(options, l),
    paths(options, scales),
    options.observed.map((o, i) => observedShapes(o, i, scales, options.months, l.small)).join(""),
    options.guess === undefined ? "" : guessLine(options.guess, scales, options.months),
    comparedDots(options, scales),
    l.wide ? endNames(options, scales, box, l.nameRoom) : l.small ? endLetters(options, scales, box) : "",
  );
}

/** Bands, ghost and medians; A, which is dashed, over B, so that both are seen where they are the same. */
function paths(options: PathChartOptions, s: MonthScales): string {
  const { a, ghost } = options;
  const start = bandsFrom(options);
  if (options.hideFuture === true) return middle(middlePath(a.quantiles, s, s.first, start), styleA(a));
  const b = otherPath(options);
  const parting = b === undefined ? undefined : partingMonth(a.quantiles, b.quantiles, s.first);
  const from = Math.max(start, parting ?? start);
  const old = ghost === undefined ? undefined : partingMonth(a.quantiles, ghost, s.first);
  const clamp = Math.min(start, s.last);
  return [
    bands(bandPaths(a.quantiles, s, clamp, s.last), styleA(a)),
    b === undefined ? "" : bands(bandPaths(b.quantiles, s, from, s.last), STYLE_B),
    ghost === undefined || old === undefined
      ? ""
      : ghostLine(middlePath(ghost, s, Math.max(start, old), s.last)),
    b === undefined ? "" : middle(middlePath(b.quantiles, s, from, s.last), STYLE_B),
    middle(middlePath(a.quantiles, s, s.first, s.last), styleA(a)),
  ].join("");
}

/** Lines at the decision and at the month compared, with words where they have room. */
function marks(options: PathChartOptions, { box, scales, small }: Layout): string {
  const words = pathWords(options.language);
  const inside = (x: number) => x >= box.left && x <= box.right;
  const decision = scales.x(dateYears(options.decision));
  const at = options.at === undefined ? Number.NaN : scales.x(dateYears(options.at));
  const said = small ? "" : words.decision(options.decision);
  const atWords = options.at === undefined ? "" : monthLabel(options.at, options);
  const room = textWidth(atWords, 11, true);
  const anchor =
    at + room / 2 > box.right ? "end" : at - room / 2 < decision + 4 && at > decision ? "start" : "middle";
  const touch = at <= decision && at + room / 2 > decision - textWidth(said, 11) - 8;
  const fits = decision - textWidth(said, 11) - 4 >= 0 && !touch;
  return [
    inside(decision)
      ? monthMark(decision, box, fits ? said : "", { className: "decision", dash: "1 3", anchor: "end" })
      : "",
    inside(at)
      ? monthMark(at, box, small ? "" : atWords, { className: "compared", anchor, strong: true })
      : "",
  ].join("");
}

/** Dots on the medians in the month compared. */
function comparedDots(options: PathChartOptions, s: MonthScales): string {
  const at = options.at === undefined ? -1 : options.months.indexOf(options.at);
  if (at < s.first || at > s.last) return "";
  return [...namedPaths(options)]
    .reverse()
    .map(({ line, style }) =>
      el("circle", {
        class: `dot ${style.mark}`,
        cx: s.xs[at],
        cy: s.y(medianAt(line.quantiles, at, s.factor)),
        r: 3.5,
        fill: "#FFFFFF",
        stroke: style.color,
        "stroke-width": 2,
      }),
    )
    .join("");
}
