import type { Language } from "../explain/language.ts";
import { percent } from "../explain/number-words.ts";
import { weightWords } from "../explain/sentences.ts";
import type { Chart } from "./chart.ts";
import { chartWords } from "./chart-words.ts";
import { textWidth, wrapText } from "./labels.ts";
import { QUIET } from "./palette.ts";
import { el, label, svgImage } from "./svg.ts";

export interface WeightBarsOptions {
  readonly id: string;
  readonly title: string;
  /** The question that the explanations answer. */
  readonly question: string;
  readonly options: readonly { readonly label: string; readonly prior: number; readonly weight: number }[];
  readonly language: Language;
}

const COLOR = "#008C95";

/** Rival explanations: an open bar for the weight before the data and a filled one for the weight after. */
export function weightBars(options: WeightBarsOptions): Chart {
  const words = chartWords(options.language);
  return {
    id: options.id,
    title: options.title,
    subtitle: options.question,
    description: options.options
      .map((o) => `${o.label}: ${weightWords(o.prior, o.weight, options.language)}.`)
      .join(" "),
    table: {
      head: [words.option, words.prior, words.after],
      rows: options.options.map((o) => [o.label, percent(o.prior), percent(o.weight)]),
    },
    draw: (width) => draw(options, width),
  };
}

function draw(options: WeightBarsOptions, width: number): string {
  const words = chartWords(options.language);
  const wide = width >= 560;
  const left = wide ? 260 : 0;
  const room = width - left - 64;
  const second = 26 + textWidth(words.prior, 12) + 18;
  const parts: string[] = [
    el("rect", { x: 0.5, y: 3.5, width: 19, height: 9, fill: "#FFFFFF", stroke: QUIET }),
    label(26, 12, words.prior, { fill: QUIET }),
    el("rect", { x: second, y: 3, width: 20, height: 10, fill: COLOR }),
    label(second + 26, 12, words.after, { fill: QUIET }),
  ];
  let y = 30;
  for (const option of options.options) {
    const lines = wrapText(option.label, wide ? left - 16 : width, 12);
    const text = lines.map((l, k) => label(0, y + 12 + k * 14, l)).join("");
    const start = wide ? y : y + lines.length * 14 + 4;
    const before = Math.max(1, option.prior * room);
    const after = Math.max(1, option.weight * room);
    parts.push(
      text,
      el("rect", { x: left + 0.5, y: start + 0.5, width: before, height: 9, fill: "#FFFFFF", stroke: QUIET }),
      label(left + before + 6, start + 9, percent(option.prior), { fill: QUIET, "font-size": 11 }),
      el("rect", { x: left, y: start + 13, width: after, height: 10, fill: COLOR }),
      label(left + after + 6, start + 22, percent(option.weight), { "font-size": 11, "font-weight": "600" }),
    );
    y = Math.max(y + lines.length * 14, start + 24) + 16;
  }
  return svgImage(
    {
      id: options.id,
      width,
      height: y,
      title: options.title,
      description: options.options
        .map((o) => `${o.label}: ${weightWords(o.prior, o.weight, options.language)}.`)
        .join(" "),
    },
    ...parts,
  );
}
