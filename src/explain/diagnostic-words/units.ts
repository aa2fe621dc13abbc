import type { Catalogue } from "./words.ts";

/** Words of the findings of `units/`. */
export const unitsWords = {} satisfies Catalogue;
