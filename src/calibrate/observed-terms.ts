import { stepOf } from "../engine/index.ts";
import type { Ir } from "../model/ir.ts";
import type { Model, Observation } from "../model/model.ts";
import { monthTime } from "../scenario/month.ts";
import { knownPoints } from "./known-points.ts";
import type { LikelihoodTerm } from "./likelihood.ts";

/** One observed series as the weights see it: known points only, with the places of their simulated values. */
export interface ObservedTerm extends LikelihoodTerm {
  readonly observation: Observation;
  /** Rows of the observation that are used. */
  readonly rows: readonly number[];
  /** Which block of chapters it stands in; see `chapterBlock`. */
  readonly block: number;
  /** IR name of the auxiliary that computes what is observed. */
  readonly output: string;
  /** Steps at which it is read, one per point. */
  readonly steps: readonly number[];
}

/** A condition that takes a draw's weight away when it is not 0 at any of the steps. */
export interface RejectTerm {
  readonly block: number;
  readonly output: string;
  readonly steps: readonly number[];
}

/** What a calibration runs: outputs and steps for every term, up to the last step that any of them needs. */
export interface CalibrationPlan {
  readonly origin: string;
  /** Blocks of chapters whose parameters and observations are weighed apart. */
  readonly blocks: readonly ChapterBlock[];
  readonly terms: readonly ObservedTerm[];
  readonly rejects: readonly RejectTerm[];
  readonly outputs: readonly string[];
  readonly saveSteps: readonly number[];
}

/** Chapters by the numbers at the head of their file names, both ends included: `01` to `06`. */
export interface ChapterBlock {
  readonly from: number;
  readonly to: number;
}

/** Index of the block that holds a chapter file; the last block takes what no block names. */
export function chapterBlock(blocks: readonly ChapterBlock[], file: string): number {
  const number = Number(/(\d+)[^/]*$/.exec(file)?.[1] ?? Number.NaN);
  const found = blocks.findIndex(({ from, to }) => number >= from && number <= to);
  return found >= 0 ? found : Math.max(0, blocks.length - 1);
}

/**
 * The plan for data as known at `origin` (`YYYY-MM`). A reject without a date is tested at the model's saved steps up
 * to the origin.
 */
export function calibrationPlan(
  model: Model,
  origin: string,
  blocks: readonly ChapterBlock[] = [],
): CalibrationPlan {
  const { ir } = model;
  const end = stepOf(ir.clock, monthTime(origin));
  const terms = model.observations.flatMap(
    (observation) => observedTerm(ir, observation, origin, blocks) ?? [],
  );
  const rejects = model.rejects.map((reject) => ({
    block: chapterBlock(blocks, reject.chapter),
    output: ir.auxiliaries[reject.aux]?.name ?? reject.name,
    steps:
      reject.at === undefined
        ? ir.clock.saveSteps.filter((step) => step <= end)
        : [stepOf(ir.clock, reject.at)],
  }));
  const all = [...terms, ...rejects];
  return {
    origin,
    blocks,
    terms,
    rejects,
    outputs: [...new Set(all.map((term) => term.output))],
    saveSteps: [...new Set(all.flatMap((term) => term.steps))].sort((a, b) => a - b),
  };
}

function observedTerm(
  ir: Ir,
  observation: Observation,
  origin: string,
  blocks: readonly ChapterBlock[],
): ObservedTerm | undefined {
  const { error, dates, values } = observation;
  const rows = knownPoints(observation, origin);
  const output = ir.auxiliaries[observation.aux]?.name;
  if (error === undefined || rows.length === 0 || output === undefined) return undefined;
  return {
    name: observation.name,
    observation,
    rows,
    error,
    block: chapterBlock(blocks, observation.chapter),
    output,
    observed: rows.map((row) => values[row] ?? Number.NaN),
    steps: rows.map((row) => stepOf(ir.clock, dates[row] ?? Number.NaN)),
  };
}

/** The month `YYYY-MM` of the model's decision date: the default origin. */
export function decisionMonth(ir: Ir): string {
  const { startIndex, decision, stepsPerUnit } = ir.clock;
  const months = Math.floor(((startIndex + decision) * 12) / stepsPerUnit + 1e-6);
  const year = Math.floor(months / 12);
  return `${String(year).padStart(4, "0")}-${String(months - 12 * year + 1).padStart(2, "0")}`;
}
