import { z } from "zod";
import { ScenarioSchema } from "./scenario.ts";

/** The published JSON Schema of a scenario file (`schema/scenario.schema.json`). */
export function scenarioJsonSchema(): unknown {
  return {
    ...z.toJSONSchema(ScenarioSchema, { io: "input" }),
    $id: "scenario.schema.json",
    title: "Downstream scenario",
  };
}
