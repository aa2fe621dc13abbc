import type { Pool } from "./pool.ts";
import { portPool } from "./port-pool.ts";
import type { FromWorker } from "./worker-messages.ts";

/** What is needed of a page's `Worker`. */
export interface PageWorker {
  readonly postMessage: (message: unknown) => void;
  readonly addEventListener: (
    type: "message" | "messageerror" | "error",
    listener: (event: { readonly data?: unknown; readonly message?: unknown }) => void,
  ) => void;
  readonly terminate: () => void;
}

/**
 * A pool of workers of a page. `start` makes one that runs `page-worker.js` of this folder as a module:
 * `() => new Worker(url, { type: "module" })`. Nothing is shared: the page needs no special headers, chunks and results
 * travel as messages, and the memory of results moves without being copied.
 */
export function pagePool(workers: number, start: () => PageWorker): Pool {
  return portPool({
    workers,
    sharedMemory: false,
    start: () => {
      const worker = start();
      return {
        post: (message) => worker.postMessage(message),
        listen(message, ended) {
          worker.addEventListener("message", ({ data }) => message(data as FromWorker));
          const end = (why: unknown) => ended(new Error(`a worker of the page ended: ${String(why)}`));
          worker.addEventListener("error", (event) => end(event.message ?? "it could not be loaded"));
          worker.addEventListener("messageerror", () => end("a message could not be read"));
        },
        terminate: async () => worker.terminate(),
      };
    },
  });
}
