import { formatExact } from "../base/number-format.ts";
import type { LeverPoints } from "./explorer-link.ts";
import type { LinkFacts } from "./explorer-link-facts.ts";
import { monthText, monthTime } from "./month.ts";

type Kind = LinkFacts["levers"][number]["kind"];

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** A number as a link shows it: the shortest text that reads back as the same. */
export function numberText(value: number): string {
  return formatExact(value).replace("+", "");
}

/** The number that a text of a link shows; undefined where it is none. */
export function numberIn(text: string): number | undefined {
  const value = NUMBER.test(text.trim()) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value + 0 : undefined;
}

/** Whether a text is a month `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return MONTH.test(text);
}

/** Break points as a link shows them: `8` for one from the usual month on, else `8@2025-02,4@2027-01`. */
export function leverText(points: LeverPoints, kind: Kind, leversFrom: string): string {
  const [only] = points;
  if (points.length === 1 && only?.at === leversFrom) return valueText(only.value, kind);
  return points.map(({ at, value }) => `${valueText(value, kind)}@${at}`).join(",");
}

/** A month where the value is the start of one, else the number. */
function valueText(value: number, kind: Kind): string {
  if (kind !== "month") return numberText(value);
  const month = monthText(Math.floor(value * 12 + 0.5));
  return isMonth(month) && monthTime(month) === value ? month : numberText(value);
}

/** What a lever's text says, or what part of it cannot be read. */
export type ReadLever =
  | { readonly points: LeverPoints }
  | { readonly unreadable: string; readonly why: "number" | "month" | "twice" };

/** Reads `8`, `8@2025-02,4@2027-01`; the points come in the order of their months. */
export function readLever(text: string, kind: Kind, leversFrom: string): ReadLever {
  const points: { at: string; value: number }[] = [];
  for (const part of text.split(",")) {
    const [amount = "", month] = part.split("@").map((piece) => piece.trim());
    const at = month ?? leversFrom;
    const value = kind === "month" && isMonth(amount) ? monthTime(amount) : numberIn(amount);
    if (value === undefined || part.split("@").length > 2) return { unreadable: part.trim(), why: "number" };
    if (!isMonth(at)) return { unreadable: at, why: "month" };
    if (points.some((point) => point.at === at)) return { unreadable: at, why: "twice" };
    points.push({ at, value });
  }
  return { points: points.sort((a, b) => (a.at < b.at ? -1 : 1)) };
}
