import { DiagnosticError } from "../base/diagnostic.ts";
import type { Job, Pool, RunOptions, Work } from "./pool.ts";
import { DONE, type FromWorker, NEXT, type ToWorker, type WorkerPort } from "./worker-messages.ts";

/** Chunks a worker has at hand when they come as messages, so that it does not wait for the next one. */
const AHEAD = 2;
/** Milliseconds between looks at the counter of chunks done. */
const LOOK = 50;

/** Omit that keeps the members of a union apart. */
type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

export interface PortPoolOptions {
  readonly workers: number;
  /** Starts a worker: as many as a run has chunks for, up to `workers`. */
  readonly start: () => WorkerPort;
  /**
   * Workers share memory with this thread: chunks are claimed from a counter and results written in place. Without
   * it (a page that is not isolated has no shared memory) chunks and pieces travel as messages.
   */
  readonly sharedMemory: boolean;
}

/** A worker and the jobs that it has been told of. */
interface Opened extends WorkerPort {
  readonly jobs: Set<number>;
}

/** What the run under way listens to. */
interface Ear {
  readonly run: number;
  readonly hear: (worker: number, message: FromWorker) => void;
  readonly fail: (error: Error) => void;
}

/**
 * A pool of workers behind message ports, started at the first run and kept for the next; runs go one after the other.
 * A worker that dies fails the run under way and every job that was open; jobs opened later get new workers.
 */
export function portPool({ workers: count, start, sharedMemory }: PortPoolOptions): Pool {
  let ports: Opened[] = [];
  /** Workers of another generation are gone, and with them what jobs kept there. */
  let generation = 0;
  let jobs = 0;
  let runs = 0;
  let ear: Ear | undefined;
  let previous: Promise<unknown> = Promise.resolve();

  /** At least `wanted` workers stand ready afterwards. */
  function startWorkers(wanted: number): void {
    const born = generation;
    while (ports.length < wanted) {
      const worker = ports.length;
      const port = start();
      ports.push({ ...port, jobs: new Set() });
      port.listen(
        (message) => {
          if (born === generation && message.run === ear?.run) ear.hear(worker, message);
        },
        (error) => {
          if (born !== generation) return;
          void stop();
          ear?.fail(error);
        },
      );
    }
  }

  async function stop(): Promise<void> {
    const old = ports;
    ports = [];
    generation++;
    await Promise.all(old.map((port) => port.terminate()));
  }

  /** Holds the process, tells `body` what workers say, and lets go when it is settled. */
  function listening<T>(
    run: number,
    held: readonly WorkerPort[],
    body: (settle: {
      readonly resolve: (value: T) => void;
      readonly reject: (error: unknown) => void;
      readonly hearing: (hear: Ear["hear"]) => void;
    }) => void,
  ): Promise<T> {
    const done = () => {
      ear = undefined;
      for (const port of held) port.hold?.(false);
    };
    for (const port of held) port.hold?.(true);
    return new Promise<T>((resolve, reject) => {
      const fail = (error: unknown) => {
        done();
        reject(error);
      };
      const hearing = (hear: Ear["hear"]) => {
        ear = { run, hear, fail };
      };
      try {
        const succeed = (value: T) => {
          done();
          resolve(value);
        };
        body({ resolve: succeed, reject: fail, hearing });
      } catch (error) {
        fail(error);
      }
    });
  }

  function open<Shared, Input, Piece, Part>(
    work: Work<Shared, Input, Piece, Part>,
    shared: Shared,
  ): Job<Input, Piece, Part> {
    const job = jobs++;
    let born = -1;
    let closed = false;

    function post(port: WorkerPort, message: Without<ToWorker, "job">): void {
      port.post({ ...message, job } as ToWorker);
    }

    /** The workers of a run; they know of the job. */
    function ready(wanted: number): readonly WorkerPort[] {
      if (closed) throw new Error("the job is closed");
      if (born >= 0 && born !== generation) throw new Error("the workers of this job have ended");
      born = generation;
      startWorkers(wanted);
      const used = ports.slice(0, wanted);
      for (const port of used) {
        if (port.jobs.has(job)) continue;
        port.jobs.add(job);
        post(port, { type: "open", kind: work.kind, shared });
      }
      return used;
    }

    function runNow(options: RunOptions<Input, Piece>): Promise<void> {
      const { input, chunks, take, progress, signal, sticky = false, ahead = AHEAD } = options;
      signal?.throwIfAborted();
      if (chunks === 0) return Promise.resolve();
      const used = ready(count < chunks ? count : chunks);
      const run = runs++;
      return listening<void>(run, used, ({ resolve, reject, hearing }) => {
        let counters: Int32Array | undefined;
        let timer: ReturnType<typeof setInterval> | undefined;
        let finished = 0;

        function end(settle: () => void): void {
          signal?.removeEventListener("abort", aborted);
          clearInterval(timer);
          // Whoever still claims chunks finds none.
          if (counters !== undefined) Atomics.store(counters, NEXT, chunks);
          settle();
        }
        const fail = (error: unknown) => end(() => reject(error));
        const aborted = () => fail(signal?.reason);
        function piece(message: FromWorker & { readonly type: "chunk" }): void {
          if (message.piece !== undefined) take?.(message.index, message.piece as Piece);
        }
        function allDone(): void {
          end(resolve);
        }

        signal?.addEventListener("abort", aborted);
        for (const port of used) post(port, { type: "begin", run, input });
        if (sharedMemory) {
          counters = new Int32Array(new SharedArrayBuffer(8));
          const seen = counters;
          const tell = () => progress?.(Atomics.load(seen, DONE), chunks);
          if (progress !== undefined) timer = setInterval(tell, LOOK);
          hearing((_, message) => {
            if (message.type === "failed") fail(errorOf(message));
            else if (message.type === "chunk") piece(message);
            else if (message.type === "claimed" && ++finished === used.length) {
              tell();
              allDone();
            }
          });
          used.forEach((port, first) => {
            const own = sticky ? { own: { first, stride: used.length } } : {};
            post(port, { type: "claim", run, chunks, counters: seen, ...own });
          });
          return;
        }
        const next = used.map((_, w) => (sticky ? w : 0));
        let shared = 0;
        function give(worker: number): void {
          const index = sticky ? next[worker]! : shared;
          if (index >= chunks) return;
          if (sticky) next[worker]! += used.length;
          else shared++;
          post(used[worker]!, { type: "chunk", run, index });
        }
        hearing((worker, message) => {
          if (message.type === "failed") return fail(errorOf(message));
          if (message.type !== "chunk") return;
          piece(message);
          finished++;
          progress?.(finished, chunks);
          // The caller may have stopped the run meanwhile.
          if (ear?.run !== run) return;
          if (finished === chunks) allDone();
          else give(worker);
        });
        for (let n = 0; n < ahead; n++) for (let w = 0; w < used.length; w++) give(w);
      });
    }

    function finishNow(): Promise<readonly Part[]> {
      ready(0);
      const used = ports.filter((port) => port.jobs.has(job));
      const run = runs++;
      const parts: Part[] = [];
      let heard = 0;
      if (used.length === 0) return Promise.resolve(parts);
      return listening<readonly Part[]>(run, used, ({ resolve, reject, hearing }) => {
        hearing((_, message) => {
          if (message.type === "failed") return reject(errorOf(message));
          if (message.type !== "part") return;
          if (message.part !== undefined) parts.push(message.part as Part);
          if (++heard === used.length) resolve(parts);
        });
        for (const port of used) post(port, { type: "finish", run });
      });
    }

    return {
      run: (options) => inTurn(() => runNow(options)),
      finish: () => inTurn(finishNow),
      close() {
        closed = true;
        for (const port of ports) if (port.jobs.delete(job)) post(port, { type: "close" });
      },
    };
  }

  function inTurn<T>(action: () => Promise<T>): Promise<T> {
    const result = previous.then(action);
    previous = result.catch(() => {});
    return result;
  }

  return {
    workers: count,
    allocate: sharedMemory ? (bytes) => new SharedArrayBuffer(bytes) : undefined,
    open,
    async close() {
      await previous;
      await stop();
    },
  };
}

function errorOf({ diagnostics, message }: FromWorker & { readonly type: "failed" }): Error {
  return diagnostics.length > 0 ? new DiagnosticError(diagnostics) : new Error(message);
}
