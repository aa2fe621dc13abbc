import { type Diagnostic, DiagnosticError, type Files } from "../base/diagnostic.ts";
import { roundNumbers } from "../base/round-numbers.ts";
import { judgeClaim } from "../brief/claims.ts";
import { parseBrief } from "../brief/parse-brief.ts";
import { loadRecord } from "../brief/record.ts";
import type { BriefFacts } from "./brief-facts.ts";
import { evidenceSource } from "./evidence-sources.ts";

/**
 * A brief as the page shows it: `brief.json`. Claims are judged as `downstream brief` judges them, by what the record beside
 * the model held at the document's date. `files` are the model's own, by path below its folder; `file` names the brief in
 * findings. Throws a DiagnosticError where the brief or the record cannot be read.
 */
export function makeBrief(files: Files, file: string, text: string): BriefFacts {
  const { brief, diagnostics } = parseBrief(file, text);
  const record = loadRecord(files, "");
  throwErrors([...diagnostics, ...record.diagnostics]);
  if (brief === undefined) throw new RangeError("a brief without errors and without content");
  const { head } = brief;
  const claims = roundNumbers(brief.claims.map((claim) => judgeClaim(claim, record, head.date)));
  const proposals = brief.proposals.map(({ id, proposal, backers, scenario, sources }) => ({
    ...{ id, proposal, backers, scenario, sources },
  }));
  const ids = [...new Set([...claims, ...proposals].flatMap(({ sources }) => sources))].sort();
  return {
    format: "downstream-explorer-brief",
    version: 1,
    title: head.title,
    date: head.date,
    about: head.about,
    question: head.question,
    claims,
    proposals,
    sources: Object.fromEntries(
      ids.flatMap((id) => {
        const found = evidenceSource(files, record, id);
        if (found === undefined) return [];
        const { quantity, source, url } = found;
        return [[id, { quantity, source, url }] as const];
      }),
    ),
  };
}

function throwErrors(diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new DiagnosticError(errors);
}
