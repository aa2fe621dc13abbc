import type { Diagnostic } from "../base/diagnostic.ts";
import { nearestName } from "../base/nearest-name.ts";
import { canonicalName } from "../lang/names.ts";
import type { Model } from "../model/model.ts";
import { monthTime } from "../scenario/month.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { placeOf } from "../scenario/yaml-source.ts";
import type { BriefLook } from "./brief.ts";
import type { ParsedBrief } from "./parse-brief.ts";
import { parseRead } from "./read-expression.ts";
import type { BriefRecord } from "./record.ts";
import { shareWordNames, shareWords } from "./share-words.ts";

/** Checks a read brief against its model, scenarios and record: every name, id, series and date. */
export function checkBrief(
  parsed: ParsedBrief,
  model: Model,
  scenarios: readonly Scenario[],
  record: BriefRecord,
): readonly Diagnostic[] {
  const { brief, places } = parsed;
  if (!brief) return parsed.diagnostics;
  const diagnostics: Diagnostic[] = [...parsed.diagnostics];
  const { plan } = brief;
  const outcomes = model.outcomes.map((o) => o.name);
  const observations = model.observations.map((o) => o.name);
  const tables = model.ir.tables.map((t) => t.name);
  const known = scenarios.map((s) => s.id);

  const at = (block: string, path: readonly PropertyKey[]) => {
    const read = places.get(block);
    return read ? { span: placeOf(read, path) } : {};
  };
  const unknown = (
    code: string,
    block: string,
    path: readonly PropertyKey[],
    name: string,
    list: readonly string[],
  ) => {
    const nearest = nearestName(canonicalName(name), list);
    diagnostics.push({
      code,
      severity: "error",
      ...at(block, path),
      data: { name, ...(nearest === undefined ? { known: list.slice(0, 40) } : { suggestion: nearest }) },
    });
  };
  const scenario = (block: string, path: readonly PropertyKey[], id: string) => {
    if (!known.includes(id)) unknown("brief-unknown-scenario", block, path, id, known);
    else if (!plan.run.includes(id)) {
      diagnostics.push({
        code: "brief-scenario-not-run",
        severity: "error",
        ...at(block, path),
        data: { id },
      });
    }
  };
  const outcome = (block: string, path: readonly PropertyKey[], name: string) => {
    if (!outcomes.includes(name)) unknown("brief-unknown-outcome", block, path, name, outcomes);
  };
  const look = (block: string, path: readonly PropertyKey[], value: BriefLook) => {
    scenario(block, [...path, "scenario"], value.scenario);
    outcome(block, [...path, "outcome"], value.outcome);
    if (value.at !== undefined && !plan.at.includes(value.at)) {
      const data = { at: value.at, dates: plan.at };
      diagnostics.push({
        code: "brief-date-not-read",
        severity: "error",
        ...at(block, [...path, "at"]),
        data,
      });
    }
  };
  const source = (block: string, path: readonly PropertyKey[], id: string) => {
    if (record.rows(id).length === 0)
      unknown("brief-unknown-source", block, path, id, [...record.register.keys()]);
  };

  for (const [i, id] of plan.run.entries()) scenario("scenarios", ["run", i], id);
  const first = scenarios.find((s) => s.id === plan.run[0]);
  if (first && first.group !== "baseline") {
    const data = { id: first.id };
    diagnostics.push({
      code: "brief-baseline-first",
      severity: "error",
      ...at("scenarios", ["run", 0]),
      data,
    });
  }
  const { clock } = model.ir;
  const start = (clock.startIndex + clock.decision) / clock.stepsPerUnit;
  const end = (clock.startIndex + clock.steps) / clock.stepsPerUnit;
  for (const [i, month] of plan.at.entries()) {
    if (monthTime(month) < start - 1e-9 || monthTime(month) > end + 1e-9) {
      const data = { at: month, from: Math.floor(start), to: Math.floor(end) };
      diagnostics.push({
        code: "scenario-date-outside",
        severity: "error",
        ...at("scenarios", ["at", i]),
        data,
      });
    }
  }
  if (!plan.at.includes(plan.headline_at)) {
    const data = { at: plan.headline_at, dates: plan.at };
    diagnostics.push({
      code: "brief-date-not-read",
      severity: "error",
      ...at("scenarios", ["headline_at"]),
      data,
    });
  }
  for (const [i, name] of plan.outcomes.entries()) outcome("scenarios", ["outcomes", i], name);
  for (const [i, name] of plan.levels.entries()) outcome("scenarios", ["levels", i], name);
  for (const [i, name] of plan.summaries.entries()) outcome("scenarios", ["summaries", i], name);
  for (const [i, value] of plan.answer.entries()) look("scenarios", ["answer", i], value);
  for (const [i, value] of plan.drivers.entries()) look("scenarios", ["drivers", i], value);
  for (const [i, id] of plan.variants_in.entries()) scenario("scenarios", ["variants_in", i], id);

  for (const chart of brief.charts) {
    outcome(chart.id, ["outcome"], chart.outcome);
    for (const [i, id] of chart.scenarios.entries()) scenario(chart.id, ["scenarios", i], id);
    for (const [i, entry] of chart.history.entries()) {
      const name = typeof entry === "string" ? entry : entry.observation;
      if (!observations.includes(name)) {
        unknown("brief-unknown-observation", chart.id, ["history", i], name, observations);
      }
      if (typeof entry !== "string" && !tables.includes(entry.divided_by)) {
        unknown("brief-unknown-table", chart.id, ["history", i, "divided_by"], entry.divided_by, tables);
      }
    }
  }
  for (const proposal of brief.proposals) {
    scenario(proposal.id, ["scenario"], proposal.scenario);
    for (const [i, id] of proposal.sources.entries()) source(proposal.id, ["sources", i], id);
  }
  for (const expectation of brief.expectations) {
    for (const [i, value] of expectation.look.entries()) look(expectation.id, ["look", i], value);
  }
  for (const claim of brief.claims) {
    for (const [i, entry] of [claim.read].flat().entries()) {
      const node = parseRead(entry).node;
      const path = Array.isArray(claim.read) ? ["read", i] : ["read"];
      if (node?.kind === "id") source(claim.id, path, node.id);
      else if (node) {
        for (const { file, column } of seriesOf(node)) {
          if (!record.series(file, column)) {
            const data = { file, column };
            diagnostics.push({
              code: "brief-unknown-series",
              severity: "error",
              ...at(claim.id, path),
              data,
            });
          }
        }
      }
    }
    for (const [i, id] of claim.against.entries()) source(claim.id, ["against", i], id);
    if ("share" in claim.says && !shareWords(claim.says.share)) {
      const data = { name: claim.says.share, known: shareWordNames };
      const place = at(claim.id, ["says", "share"]);
      diagnostics.push({ code: "brief-unknown-share", severity: "error", ...place, data });
    }
  }
  return diagnostics;
}

type Node = NonNullable<ReturnType<typeof parseRead>["node"]>;

function seriesOf(node: Node): readonly { readonly file: string; readonly column: string }[] {
  if (node.kind === "series") return [node];
  return node.kind === "binary" ? [...seriesOf(node.left), ...seriesOf(node.right)] : [];
}
