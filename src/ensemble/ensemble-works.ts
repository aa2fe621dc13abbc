import { ensembleWork } from "./ensemble-work.ts";
import { sessionWork } from "./open-session.ts";
import { rowsWork } from "./rows-work.ts";
import type { AnyWork } from "./serve-work.ts";
import { summaryWork } from "./summary-work.ts";

/** The kinds of work that a worker of an ensemble's pool can do; a new kind is entered here. */
export const ensembleWorks: readonly AnyWork[] = [ensembleWork, rowsWork, sessionWork, summaryWork].map(
  (work) => work as unknown as AnyWork,
);
