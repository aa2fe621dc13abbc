import { slug } from "./link-names.ts";
import type { LinkEntry } from "./link-query.ts";

/** Format of the links that are written now. */
export const LINK_FORMAT = 1;

/** Rewrites the entries of one format as those of the next; it knows no model. */
export type LinkMigration = (entries: readonly LinkEntry[]) => readonly LinkEntry[];

/** From each format to the next: `linkMigrations[k]` makes format k + 1 of format k. */
export const linkMigrations: readonly LinkMigration[] = [fromHandWritten];

/** Format 0: written by hand, with names as they stand in a sentence. Keys and names become what a link has. */
function fromHandWritten(entries: readonly LinkEntry[]): readonly LinkEntry[] {
  return entries.map(([key, value]): LinkEntry => {
    const dot = key.indexOf(".");
    const lead = (dot < 0 ? key : key.slice(0, dot)).trim().toLowerCase();
    const known = dot < 0 ? lead : `${lead}.${slug(key.slice(dot + 1))}`;
    return [known, NAMED.has(lead) && (dot < 0 || lead === "only") ? slug(value) : value.trim()];
  });
}

/** Keys whose values are names. */
const NAMED = new Set(["a", "b", "only", "see", "why", "read"]);

/**
 * The format of some entries: that which they say; else format 1 if they name a release and are as a program writes them;
 * else 0. Undefined where what they say is no format.
 */
export function formatOf(entries: readonly LinkEntry[]): number | undefined {
  const said = entries.find(([key]) => key === "f")?.[1];
  if (said !== undefined) return /^\d{1,6}$/.test(said) ? Number(said) : undefined;
  if (!entries.some(([key]) => key === "m")) return 0;
  const clean = fromHandWritten(entries);
  return entries.every(([key, value], i) => key === clean[i]![0] && value === clean[i]![1]) ? 1 : 0;
}

/** Entries of any known format as those of the present one. */
export function migrateLink(entries: readonly LinkEntry[], format: number): readonly LinkEntry[] {
  return linkMigrations.slice(format).reduce((before, migration) => migration(before), entries);
}
