import type { Catalogue } from "./words.ts";

/** Words of the findings of `base/`. */
export const baseWords = {} satisfies Catalogue;
