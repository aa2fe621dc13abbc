import { nearestName } from "../base/nearest-name.ts";
import { canonicalName } from "../lang/names.ts";
import { canonicalElement, elementName } from "../model/arrays/element-name.ts";
import type { Model } from "../model/model.ts";
import { optionFailure } from "./failure.ts";

/** Elements that are listed in a message. */
const SHOWN = 12;

/**
 * The canonical names that a name given on the command line stands for: itself, all elements of an array, or those of
 * a subrange, `care[border regions]` and `flow[region, young]`. Empty for an unknown name and for an array of fixed
 * numbers, which has no names for its elements. Throws a usage Failure for an element that the array lacks.
 */
export function elementNames(model: Model, name: string): readonly string[] {
  const canonical = canonicalElement(name);
  if (model.variables.has(canonical)) return [canonical];
  const match = /^([^[]+)\[([^\]]*)\]$/.exec(canonical);
  const array = model.arrays.get(match?.[1] ?? canonical);
  if (array === undefined) return [];
  if (match === null) return array.elements;
  const parts = match[2]!.split(",").map((part) => part.trim());
  const dimensions = array.dimensions.map((d) => d.text).join(", ");
  if (parts.length !== array.dimensions.length) {
    throw optionFailure("option-subscripts", { name: array.text, dimensions, found: parts.length });
  }
  const picked = parts.map((part, d) => {
    const { name: own, text, elements } = array.dimensions[d]!;
    const names = elements.map(canonicalName);
    if (names.includes(part)) return [part];
    const range = model.dimensions.get(part);
    const within = part === own ? names : names.filter((one) => range?.elements.includes(one));
    if (within.length > 0 && range?.base === model.dimensions.get(own)?.base) return within;
    const known =
      names.length > SHOWN ? [...elements.slice(0, SHOWN - 1), "...", elements.at(-1)!] : elements;
    const data = { name: array.text, dimensions, element: part, dimension: text, known };
    const suggestion = /^\d+$/.test(part) ? undefined : nearestName(part, names);
    throw optionFailure("option-element", suggestion === undefined ? data : { ...data, suggestion });
  });
  return picked
    .reduce<readonly (readonly string[])[]>(
      (heads, list) => heads.flatMap((head) => list.map((one) => [...head, one])),
      [[]],
    )
    .map((elements) => elementName(array.name, elements))
    .filter((one) => model.variables.has(one));
}
