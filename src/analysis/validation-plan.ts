import { z } from "zod";
import type { Diagnostic } from "../base/diagnostic.ts";
import { TextSchema } from "../scenario/scenario.ts";
import { checkShape, readYaml } from "../scenario/yaml-source.ts";
import type { ValidationPlan } from "./validation.ts";

const FileSchema = z.looseObject({
  published: z
    .array(
      z.strictObject({
        model: z.string().min(1).describe("Folder of a reference model, from the model's own folder"),
        label: TextSchema,
      }),
    )
    .default([]),
  /** The scenario that the past follows after the decision date. */
  scenario: z.string().optional(),
});

/** Reads what `validation.yaml` says besides the history: the reference models that stand beside this one. */
export function readValidationPlan(
  file: string,
  text: string,
): { readonly plan: ValidationPlan; readonly diagnostics: readonly Diagnostic[] } {
  const shape = checkShape(readYaml({ file, text, offset: 0 }), FileSchema, "validation");
  const published = shape.value?.published ?? [];
  const scenario = shape.value?.scenario;
  const plan = { published, ...(scenario === undefined ? {} : { scenario }) };
  return { plan, diagnostics: shape.diagnostics };
}
