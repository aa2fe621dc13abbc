import type { Language } from "../explain/language.ts";
import { fixed } from "../explain/number-words.ts";
import type { Chart } from "./chart.ts";
import { textWidth, wrapText } from "./labels.ts";
import { linearScale } from "./linear-scale.ts";
import { AXIS, GRID, QUIET } from "./palette.ts";
import { el, label, svgImage } from "./svg.ts";

/** How firm the number behind an assumption is; `unverified` also where an unverified row stands beside a better one. */
export type BarFirmness = "source" | "judgement" | "unverified";

export interface SensitivityBarsOptions {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** One panel a result, in the order of the result: never by size. */
  readonly panels: readonly {
    readonly title: string;
    readonly rows: readonly {
      readonly label: string;
      readonly index: number;
      readonly se: number;
      readonly firmness: BarFirmness;
    }[];
  }[];
  readonly language: Language;
}

const COLORS: Readonly<Record<BarFirmness, string>> = {
  source: "#008C95",
  judgement: "#FFFFFF",
  unverified: "#B85C00",
};

interface BarWords {
  readonly none: string;
  readonly axis: string;
  readonly head: readonly string[];
  readonly firmness: Readonly<Record<BarFirmness, string>>;
}

const WORDS: Readonly<Record<Language, BarWords>> = {
  en: {
    none: "the same in every run",
    axis: "share of the variance that is left when all other assumptions are known (line: two standard errors)",
    head: ["Result", "Assumption", "Total index", "Standard error", "Behind it"],
    firmness: { source: "published source", judgement: "judgement", unverified: "unverified row" },
  },
  es: {
    none: "igual en todas las simulaciones",
    axis: "parte de la varianza que queda cuando se conocen los demás supuestos (línea: dos errores estándar)",
    head: ["Resultado", "Supuesto", "Índice total", "Error estándar", "Respaldo"],
    firmness: { source: "fuente publicada", judgement: "juicio", unverified: "fila sin verificar" },
  },
};

/** Total Sobol indices: a panel per result, a bar per assumption, filled by what stands behind its number. */
export function sensitivityBars(options: SensitivityBarsOptions): Chart {
  const words = WORDS[options.language];
  return {
    id: options.id,
    title: options.title,
    subtitle: options.subtitle,
    description: description(options),
    table: {
      head: words.head,
      rows: options.panels.flatMap((panel) =>
        panel.rows.map((row) => [
          panel.title,
          row.label,
          fixed(row.index, 2),
          fixed(row.se, 2),
          words.firmness[row.firmness],
        ]),
      ),
    },
    draw: (width) => draw(options, width),
  };
}

const ROW = 20;

function draw(options: SensitivityBarsOptions, width: number): string {
  const words = WORDS[options.language];
  const wide = width >= 560;
  const left = wide ? 300 : 0;
  const most = Math.max(
    0.1,
    ...options.panels.flatMap(({ rows }) => rows.map(({ index, se }) => index + 2 * finite(se))),
  );
  // Behind the longest bar stand its number and what backs it.
  const room = Math.max(
    120,
    ...[words.firmness.judgement, words.firmness.unverified].map(
      (text) => textWidth(`0.00 · ${text}`, 11) + 10,
    ),
  );
  const x = linearScale([0, most], [left, width - room]);
  const axis = wrapText(words.axis, width, 11);
  const parts: string[] = [
    key(options.language),
    ...axis.map((line, k) => label(0, 27 + 14 * k, line, { fill: QUIET, "font-size": 11 })),
  ];
  let y = 36 + 14 * axis.length;
  for (const panel of options.panels) {
    for (const line of wrapText(panel.title, width, 12, true)) {
      parts.push(label(0, y, line, { "font-weight": "600", fill: QUIET }));
      y += 15;
    }
    if (panel.rows.length === 0) {
      parts.push(label(0, y, words.none, { fill: QUIET }));
      y += ROW;
    }
    for (const row of panel.rows) {
      const lines = wrapText(row.label, (wide ? left : width) - 10, 12);
      lines.forEach((line, k) => {
        parts.push(label(0, y + 2 + k * 14, line));
      });
      const middle = wide ? y - 2 : y + lines.length * 14 + 2;
      parts.push(bar(row, x, middle, words));
      y += wide ? Math.max(ROW, lines.length * 14 + 6) : lines.length * 14 + 24;
    }
    parts.push(el("line", { x1: 0, x2: width, y1: y - 8, y2: y - 8, stroke: GRID }));
    y += 12;
  }
  return svgImage(
    { id: options.id, width, height: y, title: options.title, description: description(options) },
    ...parts,
  );
}

type Row = SensitivityBarsOptions["panels"][number]["rows"][number];

function bar(row: Row, x: (value: number) => number, y: number, words: BarWords): string {
  const end = x(row.index);
  const spread = 2 * finite(row.se);
  const high = x(row.index + spread);
  const own = row.firmness === "source" ? "" : ` · ${words.firmness[row.firmness]}`;
  return (
    el("rect", {
      x: x(0) + 0.5,
      y: y - 5,
      width: Math.max(1, end - x(0)),
      height: 10,
      fill: COLORS[row.firmness],
      stroke: row.firmness === "judgement" ? "#00737A" : undefined,
    }) +
    el("line", {
      x1: x(Math.max(0, row.index - spread)),
      x2: high,
      y1: y,
      y2: y,
      stroke: AXIS,
      "stroke-width": 1.5,
    }) +
    label(high + 5, y + 4, `${fixed(row.index, 2)}${own}`, { fill: QUIET, "font-size": 11 })
  );
}

function key(language: Language): string {
  const words = WORDS[language];
  let x = 0;
  const boxes = (["source", "judgement", "unverified"] as const).map((name) => {
    const out =
      el("rect", {
        x: x + 0.5,
        y: 2.5,
        width: 18,
        height: 9,
        fill: COLORS[name],
        stroke: name === "judgement" ? "#00737A" : undefined,
      }) + label(x + 24, 11, words.firmness[name], { fill: QUIET, "font-size": 11 });
    x += 36 + textWidth(words.firmness[name], 11);
    return out;
  });
  return boxes.join("");
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function description(options: SensitivityBarsOptions): string {
  const words = WORDS[options.language];
  const panels = options.panels.map(({ title, rows }) => {
    const list = rows.map((row) => `${row.label} ${fixed(row.index, 2)} (${words.firmness[row.firmness]})`);
    return `${title}: ${list.length === 0 ? words.none : list.join(", ")}.`;
  });
  return [`${options.title} (${words.axis}).`, ...panels].join(" ");
}
