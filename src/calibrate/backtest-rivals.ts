import { exp } from "../math/exp.ts";
import { ln } from "../math/ln.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import { conditionMisses } from "./forecast-process.ts";

/** Ways to forecast a moving sum from nothing but its own past. */
export const RIVALS = ["last value", "drift", "damped trend", "recent pace"] as const;
export type RivalName = (typeof RIVALS)[number];

/** Equally likely values of a rival's forecast, ascending. */
export interface RivalForecast {
  readonly rival: RivalName;
  readonly values: Float64Array;
  /** Root mean square of the rule's log errors at the same distance before: the spread of its law. */
  readonly spread: number;
  /** How many past errors that is. */
  readonly errors: number;
}

/** Months whose change counts as the present trend. */
const TREND_MONTHS = 12;
/** What is left of a damped trend a month later. */
const DAMPING = 0.9;
/** Months whose pace is taken as that of a year. */
const PACE_MONTHS = 6;
/** A wandering of about 30 % in a year and an error of 0.2 %, from which the pace of single months is read. */
const PACE_PROCESS = { value: 0.6, months: 120 };
const PACE_ERROR = 0.002;
/** Points by which a rival's law is written. */
const POINTS = 199;
/** Fewer past errors than this give no law. */
const LEAST_ERRORS = 6;

/** Forecasts `ahead` months after the value at place `end`, reading no later one. */
type Rule = (end: number, ahead: number) => number;

/**
 * What each rule says of the sum `ahead` months after the place `end` of a series of `window`-month sums, month by month.
 * Every law is lognormal about the rule's point, as wide as the rule's own errors at that distance were up to `end`.
 * A rule with fewer than six of them is left out.
 */
export function rivalForecasts(
  sums: readonly number[],
  window: number,
): (end: number, ahead: number) => readonly RivalForecast[] {
  const logs = sums.map(ln);
  const rules = rulesFor(logs, window);
  return (end, ahead) =>
    RIVALS.flatMap((rival) => {
      const rule = rules[rival];
      const errors: number[] = [];
      for (let past = TREND_MONTHS; past + ahead <= end; past++) {
        errors.push(rule(past, ahead) - logs[past + ahead]!);
      }
      if (end < TREND_MONTHS || errors.length < LEAST_ERRORS) return [];
      const spread = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
      const centre = rule(end, ahead);
      const values = Float64Array.from({ length: POINTS }, (_, i) =>
        exp(centre + spread * normalQuantile((i + 1) / (POINTS + 1))),
      );
      return [{ rival, values, spread, errors: errors.length }];
    });
}

function rulesFor(logs: readonly number[], window: number): Readonly<Record<RivalName, Rule>> {
  const trend = (end: number) => (logs[end]! - logs[end - TREND_MONTHS]!) / TREND_MONTHS;
  const paces = new Map<number, number>();
  return {
    "last value": (end) => logs[end]!,
    drift: (end, ahead) => logs[end]! + trend(end) * ahead,
    "damped trend": (end, ahead) => {
      let sum = 0;
      let left = 1;
      for (let month = 0; month < ahead; month++) sum += left *= DAMPING;
      return logs[end]! + trend(end) * sum;
    },
    "recent pace": (end) => {
      const known = paces.get(end);
      if (known !== undefined) return known;
      const pace = recentPace(logs.slice(0, end + 1), window);
      paces.set(end, pace);
      return pace;
    },
  };
}

/**
 * Logarithm of a window's sum at the pace of the last six months. Months are not published but for sums over them: they are
 * those of a smooth wandering that meets every sum.
 */
function recentPace(logs: readonly number[], window: number): number {
  const level = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const weights = new Float64Array(window).fill(1 / window);
  const sums = logs.map((_, first) => ({ first, weights }));
  const months = logs.length + window - 1;
  const recent = months < PACE_MONTHS ? months : PACE_MONTHS;
  const { mean } = conditionMisses(PACE_PROCESS, PACE_ERROR, months, sums, 1);
  const misses = mean(logs.map((value) => value - level));
  let pace = 0;
  for (let m = months - recent; m < months; m++) pace += exp(misses[m]!) / recent;
  return level + ln(pace);
}
