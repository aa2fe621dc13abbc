import { ensembleWorks } from "./ensemble-works.ts";
import { serveScope } from "./serve-scope.ts";

/** The file of a page's worker: does the kinds of work that ensembles are made of. It needs no `eval`. */
serveScope(ensembleWorks);
