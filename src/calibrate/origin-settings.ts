import type { Model } from "../model/model.ts";

/** Values, in base units, that constants take in an analysis from an origin: by index into `ir.parameters`. */
export type OriginSettings = ReadonlyMap<number, number>;

/**
 * What an analysis from `origin` (`YYYY-MM`) must not know: constants of `known` dates are set to what was counted by then, and
 * mechanisms conceived later are switched off. `full` keeps every mechanism: the second, marked column of a backtest.
 * A parameter that is set is not drawn.
 */
export function originSettings(model: Model, origin: string, full = false): OriginSettings {
  void model;
  void origin;
  void full;
  return new Map();
}
