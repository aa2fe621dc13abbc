import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { serialize } from "node:v8";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DiagnosticError } from "../base/diagnostic.ts";
import { drawParameters } from "../ensemble/design.ts";
import { directPool } from "../ensemble/direct-pool.ts";
import type { Work } from "../ensemble/pool.ts";
import { type EnsembleRequest, runEnsemble } from "../ensemble/run-ensemble.ts";
import { summariseEnsemble } from "../ensemble/summarise-ensemble.ts";
import { memoryModel, memoryOutputs } from "../ensemble/test-model.ts";
import { workerPool } from "./pool.ts";

// Threads cannot load TypeScript: the sources they need are translated into a folder of their own, so that this
// test never meets an old build.
// They serve two kinds of work more than the program has.
const WORKER = `
import { parentPort } from "node:worker_threads";
import { ensembleWorks } from "../ensemble/ensemble-works.js";
import { serveWork } from "../ensemble/serve-work.js";
const sleeper = { kind: "sleeper", prepare: (ms) => ({
  chunk() {
    if (ms < 0) process.exit(3);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    return new Uint8Array(1);
  },
}) };
const counter = { kind: "counter", prepare() {
  let kept = [];
  return {
    chunk(_, index) { kept.push(index); },
    finish() { const part = kept; kept = []; return part; },
  };
} };
const works = [...ensembleWorks, sleeper, counter];
parentPort.on("message", serveWork(works, (message, transfer) => parentPort.postMessage(message, transfer)));
`;
const here = () => {
  throw new Error("this work is done in threads only");
};
const sleeper: Work<number, null, Uint8Array, never> = { kind: "sleeper", prepare: here };
const counter: Work<null, null, never, number[]> = { kind: "counter", prepare: here };
let folder = "";
let file: URL;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "downstream-pool-"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  for (const part of ["base", "wasm", "math", "model", "engine", "ensemble", "host"]) {
    const source = new URL(`../${part}/`, import.meta.url);
    for (const name of readdirSync(source, { recursive: true, encoding: "utf8" })) {
      if (!name.endsWith(".ts") || name.endsWith(".test.ts")) continue;
      const { outputText } = ts.transpileModule(readFileSync(new URL(name, source), "utf8"), {
        compilerOptions: {
          module: ts.ModuleKind.ESNext,
          target: ts.ScriptTarget.ES2022,
          verbatimModuleSyntax: true,
          rewriteRelativeImportExtensions: true,
        },
      });
      const target = join(folder, part, name.replace(/\.ts$/, ".js"));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, outputText);
    }
  }
  file = pathToFileURL(join(folder, "host", "test-worker.js"));
  writeFileSync(file, WORKER);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const ir = memoryModel();
const design = { sampler: "stratified", seed: 1, draws: 30 } as const;
const request: EnsembleRequest = {
  ir,
  outputs: memoryOutputs,
  saveSteps: ir.clock.saveSteps,
  branchStep: 144,
  params: drawParameters(ir, design),
  draws: design.draws,
  scenarios: [
    { id: "baseline", schedules: {} },
    { id: "pressure", schedules: { pressure: [{ at: 2018, value: 2 }] } },
    { id: "other", schedules: {}, overrides: { growth: 0.5 } },
  ],
};

describe.each([true, false])("workerPool, shared memory: %s", (sharedMemory) => {
  it("gives the same bytes with 1, 2 and 8 threads, any chunk, and without threads", async () => {
    const wanted = await runEnsemble(directPool(), request);
    for (const [workers, chunk] of [
      [1, 30],
      [2, 4],
      [8, 1],
    ] as const) {
      const pool = workerPool({ workers, file, sharedMemory });
      expect(await runEnsemble(pool, request, { chunk })).toEqual(wanted);
      await pool.close();
    }
  });

  it("summarises to the same bytes with 1 and 3 threads, any chunk, and without threads", async () => {
    const { params: _, draws: __, ...shared } = request;
    const rows = { of: "design", design } as const;
    const wanted = serialize(await summariseEnsemble(directPool(), shared, rows));
    for (const [workers, chunk, keepEvery] of [
      [1, 30, 30],
      [3, 4, 12],
    ] as const) {
      const pool = workerPool({ workers, file, sharedMemory });
      const state = await summariseEnsemble(pool, shared, rows, { chunk, keepEvery });
      expect(serialize(state).equals(wanted)).toBe(true);
      await pool.close();
    }
  });

  it("serves one job after the other and several asked for at once", async () => {
    const pool = workerPool({ workers: 2, file, sharedMemory });
    const other = { ...request, params: drawParameters(ir, { ...design, seed: 2 }) };
    const [a, b, c] = await Promise.all([request, other, request].map((r) => runEnsemble(pool, r)));
    expect(a).toEqual(c);
    expect(b).not.toEqual(a);
    expect(b).toEqual(await runEnsemble(directPool(), other));
    await pool.close();
  });

  it("reports progress up to the whole", async () => {
    const pool = workerPool({ workers: 2, file, sharedMemory });
    const heard: number[] = [];
    await runEnsemble(pool, request, { chunk: 7, progress: (done, total) => heard.push(done / total) });
    expect(heard.length).toBeGreaterThan(0);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard.at(-1)).toBe(1);
    await pool.close();
  });

  it("stops between chunks when told to, and works again afterwards", async () => {
    const pool = workerPool({ workers: 2, file, sharedMemory });
    const stop = new AbortController();
    const slow = pool.open(sleeper, 10);
    const run = slow.run({
      input: null,
      chunks: 100000,
      signal: stop.signal,
      progress: () => stop.abort(new Error("enough")),
    });
    await expect(run).rejects.toThrow("enough");
    await expect(
      runEnsemble(pool, request, { signal: AbortSignal.abort(new Error("early")) }),
    ).rejects.toThrow("early");
    expect((await runEnsemble(pool, request)).draws).toBe(30);
    await pool.close();
  });

  it("passes on diagnostics and errors of a thread, and goes on", async () => {
    const pool = workerPool({ workers: 2, file, sharedMemory });
    const once = { input: null, chunks: 3 };
    const unknown = { kind: "unheard of", prepare: () => ({ chunk: () => undefined }) };
    await expect(pool.open(unknown, {}).run(once)).rejects.toThrow("no work of kind unheard of");
    const shared = { ...request, params: undefined, outputs: ["nothing"] };
    const rows = { of: "rows", params: request.params, draws: 30 };
    const work = { kind: "ensemble", prepare: () => ({ chunk: () => undefined }) };
    const failing = pool.open(work, { shared, rows, firstDraw: 0, size: 4 }).run(once);
    await expect(failing).rejects.toBeInstanceOf(DiagnosticError);
    expect((await runEnsemble(pool, request)).draws).toBe(30);
    await pool.close();
  });

  it("fails the run and its job when a thread dies, and starts new threads for the next", async () => {
    const pool = workerPool({ workers: 2, file, sharedMemory });
    const job = pool.open(sleeper, -1);
    await expect(job.run({ input: null, chunks: 4 })).rejects.toThrow("a worker thread ended");
    await expect(job.run({ input: null, chunks: 4 })).rejects.toThrow("the workers of this job have ended");
    expect((await runEnsemble(pool, request)).draws).toBe(30);
    await pool.close();
  });

  it("brings sticky chunks to the thread that had them before, and hands out what each kept", async () => {
    const pool = workerPool({ workers: 2, file, sharedMemory });
    const job = pool.open(counter, null);
    const options = { input: null, chunks: 7, sticky: true };
    await job.run(options);
    await job.run(options);
    const parts = await job.finish();
    const kept = parts.map((part) => [...part].sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);
    expect(kept).toEqual([
      [0, 0, 2, 2, 4, 4, 6, 6],
      [1, 1, 3, 3, 5, 5],
    ]);
    await job.run({ ...options, sticky: false });
    expect((await job.finish()).flat().sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    await pool.close();
  });
});
