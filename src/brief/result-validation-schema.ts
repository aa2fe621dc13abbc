import { z } from "zod";
import { RESULT_KINDS } from "../analysis/stored-results.ts";
import { CRITIQUE_STAGES } from "../explain/critiques.ts";

const month = z.string().regex(/^\d{4}-\d{2}$/);
const text = z.strictObject({ en: z.string(), es: z.string() });
const named = z.strictObject({ name: z.string(), label: text });
const ids = z.array(z.string());
const count = z.int().min(0);
const range = z.strictObject({ low: z.number(), median: z.number(), high: z.number() });
const verdict = z.enum(["reproduced", "covered", "missed", "reported"]);
const grade = z.enum(["verified", "secondary", "unverified", "judgement", "unknown"]);
const bands = { q05: z.number(), q25: z.number(), q50: z.number(), q75: z.number(), q95: z.number() };

const made = z.strictObject({
  kind: z.enum(RESULT_KINDS),
  modelHash: z.string(),
  posteriors: ids,
  draws: count,
  seed: z.number(),
  command: z.string(),
  stale: z.boolean().describe("The model, or what the result reads beside it, has changed since"),
});

const row = z.strictObject({
  id: z.string(),
  section: z.enum(["history", "shape", "coverage", "episode", "published model"]),
  subject: text,
  target: text,
  unit: z.string(),
  published: z.strictObject({
    value: z.number().optional(),
    low: z.number().optional(),
    high: z.number().optional(),
  }),
  obtained: z.strictObject({
    median: z.number(),
    low: z.number().optional(),
    high: z.number().optional(),
  }),
  without: z.number().optional().describe("The same with the causes of the fall switched off"),
  inside: z.number().optional(),
  verdict,
  sources: ids,
  note: text.optional(),
});

const table = z.strictObject({
  draws: count,
  episodes: z.array(z.strictObject({ id: z.string(), label: text, isolated: text, verdict })),
  rows: z.array(row),
});

const entry = z.strictObject({
  by: z.string(),
  ...bands,
  point: z.boolean(),
  score: z
    .strictObject({
      crps: z.number(),
      logError: z.number(),
      inside50: z.boolean(),
      inside90: z.boolean(),
    })
    .optional(),
});

const standing = z.strictObject({
  by: z.string(),
  cells: count,
  crps: z.number(),
  modelCrps: z.number(),
  ratio: z.number(),
  modelWins: count,
  meanLogError: z.number(),
  rmsLogError: z.number(),
  coverage50: z.number().optional(),
  coverage90: z.number().optional(),
});

const backtest = z.strictObject({
  unit: text,
  series: z.array(named),
  mechanisms: z.array(named),
  published: z.array(
    z.strictObject({ id: z.string(), label: text, from: month, note: text.optional(), sources: ids }),
  ),
  cells: z.array(
    z.strictObject({
      origin: month,
      horizon: count,
      month,
      series: z.string(),
      knownTo: month,
      observed: z.number().optional(),
      entries: z.array(entry),
    }),
  ),
  paths: z.array(
    z.strictObject({
      origin: month,
      full: z.boolean(),
      posterior: z.string(),
      leftOut: ids,
      dropped: count,
      rows: z.array(z.strictObject({ date: month, series: z.string(), ...bands })),
    }),
  ),
  history: z.array(
    z.strictObject({ series: z.string(), months: z.array(month), values: z.array(z.number()) }),
  ),
  standings: z.array(
    z.strictObject({ horizon: count, series: z.string().optional(), standings: z.array(standing) }),
  ),
  inputs: ids,
  revisions: z.array(
    z.strictObject({
      series: z.string(),
      published: month,
      last: month,
      months: count,
      mean: z.number(),
      newest: z.number(),
      rms: z.number(),
    }),
  ),
});

const fall = z.strictObject({
  from: month,
  to: month,
  draws: count,
  accounts: z.array(
    z.strictObject({
      measure: z.string(),
      title: text,
      sentences: z.array(text),
      observed: z.number(),
      simulated: range,
      rows: z.array(
        z.strictObject({
          mechanism: z.string(),
          label: text,
          share: range.optional(),
          lastIn: range.optional(),
          firstIn: range.optional(),
        }),
      ),
    }),
  ),
});

const sensitivity = z.strictObject({
  from: z.string(),
  at: month,
  draws: count,
  inputs: count,
  scenarios: z.array(z.strictObject({ id: z.string(), label: text })),
  leading: z.array(
    z.strictObject({
      name: z.string(),
      label: text,
      chapter: z.string(),
      variant: z.boolean(),
      informed: z.boolean(),
      sources: z.array(z.strictObject({ id: z.string(), grade })),
      firmness: grade,
    }),
  ),
  quantities: z.array(
    z.strictObject({
      outcome: z.string(),
      label: text,
      unit: z.string(),
      scenario: z.string().optional(),
      varies: z.boolean(),
      mean: z.number(),
      deviation: z.number(),
      rows: z.array(z.strictObject({ input: z.string(), index: z.number(), se: z.number(), draws: count })),
      sum: z.number(),
      judgement: z.number(),
      unverified: ids,
    }),
  ),
});

const critique = z.strictObject({
  id: z.string(),
  stage: z.enum(CRITIQUE_STAGES),
  title: text,
  who: text,
  objection: text,
  does: text,
  settles: text.optional(),
  standing: z.enum(["answered", "partly", "open"]),
  tilt: z.enum(["understates", "overstates", "neither"]),
});

/** Schema of what a model is held against: `ValidationResult`. */
export const ValidationResultSchema = z
  .strictObject({
    summary: z.array(text),
    made: z.array(made),
    table: table.optional(),
    backtest: backtest.optional(),
    fall: fall.optional(),
    sensitivity: sensitivity.optional(),
    critiques: z.array(critique),
  })
  .describe("What the model is held against, from its stored results");
