import { parentPort } from "node:worker_threads";
import { ensembleWorks } from "../ensemble/ensemble-works.ts";
import { serveWork } from "../ensemble/serve-work.ts";

/** The file of a worker thread: does the kinds of work that ensembles are made of. */
const serve = serveWork(ensembleWorks, (message, transfer) =>
  parentPort?.postMessage(message, [...transfer]),
);
parentPort?.on("message", serve);
