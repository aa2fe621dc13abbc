import type { ExplorerLink } from "./explorer-link.ts";
import type { LinkFacts } from "./explorer-link-facts.ts";
import type { LinkEntry } from "./link-query.ts";
import type { ParsedLink } from "./parse-link.ts";
import { linkEntries } from "./print-link.ts";
import { readEntries } from "./read-link-entries.ts";

/** What a release calls otherwise than the one before it: names as in links, old to new. Variants count as parameters. */
export interface Renamed {
  readonly levers: Readonly<Record<string, string>>;
  readonly scenarios: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * A link of one release as a link of another: names that changed in between are followed, through each release's table in order. What is
 * not said in the link follows the new release, as do scenarios; what it lacks is left out with a finding.
 */
export function moveLink(
  link: ExplorerLink,
  from: LinkFacts,
  to: LinkFacts,
  ...renamed: readonly Renamed[]
): ParsedLink {
  const entries = linkEntries(link, from, false);
  return readEntries(
    renamed.reduce((before, table) => before.map((entry) => rename(entry, table)), entries),
    to,
  );
}

function rename([key, value]: LinkEntry, { levers, scenarios, outcomes, parameters }: Renamed): LinkEntry {
  const [, lead, name = ""] = /^(a|b|p|only)\.(.*)$/s.exec(key) ?? [];
  if (lead === "a" || lead === "b") return [`${lead}.${now(levers, name)}`, value];
  if (lead !== undefined) return [`${lead}.${now(parameters, name)}`, value];
  if (key === "a" || key === "b") return [key, now(scenarios, value)];
  if (key === "see") return [key, now(outcomes, value)];
  if (key === "why") return [key, now({ ...parameters, ...outcomes, ...levers }, value)];
  return [key, value];
}

function now(table: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(table, name) ? table[name]! : name;
}
