// The engine's worker, and the lanes that it opens beside it: one file, so that the page fetches one.
import { type AnyWork, directPool, pagePool, serveScope } from "downstream/ensemble";
import { explorerEngine, explorerWork } from "downstream/explorer";
import { loadRelease } from "./load-release.ts";
import type { ToEngine } from "./protocol.ts";

const scope = self as unknown as DedicatedWorkerGlobalScope;
const LANES = "lanes";

if (scope.name === LANES) serveScope([explorerWork as unknown as AnyWork]);
else {
  const start = () => new Worker(scope.location.href, { type: "module", name: LANES });
  const answer = explorerEngine({
    load: loadRelease,
    // Some browsers have no workers inside workers.
    pool: (workers) =>
      workers === 0 || typeof Worker === "undefined" ? directPool() : pagePool(workers, start),
    post: (message) => scope.postMessage(message),
    now: () => performance.now(),
    pause,
  });
  scope.addEventListener("message", ({ data }) => answer(data as ToEngine));
}

/** Lets messages in; a timer would wait some milliseconds. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
