import type { Diagnostic, Files, Span } from "../../base/diagnostic.ts";
import { editDistance, nearestName } from "../../base/nearest-name.ts";
import type { Name, Statement } from "../../lang/ast.ts";
import { canonicalName } from "../../lang/names.ts";
import { columnElements } from "./element-column.ts";

/** A named list of elements. One that could not be read has none: what uses it is silent, a finding has said why. */
export interface Dimension {
  /** Canonical name. */
  readonly name: string;
  readonly text: string;
  /** Canonical names of the elements in order, and the same as written. */
  readonly elements: readonly string[];
  readonly texts: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
  /** The dimension whose elements these are: its own name, or what a subrange or another name points to. */
  readonly base: string;
  /**
   * What a name without subscripts is matched by: a subrange stands for its dimension, another name for the same
   * elements (`dimension ally = group`) for itself alone.
   */
  readonly line: string;
  /** Whether the elements lie at equal distances in the base. */
  readonly even: boolean;
  /** True for `0..80`: the name of the dimension in an equation is the number of its element. */
  readonly numeric: boolean;
}

type DimensionStatement = Extract<Statement, { kind: "dimension" }>;

export type Dimensions = ReadonlyMap<string, Dimension>;

/** Elements that `0..80` may give at most. */
const MOST = 10_000;

/** Names that are shown at most beside one that is none of them. */
const KNOWN = 12;

/**
 * The dimensions of a model, in any order of their statements. Errors: `dimension-twice`, `unknown-dimension`,
 * `unknown-element`, `duplicate-element`, `dimension-too-long`, `dimension-loop`, `dimension-of-one` (a warning), and those of the file that a
 * dimension is read from.
 */
export function readDimensions(
  statements: readonly DimensionStatement[],
  files: Files,
  report: (d: Diagnostic) => void,
): Dimensions {
  const written = new Map<string, DimensionStatement>();
  for (const statement of statements) {
    const name = canonicalName(statement.name.text);
    if (!written.has(name)) written.set(name, statement);
    else report({ code: "dimension-twice", severity: "error", span: statement.name.span, data: { name } });
  }
  const done = new Map<string, Dimension | undefined>();

  /** The dimension of that name; undefined for none, and inside its own definition. */
  function get(name: string, from: Name): Dimension | undefined {
    const known = done.get(name);
    if (known !== undefined) return known;
    const statement = written.get(name);
    if (statement === undefined || done.has(name)) {
      const code = statement === undefined ? "unknown-dimension" : "dimension-loop";
      report(unknown(code, from.text, from.span, written.keys()));
      return undefined;
    }
    done.set(name, undefined);
    const text = statement.name.text.replace(/\s+/g, " ").trim();
    const own = { name, text, base: name, line: name };
    const made = make(name, text, statement) ?? dimension(own, [], true, false);
    done.set(name, made);
    return made;
  }

  function make(name: string, text: string, statement: DimensionStatement): Dimension | undefined {
    const { elements = [], of, range, from } = statement;
    const own = { name, text, base: name, line: name };
    if (of !== undefined) {
      const parent = get(canonicalName(of.text), of);
      if (parent === undefined || parent.elements.length === 0) return undefined;
      const members = range !== undefined || from !== undefined ? listed(statement, parent) : elements;
      return members === undefined ? undefined : subrange({ name, text }, members, parent);
    }
    const only = elements[0];
    if (only !== undefined && elements.length === 1 && written.has(canonicalName(only.text))) {
      const target = get(canonicalName(only.text), only);
      return target === undefined ? undefined : { ...target, name, text, line: name };
    }
    if (range !== undefined) {
      if (range.high - range.low >= MOST) {
        const data = { name, most: MOST };
        report({ code: "dimension-too-long", severity: "error", span: statement.span, data });
        return undefined;
      }
      const count = range.high - range.low + 1;
      const texts = Array.from({ length: count }, (_, i) => String(range.low + i));
      return dimension(own, texts, true, true);
    }
    if (from !== undefined) {
      const texts = columnElements(files, from.file, from.column, from.source, report);
      return texts === undefined ? undefined : dimension(own, texts, true, false);
    }
    if (only !== undefined && elements.length === 1) warnOfOne(text, only);
    return dimension(own, distinct(elements), true, false);
  }

  /** A single element that is nearly the name of a dimension was meant as a second name for it. */
  function warnOfOne(text: string, only: Name): void {
    const meant = nearDimension(canonicalName(only.text), written.keys());
    if (meant === undefined || meant === canonicalName(text)) return;
    const data = { name: text, element: only.text, meant };
    report({ code: "dimension-of-one", severity: "warning", span: only.span, data });
  }

  /** The elements of a subrange that is written as `2..4` or as a column; of a range only the ends are looked up. */
  function listed(statement: DimensionStatement, parent: Dimension): readonly Name[] | undefined {
    const { range, from, span } = statement;
    if (range === undefined) {
      const { file, column, source } = from!;
      return columnElements(files, file, column, source, report)?.map((text) => ({ text, span: source }));
    }
    const outside = [range.low, range.high].find((end) => !parent.positions.has(String(end)));
    if (outside !== undefined) return [{ text: String(outside), span }];
    const count = range.high - range.low + 1;
    return Array.from({ length: count }, (_, i) => ({ text: String(range.low + i), span }));
  }

  function subrange(
    head: { readonly name: string; readonly text: string },
    elements: readonly Name[],
    parent: Dimension,
  ): Dimension {
    const known = distinct(elements).filter((text) => parent.positions.has(canonicalName(text)));
    for (const element of elements) {
      if (parent.positions.has(canonicalName(element.text))) continue;
      const { code, severity, span, data } = unknown(
        "unknown-element",
        element.text,
        element.span,
        parent.elements,
      );
      report({ code, severity, ...(span && { span }), data: { ...data, dimension: parent.text } });
    }
    const places = known.map((text) => parent.positions.get(canonicalName(text))!);
    const step = (places[1] ?? 0) - (places[0] ?? 0);
    const even = parent.even && places.every((at, i) => i === 0 || at - places[i - 1]! === step);
    const texts = places.map((at) => parent.texts[at]!);
    return dimension({ ...head, base: parent.base, line: parent.line }, texts, even, parent.numeric);
  }

  function distinct(elements: readonly Name[]): readonly string[] {
    const seen = new Map<string, string>();
    for (const { text, span } of elements) {
      const name = canonicalName(text);
      if (seen.has(name))
        report({ code: "duplicate-element", severity: "error", span, data: { name: text } });
      else seen.set(name, text.replace(/\s+/g, " ").trim());
    }
    return [...seen.values()];
  }

  const found = new Map<string, Dimension>();
  for (const [name, statement] of written) {
    const dimension = get(name, statement.name);
    if (dimension !== undefined) found.set(name, dimension);
  }
  return found;
}

/** Names from this length on may differ in two letters and still be taken for each other. */
const LONG = 8;

/** The dimension that a text is nearly the name of, letter by letter; stricter than a suggestion, since it warns. */
export function nearDimension(text: string, names: Iterable<string>): string | undefined {
  for (const name of names) {
    const shorter = Math.min(text.length, name.length);
    const limit = shorter < LONG ? 1 : 2;
    if (shorter > 3 && editDistance(text, name, limit) <= limit) return name;
  }
  return undefined;
}

function dimension(
  head: Pick<Dimension, "name" | "text" | "base" | "line">,
  texts: readonly string[],
  even: boolean,
  numeric: boolean,
): Dimension {
  const elements = texts.map(canonicalName);
  const positions = new Map(elements.map((element, i) => [element, i] as const));
  return { ...head, elements, texts, positions, even, numeric };
}

/** An error about a name that is none of `known`, with the nearest of them; of a number the first of them are shown. */
export function unknown(code: string, name: string, span: Span, known: Iterable<string>): Diagnostic {
  const list = [...known];
  const words = list.filter((one) => !/^\d+$/.test(one));
  const near = /^\d+$/.test(name) ? undefined : nearestName(canonicalName(name), words);
  const shown = list.length > KNOWN ? [...list.slice(0, KNOWN - 2), "...", list.at(-1)!] : list;
  const data = near === undefined ? { name, known: shown } : { name, suggestion: near };
  return { code, severity: "error", span, data };
}
