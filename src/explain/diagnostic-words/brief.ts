import type { Catalogue } from "./words.ts";

/** Words of the findings of `brief/`. */
export const briefWords = {} satisfies Catalogue;
