/** How far a job is: units of work done, of how many. */
export type ProgressReport = (done: number, total: number) => void;

export interface MapOptions {
  readonly progress?: ProgressReport | undefined;
  /** Units of work in task `i`, for progress; default 1. */
  readonly weight?: ((i: number) => number) | undefined;
  /** Stops the job between tasks: the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * A kind of work: `prepare` takes what all tasks of a job share (plain JSON and typed arrays) and gives the function
 * that does one task. A task's result depends on the shared part and the task alone.
 */
export interface Work<Shared, Task, Result> {
  readonly kind: string;
  readonly prepare: (shared: Shared) => (task: Task) => Result;
  /** Buffers of a result that may be moved to the caller instead of copied. */
  readonly transfer?: (result: Result) => readonly ArrayBuffer[];
}

/** Does tasks somewhere: in this thread, or on several. Results come in the order of the tasks. */
export interface Pool {
  readonly workers: number;
  readonly map: <Shared, Task, Result>(
    work: Work<Shared, Task, Result>,
    shared: Shared,
    tasks: readonly Task[],
    options?: MapOptions,
  ) => Promise<readonly Result[]>;
  readonly close: () => Promise<void>;
}

/** A pool without threads: does one task after the other where it stands. */
export function directPool(): Pool {
  return {
    workers: 1,
    async map(work, shared, tasks, options = {}) {
      const { progress, weight = () => 1, signal } = options;
      const total = tasks.reduce((sum: number, _, i) => sum + weight(i), 0);
      const act = work.prepare(shared);
      const results = [];
      let done = 0;
      for (const [i, task] of tasks.entries()) {
        signal?.throwIfAborted();
        results.push(act(task));
        done += weight(i);
        progress?.(done, total);
        // Lets the caller's own events in, an abort among them.
        await new Promise<void>((resolve) => setTimeout(resolve, 0));
      }
      signal?.throwIfAborted();
      return results;
    },
    close: async () => {},
  };
}
