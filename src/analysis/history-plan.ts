import { z } from "zod";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Text } from "../base/text.ts";
import { canonicalName } from "../lang/names.ts";
import type { Model, Observation } from "../model/model.ts";
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
});

const FileSchema = z.looseObject({ history: HistorySchema.optional() });

/**
 * Reads the section `history` of a validation file. Findings: those of YAML and shape, `history-observation` (a name that
 * no observation has), `history-not-a-sum` (one scored as a moving sum that is none). Without the section: `defaultPlan`.
 */
export function readHistoryPlan(
  model: Model,
  file: string,
  text: string,
): { readonly plan: HistoryPlan; readonly diagnostics: readonly Diagnostic[] } {
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
  const series = history.series.flatMap((one, i): HistorySeries[] => {
    const observation = find(one.observation, ["series", i, "observation"]);
    const named = (key: "monthly" | "first_year") =>
      one[key] === undefined ? undefined : find(one[key], ["series", i, key]);
    const monthly = named("monthly");
    const firstYear = named("first_year");
    if (observation === undefined) return [];
    if (!isMovingSum(observation)) {
      diagnostics.push({
        code: "history-not-a-sum",
        severity: "error",
        span: placeOf(read, ["history", "series", i, "observation"]),
        data: { name: one.observation },
      });
      return [];
    }
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
  };
  return { plan, diagnostics };
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
