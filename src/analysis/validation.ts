import type { Text } from "../base/text.ts";
import type { EpisodeVerdict } from "./episode-rows.ts";
import type { ValidationRow, ValidationVerdict } from "./validation-row.ts";

/** What a model's `validation.yaml` names besides its history. */
export interface ValidationPlan {
  readonly published: readonly { readonly model: string; readonly label: Text }[];
  /** The scenario of what happened: the history's levers after the decision date. */
  readonly scenario?: string;
}

/** The sections of the table, in its order. */
export const VALIDATION_SECTIONS = ["history", "episodes", "published"] as const;
export type ValidationPart = (typeof VALIDATION_SECTIONS)[number];

/** The whole validation table as one document: every number that a page or a terminal shows. */
export interface Validation {
  readonly format: "downstream-validation";
  readonly version: 1;
  readonly model: string;
  readonly modelHash: string;
  /** Hash of the files that say what is compared: episodes, the plan, tables of published figures. */
  readonly inputsHash: string;
  readonly draws: number;
  readonly seed: number;
  /** Where the draws of the history come from, such as `posterior/2024-10`; absent where the table has no history. */
  readonly from?: string;
  readonly parts: readonly ValidationPart[];
  readonly episodes: readonly EpisodeVerdict[];
  readonly rows: readonly ValidationRow[];
}

/** Rows of one part of the table. */
export function rowsOf(validation: Validation, part: ValidationPart): readonly ValidationRow[] {
  const sections: Readonly<Record<ValidationPart, readonly ValidationRow["section"][]>> = {
    history: ["history", "shape", "coverage"],
    episodes: ["episode"],
    published: ["published model"],
  };
  return validation.rows.filter(({ section }) => sections[part].includes(section));
}

/** How many of the verdicts are of each kind. */
export function countVerdicts(
  verdicts: readonly ValidationVerdict[],
): Readonly<Record<ValidationVerdict, number>> {
  const count = (wanted: ValidationVerdict) => verdicts.filter((verdict) => verdict === wanted).length;
  return {
    reproduced: count("reproduced"),
    covered: count("covered"),
    missed: count("missed"),
    reported: count("reported"),
  };
}
