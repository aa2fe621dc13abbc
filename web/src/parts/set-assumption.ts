import type { ExplorerChoice } from "downstream/explorer";

/** A choice with one number held at a value in both paths; without a value it is drawn again. */
export function setAssumption(
  choice: ExplorerChoice,
  name: string,
  value: number | undefined,
): ExplorerChoice {
  const others = Object.entries(choice.assumptions).filter(([other]) => other !== name);
  return {
    ...choice,
    assumptions: Object.fromEntries(value === undefined ? others : [...others, [name, value]]),
  };
}
