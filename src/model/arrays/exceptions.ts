import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Exception, Name } from "../../lang/ast.ts";
import { canonicalName } from "../../lang/names.ts";
import { type Dimension, unknown } from "./dimensions.ts";
import { type Family, nameAt, placesOf } from "./family.ts";

/** For each dimension of an array the elements that a line names; undefined for all. */
type Named = readonly (ReadonlySet<string> | undefined)[];

/**
 * The `except` line of each element of an array, undefined where the general equation holds. Of lines that name
 * the same element the one with the fewest elements counts, and of those the one that names more of them singly. Errors: `except-unknown`, `except-ambiguous` (an element
 * of two dimensions), `except-names`, `except-twice`.
 */
export function exceptionsOf(
  family: Family,
  exceptions: readonly Exception[],
  report: (d: Diagnostic) => void,
): (index: number) => Exception | undefined {
  if (family.count === 0) return () => undefined;
  const lines = exceptions.flatMap((exception) => {
    const named = namedBy(family, exception, report);
    if (named === undefined) return [];
    const size = named.reduce((n, set, d) => n * (set?.size ?? family.dimensions[d]!.elements.length), 1);
    const single = exception.elements.filter((one) => !family.ranges.has(canonicalName(one.text)));
    // Less is narrower; a subrange of one element is wider than the element.
    return [{ exception, named, width: size - single.length / (family.dimensions.length + 1) }];
  });
  const reported = new Set<Exception>();
  return (index) => {
    const places = placesOf(family, index);
    let best: (typeof lines)[number] | undefined;
    for (const line of lines) {
      const holds = line.named.every(
        (set, d) => set === undefined || set.has(family.dimensions[d]!.elements[places[d]!]!),
      );
      if (!holds) continue;
      if (best !== undefined && best.width === line.width && !reported.has(line.exception)) {
        reported.add(line.exception);
        const data = { name: nameAt(family, index) };
        report({ code: "except-twice", severity: "error", span: line.exception.span, data });
      }
      if (best === undefined || line.width < best.width) best = line;
    }
    return best?.exception;
  };
}

function namedBy(
  family: Family,
  { elements, span }: Exception,
  report: (d: Diagnostic) => void,
): Named | undefined {
  const { dimensions } = family;
  if (elements.length > dimensions.length) {
    const data = { name: family.text, wanted: dimensions.length, found: elements.length };
    report({ code: "except-names", severity: "error", span, data });
    return undefined;
  }
  const named: (ReadonlySet<string> | undefined)[] = dimensions.map(() => undefined);
  for (const [i, element] of elements.entries()) {
    const inOrder = elements.length === dimensions.length;
    const places = dimensions.flatMap((d, at) =>
      named[at] === undefined && (!inOrder || at === i) && find(d, element) !== undefined ? [at] : [],
    );
    const at = places[0];
    if (at === undefined || places.length > 1) {
      report(problem(family, element, places));
      return undefined;
    }
    named[at] = find(dimensions[at]!, element);
  }
  return named;

  function find(dimension: Dimension, element: Name): ReadonlySet<string> | undefined {
    const name = canonicalName(element.text);
    if (dimension.positions.has(name)) return new Set([name]);
    return family.ranges.get(name)?.base === dimension.base
      ? new Set(family.ranges.get(name)!.elements.filter((one) => dimension.positions.has(one)))
      : undefined;
  }
}

function problem(family: Family, element: Name, places: readonly number[]): Diagnostic {
  const { dimensions } = family;
  const names = dimensions.map((d) => d.text).join(", ");
  const data = { name: element.text, array: family.text, dimensions: names };
  if (places.length > 1) {
    return { code: "except-ambiguous", severity: "error", span: element.span, data };
  }
  const known = dimensions.flatMap((d) => [...d.elements]);
  // `except age 0` for `except 0`: the element is meant whatever dimension stands before it.
  const last = dimensions.flatMap((d) => {
    const rest = canonicalName(element.text).replace(`${d.name} `, "");
    return d.positions.has(rest) ? [d.texts[d.positions.get(rest)!]!] : [];
  })[0];
  const near =
    last === undefined
      ? unknown("except-unknown", element.text, element.span, known)
      : ({
          code: "except-unknown",
          severity: "error",
          span: element.span,
          data: { name: element.text, suggestion: last },
        } as const);
  return { ...near, data: { ...near.data, array: family.text, dimensions: names } };
}
