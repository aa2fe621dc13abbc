import { ensembleWork } from "./ensemble-work.ts";
import type { AnyWork } from "./serve-work.ts";

/** The kinds of work that a worker of an ensemble's pool can do; a new kind is entered here. */
export const ensembleWorks: readonly AnyWork[] = [ensembleWork as unknown as AnyWork];
