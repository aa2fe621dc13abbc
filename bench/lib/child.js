// A competitor in JavaScript, as a process: node child.js SETTINGS.json. Settings: {kind: "module" | "reference" | "wasm", dist, module,
// ir (a file), outputs, saveSteps, fromStep, params and levers (files), runs, block}. Answers as lib/client.js says.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { serve } from "./client.js";
import { loadDist } from "./dist.js";

const settings = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { kind, outputs, saveSteps, fromStep, runs, block } = settings;
const doubles = (path) => {
  const bytes = readFileSync(path);
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
};
const ir = JSON.parse(readFileSync(settings.ir, "utf8"));
const params = doubles(settings.params);
const levers = doubles(settings.levers);
const width = ir.parameters.length;
const saves = saveSteps.length;
const cells = outputs.length * saves;
const { steps } = ir.clock;

/** Blocks of runs one after the other over all draws, for `one(i, out, at)`: run i, its outputs at out[at]. */
function oneByOne(one, facts) {
  const out = new Float64Array(cells * block);
  let next = 0;
  serve({
    facts,
    block() {
      for (let i = 0; i < block; i++) one(next + i, out, i * cells);
      next = next + 2 * block > runs ? 0 : next + block;
      return block;
    },
    dump(wanted) {
      const all = new Float64Array(cells * wanted).fill(Number.NaN);
      for (let i = 0; i < wanted; i++) one(i, all, i * cells);
      return all;
    },
  });
}

if (kind === "module") {
  const { run } = await import(pathToFileURL(settings.module).href);
  const before = new Float64Array(cells);
  const states = Array.from({ length: fromStep > 0 ? runs : 0 }, (_, i) =>
    run(params, i * width, levers, 0, fromStep, undefined, true, before, 0),
  );
  oneByOne((i, out, at) => run(params, i * width, levers, fromStep, steps, states[i], false, out, at), {});
} else {
  const dist = await loadDist(settings.dist);
  const begun = performance.now();
  const kernel = kind === "wasm" ? dist.compileWasm(ir, outputs) : dist.compileKernel(ir, outputs);
  const compileMs = performance.now() - begun;
  if (kind === "wasm") batches(kernel, { compileMs });
  else {
    const states = Array.from({ length: fromStep > 0 ? runs : 0 }, (_, i) => {
      const request = {
        params,
        paramsOffset: i * width,
        levers,
        toStep: fromStep,
        keepAt: fromStep,
        saveSteps: [],
      };
      return kernel.run({ ...request, out: new Float64Array(0) }).kept;
    });
    oneByOne(
      (i, out, outOffset) => {
        const request = { params, paramsOffset: i * width, levers, fromStep, saveSteps, out, outOffset };
        kernel.run(states[i] ? { ...request, state: states[i] } : request);
      },
      { compileMs, sourceBytes: kernel.source.length },
    );
  }
}

/** The same for a kernel of many runs side by side: outputs are written [output][save][lane]. */
function batches(kernel, facts) {
  const lanes = Math.min(kernel.lanes, block);
  const strides = { outputStride: saves * lanes, saveStride: lanes, laneStride: 1 };
  const states = [];
  if (fromStep > 0)
    for (let first = 0; first < runs; first += lanes) {
      const request = {
        lanes,
        params,
        paramsOffset: first * width,
        levers,
        toStep: fromStep,
        keepAt: fromStep,
      };
      states.push(kernel.run({ ...request, saveSteps: [], out: new Float64Array(0), ...strides }).kept);
    }
  const go = (first, out, outOffset) => {
    const request = {
      lanes,
      params,
      paramsOffset: first * width,
      levers,
      fromStep,
      saveSteps,
      out,
      outOffset,
    };
    const state = states[first / lanes];
    kernel.run(state ? { ...request, state, ...strides } : { ...request, ...strides });
  };
  const out = new Float64Array(cells * block);
  let next = 0;
  serve({
    facts: { ...facts, lanes },
    block() {
      for (let i = 0; i < block; i += lanes) go(next + i, out, i * cells);
      next = next + 2 * block > runs ? 0 : next + block;
      return block;
    },
    dump(wanted) {
      const all = new Float64Array(cells * wanted);
      const part = new Float64Array(cells * lanes);
      for (let first = 0; first < wanted; first += lanes) {
        go(first, part.fill(Number.NaN), 0);
        for (let lane = 0; lane < lanes; lane++)
          for (let c = 0; c < cells; c++) all[(first + lane) * cells + c] = part[c * lanes + lane];
      }
      return all;
    },
  });
}
