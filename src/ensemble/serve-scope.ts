import { type AnyWork, serveWork } from "./serve-work.ts";
import type { ToWorker } from "./worker-messages.ts";

/** Makes the worker of a page in whose file this is called do these kinds of work. */
export function serveScope(works: readonly AnyWork[]): void {
  const scope = globalThis as unknown as {
    readonly postMessage: (message: unknown, transfer: readonly ArrayBuffer[]) => void;
    readonly addEventListener: (
      type: "message",
      listener: (event: { readonly data: ToWorker }) => void,
    ) => void;
  };
  const serve = serveWork(works, (message, transfer) => scope.postMessage(message, transfer));
  scope.addEventListener("message", ({ data }) => serve(data));
}
