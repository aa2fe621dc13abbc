import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Name } from "../../lang/ast.ts";
import { canonicalName } from "../../lang/names.ts";
import type { Definition } from "../definitions.ts";
import { type Dimension, type Dimensions, nearDimension, unknown } from "./dimensions.ts";
import { elementName } from "./element-name.ts";

/** Elements that an array may have at most. */
const MOST = 1_000_000;

/** An array of the model: one definition that stands for a quantity of each element. */
export interface Family {
  /** Canonical name and name as written, without the dimensions. */
  readonly name: string;
  readonly text: string;
  readonly dimensions: readonly Dimension[];
  /** Elements in all: the product of the dimensions' lengths. The last dimension runs fastest. */
  readonly count: number;
  /** Every dimension of the model, for the subranges that `except` may name. */
  readonly ranges: Dimensions;
  /** The definition as written; its name is that of the array. */
  readonly written: Definition;
}

/**
 * Names of a head that says `rate by region` and further dimensions after commas; undefined for no array. Errors:
 * `unknown-dimension`, `dimension-repeated`, `array-too-large`; warning: `head-no-dimension`, where the words after `by` are nearly one.
 */
export function splitHead(
  name: Name,
  further: readonly Name[],
  dimensions: Dimensions,
  report: (d: Diagnostic) => void,
): { readonly text: string; readonly dimensions: readonly Dimension[] } | undefined {
  const text = name.text.replace(/\s+/g, " ").trim();
  const by = text.toLowerCase().lastIndexOf(" by ");
  const tail = by < 0 ? undefined : text.slice(by + 4);
  const first = tail === undefined ? undefined : dimensions.get(canonicalName(tail));
  if (first === undefined) {
    if (further.length > 0) {
      report(unknown("unknown-dimension", tail ?? name.text, name.span, dimensions.keys()));
    } else if (tail !== undefined) {
      const meant = meantBy(canonicalName(tail), dimensions);
      const data = { name: text, tail, meant: meant ?? "" };
      if (meant !== undefined) {
        report({ code: "head-no-dimension", severity: "warning", span: name.span, data });
      }
    }
    return undefined;
  }
  const found = [first];
  for (const one of further) {
    const next = dimensions.get(canonicalName(one.text));
    if (next === undefined) report(unknown("unknown-dimension", one.text, one.span, dimensions.keys()));
    else if (found.some((before) => before.line === next.line)) {
      const data = { name: text.slice(0, by), dimension: next.text };
      report({ code: "dimension-repeated", severity: "error", span: one.span, data });
    } else found.push(next);
  }
  const count = found.reduce((n, d) => n * d.elements.length, 1);
  if (count > MOST) {
    const data = { name: text.slice(0, by), count, most: MOST };
    report({ code: "array-too-large", severity: "error", span: name.span, data });
    // An array of no elements: what reads it is silent.
    return { text: text.slice(0, by), dimensions: found.map((d) => ({ ...d, elements: [], texts: [] })) };
  }
  return { text: text.slice(0, by), dimensions: found };
}

/** Error: `no-array-of-kind`, for a table or a variant whose head names a dimension. */
export function refuseHead(
  kind: "table" | "variant",
  { text, span }: Name,
  dimensions: Dimensions,
  report: (d: Diagnostic) => void,
): void {
  const by = text.toLowerCase().lastIndexOf(" by ");
  const dimension = by < 0 ? undefined : dimensions.get(canonicalName(text.slice(by + 4)));
  if (dimension === undefined) return;
  const data = { name: text.slice(0, by), kind, dimension: dimension.text };
  report({ code: "no-array-of-kind", severity: "error", span, data });
}

/** What a head meant whose last words are nearly a dimension, or two dimensions without a comma. */
function meantBy(tail: string, dimensions: Dimensions): string | undefined {
  for (const { name, text } of dimensions.values()) {
    const rest = tail.startsWith(`${name} `) ? tail.slice(name.length).replace(/^ (?:and )?/, "") : "";
    const second = dimensions.get(rest);
    if (second !== undefined) return `${text}, ${second.text}`;
  }
  const near = nearDimension(tail, dimensions.keys());
  return near === undefined ? undefined : dimensions.get(near)!.text;
}

/** Places of an element in its dimensions, from its place in the array. */
export function placesOf(family: Pick<Family, "dimensions">, index: number): readonly number[] {
  const places: number[] = [];
  let rest = index;
  for (let d = family.dimensions.length - 1; d >= 0; d--) {
    const { length } = family.dimensions[d]!.elements;
    places[d] = rest % length;
    rest = Math.floor(rest / length);
  }
  return places;
}

/** Canonical name of the element at a place of the array. */
export function nameAt(family: Family, index: number): string {
  return elementName(
    family.name,
    placesOf(family, index).map((at, d) => family.dimensions[d]!.elements[at]!),
  );
}

/** The same as the chapters write it. */
export function textAt(family: Family, index: number): string {
  return elementName(
    family.text,
    placesOf(family, index).map((at, d) => family.dimensions[d]!.texts[at]!),
  );
}
