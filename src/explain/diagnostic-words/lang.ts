import type { Catalogue } from "./words.ts";

/** Words of the findings of `lang/`. */
export const langWords = {} satisfies Catalogue;
