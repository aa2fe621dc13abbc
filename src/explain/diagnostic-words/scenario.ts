import type { Catalogue } from "./words.ts";

/** Words of the findings of `scenario/`. */
export const scenarioWords = {} satisfies Catalogue;
