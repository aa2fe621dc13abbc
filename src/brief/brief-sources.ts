import { z } from "zod";
import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { cellNumber } from "../evidence/register.ts";
import { fixed } from "../explain/number-words.ts";
import type { Model } from "../model/model.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { checkShape, readYaml } from "../scenario/yaml-source.ts";
import type { BriefRecord } from "./record.ts";
import type { BriefResult, ClaimResult, ProposalResult, SourceRow } from "./result.ts";
import type { ValidationResult } from "./result-validation.ts";

const EventsSchema = z.array(
  z.strictObject({
    date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
    lever: z.string().min(1),
    en: z.string().min(1),
    es: z.string().min(1),
  }),
);

/** Every row of the register or the timeline that the model, a claim, a proposal, a scenario or a comparison stands on, by id. */
export function makeSources(
  model: Model,
  record: BriefRecord,
  claims: readonly ClaimResult[],
  proposals: readonly ProposalResult[],
  scenarios: readonly Scenario[],
  validation?: ValidationResult,
): readonly SourceRow[] {
  const usedBy = new Map<string, Set<string>>();
  const use = (id: string, by: string) => {
    if (record.register.has(id) || timelineOf(record, id))
      usedBy.set(id, (usedBy.get(id) ?? new Set()).add(by));
  };
  for (const claim of claims) for (const id of claim.sources) use(id, claim.id);
  for (const proposal of proposals) for (const id of proposal.sources) use(id, proposal.id);
  for (const scenario of scenarios) for (const id of scenario.sources) use(id, scenario.id);
  for (const variable of model.variables.values()) {
    for (const reference of variable.references) use(reference.id, variable.family ?? variable.name);
  }
  for (const observation of model.observations) {
    for (const reference of observation.references) use(reference.id, observation.name);
  }
  for (const { sources, subject } of validation?.table?.rows ?? []) {
    for (const id of sources) use(id, subject.en);
  }
  for (const { sources, label } of validation?.backtest?.published ?? []) {
    for (const id of sources) use(id, label.en);
  }
  return [...usedBy.keys()].sort().map((id) => {
    const event = timelineOf(record, id);
    if (event) {
      const { date, source, url, unit } = event;
      const rest = { unit, year: date, source, url, status: "secondary", usedBy: [...usedBy.get(id)!] };
      return { id, quantity: event.event, value: event.value, ...rest };
    }
    const row = record.register.get(id)!;
    const range = row.low === undefined || row.high === undefined ? "" : ` (${row.low} to ${row.high})`;
    return {
      id,
      quantity: row.quantity,
      value: `${row.valueText}${range}`,
      unit: row.unit,
      year: row.year,
      source: row.source,
      url: row.url,
      status: row.status,
      usedBy: [...usedBy.get(id)!],
    };
  });
}

/** What `data/SOURCES.md` says that a data file holds; empty where it says nothing. */
export function aboutSeries(files: Files, file: string): string {
  return aboutFile(files["data/SOURCES.md"] ?? "", file.slice(file.lastIndexOf("/") + 1));
}

/** The row of the timeline for an id such as `timeline/2024-11-25/tariff`: its day, and the start of its lever. */
export function timelineOf(record: BriefRecord, id: string): BriefRecord["timeline"][number] | undefined {
  const [kind, date, lever = ""] = id.split("/");
  if (kind !== "timeline") return undefined;
  return record.timeline.find((row) => row.date === date && row.lever.startsWith(lever));
}

/** Every data file that a claim or an observation reads, with what it holds, from `data/SOURCES.md`. */
export function makeSeries(
  model: Model,
  files: Files,
  claims: readonly ClaimResult[],
): BriefResult["series"] {
  const used = new Set<string>();
  for (const claim of claims) for (const id of claim.sources) if (id.endsWith(".csv")) used.add(id);
  for (const observation of model.observations) used.add(observation.file);
  return [...used].sort().map((file) => ({ file, about: aboutSeries(files, file) }));
}

/** The line "What: ..." under the heading of `SOURCES.md` that names the file; empty where there is none. */
function aboutFile(text: string, name: string): string {
  for (const section of text.split(/^### /m).slice(1)) {
    const [heading = "", ...lines] = section.split("\n");
    if (!heading.includes(name)) continue;
    const what = lines.find((line) => line.startsWith("- What:"));
    return what?.slice("- What:".length).trim() ?? "";
  }
  return "";
}

/** Rows of the timeline after the document's date that `evidence/timeline.yaml` puts into both languages. */
export function makeEvents(
  files: Files,
  record: BriefRecord,
  after: string,
): { readonly events: BriefResult["whatHappened"]; readonly diagnostics: readonly Diagnostic[] } {
  const file = "evidence/timeline.yaml";
  const text = files[file];
  if (text === undefined) return { events: [], diagnostics: [] };
  const shape = checkShape(readYaml({ file, text, offset: 0 }), EventsSchema, "timeline");
  const diagnostics: Diagnostic[] = [...shape.diagnostics];
  const events = (shape.value ?? []).flatMap(({ date, lever, en, es }) => {
    const row = record.timeline.find((r) => r.date === date && r.lever.startsWith(lever));
    if (!row) {
      diagnostics.push({ code: "timeline-no-row", severity: "error", data: { date, lever, file } });
      return [];
    }
    if (date <= after) return [];
    const number = cellNumber(row.value);
    const value = number === undefined ? row.value : fixed(number, decimals(row.value));
    return [{ date, event: { en, es }, value, source: row.source, url: row.url }];
  });
  return {
    events: [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    diagnostics,
  };
}

function decimals(text: string): number {
  return /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
}
