import { dateWords, shortDateWords } from "../explain/date-words.ts";
import { level } from "../explain/number-words.ts";
import type { ChartTable } from "./chart.ts";
import { medianAt, partingMonth, rangeAt, shownMonths } from "./path-geometry.ts";
import type { PathChartOptions, PathLine, PathObserved, Reading } from "./path-options.ts";
import { styleA } from "./path-shapes.ts";
import { pathWords } from "./path-words.ts";

/** The letter and the scenario of a path: "A: No change". */
export function pathName(letter: "A" | "B", line: PathLine): string {
  return line.label === "" ? letter : `${letter}: ${line.label}`;
}

/** The month that a chart speaks of: the one compared, else the last. */
export function spokenMonth(options: PathChartOptions): number {
  const [, last] = shownMonths(options);
  const at = options.at === undefined ? -1 : options.months.indexOf(options.at);
  return at < 0 ? last : at;
}

/** B where it is another path than A in the months drawn. */
export function otherPath(options: PathChartOptions): PathLine | undefined {
  const { a, b } = options;
  if (b === undefined) return undefined;
  const [first] = shownMonths(options);
  return partingMonth(a.quantiles, b.quantiles, first) === undefined ? undefined : b;
}

/** The text alternative: what the chart shows, its numbers, and the trend; no opinion. */
export function pathDescription(options: PathChartOptions): string {
  const { language, months } = options;
  const en = language === "en";
  const [first, last] = shownMonths(options);
  const span = [months[first] ?? "", months[last] ?? ""].map((m) => dateWords(m, language));
  const what = en
    ? `Line chart of ${lower(options.title)}, in ${options.unit}, ${span[0]} to ${span[1]}, with bands that hold half and nine tenths of the runs.`
    : `Gráfica de líneas de ${lower(options.title)}, en ${options.unit}, de ${span[0]} a ${span[1]}, con bandas que contienen la mitad y nueve décimos de las simulaciones.`;
  const observed = options.observed.map((series) => observedSentence(series, options));
  if (options.hideFuture === true) return [what, ...observed].filter((s) => s !== "").join(" ");
  const b = otherPath(options);
  const paths = [
    pathSentence("A", options.a, options),
    b === undefined ? "" : pathSentence("B", b, options),
    b === undefined && options.b !== undefined ? (en ? "B is the same as A." : "B es igual que A.") : "",
  ];
  return [what, ...observed, ...paths].filter((s) => s !== "").join(" ");
}

/** The numbers once a year, in the month compared, and at each value of a series observed once a year: median and 90 % range. */
export function pathTable(options: PathChartOptions): ChartTable {
  const { language, months, observed, guess } = options;
  const words = pathWords(language);
  const [first, last] = shownMonths(options);
  const season = (months[spokenMonth(options)] ?? "").slice(5);
  const sparse = new Set(observed.filter((o) => o.months.length <= 24).flatMap((o) => o.months));
  const shown = months
    .slice(first, last + 1)
    .filter((month, i) => month.slice(5) === season || first + i === last || sparse.has(month));
  const b = otherPath(options);
  const lines: readonly (readonly ["A" | "B", PathLine])[] =
    options.hideFuture === true
      ? []
      : [["A", options.a] as const, ...(b === undefined ? [] : [["B", b] as const])];
  return {
    head: [
      words.month,
      ...observed.map((o) => o.label),
      ...lines.map(([letter, line]) => pathName(letter, line)),
      ...(guess === undefined ? [] : [words.yourGuess]),
    ],
    rows: shown.map((month) => {
      const m = months.indexOf(month);
      return [
        dateWords(month, language),
        ...observed.map((o) => valueOn(o, month)),
        ...lines.map(([, line]) => withRange(line, m, options)),
        ...(guess === undefined ? [] : [guessOn(guess, month)]),
      ];
    }),
  };
}

/** What stands at one month: observed values and the two paths. */
export function pathReading(options: PathChartOptions, index: number): Reading {
  const { language, months, factor = 1 } = options;
  const words = pathWords(language);
  const month = months[index] ?? "";
  const b = otherPath(options);
  const path = (letter: "A" | "B", line: PathLine, mark: string) => {
    const [low, high] = rangeAt(line.quantiles, index, factor);
    const at = medianAt(line.quantiles, index, factor);
    return {
      mark,
      name: pathName(letter, line),
      value: `${level(at)} (${words.range(level(low), level(high))})`,
      letter,
      brief: `${level(at)} (${words.span(level(low), level(high))})`,
      at,
    };
  };
  const seen = options.observed.flatMap((o, i) => {
    const value = o.values[o.months.indexOf(month)];
    const name = options.observed.length > 1 || i > 0 ? o.label : capital(words.observed);
    return value === undefined
      ? []
      : [{ mark: "history", name, value: level(value), letter: name, brief: level(value), at: value }];
  });
  const lines = [
    ...seen,
    ...(options.hideFuture === true
      ? []
      : [path("A", options.a, styleA(options.a).mark), ...(b === undefined ? [] : [path("B", b, "path-b")])]),
  ];
  const said = lines.map((l) => `${l.name}: ${l.value}.`).join(" ");
  const when = capital(dateWords(month, language));
  const legend = lines.length > seen.length ? `${words.middle} (${words.most})` : "";
  return { month, label: when, legend, lines, sentence: `${when}. ${said}`.trim() };
}

function valueOn(series: PathObserved, month: string): string {
  const value = series.values[series.months.indexOf(month)];
  return value === undefined ? "" : level(value);
}

function guessOn(guess: NonNullable<PathChartOptions["guess"]>, month: string): string {
  const value = guess.values[guess.months.indexOf(month)];
  return value === undefined ? "" : level(value);
}

function withRange(line: PathLine, month: number, options: PathChartOptions): string {
  const factor = options.factor ?? 1;
  const [low, high] = rangeAt(line.quantiles, month, factor);
  const { to } = pathWords(options.language);
  return `${level(medianAt(line.quantiles, month, factor))} (${level(low)} ${to} ${level(high)})`;
}

function observedSentence(series: PathObserved, options: PathChartOptions): string {
  const { language, months } = options;
  const [first, last] = shownMonths(options);
  const inside = series.months.flatMap((month, i) =>
    month >= (months[first] ?? "") && month <= (months[last] ?? "")
      ? [{ month, value: series.values[i] ?? 0 }]
      : [],
  );
  const [start, end] = [inside[0], inside.at(-1)];
  if (start === undefined || end === undefined) return "";
  const top = inside.reduce((best, p) => (p.value > best.value ? p : best), start);
  const [from, at, to] = [start, top, end].map((p) => dateWords(p.month, language));
  return language === "en"
    ? `${series.label}: ${level(start.value)} in ${from}, highest ${level(top.value)} in ${at}, ${level(end.value)} in ${to}.`
    : `${series.label}: ${level(start.value)} en ${from}, máximo de ${level(top.value)} en ${at}, ${level(end.value)} en ${to}.`;
}

/** Where a path goes from the decision on, and its range at the month compared. */
function pathSentence(letter: "A" | "B", line: PathLine, options: PathChartOptions): string {
  const { language, months, factor = 1 } = options;
  const en = language === "en";
  const [first, last] = shownMonths(options);
  const start = Math.max(
    first,
    months.findIndex((m) => m >= options.decision),
  );
  const value = (m: number) => medianAt(line.quantiles, m, factor);
  const say = (m: number) => `${level(value(m))} ${en ? "in" : "en"} ${dateWords(months[m] ?? "", language)}`;
  const turn = turningMonth(value, start, last);
  const steps = turn === undefined ? [start, last] : [start, turn, last];
  const trend = steps
    .slice(1)
    .map((m, i) => way(value(steps[i] ?? start), value(m), en, say(m)))
    .join(en ? " and then " : " y después ");
  const at = spokenMonth(options);
  const [low, high] = rangeAt(line.quantiles, at, factor);
  const when = dateWords(months[at] ?? "", language);
  const name = pathName(letter, line);
  return en
    ? `${name}: the middle run starts from ${say(start)} and ${trend}; in ${when} it stands at ${level(value(at))}, with nine in ten runs between ${level(low)} and ${level(high)}.`
    : `${name}: la simulación central parte de ${say(start)} y ${trend}; en ${when} está en ${level(value(at))}, con nueve de cada diez simulaciones entre ${level(low)} y ${level(high)}.`;
}

/** The month of an inner peak or trough that stands out from both ends by a twentieth of the value; undefined without one. */
function turningMonth(value: (m: number) => number, start: number, last: number): number | undefined {
  let [high, low] = [start, start];
  for (let m = start; m <= last; m++) {
    if (value(m) > value(high)) high = m;
    if (value(m) < value(low)) low = m;
  }
  const ends = [value(start), value(last)];
  const over = value(high) - Math.max(...ends);
  const under = Math.min(...ends) - value(low);
  const enough = 0.05 * Math.max(...ends.map(Math.abs));
  if (Math.max(over, under) <= enough) return undefined;
  return over >= under ? high : low;
}

/** "rises to", "falls to", "stays near". */
function way(from: number, to: number, en: boolean, said: string): string {
  const change = Math.abs(to - from) / (Math.abs(from) || 1);
  if (change < 0.02) return `${en ? "stays near" : "se queda cerca de"} ${said}`;
  if (to > from) return `${en ? "rises to" : "sube a"} ${said}`;
  return `${en ? "falls to" : "baja a"} ${said}`;
}

/** A title inside a sentence: "overdose deaths", but "US overdose deaths". */
export function lower(text: string): string {
  return /^[A-ZÁÉÍÓÚ][a-záéíóúñ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** With a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The month in short words: "Jan 2030". */
export function monthLabel(month: string, options: Pick<PathChartOptions, "language">): string {
  return shortDateWords(month, options.language);
}
