import type { Language } from "../base/text.ts";
import type { Model, VariableKind } from "../model/model.ts";
import type { WordKind, Words } from "../scenario/words.ts";

/** What a name is called on a page. */
export interface NameLabel {
  readonly text: string;
  /** The model has no words for it in the page's language: `text` is its English name. */
  readonly foreign: boolean;
}

/** Label of a name in a language. */
export type Labels = (name: string, language: Language) => NameLabel;

const KINDS: Readonly<Partial<Record<VariableKind, WordKind>>> = {
  lever: "levers",
  parameter: "parameters",
  variant: "variants",
  observation: "observations",
};

/** The labels of a model's names: its words where it has them, else the name as its chapter writes it. */
export function nameLabels(model: Model, words: Words): Labels {
  const outcomes = new Set(model.outcomes.map(({ name }) => name));
  return (name, language) => {
    const array = model.arrays.get(name);
    const variable = model.variables.get(array?.elements[0] ?? name);
    const kind: WordKind =
      outcomes.has(name) || outcomes.has(variable?.name ?? name)
        ? "outcomes"
        : ((variable && KINDS[variable.kind]) ?? "quantities");
    if (words.has(kind, name, "label", language)) {
      return { text: words.text(kind, name)[language], foreign: false };
    }
    return { text: array?.text ?? variable?.text ?? name, foreign: language !== "en" };
  };
}

/** Names that keep their capital in the middle of a sentence. */
const PROPER = /^(?:[A-Z]{2}|[A-Z]\.|Mexic|Méxic|China|Congress|Congreso|Afghan|Sinaloa)/;

/** A label as it stands in the middle of a sentence. */
export function inSentence(label: string): string {
  return PROPER.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** A label as it begins a sentence. */
export function atStart(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
