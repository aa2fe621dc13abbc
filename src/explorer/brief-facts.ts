import type { Text } from "../base/text.ts";
import type { ClaimResult } from "../brief/result.ts";

/** What the page shows of a brief: `brief.json`. Claims are judged when the site is made, by the data known at the document's date. */
export interface BriefFacts {
  readonly format: "downstream-explorer-brief";
  readonly version: 1;
  readonly title: Text;
  readonly date: string;
  readonly about: Text;
  readonly question: Text;
  readonly claims: readonly ClaimResult[];
  readonly proposals: readonly {
    readonly id: string;
    readonly proposal: Text;
    readonly backers: Text;
    /** Id of the scenario that carries it out. */
    readonly scenario: string;
    readonly sources: readonly string[];
  }[];
  /** Rows that the claims and proposals cite, as in the evidence. */
  readonly sources: Readonly<
    Record<string, { readonly quantity: string; readonly source: string; readonly url: string }>
  >;
}
