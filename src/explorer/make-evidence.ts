import { loadRecord } from "../brief/record.ts";
import { loadCritiques } from "../explain/critiques.ts";
import type { EvidenceContext } from "./evidence-context.ts";
import { evidenceRanks } from "./evidence-ranks.ts";
import type { EvidenceFile, EvidenceRecord, EvidenceSource } from "./evidence-record.ts";
import { leverRecord, outcomeRecord, parameterRecord, variantRecord } from "./evidence-records.ts";
import { evidenceSource } from "./evidence-sources.ts";
import type { ExplorerParts } from "./explorer-parts.ts";
import { explorerPlan } from "./explorer-plan.ts";

/**
 * One record for each lever, outcome, variant and uncertain number of a model, in that order: `evidence.json`. The same parts
 * give the same bytes. Rules of the grades: `gradeOf`, `outcomeGrade`.
 */
export function makeEvidence(parts: ExplorerParts): EvidenceFile {
  const { model, scenarios, explorer, files } = parts;
  const plan = explorerPlan(model, scenarios, explorer);
  const context: EvidenceContext = {
    parts,
    plan,
    critiques: loadCritiques(files, model).critiques,
    ranks: evidenceRanks(parts, plan.headline.outcome),
    official: explorer?.official ?? [],
    record: loadRecord(files, ""),
  };
  const variables = [...model.variables.values()];
  const records = [
    ...variables.filter(({ kind }) => kind === "lever").map((one) => leverRecord(context, one)),
    ...model.outcomes.flatMap(({ name }) => {
      const variable = model.variables.get(name);
      return variable === undefined ? [] : [outcomeRecord(context, variable)];
    }),
    ...variables.filter(({ kind }) => kind === "variant").map((one) => variantRecord(context, one)),
    ...variables
      .filter((one) => one.place.of === "param" && one.prior !== undefined && one.options === undefined)
      .map((one) => parameterRecord(context, one)),
  ];
  return {
    format: "downstream-explorer-evidence",
    version: 1,
    records,
    sources: sourcesOf(context, records),
  };
}

/** Everything that the records cite, once each, by id. */
function sourcesOf(
  { parts: { files }, record }: EvidenceContext,
  records: readonly EvidenceRecord[],
): Readonly<Record<string, EvidenceSource>> {
  const ids = [...new Set(records.flatMap(({ references }) => references.map(({ id }) => id)))].sort();
  return Object.fromEntries(
    ids.flatMap((id) => {
      const source = evidenceSource(files, record, id);
      return source === undefined ? [] : [[id, source] as const];
    }),
  );
}
