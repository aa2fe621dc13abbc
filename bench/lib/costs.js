import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { percentile } from "./client.js";

const CHILD = new URL("./cost-child.js", import.meta.url).pathname;

/**
 * Cost of compiling a measured model and of its first batches, from processes of their own (lib/cost-child.js): the
 * one of five that was least disturbed.
 */
export function compileCost(model, { dist, distFolder, folder, quick }) {
  const { ir, outputs, missing } = model.load(dist);
  if (missing) return undefined;
  const path = join(folder, `${model.id}-cost.json`);
  const files = { ir: join(folder, `${model.id}.ir`), params: join(folder, `${model.id}.params`) };
  writeFileSync(path, JSON.stringify({ dist: distFolder, outputs, saveSteps: ir.clock.saveSteps, ...files }));
  const once = () => JSON.parse(execFileSync(process.execPath, [CHILD, path], { encoding: "utf8" }));
  const times = Array.from({ length: quick ? 1 : 5 }, once);
  times.sort((a, b) => a.cold.total - b.cold.total);
  return { id: model.id, ...times[0] };
}

/** A model of one stock and one step, which does next to nothing. */
const EMPTY =
  "# Empty\n\n```model\ntime from 0 to 1, 1 step a unit, euler\nstock y\n  start 1\n  in a\na = 1\n```\n";

/** Microseconds a run that does nothing costs: a batch of 64, and one run alone; on both back ends. */
export function emptyRuns(dist) {
  const { ir } = dist.compileModel({ "empty.md": EMPTY }).model;
  const params = new Float64Array(64 * ir.parameters.length).fill(1);
  const levers = dist.leverTable(ir, {});
  const out = new Float64Array(64);
  const strides = { outputStride: 64, saveStride: 64, laneStride: 1 };
  const wasm = dist.compileWasm(ir, ["y"]);
  const kernel = dist.compileKernel(ir, ["y"]);
  const shared = { params, levers, saveSteps: [1], out };
  const cases = {
    batch: [64, () => wasm.run({ lanes: 64, ...shared, ...strides })],
    single: [1, () => wasm.run({ lanes: 1, ...shared, ...strides })],
    reference: [1, () => kernel.run(shared)],
  };
  const best = {};
  for (let round = 0; round < 5; round++)
    for (const [name, [runs, call]] of Object.entries(cases)) {
      const windows = [];
      const end = performance.now() + 150;
      while (performance.now() < end) {
        const start = performance.now();
        for (let i = 0; i < 500; i++) call();
        windows.push(((performance.now() - start) * 1000) / 500 / runs);
      }
      best[name] ??= [];
      best[name].push(percentile(windows, 0.2));
    }
  return Object.fromEntries(Object.entries(best).map(([name, list]) => [name, percentile(list, 0.5)]));
}

/** Runs a second of the crisis model on one worker thread and on two, through the pool that the program uses. */
export async function workers(model, { dist, distFolder, quick }) {
  const { ir, outputs, missing } = model.load(dist);
  if (missing) return undefined;
  const { workerPool } = await import(pathToFileURL(join(distFolder, "host/pool.js")).href);
  const draws = quick ? 512 : 2048;
  const params = dist.drawParameters(ir, { sampler: "stratified", seed: 1, draws });
  const request = {
    ir,
    outputs,
    saveSteps: ir.clock.saveSteps,
    scenarios: [{ id: "none", schedules: {} }],
    branchStep: ir.clock.decision,
    params,
    draws,
  };
  const pools = [1, 2].map((count) => workerPool({ workers: count }));
  const seconds = [[], []];
  try {
    for (let round = 0; round < (quick ? 3 : 6); round++)
      for (const [i, pool] of pools.entries()) {
        const start = performance.now();
        await dist.runEnsemble(pool, request);
        // The first job starts threads and compiles.
        if (round > 0) seconds[i].push((performance.now() - start) / 1000);
      }
  } finally {
    await Promise.all(pools.map((pool) => pool.close()));
  }
  const [one, two] = seconds.map((list) => percentile(list, 0.5));
  const factor = percentile(
    seconds[0].map((s, i) => s / seconds[1][i]),
    0.5,
  );
  return { draws, one: draws / one, two: draws / two, factor };
}
