import { z } from "zod";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Text } from "../base/text.ts";
import { canonicalName } from "../lang/names.ts";
import type { Mechanism, Model, Observation } from "../model/model.ts";
import { monthText } from "../scenario/month.ts";
import { MonthSchema, TextSchema } from "../scenario/scenario.ts";
import { checkShape, placeOf, readYaml } from "../scenario/yaml-source.ts";

/** What a model promises of its own past: the section `history` of `validation.yaml`. */
export interface HistoryPlan {
  /** First and last month of the rows that are compared, `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
  /** Mechanisms conceived in this month or later are switched off for the second column. */
  readonly causesSince: string;
  readonly series: readonly HistorySeries[];
  /** The fall whose causes are weighed (`fallShares`). */
  readonly fall?: FallPlan;
}

/** A series of moving sums that is scored in several ways; other observations have one error and two coverages each. */
export interface HistorySeries {
  readonly observation: Observation;
  /** Greatest mean absolute error in percent on moving sums, calendar years and half-years; absent: not reported. */
  readonly rolling?: number;
  readonly years?: number;
  readonly halfYears?: number;
  /** Monthly counts of the same events: they say how the published sum of a year falls on its halves. */
  readonly monthly?: Observation;
  /** Monthly counts of a part of the events, for the year that the first published sum covers. */
  readonly firstYear?: Observation;
  /** Months by which the highest moving sum may be early or late. */
  readonly peakWithin?: number;
  readonly changes: readonly HistoryChange[];
}

/** The change of the moving sums from the one ending in `from` to the one ending in `to`. */
export interface HistoryChange {
  readonly id: string;
  readonly label: Text;
  readonly from: string;
  readonly to: string;
  /** Percentage points on both sides of the published change. */
  readonly within: number;
}

/** A fall of a series of moving sums, and what may have caused it. */
export interface FallPlan {
  readonly observation: Observation;
  /** Months in which the sums end whose ratio is the fall, `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
  readonly mechanisms: readonly Mechanism[];
  /** Monthly counts of the same events, for the half-years beside the sums. */
  readonly monthly?: Observation;
  /** Canonical names of variants by whose options shares are told apart. */
  readonly variants: readonly string[];
}

const PercentSchema = z.number().positive();

const HistorySchema = z.strictObject({
  from: MonthSchema,
  to: MonthSchema,
  causes_since: MonthSchema,
  series: z
    .array(
      z.strictObject({
        observation: z.string().min(1),
        rolling: PercentSchema.optional(),
        years: PercentSchema.optional(),
        half_years: PercentSchema.optional(),
        monthly: z.string().min(1).optional(),
        first_year: z.string().min(1).optional(),
        peak_within: z.number().positive().optional(),
        changes: z
          .array(
            z.strictObject({
              id: z.string().min(1),
              label: TextSchema,
              from: MonthSchema,
              to: MonthSchema,
              within: PercentSchema,
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  fall: z
    .strictObject({
      observation: z.string().min(1),
      from: MonthSchema,
      to: MonthSchema,
      mechanisms: z.array(z.string().min(1)).min(1),
      monthly: z.string().min(1).optional(),
      variants: z.array(z.string().min(1)).default([]),
    })
    .optional(),
});

const FileSchema = z.looseObject({ history: HistorySchema.optional() });

/**
 * Reads the section `history` of a validation file. Findings: those of YAML and shape, `history-observation` (a name that
 * no observation has), `history-not-a-sum` (one scored as a moving sum that is none), `history-unknown` (a mechanism or
 * a variant that the model lacks). Without the section, or for an empty text: `defaultPlan`.
 */
export function readHistoryPlan(
  model: Model,
  file: string,
  text: string,
): { readonly plan: HistoryPlan; readonly diagnostics: readonly Diagnostic[] } {
  if (text.trim() === "") return { plan: defaultPlan(model), diagnostics: [] };
  const read = readYaml({ file, text, offset: 0 });
  const shape = checkShape(read, FileSchema, "validation");
  const history = shape.value?.history;
  if (history === undefined) return { plan: defaultPlan(model), diagnostics: shape.diagnostics };
  const diagnostics: Diagnostic[] = [];
  const find = (name: string, path: readonly PropertyKey[]): Observation | undefined => {
    const found = model.observations.find((one) => one.name === canonicalName(name));
    if (found !== undefined) return found;
    const known = model.observations.map((one) => one.text);
    diagnostics.push({
      code: "history-observation",
      severity: "error",
      span: placeOf(read, ["history", ...path]),
      data: { name, known },
    });
    return undefined;
  };
  /** An observation of moving sums; a finding for any other. */
  const findSums = (name: string, path: readonly PropertyKey[]): Observation | undefined => {
    const found = find(name, path);
    if (found === undefined || isMovingSum(found)) return found;
    const span = placeOf(read, ["history", ...path]);
    diagnostics.push({ code: "history-not-a-sum", severity: "error", span, data: { name } });
    return undefined;
  };
  const series = history.series.flatMap((one, i): HistorySeries[] => {
    const observation = findSums(one.observation, ["series", i, "observation"]);
    const named = (key: "monthly" | "first_year") =>
      one[key] === undefined ? undefined : find(one[key], ["series", i, key]);
    const monthly = named("monthly");
    const firstYear = named("first_year");
    if (observation === undefined) return [];
    return [
      {
        observation,
        ...(one.rolling === undefined ? {} : { rolling: one.rolling }),
        ...(one.years === undefined ? {} : { years: one.years }),
        ...(one.half_years === undefined ? {} : { halfYears: one.half_years }),
        ...(monthly === undefined ? {} : { monthly }),
        ...(firstYear === undefined ? {} : { firstYear }),
        ...(one.peak_within === undefined ? {} : { peakWithin: one.peak_within }),
        changes: one.changes,
      },
    ];
  });
  const plan: HistoryPlan = {
    from: history.from,
    to: history.to,
    causesSince: history.causes_since,
    series,
    ...(history.fall === undefined ? {} : fallPlan(history.fall)),
  };
  return { plan, diagnostics };

  function fallPlan(fall: NonNullable<z.output<typeof HistorySchema>["fall"]>): Pick<HistoryPlan, "fall"> {
    const observation = findSums(fall.observation, ["fall", "observation"]);
    const monthly = fall.monthly === undefined ? undefined : find(fall.monthly, ["fall", "monthly"]);
    const unknown = (name: string, known: readonly string[], path: readonly PropertyKey[]) => {
      const span = placeOf(read, ["history", "fall", ...path]);
      diagnostics.push({ code: "history-unknown", severity: "error", span, data: { name, known } });
      return [];
    };
    const mechanisms = fall.mechanisms.flatMap((name, i) => {
      const found = model.mechanisms.find((one) => one.name === canonicalName(name));
      const known = model.mechanisms.map((one) => one.text);
      return found ?? unknown(name, known, ["mechanisms", i]);
    });
    const variants = fall.variants.flatMap((name, i) => {
      const canonical = canonicalName(name);
      return model.variants.includes(canonical) ? canonical : unknown(name, model.variants, ["variants", i]);
    });
    if (observation === undefined) return {};
    const { from, to } = fall;
    return {
      fall: { observation, from, to, mechanisms, variants, ...(monthly === undefined ? {} : { monthly }) },
    };
  }
}

/** Every observation over the whole run to the decision date (or the end, where there is none), with no target. */
export function defaultPlan({ ir }: Pick<Model, "ir">): HistoryPlan {
  const { clock } = ir;
  const last = clock.decision > 0 ? clock.decision : clock.steps;
  const month = (step: number) =>
    monthText(Math.floor(((clock.startIndex + step) * 12) / clock.stepsPerUnit + 1e-6));
  const to = month(last);
  return { from: month(0), to, causesSince: to, series: [] };
}

/** Whether the rows of an observation are 12-month sums, one a month. */
function isMovingSum({ windowMonths, labels }: Observation): boolean {
  if (windowMonths !== 12 || labels.length < 13) return false;
  return monthsBetween(labels[0] ?? "", labels[1] ?? "") === 1;
}

function monthsBetween(a: string, b: string): number {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return index(b) - index(a);
}
