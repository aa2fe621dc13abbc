import type { Language } from "../base/text.ts";
import { dateWords } from "../explain/date-words.ts";
import { roundTogether, signed } from "../explain/number-words.ts";
import { betterWords, type Counts } from "../explain/sentences.ts";
import { crossAxis, type PlotBox } from "./axis.ts";
import type { Chart } from "./chart.ts";
import { dotSize, fewerDots, type PlacedDot, stackDots } from "./dot-stacks.ts";
import { textWidth, wrapText } from "./labels.ts";
import { type LinearScale, linearScale } from "./linear-scale.ts";
import { QUIET } from "./palette.ts";
import { STYLE_B } from "./path-shapes.ts";
import { pathWords } from "./path-words.ts";
import { el, HALO, label, svgImage } from "./svg.ts";

/** B minus A of one outcome in one month, over the runs. */
export interface DotPlotOptions extends Counts {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly language: Language;
  /** Ascending quantiles of B minus A at (i + 0.5) / length, in base units: `dots` of an `OutcomeComparison`. */
  readonly dots: ArrayLike<number>;
  /** Median and 5 and 95 % points of B minus A, in base units. */
  readonly change: { readonly q05: number; readonly q50: number; readonly q95: number };
  /** Base units per unit of the chart. Default 1. */
  readonly factor?: number | undefined;
  readonly at: string;
  /** Least and greatest value that the axis holds, in the unit of the chart; 0 is always in it. Default what the dots need. */
  readonly extent?: readonly [number, number] | undefined;
}

/** Widths from which 50 dots are drawn; below it 20. */
const FIFTY = 400;

/**
 * Quantile dots of B minus A: as many runs behind each dot as behind any other, stacked on the value axis. Dots on the better side are filled,
 * those on the other open.
 */
export function dotPlot(options: DotPlotOptions): Chart {
  return {
    id: options.id,
    title: options.title,
    subtitle: `${pathWords(options.language).bMinusA}, ${options.unit}, ${dateWords(options.at, options.language)}`,
    get description() {
      return description(options);
    },
    get table() {
      return table(options);
    },
    draw: (width) => draw(options, width),
  };
}

/** The least and greatest value that the dots need, in the unit of the chart; with 0. */
export function dotExtent(options: Pick<DotPlotOptions, "dots" | "factor">): readonly [number, number] {
  const values = Array.from(options.dots, (value) => value / (options.factor ?? 1)).filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return low === high ? [-1, 1] : [low, high];
}

const STACK_HEIGHT = 150;
const LEAST = 4;
const MOST = 15;

function draw(options: DotPlotOptions, width: number): string {
  const words = pathWords(options.language);
  const frame = {
    id: options.id,
    width,
    title: `${options.title}: ${words.bMinusA} (${options.unit})`,
    description: description(options),
  };
  const sides = sideLabels(options, width);
  const side = 30;
  const box: PlotBox = {
    left: side,
    right: width - side,
    top: sides.height + 6,
    bottom: sides.height + 6 + STACK_HEIGHT,
  };
  const caption = captionLines(options, width);
  const height = box.bottom + 30 + caption.length * 15;
  const x = linearScale(options.extent ?? dotExtent(options), [box.left, box.right], 4);
  return svgImage(
    { ...frame, height },
    sides.markup,
    el("g", { class: "axis cross" }, crossAxis(x, box, width < FIFTY ? 4 : 5), baseline(box)),
    dotShapes(options, x, box, width),
    ...caption.map((line, i) =>
      label(0, box.bottom + 42 + i * 15, line, { class: "quiet", "font-size": 12, fill: QUIET }),
    ),
  );
}

function baseline(box: PlotBox): string {
  return el("line", {
    class: "base",
    x1: box.left,
    x2: box.right,
    y1: box.bottom,
    y2: box.bottom,
    stroke: "#767676",
  });
}

function dotShapes(options: DotPlotOptions, x: LinearScale, box: PlotBox, width: number): string {
  const { factor = 1, better } = options;
  const values = shownDots(options, width).map((value) => value / factor);
  const sides = values.map((value) => (value < 0 ? -1 : value > 0 ? 1 : 0));
  const places = values.map((value) => x(value));
  const zero = x(0);
  const room = STACK_HEIGHT - 4;
  const size = dotSize(places, sides, zero, room, LEAST, MOST);
  const stacks = stackDots(places, sides, zero, size);
  const highest = Math.max(...stacks.map((d) => d.level)) + 1;
  const rise = Math.min(size, room / highest);
  const good = better === "lower" ? -1 : better === "higher" ? 1 : undefined;
  return stacks.map((dot) => dotShape(dot, box.bottom - 1 - (dot.level + 0.5) * rise, size, good)).join("");
}

/** Filled where B is better, or where no direction is; open where it is worse; grey where it is the same. */
function dotShape(dot: PlacedDot, y: number, size: number, good: -1 | 1 | undefined): string {
  const filled = good === undefined ? dot.side !== 0 : dot.side === good;
  const r = Math.max(1.2, size / 2 - 0.9);
  if (dot.side === 0) {
    return el("circle", {
      class: "dot same",
      cx: dot.x,
      cy: y,
      r,
      fill: "#FFFFFF",
      stroke: "#767676",
      "stroke-width": 1,
      "stroke-dasharray": "2 2",
    });
  }
  return el("circle", {
    class: filled ? "dot-full path-b" : "dot-open path-b",
    cx: dot.x,
    cy: y,
    r,
    fill: filled ? STYLE_B.color : "#FFFFFF",
    stroke: STYLE_B.color,
    "stroke-width": "1.4",
  });
}

function shownDots(options: DotPlotOptions, width: number): readonly number[] {
  return width < FIFTY ? fewerDots(options.dots, 20) : Array.from(options.dots);
}

/** Runs below and above 0, of 100. */
function sideCounts(options: DotPlotOptions): readonly [number, number] | undefined {
  const { better, betterOf100, worseOf100, sameOf100 } = options;
  if (better === "none" || sameOf100 >= 100) return undefined;
  return better === "lower" ? [betterOf100, worseOf100] : [worseOf100, betterOf100];
}

/** What each side of zero means, and how many runs are on it. */
function sideLabels(
  options: DotPlotOptions,
  width: number,
): { readonly height: number; readonly markup: string } {
  const words = pathWords(options.language);
  const counts = sideCounts(options);
  const plain = [words.less(options.unit), words.more(options.unit)];
  const fits = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + textWidth(name, 12, true), 12) <= width;
  const names = [`\u2190 ${plain[0]}`, `${plain[1]} \u2192`];
  const texts = fits(names)
    ? names.map((name) => [name])
    : plain.map((name) => (fits(plain) ? [name] : wrapText(name, width / 2 - 8, 12, true)));
  const lines = Math.max(...texts.map((t) => t.length));
  const side = (i: 0 | 1): string => {
    const at = i === 0 ? 0 : width;
    const anchor = i === 0 ? "start" : "end";
    const text = texts[i] ?? [];
    const named = text.map((line, k) =>
      label(at, 12 + k * 15, line, {
        ...HALO,
        class: "side halo",
        "text-anchor": anchor,
        "font-weight": "600",
      }),
    );
    const count =
      counts === undefined
        ? ""
        : label(at, 12 + lines * 15, words.ofRuns(counts[i]), {
            class: "quiet",
            "text-anchor": anchor,
            "font-size": 12,
            fill: QUIET,
          });
    return named.join("") + count;
  };
  return { height: 12 + lines * 15 + (counts === undefined ? -12 : 4), markup: side(0) + side(1) };
}

function captionLines(options: DotPlotOptions, width: number): readonly string[] {
  const words = pathWords(options.language);
  const count = width < FIFTY ? 20 : options.dots.length;
  if (options.sameOf100 >= 100) return wrapText(words.allSame, width, 12);
  const parts = [
    words.dot(String(Math.round(1000 / count) / 10)),
    ...(options.better === "none" ? [] : [words.filled]),
    ...(options.sameOf100 > 0 ? [words.sameRuns(options.sameOf100)] : []),
  ];
  const joined = wrapText(parts.join(" "), width, 12);
  return joined.length <= 1 ? joined : parts.flatMap((part) => wrapText(part, width, 12));
}

function shown(options: DotPlotOptions): readonly [string, string, string] {
  const { change, factor = 1 } = options;
  const [middle = "", low = "", high = ""] = roundTogether(
    [change.q50, change.q05, change.q95].map((v) => v / factor),
  ).map(signed);
  return [middle, low, high];
}

function description(options: DotPlotOptions): string {
  const { language, unit, title, at } = options;
  const [middle, low, high] = shown(options);
  const when = dateWords(at, language);
  const counts = betterWords(options, language);
  const words = pathWords(language);
  if (options.sameOf100 >= 100) return `${title}, ${when}. ${words.allSame}`;
  return language === "en"
    ? `Dot plot of ${title}, B minus A of the same run, in ${unit}, ${when}. The middle run is ${middle}; nine in ten runs lie between ${low} and ${high}. ${counts}.`
    : `Gráfica de puntos de ${title}, B menos A de la misma simulación, en ${unit}, ${when}. La simulación central es ${middle}; nueve de cada diez están entre ${low} y ${high}. ${counts}.`;
}

/** The dots as ranges: how many runs of 100 lie below each tenth of the way. */
function table(options: DotPlotOptions) {
  const { language, dots, factor = 1 } = options;
  const en = language === "en";
  const head = en
    ? ["Of 100 runs, this many lie below", `B minus A, ${options.unit}`]
    : ["De 100 simulaciones, quedan por debajo", `B menos A, ${options.unit}`];
  const tenths = [5, 10, 25, 50, 75, 90, 95];
  const values = tenths.map((p) => {
    const at = Math.min(dots.length - 1, Math.max(0, (p / 100) * dots.length - 0.5));
    const low = Math.floor(at);
    const a = dots[low] ?? 0;
    return (a + (at - low) * ((dots[low + 1] ?? a) - a)) / factor;
  });
  const said = roundTogether(values).map(signed);
  return { head, rows: tenths.map((p, i) => [String(p), said[i] ?? ""]) };
}
