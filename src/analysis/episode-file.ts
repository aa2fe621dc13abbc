import { z } from "zod";
import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { MonthSchema, TextSchema } from "../scenario/scenario.ts";
import { checkShape, placeOf, readYaml, type YamlRead } from "../scenario/yaml-source.ts";

const IdSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const LeverSchema = z.strictObject({
  name: z.string().min(1),
  schedule: z.array(z.strictObject({ at: MonthSchema, value: z.number() })).min(1),
});

const RunSchema = z.strictObject({
  id: IdSchema.describe("Name of the run; targets refer to it"),
  when: z.string().default("").describe("Settings of the shock, as `when` of a check takes them"),
  scenario: z.string().optional().describe("A scenario of the model that the run follows"),
  levers: z.array(LeverSchema).default([]).describe("Lever schedules, as in a scenario"),
});

/** What a target makes of the values at the saved months of its window. */
export const TakeSchema = z.enum(["lowest", "highest", "mean", "last", "total", "months until"]);

const TargetSchema = z.strictObject({
  id: IdSchema,
  words: TextSchema.describe("What is compared"),
  run: IdSchema.optional().describe("The run; default the first"),
  value: z
    .string()
    .min(1)
    .describe(
      "An expression of the model language; `baseline(x)` is x in the comparison run of the same draw",
    ),
  take: TakeSchema.describe(
    "One number of the window: total is the mean times the window in years; months until: when the expression is first true",
  ),
  from: MonthSchema,
  to: MonthSchema,
  unit: z.string().min(1),
  published: z
    .strictObject({ value: z.number().optional(), low: z.number().optional(), high: z.number().optional() })
    .default({}),
  rows: z.array(z.string()).default([]).describe("Rows of the register behind the published figure"),
  note: TextSchema.optional(),
});

/** An episode, `models/NAME/episodes/ID.yaml`: a block of the model isolated and shocked as the world once was. */
export const EpisodeSchema = z.strictObject({
  id: IdSchema.describe("The same as the file's name"),
  order: z.number(),
  label: TextSchema,
  isolated: TextSchema.describe("What is isolated, how the shock is applied, and what of it the sources fix"),
  rows: z.array(z.string()).min(1).describe("Rows of the register that describe the episode"),
  bounds: z
    .boolean()
    .describe(
      "true: prior draws that the model rejects are left out; false where they bound another place or time",
    ),
  model: z.string().default("").describe("Statements of the model language, added for this episode"),
  isolate: z.string().default("").describe("Settings of every run, as `when` of a check takes them"),
  comparison: z.string().default("").describe("Settings of the comparison run alone"),
  against: z.string().optional().describe("A scenario that the comparison run follows; default none"),
  runs: z.array(RunSchema).min(1),
  targets: z.array(TargetSchema).min(1),
});

export type Take = z.output<typeof TakeSchema>;
export type EpisodeRun = Readonly<z.output<typeof RunSchema>>;
export type EpisodeTarget = Readonly<z.output<typeof TargetSchema>>;
export type Episode = Readonly<z.output<typeof EpisodeSchema>>;

/** An episode with the text it was read from, so that findings can point into it. */
export interface EpisodeFile {
  readonly episode: Episode;
  readonly read: YamlRead;
}

/**
 * Reads the episodes beside a model (`episodes/*.yaml`) in their order. Errors: those of a YAML file,
 * `scenario-id-not-file`, and `episode-unknown` for a run that a target names and the episode lacks.
 */
export function loadEpisodes(files: Files): {
  readonly episodes: readonly EpisodeFile[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const episodes: EpisodeFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of Object.keys(files).filter((path) => /^episodes\/[^/]+\.ya?ml$/.test(path))) {
    const read = readYaml({ file, text: files[file] ?? "", offset: 0 });
    const shape = checkShape(read, EpisodeSchema, "episode");
    diagnostics.push(...shape.diagnostics);
    const episode = shape.value;
    if (episode === undefined) continue;
    episodes.push({ episode, read });
    const stem = file.slice("episodes/".length).replace(/\.ya?ml$/, "");
    if (stem !== episode.id) {
      const data = { id: episode.id, stem };
      diagnostics.push({
        code: "scenario-id-not-file",
        severity: "error",
        span: placeOf(read, ["id"]),
        data,
      });
    }
    for (const [k, target] of episode.targets.entries()) {
      if (target.run === undefined || episode.runs.some((run) => run.id === target.run)) continue;
      const data = { what: "run", name: target.run };
      const span = placeOf(read, ["targets", k, "run"]);
      diagnostics.push({ code: "episode-unknown", severity: "error", span, data });
    }
  }
  episodes.sort((a, b) => a.episode.order - b.episode.order || (a.episode.id < b.episode.id ? -1 : 1));
  return { episodes, diagnostics };
}
