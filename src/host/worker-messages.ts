import type { Diagnostic } from "../base/diagnostic.ts";

/** What the pool sends: first the shared part of a job, then tasks of it. */
export type ToWorker =
  | { readonly type: "job"; readonly job: number; readonly kind: string; readonly shared: unknown }
  | { readonly type: "task"; readonly job: number; readonly index: number; readonly task: unknown };

/** What a thread answers: a result, or why the job cannot go on. */
export type FromWorker =
  | { readonly type: "done"; readonly job: number; readonly index: number; readonly result: unknown }
  | {
      readonly type: "failed";
      readonly job: number;
      readonly message: string;
      readonly diagnostics: readonly Diagnostic[];
    };
