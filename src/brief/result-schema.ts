import { z } from "zod";
import { GroupSchema } from "../scenario/scenario.ts";
import type { BriefResult } from "./result.ts";
import { ValidationResultSchema } from "./result-validation-schema.ts";

const month = z.string().regex(/^\d{4}-\d{2}$/);
const text = z.strictObject({ en: z.string(), es: z.string() });
const share = z.number().min(0).max(1);
const ofHundred = z.int().min(0).max(100);
const better = z.enum(["lower", "higher", "none"]);
const ids = z.array(z.string());

const quantiles = z
  .strictObject({
    q05: z.number(),
    q25: z.number(),
    q50: z.number(),
    q75: z.number(),
    q95: z.number(),
  })
  .describe("Quantiles over draws");

const verdict = z.enum([
  "supported",
  "overstated",
  "understated",
  "contradicted",
  "cannot be checked",
  "reading: supported",
  "reading: contradicted",
  "reading: reported, not confirmed",
  "expectation",
]);

const claim = z.strictObject({
  id: z.string(),
  claim: text,
  kind: text,
  says: text,
  read: z.string(),
  value: z
    .strictObject({ text, number: z.number(), low: z.number().optional(), high: z.number().optional() })
    .optional(),
  rule: text,
  verdict,
  why: text,
  sources: ids,
});

const proposal = z.strictObject({
  id: z.string(),
  proposal: text,
  backers: text,
  scenario: z.string(),
  levers: ids,
  sources: ids,
});

const scenario = z.strictObject({
  id: z.string(),
  group: GroupSchema,
  rung: z.int().optional(),
  label: text,
  short: text,
  summary: text,
  settings: z.array(
    z.strictObject({
      lever: z.string(),
      label: text,
      unit: z.string(),
      schedule: z.array(z.strictObject({ at: month, value: z.number() })),
    }),
  ),
  extrapolation: z.boolean(),
  failedDraws: z.int().min(0),
});

const outcome = z.strictObject({
  name: z.string(),
  label: text,
  short: text,
  sentence: text,
  unit: text,
  better,
  headline: z.boolean(),
});

const cell = z
  .strictObject({
    scenario: z.string(),
    outcome: z.string(),
    at: month,
    value: quantiles,
    change: quantiles.describe("Scenario minus no change, per draw"),
    relative: quantiles
      .optional()
      .describe("Change as a share of no change; absent where that is 0 in a draw"),
    sinceDecision: quantiles.describe("Against the decision date of the same draw and scenario"),
    betterOf100: ofHundred,
    worseOf100: ofHundred,
    sameOf100: ofHundred,
  })
  .describe("One scenario's outcome at one date, in the outcome's unit");

const band = z.array(z.number());

const chart = z.strictObject({
  id: z.string(),
  outcome: z.string(),
  title: text,
  unit: text,
  history: z.array(
    z.strictObject({ label: text, source: z.string(), dates: z.array(month), values: z.array(z.number()) }),
  ),
  series: z.array(
    z.strictObject({
      scenario: z.string(),
      dates: z.array(month),
      q05: band,
      q25: band,
      q50: band,
      q75: band,
      q95: band,
    }),
  ),
  decision: month,
});

const driver = z.strictObject({
  outcome: z.string(),
  scenario: z.string(),
  of: z.enum(["value", "change"]),
  rows: z.array(
    z.strictObject({
      parameter: z.string(),
      label: text,
      rank: z.number().min(-1).max(1),
      low: z.number(),
      high: z.number(),
      sources: ids,
    }),
  ),
});

const variant = z.strictObject({
  variant: z.string(),
  label: text,
  question: text,
  options: z.array(
    z.strictObject({
      option: z.string(),
      label: text,
      prior: share,
      weight: share,
      weightRange: z
        .strictObject({ low: share, high: share })
        .optional()
        .describe("Least and greatest weight over groups of draws and laws of errors"),
      effects: z.array(z.strictObject({ scenario: z.string(), outcome: z.string(), median: z.number() })),
    }),
  ),
});

const fit = z.strictObject({
  series: z.string(),
  label: text,
  source: z.string(),
  points: z.int().min(0),
  mape: z.number(),
  inside90: share,
  used: z.boolean(),
});

const source = z.strictObject({
  id: z.string(),
  quantity: z.string(),
  value: z.string(),
  unit: z.string(),
  year: z.string(),
  source: z.string(),
  url: z.string(),
  status: z.string(),
  usedBy: ids,
});

/** Schema of a result document; published as `schema/brief.schema.json`. */
export const BriefResultSchema = z
  .strictObject({
    format: z.literal("downstream-brief"),
    version: z.literal(1),
    made: z.strictObject({
      program: z.string(),
      model: z.string(),
      modelVersion: z.string(),
      modelHash: z.string(),
      posterior: z.string(),
      seed: z.number(),
      draws: z.int().min(1),
      engine: z.string(),
      command: z.string(),
    }),
    warnings: z.array(text),
    title: text,
    document: z.strictObject({ date: z.string(), about: text }),
    question: text,
    answer: z.array(text),
    claims: z.array(claim),
    proposals: z.array(proposal),
    expectations: z.array(z.strictObject({ id: z.string(), text, found: text })),
    scenarios: z.array(scenario),
    outcomes: z.array(outcome),
    decision: month,
    dates: z.array(month),
    headlineAt: month,
    cells: z.array(cell),
    charts: z.array(chart),
    drivers: z.array(driver),
    variants: z.array(variant),
    calibration: z.strictObject({
      priorDraws: z.int().min(0),
      draws: z.int().min(0),
      effectiveSampleSize: z.number(),
      method: z.array(text),
      rejected: z.number(),
      fits: z.array(fit),
      misfits: z.array(text),
    }),
    validation: ValidationResultSchema.optional(),
    extrapolation: z.array(text),
    documentLeavesOut: z.array(text),
    leftOut: z.array(text),
    whatHappened: z.array(
      z.strictObject({
        date: z.string(),
        event: text,
        value: z.string(),
        source: z.string(),
        url: z.string(),
      }),
    ),
    sources: z.array(source),
    series: z.array(z.strictObject({ file: z.string(), about: z.string() })),
  })
  .describe("Result of a brief: every number, verdict, series and source id of its report");

/** Both ways: the schema's type is the result's, so neither can gain or lose a field alone. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
type Loose<T> = T extends object ? { [K in keyof T]: Loose<Exclude<T[K], undefined>> } : T;
export const schemaIsTheType: Same<
  Loose<z.output<typeof BriefResultSchema>>,
  Loose<Mutable<BriefResult>>
> = true;

/** The published JSON Schema of a result document. */
export function briefJsonSchema(): unknown {
  return { ...z.toJSONSchema(BriefResultSchema), $id: "brief.schema.json", title: "Downstream brief result" };
}
