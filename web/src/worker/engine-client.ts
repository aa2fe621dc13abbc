import type { ExplorerChoice } from "downstream/explorer";
import type { FromEngine, ResultMessage, ToEngine } from "./protocol.ts";

/** What the page hears of the engine. Ids are those that `run` and `look` gave. */
export interface EngineEvents {
  /** The release is open: runs are answered at once. */
  readonly ready: () => void;
  readonly answered: (answer: ResultMessage) => void;
  /** Something could not be done, in the engine's words; with the id of what was asked, where it was that. */
  readonly failed: (message: string, id?: number) => void;
  /** How far the 2,000 draws of a run are. */
  readonly progress?: (id: number, done: number, total: number) => void;
}

/** What of a choice is asked: see `RunMessage`. */
export interface RunRequest {
  readonly choice: ExplorerChoice;
  readonly at: string;
  readonly outcome: string;
  readonly draws: "few" | "many";
}

/** The engine as the page's thread sees it. */
export interface EngineClient {
  /** Opens a release from its folder's address, with a slash at its end. */
  open(folder: string, seed: number): void;
  run(request: RunRequest): number;
  look(request: { readonly at: string; readonly outcome: string }): number;
  /** Rejected where the engine fails. */
  csv(): Promise<string>;
  /** Begins anew with a new worker and the release that was open. */
  restart(): void;
  close(): void;
}

/** What is needed of a `Worker`. */
export type EngineWorker = Pick<Worker, "postMessage" | "addEventListener" | "terminate">;

interface Waiting {
  readonly resolve: (text: string) => void;
  readonly reject: (error: Error) => void;
}

/** So many lanes: one for each processor that the browser tells of, from 2 to 4. */
const lanes = (): number => {
  const processors = globalThis.navigator?.hardwareConcurrency ?? 2;
  return processors < 2 ? 2 : processors > 4 ? 4 : processors;
};

/**
 * Starts the engine's worker. An answer older than one that was heard is dropped. A worker that dies is told of once; the next request
 * starts another one, with the release that was open.
 */
export function engineClient(
  events: EngineEvents,
  start: () => EngineWorker = () =>
    new Worker(new URL("./engine.ts", import.meta.url), { type: "module", name: "engine" }),
): EngineClient {
  let worker: EngineWorker | undefined;
  let opened: ToEngine | undefined;
  let last = 0;
  let heard = 0;
  const csvs = new Map<number, Waiting>();

  function hear(message: FromEngine): void {
    switch (message.kind) {
      case "ready":
        if (message.draws === 200) events.ready();
        return;
      case "progress":
        events.progress?.(message.id, message.done, message.total);
        return;
      case "csv":
        csvs.get(message.id)?.resolve(message.text);
        csvs.delete(message.id);
        return;
      case "result":
        if (message.id < heard) return;
        heard = message.id;
        events.answered(message);
        return;
      case "failed": {
        const waiting = message.id === undefined ? undefined : csvs.get(message.id);
        if (waiting === undefined) events.failed(message.message, message.id);
        else waiting.reject(new Error(message.message));
        if (message.id !== undefined) csvs.delete(message.id);
      }
    }
  }

  function stop(why: string): void {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of csvs.values()) reject(new Error(why));
    csvs.clear();
  }

  function started(): EngineWorker {
    if (worker !== undefined) return worker;
    const fresh = start();
    worker = fresh;
    fresh.addEventListener("message", ({ data }) => {
      if (worker === fresh) hear(data as FromEngine);
    });
    const died = (event: Event) => {
      if (worker !== fresh) return;
      const why = "message" in event && event.message ? `: ${event.message}` : "";
      stop(`the engine's worker ended${why}`);
      events.failed(`the engine's worker ended${why}`);
    };
    fresh.addEventListener("error", died);
    fresh.addEventListener("messageerror", died);
    if (opened !== undefined) fresh.postMessage(opened);
    return fresh;
  }

  function ask(message: (id: number) => ToEngine): number {
    last += 1;
    started().postMessage(message(last));
    return last;
  }

  return {
    open(folder, seed) {
      opened = { kind: "open", folder, seed, workers: lanes() };
      // A worker that is started now is told of the release there.
      if (worker === undefined) started();
      else worker.postMessage(opened);
    },
    run: (request) => ask((id) => ({ kind: "run", id, ...request })),
    look: (request) => ask((id) => ({ kind: "look", id, ...request })),
    csv: () =>
      new Promise((resolve, reject) => {
        const id = ask((own) => ({ kind: "csv", id: own }));
        csvs.set(id, { resolve, reject });
      }),
    restart() {
      stop("the engine begins anew");
      started();
    },
    close() {
      stop("the engine is closed");
      opened = undefined;
    },
  };
}
