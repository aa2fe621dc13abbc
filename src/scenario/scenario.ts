import { z } from "zod";

/** `YYYY-MM`. */
export const MonthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe("A month, YYYY-MM");

export const TextSchema = z
  .strictObject({ en: z.string().min(1), es: z.string().min(1) })
  .describe("The same text in English and in Spanish");

/** Where a scenario stands in a comparison. */
export const GroupSchema = z.enum(["baseline", "proposal", "ladder", "alternative", "package", "happened"]);

const NameSchema = z.string().min(1);

/** A scenario file, `models/NAME/scenarios/ID.yaml`; published as `schema/scenario.schema.json`. */
export const ScenarioSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .describe("Lower case words joined by hyphens; the same as the file's name"),
    group: GroupSchema.describe("Where the scenario stands in a comparison"),
    rung: z.int().min(1).optional().describe("Position on the ladder of escalation, from 1"),
    order: z.number().optional().describe("Position inside its group; files without it follow, by id"),
    proposals: z
      .array(NameSchema)
      .default([])
      .describe("Proposals of a brief that this scenario carries out"),
    label: TextSchema.describe("Name in a sentence or heading"),
    short: TextSchema.describe("Name in a table or beside a line"),
    summary: TextSchema.describe("What is done, in one or two sentences"),
    extrapolation: z
      .boolean()
      .default(false)
      .describe("True when it rests on acts of which no case has been observed"),
    levers: z
      .array(
        z.strictObject({
          name: NameSchema.describe("A lever of the model"),
          schedule: z
            .array(
              z.strictObject({
                at: MonthSchema.describe("Month from whose start the value holds"),
                value: z.number().describe("Value in the unit in which the lever is declared"),
              }),
            )
            .min(1)
            .describe("Break points in ascending order; the lever keeps its own value before the first"),
        }),
      )
      .default([]),
    set: z
      .record(NameSchema, z.number())
      .default({})
      .describe("Constants of the model held at a value in every draw, in their declared unit"),
    variants: z
      .record(NameSchema, z.string())
      .default({})
      .describe("Variants of the model held at one option in every draw"),
    note: z.string().default("").describe("Why these values: the record behind them"),
    sources: z.array(NameSchema).default([]).describe("Ids of evidence rows, or dates of the timeline"),
  })
  .describe("A scenario sets numbers of a model; it never changes an equation");

export type ScenarioGroup = z.infer<typeof GroupSchema>;

/** A scenario as read from its file, every default filled in. */
export type Scenario = Readonly<z.output<typeof ScenarioSchema>> & {
  /** The file it was read from. */
  readonly file: string;
};
