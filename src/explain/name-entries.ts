import type { Model, ModelArray, Variable } from "../model/model.ts";

/** One name as its chapter gives it: a quantity, or an array with its elements. */
export interface NameEntry {
  readonly name: string;
  /** `homicides by region`, or the plain name. */
  readonly text: string;
  /** The quantity itself; of an array its first element. */
  readonly variable: Variable;
  readonly array?: ModelArray;
  /** The elements of an array with their names, `north` or `north, young`. */
  readonly elements: readonly { readonly text: string; readonly variable: Variable }[];
}

/** The names of a model in the order of the chapters, each array once. */
export function nameEntries(model: Model): readonly NameEntry[] {
  const seen = new Set<string>();
  return [...model.variables.values()].flatMap((variable) => {
    const name = variable.family ?? variable.name;
    if (seen.has(name)) return [];
    seen.add(name);
    return [nameEntry(model, name)!];
  });
}

/** The entry of a canonical name; undefined where the model has none. An element of an array has one of its own. */
export function nameEntry(model: Model, name: string): NameEntry | undefined {
  const array = model.arrays.get(name);
  const elements = (array?.elements ?? []).map((one) => {
    const variable = model.variables.get(one)!;
    return { text: variable.text.slice(array!.text.length + 1, -1), variable };
  });
  const variable = model.variables.get(name) ?? elements[0]?.variable;
  if (variable === undefined) return undefined;
  const by = array?.dimensions.map((d) => d.text).join(", ");
  const text = array === undefined ? variable.text : `${array.text} by ${by}`;
  return { name, text, variable, ...(array === undefined ? {} : { array }), elements };
}

/** Elements and values of an array of fixed numbers, in base units; empty for anything else. */
export function fixedElements(
  { ir }: Model,
  { array, variable }: NameEntry,
): readonly { readonly text: string; readonly value: number }[] {
  const vector = variable.place.of === "vector" ? ir.vectors?.[variable.place.index] : undefined;
  if (array === undefined || vector === undefined || !("values" in vector)) return [];
  return vector.values.map((value, index) => {
    const texts: string[] = [];
    let rest = index;
    for (const { elements } of [...array.dimensions].reverse()) {
      texts.unshift(elements[rest % elements.length]!);
      rest = Math.floor(rest / elements.length);
    }
    return { text: texts.join(", "), value };
  });
}

/** Whether the elements of an array have values of their own that are not all the same. */
export function elementsDiffer({ elements }: NameEntry): boolean {
  const first = elements[0]?.variable;
  return elements.some(
    ({ variable }) =>
      variable.value !== first?.value || JSON.stringify(variable.prior) !== JSON.stringify(first?.prior),
  );
}
