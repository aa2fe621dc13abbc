// Runs a second of the reference back end on a synthetic model of the crisis model's size.
// Build first (`npm run build`), then: node bench/reference.js [seconds] [dist folder]
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";

const seconds = Number(process.argv[2] ?? 5);
const dist = pathToFileURL(process.argv[3] ?? "dist").href;
const { compileKernel, leverTable } = await import(`${dist}/engine/index.js`);
const { syntheticIr } = await import(`${dist}/engine/synthetic-ir.js`);

const ir = syntheticIr();
const outputs = Array.from({ length: 12 }, (_, i) => (i < 6 ? `stock ${i * 7}` : `auxiliary ${i * 19}`));
const begun = performance.now();
const kernel = compileKernel(ir, outputs);
const compiled = performance.now() - begun;
const levers = leverTable(ir, {});
const { saveSteps, decision } = ir.clock;
const out = new Float64Array(outputs.length * saveSteps.length);
const params = new Float64Array(ir.parameters.length);

function once(i, request) {
  for (let j = 0; j < params.length; j++) params[j] = 0.5 + ((i * 37 + j * 11) % 100) / 66;
  const status = kernel.run({ params, levers, saveSteps, out, ...request });
  if (!status.ok) throw new Error(`run ${i} failed: ${status.variable} at ${status.step}`);
  return status;
}

function rate(label, request) {
  const windows = [];
  const end = performance.now() + seconds * 500;
  for (let i = 0; performance.now() < end; ) {
    const from = performance.now();
    for (let n = 0; n < 10; n++) once(i++, request);
    windows.push(10000 / (performance.now() - from));
  }
  windows.sort((a, b) => a - b);
  console.log(`${label}: ${windows[Math.floor(windows.length * 0.8)].toFixed(0)} runs/s`);
}

console.log(
  `${kernel.ir.stocks.length} stocks, ${kernel.ir.auxiliaries.length} auxiliaries, ${ir.clock.steps} RK4 steps`,
);
console.log(
  `compiled in ${compiled.toFixed(1)} ms, ${(kernel.source.length / 1024).toFixed(0)} KB of JavaScript`,
);
rate("warming up", {});
rate("whole runs", {});
const state = once(0, { keepAt: decision }).kept;
rate("from the decision date", { fromStep: decision, state });
once(0, {});
console.log(`check sum ${out.reduce((a, b) => a + b, 0)}`);
