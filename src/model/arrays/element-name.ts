import { canonicalName } from "../../lang/names.ts";

/** The name of one element of an array, `homicides[north]` or `flow[north, young]`; parts are canonical. */
export function elementName(family: string, elements: readonly string[]): string {
  return `${family}[${elements.join(", ")}]`;
}

/** The array that an element's name belongs to; any other name as it is. No name that a model gives holds a bracket. */
export function familyOf(name: string): string {
  const open = name.indexOf("[");
  return open < 0 ? name : name.slice(0, open);
}

/** The canonical form of a name that a scenario or a command gives, `Flow[North,young]` included. */
export function canonicalElement(text: string): string {
  const name = canonicalName(text);
  const match = /^([^[\]]+)\[([^[\]]*)\]$/.exec(name);
  if (match === null) return name;
  return elementName(
    match[1]!.trim(),
    match[2]!.split(",").map((part) => part.trim()),
  );
}

/** Whether `name` is `wanted` itself or one of its elements. */
export function isElementOf(name: string, wanted: string): boolean {
  return name === wanted || (name.length > wanted.length && name.startsWith(`${wanted}[`));
}
