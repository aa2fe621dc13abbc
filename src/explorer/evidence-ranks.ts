import { readResults } from "../analysis/stored-results.ts";
import type { EvidenceRecord } from "./evidence-record.ts";
import type { ExplorerParts } from "./explorer-parts.ts";

export type Rank = NonNullable<EvidenceRecord["rank"]>;

/**
 * The place of each leading input by effect on an outcome, by name, from `results/sensitivity.json`: among what moves its level
 * with no change, or else its best place among what moves the effect of another scenario. Inputs that no ranking leads with
 * are left out.
 */
export function evidenceRanks(parts: ExplorerParts, outcome: string): ReadonlyMap<string, Rank> {
  const found = readResults(parts).results.sensitivity?.result;
  const baseline = parts.scenarios.find(({ group }) => group === "baseline")?.id ?? "";
  const ranks = new Map<string, Rank>();
  for (const quantity of (found?.quantities ?? []).filter((one) => one.outcome === outcome)) {
    const { scenario = baseline } = quantity;
    for (const [i, { input }] of quantity.rows.entries()) {
      const before = ranks.get(input);
      if (
        before?.scenario === baseline ||
        (before !== undefined && before.place <= i + 1 && scenario !== baseline)
      )
        continue;
      ranks.set(input, { place: i + 1, of: found?.inputs ?? quantity.rows.length, outcome, scenario });
    }
  }
  return ranks;
}
