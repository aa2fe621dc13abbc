import { canonicalElement, isElementOf } from "../model/arrays/element-name.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** Whether a slider from `low` with steps of `step` can stand at `value`. */
export function onStep(value: number, low: number, step: number): boolean {
  const places = (value - low) / step;
  return Math.abs(places - Math.round(places)) < 1e-6;
}

/** Values that scenarios give a lever, in its declared unit. */
export function scenarioValues(lever: string, scenarios: readonly Scenario[]): readonly number[] {
  return scenarios.flatMap(({ levers }) =>
    levers
      .filter((one) => isElementOf(lever, canonicalElement(one.name)))
      .flatMap(({ schedule }) => schedule.map(({ value }) => value)),
  );
}

/** Fewest places of a slider, and how much finer its step may become to reach a value in use. */
const PLACES = 20;
const FINEST = 1000;

/** A step for a slider: 1, 2 or 5 times a power of ten, the greatest with twenty places that reaches every value in use. */
export function sliderStep(low: number, high: number, inUse: readonly number[]): number {
  const widest = (high - low) / PLACES;
  if (!(widest > 0)) return 1;
  const power = Number(widest.toExponential().split("e")[1]);
  const steps = [power, power - 1, power - 2].flatMap((p) =>
    [5, 2, 1].map((digit) => Number(`${digit}e${p}`)),
  );
  const fine = steps.filter((step) => step <= widest * (1 + 1e-9) && step >= widest / FINEST);
  return fine.find((step) => inUse.every((value) => onStep(value, low, step))) ?? fine[0] ?? widest;
}
