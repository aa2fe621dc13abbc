import type { Text } from "../base/text.ts";
import type { EvidenceRow } from "../evidence/register.ts";
import type { EpisodeTarget } from "./episode-file.ts";
import type { EpisodeResult } from "./episodes.ts";
import { quantileOf } from "./quantiles.ts";
import type { ValidationRow, ValidationVerdict } from "./validation-row.ts";
import { publishedRange, validationVerdict, verdictOfAll } from "./validation-verdict.ts";

/** Verdict of an episode: reproduced when no target is missed and at least half are reproduced. */
export interface EpisodeVerdict {
  readonly id: string;
  readonly label: Text;
  /** What is isolated, how the shock is applied, what the sources fix. */
  readonly isolated: Text;
  readonly verdict: ValidationVerdict;
  /** Draws that count: those that were not rejected and did not fail. */
  readonly used: number;
  /** Whether draws that the model rejects were left out. */
  readonly bounds: boolean;
}

/** The rows of one episode: a target each, over the draws that count. */
export function episodeRows(
  { episode: { episode }, values }: EpisodeResult,
  register: ReadonlyMap<string, EvidenceRow>,
): readonly ValidationRow[] {
  return episode.targets.map((target, k): ValidationRow => {
    const sorted = Float64Array.from(values[k] ?? []).sort();
    const obtained = {
      median: quantileOf(sorted, 0.5),
      low: quantileOf(sorted, 0.05),
      high: quantileOf(sorted, 0.95),
    };
    const { unit } = target;
    const published = publishedOf(target);
    const note = noteOf(target, register);
    const inside = shareInside(sorted, published);
    return {
      id: `${episode.id}/${target.id}`,
      section: "episode",
      subject: episode.label,
      target: target.words,
      unit,
      published,
      obtained,
      verdict: validationVerdict(published, obtained),
      sources: target.rows,
      ...(inside === undefined ? {} : { inside }),
      ...(note === undefined ? {} : { note }),
    };
  });
}

/** The verdict of an episode over its rows. */
export function episodeVerdict(result: EpisodeResult, rows: readonly ValidationRow[]): EpisodeVerdict {
  const { id, label, isolated, bounds } = result.episode.episode;
  return {
    id,
    label,
    isolated,
    bounds,
    used: result.used,
    verdict: verdictOfAll(rows.map((r) => r.verdict)),
  };
}

function publishedOf({ published: { value, low, high } }: EpisodeTarget): ValidationRow["published"] {
  return {
    ...(value === undefined ? {} : { value }),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  };
}

/** Share of draws whose value lies in the published range. */
function shareInside(sorted: Float64Array, published: ValidationRow["published"]): number | undefined {
  const range = publishedRange(published);
  if (range === undefined || sorted.length === 0) return undefined;
  return sorted.filter((value) => value >= range.low && value <= range.high).length / sorted.length;
}

/** The target's own note, and a word where only rows that nobody verified stand behind it. */
function noteOf(target: EpisodeTarget, register: ReadonlyMap<string, EvidenceRow>): Text | undefined {
  const weak = target.rows.filter((row) => register.get(row)?.status === "unverified");
  const parts: Text[] = target.note === undefined ? [] : [target.note];
  if (weak.length > 0) {
    parts.push({
      en: `Unverified in the register: ${weak.join(", ")}.`,
      es: `Sin verificar en el registro: ${weak.join(", ")}.`,
    });
  }
  if (parts.length === 0) return undefined;
  return { en: parts.map((p) => p.en).join(" "), es: parts.map((p) => p.es).join(" ") };
}
