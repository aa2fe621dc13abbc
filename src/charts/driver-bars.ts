import type { Language } from "../explain/language.ts";
import { fixed, level, signed } from "../explain/number-words.ts";
import { driverWords } from "../explain/sentences.ts";
import { crossAxis } from "./axis.ts";
import type { Chart } from "./chart.ts";
import { chartWords } from "./chart-words.ts";
import { textWidth, wrapText } from "./labels.ts";
import { linearScale } from "./linear-scale.ts";
import { QUIET } from "./palette.ts";
import { el, HALO, label, svgImage } from "./svg.ts";

export interface DriverBarsOptions {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** Whether `low` and `high` are differences from no change, which carry a sign. */
  readonly change: boolean;
  readonly rows: readonly {
    readonly label: string;
    readonly rank: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly language: Language;
}

const COLOR = "#008C95";

/** What drives a result: one bar per assumption, as long as its rank correlation, from -1 to 1. */
export function driverBars(options: DriverBarsOptions): Chart {
  const words = chartWords(options.language);
  const say = options.change ? signed : level;
  return {
    id: options.id,
    title: options.title,
    subtitle: options.unit,
    description: description(options),
    table: {
      head: [words.parameter, words.rank, words.lowFifth, words.highFifth],
      rows: options.rows.map((r) => [r.label, fixed(r.rank, 2), say(r.low), say(r.high)]),
    },
    draw: (width) => draw(options, width),
  };
}

function draw(options: DriverBarsOptions, width: number): string {
  const words = chartWords(options.language);
  const wide = width >= 560;
  const say = options.change ? signed : level;
  const left = wide ? 250 : 0;
  const right = wide ? width - 170 : width;
  const x = linearScale([-1, 1], [left + 8, right - 8]);
  const top = 28;
  let y = top + 6;
  const parts: string[] = [];
  for (const row of options.rows) {
    const effect = `${say(row.low)} → ${say(row.high)}`;
    const lines = wrapText(row.label, wide ? left - 12 : width - textWidth(effect, 11) - 12, 12);
    const height = wide ? Math.max(28, lines.length * 14 + 10) : lines.length * 14 + 34;
    const middle = wide ? y + height / 2 : y + lines.length * 14 + 14;
    lines.forEach((l, k) => {
      parts.push(
        label(0, wide ? middle + 4 + (k - (lines.length - 1) / 2) * 14 : y + 12 + k * 14, l, {
          ...HALO,
        }),
      );
    });
    const [a, b] = [x(Math.min(0, row.rank)), x(Math.max(0, row.rank))];
    parts.push(el("rect", { x: a, y: middle - 6, width: Math.max(1, b - a), height: 12, fill: COLOR }));
    const outside = row.rank >= 0 ? b + 5 : a - 5;
    parts.push(
      label(outside, middle + 4, fixed(row.rank, 2), {
        "text-anchor": row.rank >= 0 ? "start" : "end",
        "font-size": 11,
        fill: QUIET,
      }),
    );
    if (wide) parts.push(label(right + 10, middle + 4, effect, { fill: QUIET }));
    else
      parts.push(
        label(width, y + 12, effect, { ...HALO, fill: QUIET, "text-anchor": "end", "font-size": 11 }),
      );
    y += height;
  }
  const box = { left: left + 8, right: right - 8, top, bottom: y + 4 };
  return svgImage(
    {
      id: options.id,
      width,
      height: box.bottom + 24,
      title: options.title,
      description: description(options),
    },
    label(x(0) - 8, 14, `← ${wide ? words.lowers : words.lowersShort}`, {
      "text-anchor": "end",
      fill: QUIET,
      "font-size": 11,
    }),
    label(x(0) + 8, 14, `${wide ? words.raises : words.raisesShort} →`, { fill: QUIET, "font-size": 11 }),
    crossAxis(x, box, 4),
    wide ? label(right + 10, 14, words.lowToHigh, { fill: QUIET, "font-size": 11 }) : "",
    ...parts,
  );
}

function description(options: DriverBarsOptions): string {
  const { language } = options;
  const say = options.change ? signed : level;
  const rows = options.rows.map((r) =>
    language === "en"
      ? `${r.label}: ${driverWords(r.rank, language)}, from ${say(r.low)} to ${say(r.high)}.`
      : `${r.label}: ${driverWords(r.rank, language)}, de ${say(r.low)} a ${say(r.high)}.`,
  );
  return [`${options.title} (${options.unit}).`, ...rows].join(" ");
}
