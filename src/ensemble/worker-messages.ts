import type { Diagnostic } from "../base/diagnostic.ts";

/** What a pool sends to a worker. */
export type ToWorker =
  | { readonly type: "open"; readonly job: number; readonly kind: string; readonly shared: unknown }
  /** Begins a run; then chunks come one by one, or the worker claims them from the counter itself. */
  | { readonly type: "begin"; readonly job: number; readonly run: number; readonly input: unknown }
  | { readonly type: "chunk"; readonly job: number; readonly run: number; readonly index: number }
  | {
      readonly type: "claim";
      readonly job: number;
      readonly run: number;
      readonly chunks: number;
      /** In shared memory: the next chunk to claim, and the number of those done. */
      readonly counters: Int32Array;
      /** First chunk and stride of a run whose chunks are given to workers for good; else they are claimed. */
      readonly own?: { readonly first: number; readonly stride: number };
    }
  | { readonly type: "finish"; readonly job: number; readonly run: number }
  | { readonly type: "close"; readonly job: number };

/** What a worker answers. */
export type FromWorker =
  | {
      readonly type: "chunk";
      readonly run: number;
      readonly index: number;
      readonly piece: unknown;
    }
  /** All chunks that could be claimed are done. */
  | { readonly type: "claimed"; readonly run: number }
  | { readonly type: "part"; readonly run: number; readonly part: unknown }
  | {
      readonly type: "failed";
      readonly run: number;
      readonly message: string;
      readonly diagnostics: readonly Diagnostic[];
    };

/** Places of the counters of a run. */
export const NEXT = 0;
export const DONE = 1;

/** One worker as its pool sees it: a thread of Node, or a worker of a page. */
export interface WorkerPort {
  readonly post: (message: ToWorker) => void;
  /** To be called once: messages of the worker, and the error with which it ended. */
  readonly listen: (message: (message: FromWorker) => void, ended: (error: Error) => void) => void;
  readonly terminate: () => Promise<void>;
  /** Whether the process waits for this worker; where that is a question. */
  readonly hold?: (busy: boolean) => void;
}
