import type { Verdict } from "./result.ts";

/** One source of a number: a data series as read, or a row of the register. */
export interface SourceNumber {
  readonly id: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** True for published data; a claim then needs no second source. */
  readonly data: boolean;
  /** Names of those who stand behind it: two rows that quote one publisher are not independent. */
  readonly names: readonly string[];
}

/** What a claim says, as a range of numbers. */
export interface ClaimedNumber {
  readonly low: number;
  readonly high: number;
  /** "number": compared with the sources' ranges. "range" (words, or two numbers): the sources must lie in it. "up to": a ceiling. */
  readonly form: "number" | "range" | "up to";
  /** The dividing line of directions: 0 for amounts, one half for shares. */
  readonly reference: number;
}

const tolerance = 0.05;

/**
 * The verdict on a number. Supported: within 5 % of a source, or inside a source's range. Right direction (the same side
 * of the dividing line, and for amounts not off by more than a factor of two): overstated or understated.
 * Else contradicted. Without data, two independent sources are needed.
 */
export function judgeNumber(claim: ClaimedNumber, sources: readonly SourceNumber[]): Verdict {
  const names = new Set(sources.flatMap((s) => s.names));
  if (sources.length === 0 || (!sources.some((s) => s.data) && names.size < 2)) return "cannot be checked";
  if (claim.form === "up to") return judgeCeiling(claim, sources);
  if (sources.some((s) => agrees(claim, s))) return "supported";
  const lowest = Math.min(...sources.map((s) => s.low));
  const highest = Math.max(...sources.map((s) => s.high));
  if (claim.form === "number" && claim.low >= lowest && claim.high <= highest) return "supported";
  const nearest = nearestSource(claim, sources);
  const over = claim.low > nearest;
  if (!rightDirection(claim, nearest, over ? claim.low : claim.high)) return "contradicted";
  return over ? "overstated" : "understated";
}

function agrees(claim: ClaimedNumber, source: SourceNumber): boolean {
  if (claim.form === "range") {
    const low = claim.low - tolerance * Math.abs(claim.low);
    const high = claim.high + tolerance * Math.abs(claim.high);
    return source.value >= low && source.value <= high;
  }
  const near = Math.abs(claim.low - source.value) <= tolerance * Math.abs(source.value);
  return near || (claim.low >= source.low && claim.low <= source.high);
}

/** "Up to x" is about the highest value that any source gives. */
function judgeCeiling(claim: ClaimedNumber, sources: readonly SourceNumber[]): Verdict {
  const top = Math.max(...sources.map((s) => s.high));
  if (Math.abs(claim.high - top) <= tolerance * Math.abs(top)) return "supported";
  if (!rightDirection(claim, top, claim.high)) return "contradicted";
  return claim.high > top ? "overstated" : "understated";
}

function nearestSource(claim: ClaimedNumber, sources: readonly SourceNumber[]): number {
  let best = sources[0]!.value;
  let least = Number.POSITIVE_INFINITY;
  for (const { value } of sources) {
    const distance = value < claim.low ? claim.low - value : value > claim.high ? value - claim.high : 0;
    if (distance < least) {
      least = distance;
      best = value;
    }
  }
  return best;
}

function rightDirection(claim: ClaimedNumber, read: number, claimed: number): boolean {
  const a = claimed - claim.reference;
  const b = read - claim.reference;
  if (a * b <= 0) return false;
  if (claim.reference !== 0) return true;
  return a / b <= 2 && b / a <= 2;
}

/** What the rows read for a claim of place say. */
export interface PlaceCount {
  /** Ids that name the claimed place, and ids that name the other one. */
  readonly named: readonly string[];
  readonly instead: readonly string[];
}

/** The verdict on a claim of place: two rows that name it, or none that does and two that name another. */
export function judgePlace({ named, instead }: PlaceCount): Verdict {
  if (named.length >= 2) return "reading: supported";
  if (named.length === 0 && instead.length >= 2) return "reading: contradicted";
  if (named.length === 1) return "reading: reported, not confirmed";
  return "cannot be checked";
}

/** The verdict on a report: names behind the rows for it, and behind the rows against it. */
export function judgeReport(names: readonly string[], against: readonly string[]): Verdict {
  const inFavour = new Set(names).size;
  const otherwise = new Set(against).size;
  if (inFavour >= 2 && otherwise === 0) return "reading: supported";
  if (otherwise >= 2 && inFavour === 0) return "reading: contradicted";
  if (inFavour >= 1) return "reading: reported, not confirmed";
  return "cannot be checked";
}
