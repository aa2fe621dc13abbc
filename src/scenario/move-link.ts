import type { ExplorerLink } from "./explorer-link.ts";
import type { LinkFacts } from "./explorer-link-facts.ts";
import type { ParsedLink } from "./parse-link.ts";
import { linkEntries } from "./print-link.ts";
import { readEntries } from "./read-link-entries.ts";
import { composeRenamed, type Renamed, renameEntry } from "./renamed.ts";

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
  const table = composeRenamed(renamed);
  return readEntries(
    linkEntries(link, from, false).map((entry) => renameEntry(entry, table)),
    to,
  );
}
