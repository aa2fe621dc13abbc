import { parentPort } from "node:worker_threads";
import { DiagnosticError } from "../base/diagnostic.ts";
import { ensembleWork } from "../ensemble/ensemble-work.ts";
import type { Work } from "../ensemble/pool.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

/** The kinds of work that a thread can do; code cannot be sent, so a new kind is entered here. */
const works: readonly Work<never, never, never>[] = [ensembleWork as unknown as Work<never, never, never>];

let job = -1;
let act: (task: never) => never = () => {
  throw new Error("no job yet");
};
let transfer: Work<never, never, never>["transfer"];

function answer(message: ToWorker): FromWorker | undefined {
  if (message.type === "job") {
    const work = works.find((w) => w.kind === message.kind);
    if (work === undefined) throw new Error(`no work of kind ${message.kind}`);
    job = message.job;
    act = work.prepare(message.shared as never);
    transfer = work.transfer;
    return undefined;
  }
  if (message.job !== job) throw new Error(`task of job ${message.job} in job ${job}`);
  return { type: "done", job, index: message.index, result: act(message.task as never) };
}

parentPort?.on("message", (message: ToWorker) => {
  try {
    const reply = answer(message);
    if (reply?.type === "done")
      parentPort?.postMessage(reply, [...(transfer?.(reply.result as never) ?? [])]);
  } catch (error) {
    const reply: FromWorker = {
      type: "failed",
      job: message.job,
      message: error instanceof Error ? error.message : String(error),
      diagnostics: error instanceof DiagnosticError ? error.diagnostics : [],
    };
    parentPort?.postMessage(reply);
  }
});
