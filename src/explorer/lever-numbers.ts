import { significant } from "../explain/number-words.ts";
import { monthText } from "../scenario/month.ts";
import type { LeverFacts } from "./model-facts.ts";

/** A lever's value as readers see it, without its unit. */
export function leverNumber(value: number): string {
  return significant(value, 4);
}

/** A value held inside the lever's range and on its steps, without the dust of binary fractions. */
export function onStep(lever: LeverFacts, value: number): number {
  const { low, high, step } = lever;
  const held = Math.min(high, Math.max(low, value));
  if (held === low || held === high || step <= 0) return held;
  return Math.min(high, Number((low + Math.round((held - low) / step) * step).toPrecision(12)));
}

/** What someone typed, as a number inside the lever's range; undefined where it is none. `1,234.5` is read as it is written here. */
export function typedValue(lever: LeverFacts, text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/,(?=\d{3}\b)/g, "")
    .replace("−", "-");
  if (plain === "") return undefined;
  const value = Number(plain);
  if (!Number.isFinite(value)) return undefined;
  return Math.min(lever.high, Math.max(lever.low, value));
}

/** Place of a value along the slider, 0 to 100. */
export function placeOf(lever: LeverFacts, value: number): number {
  const { low, high } = lever;
  return high > low ? ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * 100 : 0;
}

/** Whether a value lies beyond what has been seen in the real world, of which the model's own value is a part. */
export function isUntried(lever: LeverFacts, value: number): boolean {
  const { tried, kind, value: own } = lever;
  if (value === own || kind === "month") return false;
  return tried === undefined || value < Math.min(tried.low, own) || value > Math.max(tried.high, own);
}

/** Decimal years, as levers that are months hold them, as a month `YYYY-MM`. */
export function yearsMonth(years: number): string {
  return monthText(Math.round(years * 12));
}
