import { z } from "zod";
import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { MonthSchema, TextSchema } from "../scenario/scenario.ts";
import { checkShape, readYaml, type YamlRead } from "../scenario/yaml-source.ts";

const Name = z.string().min(1);
const Names = z.array(Name);

const GroupSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .describe("Lower case words joined by hyphens"),
  label: TextSchema,
  shown: Names.default([]).describe("Levers shown at once, in order"),
  folded: Names.default([]).describe("Levers behind a fold, in order"),
});

const TriedSchema = z
  .strictObject({
    low: z.number(),
    high: z.number(),
    note: TextSchema.describe("Where, when and by whom, in one or two sentences"),
    sources: Names.min(1).describe("Ids of the register, or days of the timeline: `timeline/2025-03-04`"),
  })
  .describe("Range of values that have been seen in the real world, in the lever's declared unit");

const LeverSchema = z.strictObject({
  unit: TextSchema.optional().describe("What stands behind the number: `raids a month`"),
  step: z.number().positive().optional().describe("Distance between two places of the slider"),
  kind: z
    .enum(["slider", "switch", "month"])
    .optional()
    .describe("switch: 0 or 1; month: decimal years shown as a month"),
  tried: TriedSchema.optional(),
  untried: TextSchema.optional().describe(
    "Why there is no such range: nobody has done it, or nobody has measured it",
  ),
});

const ObservedSchema = z.strictObject({
  observations: Names.min(1).describe("Observations of the model; several are added up, month by month"),
  label: TextSchema.optional().describe("What is drawn; the observation's own label without it"),
  divided_by: Name.optional().describe("A table of the model over time, such as a price level"),
});

/** A model's `explorer.yaml`; published as `schema/explorer.schema.json`. */
export const ExplorerFileSchema = z
  .strictObject({
    about: TextSchema.optional().describe("One line under the title: what the page is, and what it is not"),
    headline: z
      .strictObject({ outcome: Name, at: MonthSchema })
      .optional()
      .describe("The outcome and the month that the page speaks of at first"),
    levers_from: MonthSchema.optional().describe(
      "Month from whose start a lever that a reader moves holds its value",
    ),
    groups: z.array(GroupSchema).default([]).describe("Every lever once, in the order of the supply chain"),
    levers: z.record(Name, LeverSchema).default({}),
    panel: Names.default([]).describe("Outcomes shown at once, that of the headline first"),
    chips: Names.default([]).describe("Scenarios offered with one click, no change first"),
    assumptions: Names.optional().describe(
      "Constants offered as assumptions; without it those with most effect by results/sensitivity.json",
    ),
    chapters: z
      .record(Name, TextSchema)
      .default({})
      .describe("Titles of chapters in both languages, by file without `.md`"),
    official: Names.default([]).describe(
      "Publishers of official counts, as the register begins their sources",
    ),
    observed: z
      .record(Name, z.array(ObservedSchema))
      .default({})
      .describe("Series drawn as the past of an outcome, where the model's own observations do not say it"),
  })
  .describe("How the explorer shows a model: order, names and limits, no number of a result");

/** What `explorer.yaml` holds, defaults of its lists filled in. */
export type ExplorerFile = Readonly<z.output<typeof ExplorerFileSchema>>;

/** Name of the file below a model's folder. */
export const EXPLORER_FILE = "explorer.yaml";

/** Syntax and shape of a model's `explorer.yaml`; `read` says where things stand. Undefined without the file. */
export function parseExplorerFile(files: Files): {
  readonly file?: ExplorerFile;
  readonly read?: YamlRead;
  readonly diagnostics: readonly Diagnostic[];
} {
  const text = Object.hasOwn(files, EXPLORER_FILE) ? files[EXPLORER_FILE] : undefined;
  if (text === undefined) return { diagnostics: [] };
  const read = readYaml({ file: EXPLORER_FILE, text, offset: 0 });
  const { value, diagnostics } = checkShape(read, ExplorerFileSchema, "explorer");
  return value === undefined ? { read, diagnostics } : { file: value, read, diagnostics };
}

/** The published JSON Schema of the file (`schema/explorer.schema.json`). */
export function explorerJsonSchema(): unknown {
  return {
    ...z.toJSONSchema(ExplorerFileSchema, { io: "input" }),
    $id: "explorer.schema.json",
    title: "Downstream explorer file",
  };
}
