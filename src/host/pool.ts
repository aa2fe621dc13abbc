import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Pool } from "../ensemble/pool.ts";
import { portPool } from "../ensemble/port-pool.ts";
import type { FromWorker, WorkerPort } from "../ensemble/worker-messages.ts";

/** More threads than this have not been seen to help: the caller puts all results together. */
const MOST_WORKERS = 16;

/**
 * The file that threads run: beside this one when compiled. Run from source (by the tests), Node 20 cannot load
 * TypeScript in a thread, so the compiled file in `dist` is used.
 */
function workerFile(): URL {
  const here = import.meta.url;
  return new URL(here.endsWith(".ts") ? "../../dist/host/worker.js" : "./worker.js", here);
}

export interface PoolOptions {
  /** Number of threads; default the machine's parallelism, at most 16. */
  readonly workers?: number;
  /** The compiled `worker.js`; default the one beside the compiled `pool.js`. */
  readonly file?: URL;
  /** Without it threads are sent messages only, as workers of a page are; default true. */
  readonly sharedMemory?: boolean;
}

/**
 * A pool of worker threads, started at the first run and kept for the next ones. Which thread does which chunk changes
 * no result. An idle pool does not keep the process alive.
 */
export function workerPool(options: PoolOptions = {}): Pool {
  const parallel = availableParallelism();
  const workers = options.workers ?? (parallel > MOST_WORKERS ? MOST_WORKERS : parallel);
  const file = options.file ?? workerFile();
  return portPool({ workers, start: () => thread(file), sharedMemory: options.sharedMemory ?? true });
}

function thread(file: URL): WorkerPort {
  const worker = new Worker(file);
  worker.unref();
  return {
    post: (message) => worker.postMessage(message),
    listen(message, ended) {
      worker.on("message", (heard: FromWorker) => message(heard));
      worker.on("error", (error) => ended(new Error(`a worker thread ended: ${error.message}`)));
      worker.on("exit", (code) => ended(new Error(`a worker thread ended with code ${code}`)));
    },
    terminate: async () => {
      await worker.terminate();
    },
    hold: (busy) => (busy ? worker.ref() : worker.unref()),
  };
}
