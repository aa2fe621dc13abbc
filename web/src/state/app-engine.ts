import type { FromEngine, ToEngine } from "../worker/protocol.ts";
import type { AppEngine } from "./explorer-app.svelte.ts";

/** What the store hears of the engine. */
export interface EngineEvents {
  readonly ready: () => void;
  readonly answered: (answer: Extract<FromEngine, { kind: "result" }>) => void;
  readonly failed: (message: string, id?: number) => void;
}

/** Starts the engine's worker for the page's store. */
export function startEngine(events: EngineEvents): AppEngine {
  const worker = new Worker(new URL("../worker/engine.ts", import.meta.url), { type: "module" });
  const csvs = new Map<number, (text: string) => void>();
  let id = 0;
  const send = (message: ToEngine) => worker.postMessage(message);
  worker.onmessage = ({ data }: MessageEvent<FromEngine>) => {
    if (data.kind === "ready") events.ready();
    if (data.kind === "result") events.answered(data);
    if (data.kind === "csv") csvs.get(data.id)?.(data.text);
    if (data.kind === "failed") events.failed(data.message, data.id);
  };
  worker.onerror = (event) => events.failed(event.message);
  return {
    open: (folder, seed) => send({ kind: "open", folder, seed, workers: 2 }),
    run(request) {
      id += 1;
      send({ kind: "run", id, ...request });
      return id;
    },
    look(request) {
      id += 1;
      send({ kind: "look", id, ...request });
      return id;
    },
    csv() {
      id += 1;
      const asked = id;
      send({ kind: "csv", id });
      return new Promise((resolve) => csvs.set(asked, resolve));
    },
  };
}
