import type { EvidenceRecord } from "./evidence-record.ts";
import type { ExplorerParts } from "./explorer-parts.ts";
import { posteriorColumn } from "./offered-assumptions.ts";

/** The options of a variant with their shares of the draws before and after the data; without data both are the prior's. */
export function optionWeights(parts: ExplorerParts, variant: string): NonNullable<EvidenceRecord["options"]> {
  const { model, words, posterior } = parts;
  const parameter = model.ir.parameters.find(({ name }) => name === variant);
  const options = parameter?.options ?? [];
  const weights = parameter?.prior?.args ?? options.map(() => 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const column = posteriorColumn(posterior, variant);
  return options.map((name, i) => {
    const prior = (weights[i] ?? 0) / total;
    const held = column?.reduce((sum, value) => sum + (value === i ? 1 : 0), 0);
    return {
      name,
      label: words.option(variant, name),
      prior: share(prior),
      posterior: share(held === undefined ? prior : held / (column?.length ?? 1)),
    };
  });
}

function share(value: number): number {
  return Number(value.toFixed(4));
}
