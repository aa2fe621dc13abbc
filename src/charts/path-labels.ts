import { level } from "../explain/number-words.ts";
import type { PlotBox } from "./axis.ts";
import { spreadLabels, wrapText } from "./labels.ts";
import { type MonthScales, medianAt } from "./path-geometry.ts";
import type { PathChartOptions, PathLine } from "./path-options.ts";
import { type PathStyle, STYLE_B, styleA } from "./path-shapes.ts";
import { otherPath, pathName, spokenMonth } from "./path-text.ts";
import { pathWords } from "./path-words.ts";
import { el, HALO, label, tenth } from "./svg.ts";

const SIZE = 12;
const LINE = 14;

interface Named {
  readonly letter: "A" | "B";
  readonly line: PathLine;
  readonly style: PathStyle;
}

/** The paths that are drawn, A first. */
export function namedPaths(options: PathChartOptions): readonly Named[] {
  if (options.hideFuture === true) return [];
  const b = otherPath(options);
  const a: Named = { letter: "A", line: options.a, style: styleA(options.a) };
  return b === undefined ? [a] : [a, { letter: "B", line: b, style: STYLE_B }];
}

/** What a name says under itself: the median in the month compared. */
function saidValue(options: PathChartOptions, { line }: Named): string {
  const m = spokenMonth(options);
  return pathWords(options.language).at(
    level(medianAt(line.quantiles, m, options.factor ?? 1)),
    options.months[m] ?? "",
  );
}

/** The name of each path beside its end, with its median in the month compared, spread so that none overlap. */
export function endNames(options: PathChartOptions, s: MonthScales, box: PlotBox, room: number): string {
  const blocks = namedPaths(options).map((named) => {
    const lines = [
      ...wrapText(pathName(named.letter, named.line), room, SIZE, true),
      saidValue(options, named),
    ];
    return {
      named,
      lines,
      at: s.y(medianAt(named.line.quantiles, s.last, s.factor)),
      height: lines.length * LINE,
    };
  });
  const tops = spreadLabels(blocks, box.top - 6, box.bottom + 20, 6);
  return blocks
    .map(({ named: { style }, lines, at, height }, i) => {
      const top = tops[i] ?? 0;
      const lead = el("path", {
        class: `lead ${style.mark}`,
        d: `M${tenth(box.right + 1)},${tenth(at)}L${tenth(box.right + 10)},${tenth(top + height / 2)}`,
        fill: "none",
        stroke: style.color,
        "stroke-width": 1,
      });
      const text = lines.map((words, k) =>
        label(box.right + 14, top + 11 + k * LINE, words, {
          class: `name ${style.mark}`,
          fill: style.text,
          "font-weight": k === lines.length - 1 ? undefined : "600",
        }),
      );
      return lead + text.join("");
    })
    .join("");
}

/** Only the letters at the ends of the paths, for small charts; none where there is one path. */
export function endLetters(options: PathChartOptions, s: MonthScales, box: PlotBox): string {
  const paths = namedPaths(options);
  if (paths.length < 2) return "";
  const blocks = paths.map(({ line }) => ({
    at: s.y(medianAt(line.quantiles, s.last, s.factor)),
    height: 12,
  }));
  const tops = spreadLabels(blocks, box.top - 4, box.bottom + 6, 1);
  return paths
    .map(({ letter, style }, i) =>
      label(box.right + 5, (tops[i] ?? 0) + 10, letter, {
        ...HALO,
        class: `name halo ${style.mark}`,
        fill: style.text,
        "font-weight": "700",
      }),
    )
    .join("");
}

/** On a phone the names stand above the plot, each with a piece of its line. */
export function nameRows(
  options: PathChartOptions,
  width: number,
  top: number,
): { readonly markup: string; readonly height: number } {
  let y = top;
  const markup = namedPaths(options).map((named) => {
    const { style } = named;
    const lines = wrapText(
      `${pathName(named.letter, named.line)}: ${saidValue(options, named)}`,
      width - 36,
      SIZE,
      true,
    );
    const stroke = el("line", {
      class: `middle ${style.mark}`,
      x1: 0,
      x2: 26,
      y1: y,
      y2: y,
      stroke: style.color,
      "stroke-width": String(style.width),
      "stroke-dasharray": style.dash,
    });
    const words = lines.map((text, k) =>
      label(34, y + 4 + k * LINE, text, {
        class: `name ${style.mark}`,
        fill: style.text,
        "font-weight": "600",
      }),
    );
    y += lines.length * LINE + 4;
    return stroke + words.join("");
  });
  return { markup: markup.join(""), height: y - top };
}
