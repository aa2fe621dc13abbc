import type { Catalogue } from "./words.ts";

/** Words of the findings of `model/`. */
export const modelWords = {} satisfies Catalogue;
