import type { Diagnostic } from "../base/diagnostic.ts";
import { type Scenario, ScenarioSchema } from "./scenario.ts";
import { checkShape, placeOf, readYaml, type YamlRead } from "./yaml-source.ts";

/** A scenario with the text it came from, so that later checks can point into the user's file. */
export interface ParsedScenario {
  readonly scenario?: Scenario;
  readonly read: YamlRead;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one scenario file: syntax, shape, dates in order, one schedule a lever, id equal to the file's name. */
export function parseScenario(file: string, text: string): ParsedScenario {
  const read = readYaml({ file, text, offset: 0 });
  const shape = checkShape(read, ScenarioSchema, "scenario");
  if (!shape.value) return { read, diagnostics: shape.diagnostics };
  const scenario: Scenario = { ...shape.value, file };
  const diagnostics: Diagnostic[] = [];
  const stem = file.slice(file.lastIndexOf("/") + 1).replace(/\.ya?ml$/, "");
  if (stem !== scenario.id) {
    diagnostics.push({
      code: "scenario-id-not-file",
      severity: "error",
      span: placeOf(read, ["id"]),
      data: { id: scenario.id, stem },
    });
  }
  const seen = new Set<string>();
  for (const [index, lever] of scenario.levers.entries()) {
    const name = lever.name.toLowerCase();
    if (seen.has(name)) {
      diagnostics.push({
        code: "scenario-lever-twice",
        severity: "error",
        span: placeOf(read, ["levers", index, "name"]),
        data: { name: lever.name },
      });
    }
    seen.add(name);
    for (let k = 1; k < lever.schedule.length; k++) {
      const before = lever.schedule[k - 1]!.at;
      const at = lever.schedule[k]!.at;
      if (at <= before) {
        diagnostics.push({
          code: "scenario-dates-order",
          severity: "error",
          span: placeOf(read, ["levers", index, "schedule", k, "at"]),
          data: { at, before },
        });
      }
    }
  }
  return diagnostics.some((d) => d.severity === "error")
    ? { read, diagnostics }
    : { scenario, read, diagnostics };
}
