import type { Text } from "../base/text.ts";

/**
 * What the drawer, and `explain`, say of one name of the model. Numbers are in the declared unit. `evidence.json` of a release holds
 * them all, with the register rows they cite once each.
 */
export interface EvidenceFile {
  readonly format: "downstream-explorer-evidence";
  readonly version: 1;
  readonly records: readonly EvidenceRecord[];
  readonly sources: Readonly<Record<string, EvidenceSource>>;
}

/** A row of the register, or a day of the timeline. */
export interface EvidenceSource {
  readonly quantity: string;
  readonly value: string;
  readonly unit: string;
  readonly year: string;
  readonly source: string;
  readonly url: string;
  /** As the register says it: verified, unverified ... */
  readonly status: string;
  readonly note: string;
}

export type Grade = "A" | "B" | "C" | "D" | "E";

/** Five points of a distribution and its shape, for a small density picture. */
export interface Spread {
  readonly q05: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q95: number;
  /** Heights of the density at equal steps from `low` to `high` of the record, greatest 1. */
  readonly density: readonly number[];
}

export interface EvidenceRecord {
  readonly kind: "lever" | "parameter" | "outcome" | "variant";
  readonly name: string;
  /** Label in words; the name itself where the model has no words for it. */
  readonly label: Text;
  /** What it means, in one sentence. */
  readonly meaning: Text;
  readonly unit: Text;
  /** Page and anchor of the model's pages that hold it: `chapters/04-market.html#price-per-pure-gram`. */
  readonly page: string;
  /** The definition as the chapter writes it. */
  readonly definition: string;
  readonly value?: number;
  /** What the axis of the density spans. */
  readonly low?: number;
  readonly high?: number;
  readonly prior?: Spread & { readonly words: Text };
  readonly posterior?: Spread;
  /** Of a variant: weight of each option before and after the data. */
  readonly options?: readonly {
    readonly name: string;
    readonly label: Text;
    readonly prior: number;
    readonly posterior: number;
  }[];
  readonly grade: Grade;
  /** Why that grade, in one sentence. */
  readonly gradeWhy: Text;
  /** Ids in `sources`, each with the chapter's own reason where it gives one. */
  readonly references: readonly { readonly id: string; readonly reason?: string }[];
  /** The chapter's own reason for a number that it judges, in the chapter's language (English). */
  readonly judgement?: string;
  /** Who disagrees: objections of the model's critiques that point at this name or its rows; case for and case against of a lever. */
  readonly objections: readonly {
    readonly id: string;
    readonly title: Text;
    readonly who: Text;
    readonly standing: "answered" | "partly" | "open";
  }[];
  /** Place among all uncertain inputs by effect on the headline outcome, from 1, and of how many; absent where it was not ranked. */
  readonly rank?: {
    readonly place: number;
    readonly of: number;
    readonly outcome: string;
    readonly scenario: string;
  };
  /** Names it reads and names that read it, by canonical name. */
  readonly uses: readonly string[];
  readonly usedBy: readonly string[];
}
