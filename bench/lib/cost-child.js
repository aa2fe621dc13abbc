// What compiling and starting up cost, in a fresh process: node cost-child.js SETTINGS.json (as lib/child.js). Prints JSON:
// milliseconds from IR to bytes, module, instance (the first time and the median of later times), bytes of the module, and how
// the first batches of runs speed up until they are as fast as later ones.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { percentile } from "./client.js";
import { loadDist } from "./dist.js";

const { dist: folder, outputs, saveSteps, ...files } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const dist = await loadDist(folder);
const ir = JSON.parse(readFileSync(files.ir, "utf8"));
const bytes = readFileSync(files.params);
const params = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
const levers = dist.leverTable(ir, {});

/** One way from the IR to something that runs. */
function compile() {
  const begun = performance.now();
  const kernel = dist.wasmBytes(ir, outputs);
  const written = performance.now();
  const module = new WebAssembly.Module(kernel.bytes);
  const compiled = performance.now();
  const batch = dist.instantiateWasm(kernel, module);
  const ready = performance.now();
  const times = { write: written - begun, module: compiled - written, instance: ready - compiled };
  return { batch, bytes: kernel.bytes.length, times: { ...times, total: ready - begun } };
}

const first = compile();
const { batch } = first;
const lanes = Math.min(batch.lanes, params.length / ir.parameters.length);
const out = new Float64Array(outputs.length * saveSteps.length * lanes);
const request = {
  lanes,
  params,
  levers,
  saveSteps,
  out,
  outputStride: saveSteps.length * lanes,
  saveStride: lanes,
  laneStride: 1,
};
const begun = performance.now();
const calls = [];
while (performance.now() - begun < 1500 || calls.length < 12) {
  const start = performance.now();
  batch.run(request);
  calls.push([start - begun, performance.now() - start]);
}
const steady = percentile(
  calls.slice(Math.floor(calls.length / 2)).map(([, ms]) => ms),
  0.2,
);
// The first call from which three in a row are within a fifth of the steady time.
const settled = calls.findIndex((_, i) => calls.slice(i, i + 3).every(([, ms]) => ms < steady * 1.2));
const again = Array.from({ length: 7 }, () => compile().times);
const median = (name) =>
  percentile(
    again.map((t) => t[name]),
    0.5,
  );
console.log(
  JSON.stringify({
    bytes: first.bytes,
    lanes,
    cold: first.times,
    warm: {
      write: median("write"),
      module: median("module"),
      instance: median("instance"),
      total: median("total"),
    },
    firstBatchMs: calls[0][1],
    steadyBatchMs: steady,
    ...(settled > 0 ? { tierUpMs: calls[settled][0] } : {}),
  }),
);
