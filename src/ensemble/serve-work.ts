import { DiagnosticError } from "../base/diagnostic.ts";
import type { Hand, Work } from "./pool.ts";
import { DONE, type FromWorker, NEXT, type ToWorker } from "./worker-messages.ts";

/** Any kind of work; what it takes and gives is only passed on. */
export type AnyWork = Work<never, never, unknown, unknown>;

/** Where answers go, and the buffers that move with them. */
export type Answer = (message: FromWorker, transfer: readonly ArrayBuffer[]) => void;

interface Open {
  readonly work: AnyWork;
  readonly shared: unknown;
  hand?: Hand<never, unknown, unknown>;
  input?: unknown;
}

/**
 * The worker's side of a pool: takes its messages and answers them. Code cannot be sent, so the kinds of work stand in
 * the worker's own file. An open job is prepared at its first chunk, so that its findings belong to a run.
 */
export function serveWork(works: readonly AnyWork[], answer: Answer): (message: ToWorker) => void {
  const jobs = new Map<number, Open>();

  function open(job: number): Open {
    const found = jobs.get(job);
    if (found === undefined) throw new Error(`no job ${job} is open`);
    return found;
  }

  function doChunk(job: Open, run: number, index: number, silent: boolean): void {
    job.hand ??= job.work.prepare(job.shared as never);
    const piece = job.hand.chunk(job.input as never, index);
    if (silent && piece === undefined) return;
    answer(
      { type: "chunk", run, index, piece },
      piece === undefined ? [] : (job.work.transfer?.(piece) ?? []),
    );
  }

  function claim(message: ToWorker & { readonly type: "claim" }): void {
    const { run, chunks, counters, own } = message;
    const job = open(message.job);
    const stopped = () => Atomics.load(counters, NEXT) >= chunks;
    let index = own === undefined ? Atomics.add(counters, NEXT, 1) : own.first;
    while (index < chunks) {
      doChunk(job, run, index, true);
      Atomics.add(counters, DONE, 1);
      if (own === undefined) index = Atomics.add(counters, NEXT, 1);
      else index = stopped() ? chunks : index + own.stride;
    }
    answer({ type: "claimed", run }, []);
  }

  function take(message: ToWorker): void {
    switch (message.type) {
      case "open": {
        const work = works.find((w) => w.kind === message.kind) ?? unknownWork(message.kind);
        jobs.set(message.job, { work, shared: message.shared });
        return;
      }
      case "begin":
        open(message.job).input = message.input;
        return;
      case "chunk":
        doChunk(open(message.job), message.run, message.index, false);
        return;
      case "claim":
        claim(message);
        return;
      case "finish":
        answer({ type: "part", run: message.run, part: jobs.get(message.job)?.hand?.finish?.() }, []);
        return;
      case "close":
        jobs.delete(message.job);
    }
  }

  return (message) => {
    try {
      take(message);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      const diagnostics = error instanceof DiagnosticError ? error.diagnostics : [];
      answer({ type: "failed", run: "run" in message ? message.run : -1, message: text, diagnostics }, []);
    }
  };
}

function unknownWork(kind: string): AnyWork {
  return {
    kind,
    prepare() {
      throw new Error(`no work of kind ${kind}`);
    },
  };
}
