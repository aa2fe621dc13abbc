import type { Diagnostic, Files } from "../base/diagnostic.ts";
import type { Ir } from "../model/ir.ts";
import { checkScenario } from "./check-scenario.ts";
import { type ParsedScenario, parseScenario } from "./parse-scenario.ts";
import { GroupSchema, type Scenario } from "./scenario.ts";
import { placeOf } from "./yaml-source.ts";

export interface LoadedScenarios {
  /** By group, then order or rung, then id: an order that no effect decides. */
  readonly scenarios: readonly Scenario[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads every `scenarios/*.yaml` under `folder` ("" for the root) and, with an IR, checks each against the model. */
export function loadScenarios(files: Files, folder: string, ir?: Ir): LoadedScenarios {
  const prefix = folder === "" ? "scenarios/" : `${folder.replace(/\/$/, "")}/scenarios/`;
  const paths = Object.keys(files)
    .filter((path) => path.startsWith(prefix) && /\.ya?ml$/.test(path))
    .sort();
  const diagnostics: Diagnostic[] = [];
  const scenarios: Scenario[] = [];
  const seen = new Map<string, string>();
  for (const path of paths) {
    const parsed: ParsedScenario = parseScenario(path, files[path]!);
    const found = ir ? checkScenario(parsed, ir) : parsed.diagnostics;
    diagnostics.push(...found);
    const { scenario } = parsed;
    if (!scenario) continue;
    const other = seen.get(scenario.id);
    if (other !== undefined) {
      diagnostics.push({
        code: "scenario-id-twice",
        severity: "error",
        span: placeOf(parsed.read, ["id"]),
        data: { id: scenario.id, other },
      });
      continue;
    }
    seen.set(scenario.id, path);
    if (!found.some((d) => d.severity === "error")) scenarios.push(scenario);
  }
  const baselines = scenarios.filter((s) => s.group === "baseline");
  if (scenarios.length > 0 && diagnostics.length === 0 && baselines.length !== 1) {
    diagnostics.push({
      code: "scenario-one-baseline",
      severity: "error",
      data: { found: baselines.map((s) => s.id) },
    });
  }
  return { scenarios: [...scenarios].sort(compareScenarios), diagnostics };
}

const groups = GroupSchema.options;

function compareScenarios(a: Scenario, b: Scenario): number {
  return (
    groups.indexOf(a.group) - groups.indexOf(b.group) ||
    (a.order ?? a.rung ?? 1e9) - (b.order ?? b.rung ?? 1e9) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
