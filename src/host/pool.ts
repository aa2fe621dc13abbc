import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { DiagnosticError } from "../base/diagnostic.ts";
import type { MapOptions, Pool, Work } from "../ensemble/pool.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

/** More threads than this have not been seen to help: the caller puts all results together. */
const MOST_WORKERS = 16;
/** Tasks a thread has at hand, so that it does not wait for the next one. */
const AHEAD = 2;

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
}

/**
 * A pool of worker threads, started at the first job and kept for the next ones; jobs run one after the other.
 * Which thread does which task changes no result. An idle pool does not keep the process alive.
 */
export function workerPool(options: PoolOptions = {}): Pool {
  const parallel = availableParallelism();
  const count = options.workers ?? (parallel > MOST_WORKERS ? MOST_WORKERS : parallel);
  const file = options.file ?? workerFile();
  let threads: Worker[] = [];
  let jobs = 0;
  /** The job under way hears of messages and of threads that end. */
  let hears:
    | { message: (thread: Worker, message: FromWorker) => void; fail: (error: unknown) => void }
    | undefined;
  let previous: Promise<unknown> = Promise.resolve();

  function start(): Worker {
    const thread = new Worker(file);
    thread.on("message", (message: FromWorker) => hears?.message(thread, message));
    thread.on("error", (error) => hears?.fail(error));
    thread.on("exit", (code) => {
      if (threads.includes(thread)) hears?.fail(new Error(`a worker thread ended with code ${code}`));
      threads = threads.filter((t) => t !== thread);
    });
    return thread;
  }

  async function stop(): Promise<void> {
    const old = threads;
    threads = [];
    await Promise.all(old.map((thread) => thread.terminate()));
  }

  function runJob<Shared, Task, Result>(
    work: Work<Shared, Task, Result>,
    shared: Shared,
    tasks: readonly Task[],
    { progress, weight = () => 1, signal }: MapOptions,
  ): Promise<readonly Result[]> {
    const job = jobs++;
    const results = new Array<Result>(tasks.length);
    const total = tasks.reduce((sum: number, _, i) => sum + weight(i), 0);
    let [next, finished, done] = [0, 0, 0];
    while (threads.length < count && threads.length < tasks.length) threads.push(start());
    return new Promise<readonly Result[]>((resolve, reject) => {
      function end(settle: () => void): void {
        signal?.removeEventListener("abort", aborted);
        hears = undefined;
        for (const thread of threads) thread.unref();
        settle();
      }
      // Threads in the middle of a task cannot be called back; new ones start at the next job.
      function fail(error: unknown): void {
        end(() => void stop().then(() => reject(error)));
      }
      function aborted(): void {
        fail(signal?.reason);
      }
      function give(thread: Worker): void {
        if (next >= tasks.length) return;
        const message: ToWorker = { type: "task", job, index: next, task: tasks[next] };
        next++;
        thread.postMessage(message);
      }
      function hear(thread: Worker, message: FromWorker): void {
        if (message.job !== job) return;
        if (message.type === "failed") {
          const { diagnostics } = message;
          fail(diagnostics.length > 0 ? new DiagnosticError(diagnostics) : new Error(message.message));
          return;
        }
        results[message.index] = message.result as Result;
        finished++;
        done += weight(message.index);
        progress?.(done, total);
        if (finished === tasks.length) end(() => resolve(results));
        else give(thread);
      }
      if (signal?.aborted) return aborted();
      if (tasks.length === 0) return end(() => resolve(results));
      signal?.addEventListener("abort", aborted);
      hears = { message: hear, fail };
      for (const thread of threads) {
        thread.ref();
        const begin: ToWorker = { type: "job", job, kind: work.kind, shared };
        thread.postMessage(begin);
      }
      for (let n = 0; n < AHEAD; n++) for (const thread of threads) give(thread);
    });
  }

  return {
    workers: count,
    map(work, shared, tasks, mapOptions = {}) {
      const result = previous.then(() => runJob(work, shared, tasks, mapOptions));
      previous = result.catch(() => {});
      return result;
    },
    async close() {
      await previous;
      await stop();
    },
  };
}
