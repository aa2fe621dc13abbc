import { snapTime } from "../model/clock.ts";
import type { Model } from "../model/model.ts";
import { monthIndex, monthText, monthTime } from "../scenario/month.ts";

/** Values, in base units, that constants take in an analysis from an origin: by index into `ir.parameters`. */
export type OriginSettings = ReadonlyMap<number, number>;

/**
 * What an analysis from `origin` (`YYYY-MM`) must not know. Mechanisms conceived after the origin are switched off, unless
 * `full` keeps every mechanism: the second, marked column of a backtest. Constants of `known` dates are set to the end of
 * the last month published by the origin, as `knownPoints` counts it, or keep their own date if it is earlier.
 * A parameter that is set is not drawn. Where several statements set one, the last mechanism counts, and a known date
 * before any mechanism.
 */
export function originSettings(
  model: Pick<Model, "ir" | "variables" | "mechanisms" | "known">,
  origin: string,
  full = false,
): OriginSettings {
  const { ir, variables } = model;
  const settings = new Map<number, number>();
  const set = (name: string, settle: (declared: number) => number): void => {
    const place = variables.get(name)?.place;
    if (place?.of !== "param") throw new RangeError(`'${name}' is no constant of the model`);
    // A constant drawn anew each year holds one parameter a year.
    for (let index = place.index; index < place.index + (place.count ?? 1); index++) {
      settings.set(index, settle(ir.parameters[index]!.value));
    }
  };
  const last = monthIndex(origin);
  for (const { conceived, off } of full ? [] : model.mechanisms) {
    if (monthIndex(conceived) <= last) continue;
    for (const { parameter, value } of off) set(parameter, () => value);
  }
  for (const { parameter, lateMonths } of model.known) {
    const published = snapTime(ir.clock, monthTime(monthText(Math.floor(last - lateMonths))));
    set(parameter, (declared) => Math.min(declared, published));
  }
  return settings;
}
