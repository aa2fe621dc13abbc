import { ensembleWorks } from "./ensemble-works.ts";
import { serveWork } from "./serve-work.ts";
import type { ToWorker } from "./worker-messages.ts";

/** The file of a page's worker: does the kinds of work that ensembles are made of. It needs no `eval`. */
const scope = globalThis as unknown as {
  readonly postMessage: (message: unknown, transfer: readonly ArrayBuffer[]) => void;
  readonly addEventListener: (
    type: "message",
    listener: (event: { readonly data: ToWorker }) => void,
  ) => void;
};
const serve = serveWork(ensembleWorks, (message, transfer) => scope.postMessage(message, transfer));
scope.addEventListener("message", ({ data }) => serve(data));
