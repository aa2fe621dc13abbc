import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DiagnosticError } from "../base/diagnostic.ts";
import { drawParameters } from "../ensemble/design.ts";
import { directPool } from "../ensemble/pool.ts";
import { type EnsembleRequest, runEnsemble } from "../ensemble/run-ensemble.ts";
import { memoryModel, memoryOutputs } from "../ensemble/test-model.ts";
import { workerPool } from "./pool.ts";

// Threads cannot load TypeScript: the sources they need are translated into a folder of their own, so that this
// test never meets an old build.
let folder = "";
let file: URL;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "downstream-pool-"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  for (const part of ["base", "math", "model", "engine", "ensemble", "host"]) {
    const source = new URL(`../${part}/`, import.meta.url);
    for (const name of readdirSync(source)) {
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
  file = pathToFileURL(join(folder, "host", "worker.js"));
});
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

describe("workerPool", () => {
  it("gives the same bytes with 1, 2 and 8 threads, any chunk, and without threads", async () => {
    const wanted = await runEnsemble(directPool(), request);
    for (const [workers, chunk] of [
      [1, 30],
      [2, 4],
      [8, 1],
    ] as const) {
      const pool = workerPool({ workers, file });
      expect(await runEnsemble(pool, request, { chunk })).toEqual(wanted);
      await pool.close();
    }
  });

  it("serves one job after the other and several asked for at once", async () => {
    const pool = workerPool({ workers: 2, file });
    const other = { ...request, params: drawParameters(ir, { ...design, seed: 2 }) };
    const [a, b, c] = await Promise.all([request, other, request].map((r) => runEnsemble(pool, r)));
    expect(a).toEqual(c);
    expect(b).not.toEqual(a);
    expect(b).toEqual(await runEnsemble(directPool(), other));
    await pool.close();
  });

  it("reports progress up to the whole", async () => {
    const pool = workerPool({ workers: 2, file });
    const heard: number[] = [];
    await runEnsemble(pool, request, { chunk: 7, progress: (done, total) => heard.push(done / total) });
    expect(heard).toHaveLength(5);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard.at(-1)).toBe(1);
    await pool.close();
  });

  it("stops when told to, and works again afterwards", async () => {
    const pool = workerPool({ workers: 2, file });
    const stop = new AbortController();
    const run = runEnsemble(pool, request, {
      chunk: 1,
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

  it("passes on diagnostics and errors of a thread", async () => {
    const pool = workerPool({ workers: 1, file });
    const unknown = { kind: "unheard of", prepare: () => () => 0 };
    await expect(pool.map(unknown, {}, [1])).rejects.toThrow("no work of kind unheard of");
    const work = { kind: "ensemble", prepare: () => () => 0 };
    const failing = pool.map(work, { ...request, params: undefined, outputs: ["nothing"] }, [1]);
    await expect(failing).rejects.toBeInstanceOf(DiagnosticError);
    await pool.close();
  });
});
