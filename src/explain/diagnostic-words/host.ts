import type { Catalogue } from "./words.ts";

/** Words of the findings of `host/`. */
export const hostWords = {} satisfies Catalogue;
