import {
  dateWords,
  type ExplorerLink,
  type Language,
  type ModelFacts,
  type PathChoice,
} from "downstream/explorer";
import { shareWords } from "../words/share.ts";

/** What a link holds, as short lines for a reader. */
export function linkContent(
  { choice, view }: ExplorerLink,
  facts: ModelFacts,
  language: Language,
): readonly string[] {
  const words = shareWords[language];
  const labelOf = (
    list: readonly { readonly name: string; readonly label: { readonly en: string; readonly es: string } }[],
    name: string,
  ) => list.find((one) => one.name === name)?.label[language] ?? name;
  const side = (name: "A" | "B", { scenario, levers }: PathChoice) => {
    const label = facts.scenarios.find(({ id }) => id === scenario)?.label[language] ?? scenario;
    const moved = Object.keys(levers).map((lever) => labelOf(facts.levers, lever));
    return words.side(name, label) + (moved.length === 0 ? "" : words.changed(moved));
  };
  const assumed = Object.keys(choice.assumptions).map((name) => labelOf(facts.assumptions, name));
  const { explanation } = choice;
  const option = facts.variants
    .find(({ name }) => name === explanation?.variant)
    ?.options.find(({ name }) => name === explanation?.option)?.label[language];
  return [
    side("A", choice.a),
    side("B", choice.b),
    ...(assumed.length === 0 ? [] : [words.assumptions(assumed)]),
    ...(explanation === undefined ? [] : [words.explanation(option ?? explanation.option)]),
    words.view(labelOf(facts.outcomes, view.outcome), dateWords(view.at, language)),
    words.basis(choice.release, choice.seed),
  ];
}
