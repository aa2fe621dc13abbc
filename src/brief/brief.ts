import { z } from "zod";
import type { Text } from "../base/text.ts";
import { MonthSchema, TextSchema } from "../scenario/scenario.ts";

const Id = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/);
const Name = z.string().min(1);

/** The head of a brief, between two lines of three hyphens. */
export const HeadSchema = z.strictObject({
  title: TextSchema,
  date: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
    .describe("Date of the document, YYYY-MM-DD: data count as known if published by then"),
  about: TextSchema,
  question: TextSchema,
  model: Name.describe("Folder of the model"),
});

const Place = z.strictObject({ name: TextSchema, match: z.array(Name).min(1) });

/** What a claim says, in a form that can be compared with a source. */
const SaysSchema = z.union([
  z.strictObject({ number: z.number(), unit: TextSchema }),
  z.strictObject({ low: z.number(), high: z.number(), unit: TextSchema }),
  z.strictObject({ up_to: z.number(), unit: TextSchema }),
  z.strictObject({ share: Name.describe("Words for a share, such as 'vast majority'") }),
  z.strictObject({ place: Place, instead: Place }),
  z.strictObject({ reported: TextSchema }),
  z.strictObject({ expectation: Id.describe("The expectation of this brief that explores it") }),
]);

/** A fenced `claim` block. */
export const ClaimSchema = z.strictObject({
  id: Id,
  claim: TextSchema,
  kind: TextSchema,
  says: SaysSchema,
  read: z
    .union([z.string(), z.array(Name)])
    .default([])
    .describe("Expressions over data series, or ids of evidence rows and of the timeline"),
  against: z.array(Name).default([]).describe("Of a report: ids of rows that say otherwise"),
  note: TextSchema.optional(),
});

/** A fenced `proposal` block. */
export const ProposalSchema = z.strictObject({
  id: Id,
  proposal: TextSchema,
  backers: TextSchema,
  scenario: Name,
  sources: z.array(Name).default([]),
});

const Look = z.strictObject({ scenario: Name, outcome: Name, at: MonthSchema.optional() });

/** A fenced `expectation` block: what the document expects and where the model is asked about it. */
export const ExpectationSchema = z.strictObject({
  id: Id,
  text: TextSchema,
  look: z.array(Look).min(1),
  note: TextSchema.optional(),
});

/** The fenced `scenarios` block: what is run, at which dates it is read, which outcomes head the report. */
export const PlanSchema = z.strictObject({
  run: z.array(Name).min(1).describe("Scenarios in the order of the report; the baseline first"),
  at: z.array(MonthSchema).min(1),
  headline_at: MonthSchema,
  charts_until: MonthSchema.optional().describe("Last month on the charts; the model's last when absent"),
  outcomes: z.array(Name).min(1).describe("Headline outcomes, in order"),
  answer: z.array(Look).default([]).describe("Comparisons that make the plain answer"),
  levels: z.array(Name).default([]).describe("Outcomes whose no-change path opens the answer"),
  summaries: z
    .array(Name)
    .default([])
    .describe("Outcomes for which the answer lists the scenarios that move them clearly"),
  drivers: z.array(Look).default([]),
  variants_in: z
    .array(Name)
    .default([])
    .describe("Scenarios whose effect is shown for each option of a variant"),
});

/** A fenced `chart` block. */
export const ChartSchema = z.strictObject({
  id: Id,
  outcome: Name,
  title: TextSchema,
  scenarios: z.array(Name).min(1),
  history: z
    .array(
      z.union([
        Name,
        z.strictObject({
          observation: Name,
          label: TextSchema.describe("What is drawn, once divided"),
          divided_by: Name.describe("A table of the model over time, such as a price level"),
        }),
      ]),
    )
    .default([])
    .describe("Observations of the model that are drawn as the past"),
});

/** The fenced `document-leaves-out`, `model-leaves-out` and `extrapolation` blocks: sentences. */
export const SentencesSchema = z.array(TextSchema).min(1);

export type BriefHead = z.output<typeof HeadSchema>;
export type Claim = z.output<typeof ClaimSchema>;
export type Says = z.output<typeof SaysSchema>;
export type Proposal = z.output<typeof ProposalSchema>;
export type Expectation = z.output<typeof ExpectationSchema>;
export type BriefPlan = z.output<typeof PlanSchema>;
export type BriefChart = z.output<typeof ChartSchema>;
export type BriefLook = z.output<typeof Look>;

/** A document as read by a person: claims, proposals, expectations, and what to run. Positions are in `places`. */
export interface Brief {
  readonly file: string;
  readonly head: BriefHead;
  readonly claims: readonly Claim[];
  readonly proposals: readonly Proposal[];
  readonly expectations: readonly Expectation[];
  readonly plan: BriefPlan;
  readonly charts: readonly BriefChart[];
  /** What the document leaves out. */
  readonly documentLeavesOut: readonly Text[];
  readonly leftOut: readonly Text[];
  /** What no case has been observed of. */
  readonly extrapolation: readonly Text[];
}
