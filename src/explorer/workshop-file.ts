import { z } from "zod";
import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { TextSchema } from "../scenario/scenario.ts";
import { checkShape, readYaml } from "../scenario/yaml-source.ts";

const WorkshopSchema = z
  .strictObject({
    aims: z.array(TextSchema).default([]),
    roles: z
      .array(
        z.strictObject({
          who: TextSchema,
          country: TextSchema.optional(),
          wants: TextSchema.describe("What this person is after"),
          asks: TextSchema.describe("The question that this person brings to the model"),
        }),
      )
      .default([])
      .describe("People around the table, balanced across sides"),
    scenes: z
      .array(
        z.strictObject({
          title: TextSchema,
          link: z
            .string()
            .describe("Query of a link to the explorer, without a question mark; empty for the start"),
          ask: TextSchema,
        }),
      )
      .default([])
      .describe("Stops of the workshop, each set by a link"),
    questions: z.array(TextSchema).default([]).describe("For the discussion at the end"),
    silent: z.array(TextSchema).default([]).describe("What the model cannot say"),
  })
  .describe("What a facilitator needs for a workshop with a model");

/** What a model's `workshop.yaml` holds, defaults of its lists filled in. */
export type Workshop = Readonly<z.output<typeof WorkshopSchema>>;

/** Name of the file below a model's folder. */
export const WORKSHOP_FILE = "workshop.yaml";

/** Reads a model's `workshop.yaml`; undefined without the file or with an error in its syntax or shape, which is then a finding. */
export function readWorkshop(files: Files): {
  readonly workshop?: Workshop;
  readonly diagnostics: readonly Diagnostic[];
} {
  const text = Object.hasOwn(files, WORKSHOP_FILE) ? files[WORKSHOP_FILE] : undefined;
  if (text === undefined) return { diagnostics: [] };
  const { value, diagnostics } = checkShape(
    readYaml({ file: WORKSHOP_FILE, text, offset: 0 }),
    WorkshopSchema,
    "workshop",
  );
  return value === undefined ? { diagnostics } : { workshop: value, diagnostics };
}
