import { stepOf } from "../engine/index.ts";
import type { Ir } from "../model/ir.ts";
import type { Model, Observation } from "../model/model.ts";
import { monthTime } from "../scenario/month.ts";
import { cholesky } from "./cholesky.ts";
import { knownPoints } from "./known-points.ts";
import type { LikelihoodTerm } from "./likelihood.ts";
import { missCovariance } from "./miss-covariance.ts";

/** One observed series as the likelihood sees it: known points only, with the places of their simulated values. */
export interface ObservedTerm extends LikelihoodTerm {
  readonly observation: Observation;
  /** Rows of the observation that are used. */
  readonly rows: readonly number[];
  /** IR name of the auxiliary that computes what is observed. */
  readonly output: string;
  /** Steps at which it is read, one per point. */
  readonly steps: readonly number[];
}

/** A condition that excludes a draw when it is not 0 at any of the steps. */
export interface RejectTerm {
  readonly output: string;
  readonly steps: readonly number[];
}

/** What a calibration runs: outputs and steps for every term, up to the last step that any of them needs. */
export interface CalibrationPlan {
  readonly origin: string;
  readonly terms: readonly ObservedTerm[];
  readonly rejects: readonly RejectTerm[];
  readonly outputs: readonly string[];
  readonly saveSteps: readonly number[];
}

/**
 * The plan for data as known at `origin` (`YYYY-MM`). A reject without a date is tested at the model's saved steps up
 * to the origin; one of a later date is not known yet and left out.
 */
export function calibrationPlan(model: Model, origin: string): CalibrationPlan {
  const { ir } = model;
  const end = stepOf(ir.clock, monthTime(origin));
  const terms = model.observations.flatMap((observation) => observedTerm(ir, observation, origin) ?? []);
  const rejects = model.rejects
    .map((reject) => ({
      output: ir.auxiliaries[reject.aux]?.name ?? reject.name,
      steps: (reject.at === undefined ? ir.clock.saveSteps : [stepOf(ir.clock, reject.at)]).filter(
        (step) => step <= end,
      ),
    }))
    .filter(({ steps }) => steps.length > 0);
  const all = [...terms, ...rejects];
  return {
    origin,
    terms,
    rejects,
    outputs: [...new Set(all.map((term) => term.output))],
    saveSteps: [...new Set(all.flatMap((term) => term.steps))].sort((a, b) => a - b),
  };
}

function observedTerm(ir: Ir, observation: Observation, origin: string): ObservedTerm | undefined {
  const { error, dates, values, discrepancy } = observation;
  const rows = knownPoints(observation, origin);
  const output = ir.auxiliaries[observation.aux]?.name;
  if (error === undefined || rows.length === 0 || output === undefined) return undefined;
  return {
    name: observation.name,
    observation,
    rows,
    error,
    ...(discrepancy === undefined ? {} : { triangle: triangleOf(observation, rows) }),
    output,
    observed: rows.map((row) => values[row] ?? Number.NaN),
    steps: rows.map((row) => stepOf(ir.clock, dates[row] ?? Number.NaN)),
  };
}

function triangleOf(observation: Observation, rows: readonly number[]): Float64Array {
  const triangle = cholesky(missCovariance(observation, rows), rows.length);
  if (triangle === undefined) throw new RangeError(`the errors of ${observation.name} have no joint law`);
  return triangle;
}

/** The month `YYYY-MM` of the model's decision date: the default origin. */
export function decisionMonth(ir: Ir): string {
  const { startIndex, decision, stepsPerUnit } = ir.clock;
  const months = Math.floor(((startIndex + decision) * 12) / stepsPerUnit + 1e-6);
  const year = Math.floor(months / 12);
  return `${String(year).padStart(4, "0")}-${String(months - 12 * year + 1).padStart(2, "0")}`;
}
