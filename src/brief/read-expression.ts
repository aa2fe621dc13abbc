import { monthIndex, monthText } from "../scenario/month.ts";

/**
 * The small language of `read`. An entry is an id of the register (`A-OD-12a`), a day of the timeline
 * (`timeline/2024-11-25` or `timeline/2024-11-25/tariff`), or an expression over data series as published by
 * the document's date:
 *
 *     last(data/file.csv: column, lag 4 months)          the last value published by then
 *     at(data/file.csv: column, 2023-08, lag 4 months)   the value of one month, if published by then
 *     peak(data/file.csv: column, lag 4 months)          the largest
 *     sum(data/file.csv: column, last 12, lag 1 months)  the sum of the last 12 values
 *     a / b, a * b, a + b, a - b, (a), 3.5
 *
 * A row stands for the period up to the next row's date; it is published `lag` months after the period's end.
 */
export type ReadNode =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "id"; readonly id: string }
  | {
      readonly kind: "binary";
      readonly op: "+" | "-" | "*" | "/";
      readonly left: ReadNode;
      readonly right: ReadNode;
    }
  | {
      readonly kind: "series";
      readonly fn: "last" | "at" | "peak" | "sum";
      readonly file: string;
      readonly column: string;
      readonly lag: number;
      readonly month?: string;
      readonly count?: number;
    };

export interface ParsedRead {
  readonly node?: ReadNode;
  /** What is wrong, in English words. */
  readonly error?: string;
}

/** One data series: a value per date (`YYYY-MM`), ascending, cells without a value left out. */
export interface SeriesValues {
  readonly dates: readonly string[];
  readonly values: readonly number[];
}

export type ReadSeries = (file: string, column: string) => SeriesValues | undefined;

export interface ReadValue {
  readonly value: number;
  /** The months that were read, one per series, in order of appearance. */
  readonly months: readonly string[];
  readonly files: readonly string[];
}

const idPattern = /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$|^timeline\/\d{4}(-\d{2}){0,2}(\/[^()]+)?$/;

/** Reads one entry of `read`. Never throws. */
export function parseRead(text: string): ParsedRead {
  const trimmed = text.trim();
  if (idPattern.test(trimmed)) return { node: { kind: "id", id: trimmed } };
  const parser = new Parser(trimmed);
  try {
    const node = parser.sum();
    parser.end();
    return { node };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

class Parser {
  #text: string;
  #at = 0;
  constructor(text: string) {
    this.#text = text;
  }

  #match(pattern: RegExp): string | undefined {
    const found = /^\s*/.exec(this.#text.slice(this.#at))!;
    const start = this.#at + found[0].length;
    const match = pattern.exec(this.#text.slice(start));
    if (match?.index !== 0) return undefined;
    this.#at = start + match[0].length;
    return match[0].trim();
  }

  #fail(wanted: string): never {
    const rest = this.#text.slice(this.#at).trim();
    throw new Error(`expected ${wanted} ${rest === "" ? "at the end" : `before '${rest.slice(0, 24)}'`}`);
  }

  end(): void {
    if (this.#text.slice(this.#at).trim() !== "") this.#fail("an operator");
  }

  sum(): ReadNode {
    let left = this.#product();
    for (;;) {
      const op = this.#match(/[+-]/);
      if (op !== "+" && op !== "-") return left;
      left = { kind: "binary", op, left, right: this.#product() };
    }
  }

  #product(): ReadNode {
    let left = this.#factor();
    for (;;) {
      const op = this.#match(/[*/]/);
      if (op !== "*" && op !== "/") return left;
      left = { kind: "binary", op, left, right: this.#factor() };
    }
  }

  #factor(): ReadNode {
    const number = this.#match(/\d+(\.\d+)?/);
    if (number !== undefined) return { kind: "number", value: Number(number) };
    if (this.#match(/\(/) !== undefined) {
      const node = this.sum();
      if (this.#match(/\)/) === undefined) this.#fail("')'");
      return node;
    }
    const fn = this.#match(/(last|at|peak|sum)\s*\(/)?.replace(/\s*\($/, "");
    if (fn === undefined) this.#fail("last(...), at(...), peak(...), sum(...), a number or an id");
    return this.#series(fn as "last" | "at" | "peak" | "sum");
  }

  #series(fn: "last" | "at" | "peak" | "sum"): ReadNode {
    const file = this.#match(/[^\s:,()]+\.csv/) ?? this.#fail("a CSV file");
    if (this.#match(/:/) === undefined) this.#fail("': column'");
    const column = this.#match(/[A-Za-z_][A-Za-z0-9_]*/) ?? this.#fail("a column");
    let lag = 0;
    let month: string | undefined;
    let count: number | undefined;
    while (this.#match(/,/) !== undefined) {
      const late = this.#match(/lag\s+\d+\s+months?/);
      const last = late === undefined ? this.#match(/last\s+\d+/) : undefined;
      const date =
        late === undefined && last === undefined ? this.#match(/\d{4}-(0[1-9]|1[0-2])/) : undefined;
      if (late !== undefined) lag = Number(/\d+/.exec(late)![0]);
      else if (last !== undefined) count = Number(/\d+/.exec(last)![0]);
      else if (date !== undefined) month = date;
      else this.#fail("'lag N months', 'last N' or a month");
    }
    if (this.#match(/\)/) === undefined) this.#fail("')'");
    if (fn === "at" && month === undefined) this.#fail("a month for at(...)");
    if (fn === "sum" && count === undefined) this.#fail("'last N' for sum(...)");
    return {
      kind: "series",
      fn,
      file,
      column,
      lag,
      ...(month === undefined ? {} : { month }),
      ...(count === undefined ? {} : { count }),
    };
  }
}

/**
 * The value of an expression from what was published by `by` (`YYYY-MM`, or a day of that month).
 * Undefined when a series, a column or a published value is missing, or a divisor is 0.
 */
export function evaluateRead(node: ReadNode, series: ReadSeries, by: string): ReadValue | undefined {
  if (node.kind === "id") return undefined;
  if (node.kind === "number") return { value: node.value, months: [], files: [] };
  if (node.kind === "binary") {
    const left = evaluateRead(node.left, series, by);
    const right = evaluateRead(node.right, series, by);
    if (!left || !right) return undefined;
    const value = apply(node.op, left.value, right.value);
    if (!Number.isFinite(value)) return undefined;
    return {
      value,
      months: [...left.months, ...right.months],
      files: [...new Set([...left.files, ...right.files])],
    };
  }
  const all = series(node.file, node.column);
  const known = all && publishedBy(all, node.lag, by);
  if (!known || known.values.length === 0) return undefined;
  const count = node.count ?? 1;
  if (node.fn === "sum") {
    if (known.values.length < count) return undefined;
    const values = known.values.slice(-count);
    const from = known.dates[known.dates.length - count]!;
    const value = values.reduce((a, b) => a + b, 0);
    return { value, months: [`${from}..${known.dates.at(-1)!}`], files: [node.file] };
  }
  let index = known.values.length - 1;
  if (node.fn === "at") index = known.dates.indexOf(node.month!);
  if (node.fn === "peak") {
    for (const [k, value] of known.values.entries()) {
      if (k === 0 || value > known.values[index]!) index = k;
    }
  }
  if (index < 0) return undefined;
  return { value: known.values[index]!, months: [known.dates[index]!], files: [node.file] };
}

/** The part of a series that was published by a date: period's end plus lag not after it. */
export function publishedBy(series: SeriesValues, lag: number, by: string): SeriesValues {
  const limit = monthIndex(by);
  const dates: string[] = [];
  const values: number[] = [];
  for (const [k, date] of series.dates.entries()) {
    const start = monthIndex(date);
    const next = series.dates[k + 1];
    const before = series.dates[k - 1];
    const end = next ? monthIndex(next) : start + (before ? start - monthIndex(before) : 1);
    if (end + lag <= limit) {
      dates.push(monthText(start));
      values.push(series.values[k]!);
    }
  }
  return { dates, values };
}

function apply(op: "+" | "-" | "*" | "/", a: number, b: number): number {
  if (op === "+") return a + b;
  if (op === "-") return a - b;
  if (op === "*") return a * b;
  return a / b;
}
