import type { Schedules } from "../engine/index.ts";
import type { Pool } from "../ensemble/index.ts";
import type { Model, Observation } from "../model/model.ts";
import { monthIndex, monthText } from "../scenario/month.ts";
import { allSubsets, coalitionShares, fewSubsets } from "./fall-shares-coalitions.ts";
import { type FallMeasures, type FallWindow, fallRuns, logRatio } from "./fall-shares-runs.ts";
import type { HistoryDraws } from "./history-draws.ts";
import { publishedHalves } from "./history-halves.ts";
import type { FallPlan } from "./history-plan.ts";
import { finite } from "./history-scores.ts";
import { quantileOf } from "./quantiles.ts";

export interface FallSettings {
  /** The fall, and the mechanisms that are tried. */
  readonly fall: FallPlan;
  /** Lever schedules of what happened: only to see what they add. */
  readonly schedules?: Schedules;
  /** Seed of the noise of models that have it; default 1. */
  readonly seed?: number;
}

/** Low, middle and high over draws: the 5, 50 and 95 % points. */
export interface FallRange {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** One explanation's part of the observed logarithmic fall: 0.3 is 30 percent; below 0 it worked against the fall. */
export interface FallRow {
  /** Canonical name of a mechanism, or `REST` or `MISSED`, which close the account. */
  readonly mechanism: string;
  /** Average over all orders in which mechanisms may be switched on; absent where there were too many to try. */
  readonly share?: FallRange;
  /** What is lost when it alone is switched off, and what it gives when it alone is switched on. */
  readonly lastIn?: FallRange;
  readonly firstIn?: FallRange;
}

/** The account of one measure of the fall. Within a draw the shares, the rest and what is missed add up to 1. */
export interface FallAccount {
  readonly measure: keyof FallMeasures<unknown>;
  /** Logarithm of the later over the earlier figure, published and simulated. */
  readonly observed: number;
  readonly simulated: FallRange;
  readonly rows: readonly FallRow[];
  /** Medians of the shares among draws of each option; only options that some draw took. */
  readonly byOption: readonly {
    readonly variant: string;
    readonly option: string;
    readonly draws: number;
    readonly rows: readonly FallRow[];
  }[];
}

export interface FallShares {
  readonly from: string;
  readonly to: string;
  readonly draws: number;
  readonly accounts: readonly FallAccount[];
  /**
   * Change of the simulated logarithmic fall by the levers of `schedules`, as a part of the observed one, and the first month in
   * which one of them moves; absent without schedules.
   */
  readonly levers?: { readonly first: string; readonly share: FallRange };
}

/** Everything that cannot be switched off: tolerance that catches up, depletion, trends that were there before. */
export const REST = "rest";
/** Observed fall less the simulated one. */
export const MISSED = "missed";

/** Up to so many mechanisms every subset is run. */
const MOST_SUBSETS = 6;

/**
 * How much of an observed fall each mechanism of a model carries, over draws that are all worth the same: the draws are run
 * with every subset of the mechanisms switched on (beyond six: none, all, each alone on, each alone off), without
 * levers. Shares are of the observed fall, so that what the model does not explain stands as a row of its own. Throws a
 * RangeError when the series has no figures at the two months or did not fall between them.
 */
export async function fallShares(
  model: Model,
  draws: HistoryDraws,
  pool: Pool,
  settings: FallSettings,
): Promise<FallShares> {
  const { fall: plan, schedules, seed = 1 } = settings;
  const { observation, from, to, mechanisms } = plan;
  const subsets =
    mechanisms.length <= MOST_SUBSETS ? allSubsets(mechanisms.length) : fewSubsets(mechanisms.length);
  const window: FallWindow = { from: monthIndex(from), to: monthIndex(to) };
  const request = { observation, mechanisms, subsets, window, schedules, seed };
  const changes = await fallRuns(model, draws, pool, request);
  const observed = observedFalls(observation, plan.monthly, window);
  const names = mechanisms.map(({ name }) => name);
  const accounts = (["sums", "halfYears"] as const).flatMap((measure): FallAccount[] => {
    const fall = observed[measure];
    const simulated = changes[measure];
    if (!(fall < 0)) return [];
    const all = simulated[subsets.length - 1]!;
    const parts = accountOf(names, subsets, simulated, fall);
    const everyone = Array.from({ length: draws.draws }, (_, i) => i);
    return [
      {
        measure,
        observed: fall,
        simulated: rangeOf(all),
        rows: rowsOf(parts, everyone),
        byOption: optionGroups(model, draws, plan.variants).map(({ members, ...group }) => ({
          ...group,
          draws: members.length,
          rows: rowsOf(parts, members),
        })),
      },
    ];
  });
  if (accounts.length === 0) throw new RangeError(`${observation.name} did not fall from ${from} to ${to}`);
  return { from, to, draws: draws.draws, accounts, ...leverShare(changes, schedules, observed.sums) };
}

/** Shares of one explanation, a number a draw. */
interface Part {
  readonly mechanism: string;
  readonly share?: Float64Array;
  readonly lastIn?: Float64Array;
  readonly firstIn?: Float64Array;
}

function accountOf(
  names: readonly string[],
  subsets: readonly number[],
  simulated: readonly Float64Array[],
  fall: number,
): readonly Part[] {
  const shares = simulated.map((values) => values.map((value) => value / fall));
  const [none, all] = [shares[0]!, shares[shares.length - 1]!];
  const at = (subset: number) => shares[subsets.indexOf(subset)];
  const full = subsets[subsets.length - 1]!;
  const whole = subsets.length === 1 << names.length;
  const minus = (a: Float64Array, b: Float64Array) => a.map((value, i) => value - b[i]!);
  const parts = names.map((mechanism, i): Part => {
    const bit = 1 << i;
    return {
      mechanism,
      ...(whole ? { share: coalitionShares(i, names.length, (subset) => at(subset)!) } : {}),
      lastIn: minus(all, at(full - bit)!),
      firstIn: minus(at(bit)!, none),
    };
  });
  return [
    ...parts,
    { mechanism: REST, share: none },
    { mechanism: MISSED, share: all.map((value) => 1 - value) },
  ];
}

function rowsOf(parts: readonly Part[], members: readonly number[]): readonly FallRow[] {
  const over = (values: Float64Array) => rangeOf(Float64Array.from(members, (draw) => values[draw]!));
  return parts.map(({ mechanism, share, lastIn, firstIn }) => ({
    mechanism,
    ...(share === undefined ? {} : { share: over(share) }),
    ...(lastIn === undefined ? {} : { lastIn: over(lastIn) }),
    ...(firstIn === undefined ? {} : { firstIn: over(firstIn) }),
  }));
}

function observedFalls(
  observation: Observation,
  monthly: Observation | undefined,
  { from, to }: FallWindow,
): FallMeasures<number> {
  const sum = (month: number) =>
    observation.values[observation.labels.findIndex((label) => monthIndex(label) === month)] ?? Number.NaN;
  const halves = publishedHalves({ observation, changes: [], ...(monthly === undefined ? {} : { monthly }) });
  const half = (month: number) => halves.get(month) ?? Number.NaN;
  return { sums: logRatio(sum(from), sum(to)), halfYears: logRatio(half(from), half(to)) };
}

function optionGroups(
  { ir }: Pick<Model, "ir">,
  { params, draws }: HistoryDraws,
  variants: readonly string[],
): readonly { readonly variant: string; readonly option: string; readonly members: readonly number[] }[] {
  const width = ir.parameters.length;
  return variants.flatMap((variant) => {
    const index = ir.parameters.findIndex(({ name }) => name === variant);
    return (ir.parameters[index]?.options ?? []).flatMap((option, k) => {
      const members: number[] = [];
      for (let draw = 0; draw < draws; draw++)
        if (Math.floor(params[draw * width + index]!) === k) members.push(draw);
      return members.length === 0 ? [] : [{ variant, option, members }];
    });
  });
}

function leverShare(
  { sums, levers }: Awaited<ReturnType<typeof fallRuns>>,
  schedules: Schedules | undefined,
  observed: number,
): Pick<FallShares, "levers"> {
  const dates = Object.values(schedules ?? {}).flatMap((points) => points.map(({ at }) => at));
  const all = sums[sums.length - 1];
  if (levers === undefined || all === undefined || dates.length === 0) return {};
  const first = monthText(Math.floor(Math.min(...dates) * 12 + 1e-6));
  return { levers: { first, share: rangeOf(levers.map((value, i) => (value - all[i]!) / observed)) } };
}

function rangeOf(values: Float64Array): FallRange {
  const sorted = finite(values);
  return { low: quantileOf(sorted, 0.05), median: quantileOf(sorted, 0.5), high: quantileOf(sorted, 0.95) };
}
