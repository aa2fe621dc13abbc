import type { Diagnostic } from "../base/diagnostic.ts";
import type { ExplorerLink } from "./explorer-link.ts";
import type { LinkFacts } from "./explorer-link-facts.ts";
import { formatOf, LINK_FORMAT, migrateLink } from "./link-migrations.ts";
import { queryOf, readQuery } from "./link-query.ts";
import { readEntries, releaseName } from "./read-link-entries.ts";

/** A link that was read, and what of its text was left out and why. */
export interface ParsedLink {
  /** In the normal form. */
  readonly link: ExplorerLink;
  readonly diagnostics: readonly Diagnostic[];
}

/** The release that a link (an address or a query) names; undefined where it names none, so that it follows the model. */
export function linkRelease(text: string): string | undefined {
  const said = readQuery(queryOf(text)).find(([key]) => key.trim().toLowerCase() === "m")?.[1];
  return said === undefined ? undefined : releaseName(said);
}

/**
 * Reads a link, a whole address or a query, for the release of `facts`. What cannot be read, what the model lacks and what is
 * outside its range is left out with a finding (`link-...`); the rest stands. Never throws.
 */
export function parseLink(text: string, facts: LinkFacts): ParsedLink {
  const entries = readQuery(queryOf(text));
  const format = formatOf(entries);
  const diagnostics: Diagnostic[] = [];
  if (format === undefined || format > LINK_FORMAT) {
    const asked = entries.find(([key]) => key === "f")?.[1] ?? "";
    diagnostics.push({ code: "link-format", severity: "warning", data: { asked, ours: LINK_FORMAT } });
  }
  const read = readEntries(migrateLink(entries, format ?? 0), facts);
  return { link: read.link, diagnostics: [...diagnostics, ...read.diagnostics] };
}
