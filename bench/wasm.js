// The WebAssembly back end against the reference in one process, interleaved; and what each part of a model costs.
//   node bench/wasm.js [--dist dist] [--models decision,sir] [--variants] [--parts] [--rounds 7]
// A part taken out changes the numbers of the model too: a row is slower than the whole where they leave the straight line
// of `pow`. Times are processor time of this process.
// Prints a Markdown table. `--variants` compares layouts of the code, `--parts` models with one kind of operation
// replaced by a cheap one. Figures are the 80th percentile of short windows, then the median over rounds.
import { parseArgs } from "node:util";
import { loadDist } from "./lib/dist.js";
import { benchModels } from "./lib/models.js";

const { values: flags } = parseArgs({
  options: {
    dist: { type: "string", default: "dist" },
    models: { type: "string", default: "decision,crisis,sir,world" },
    variants: { type: "boolean", default: false },
    parts: { type: "boolean", default: false },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "0.4" },
    reference: { type: "boolean", default: false },
    cheap: { type: "boolean", default: false },
  },
});
const dist = await loadDist(flags.dist);
const { mapChildren, mapHeld } = await import(
  new URL(`${flags.dist.replace(/^(?!\/)/, "../")}/model/ir-walk.js`, import.meta.url)
);

const LANES = 64;

/** Milliseconds of processor time: other processes on a busy machine do not count. */
const now = () => process.cpuUsage().user / 1000;

/** A function that runs all lanes of a batch once. */
function runner(kernel, model, params) {
  const { ir, outputs, saveSteps, fromStep } = model;
  const lanes = Math.min(LANES, kernel.lanes);
  const levers = dist.leverTable(ir, {});
  const out = new Float64Array(outputs.length * saveSteps.length * lanes);
  const request = {
    ...{ lanes, params, levers, saveSteps, out },
    ...{ outputStride: saveSteps.length * lanes, saveStride: lanes, laneStride: 1 },
  };
  let state;
  if (fromStep > 0)
    state = kernel.run({ ...request, saveSteps: [], toStep: fromStep, keepAt: fromStep }).kept;
  const whole = { ...request, fromStep, ...(state && { state }) };
  return { lanes, out, run: () => kernel.run(whole) };
}

/** Runs per second of each task: windows of a few milliseconds, tasks one after the other in every round. */
function measure(tasks, rounds, seconds) {
  const figures = tasks.map(() => []);
  for (const { run } of tasks) for (const end = performance.now() + 600; performance.now() < end; ) run();
  for (let round = 0; round < rounds; round++)
    tasks.forEach(({ run, lanes }, i) => {
      const windows = [];
      for (const end = now() + seconds * 1000; now() < end; ) {
        const begin = now();
        let runs = 0;
        do {
          run();
          runs += lanes;
        } while (now() - begin < 25);
        windows.push((runs * 1000) / (now() - begin));
      }
      windows.sort((a, b) => a - b);
      figures[i].push(windows[Math.floor(windows.length * 0.8)]);
    });
  return figures.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]);
}

/** The model with some operations replaced by cheap ones of as many operands. */
function without(ir, ops) {
  const map = (e) => {
    const x = mapChildren(e, map);
    if (!ops.includes(x.op)) return x;
    if (x.op === "lookup" || x.op === "pick") return { op: "abs", arg: x.arg };
    if (x.op === "if")
      return { op: "add", left: x.condition, right: { op: "add", left: x.then, right: x.otherwise } };
    return "arg" in x ? { op: "abs", arg: x.arg } : { op: "min", left: x.left, right: x.right };
  };
  return {
    ...ir,
    auxiliaries: ir.auxiliaries.map((a) => ({ ...a, expr: map(a.expr) })),
    stocks: ir.stocks.map((s) => ({ ...s, derivative: map(s.derivative) })),
    held: ir.held.map((h) => mapHeld(h, map)),
  };
}

const drawn = (ir) => dist.drawParameters(ir, { sampler: "stratified", seed: 1, draws: LANES });

const wasm = (model, options) => {
  const begin = performance.now();
  const made = dist.wasmBytes(model.ir, model.outputs, options);
  const written = performance.now();
  const kernel = dist.instantiateWasm(made);
  return {
    kernel,
    bytes: made.bytes.length,
    write: written - begin,
    instantiate: performance.now() - written,
  };
};

const VARIANTS = {
  default: {},
  "pow in line": { inLine: ["pow"] },
  "all in line": { inLine: ["exp", "ln", "pow"] },
  "groups 8-16": { group: { least: 8, most: 16 } },
  "groups 25-50": { group: { least: 25, most: 50 } },
  "groups 120-240": { group: { least: 120, most: 240 } },
};
const PARTS = [
  [],
  ["pow"],
  ["exp"],
  ["ln"],
  ["pow", "exp", "ln"],
  ["div"],
  ["lookup", "pick"],
  ["pow", "exp", "ln", "div"],
];

for (const id of flags.models.split(",")) {
  const entry = benchModels().find((m) => m.id === id);
  const loaded = entry.load(dist);
  const model = flags.cheap ? { ...loaded, ir: without(loaded.ir, ["pow", "exp", "ln"]) } : loaded;
  if (model.missing) {
    console.log(`\n${entry.title}: ${model.missing}`);
    continue;
  }
  const params = drawn(model.ir);
  const tasks = [];
  if (flags.reference) {
    const kernel = dist.compileBatch(model.ir, model.outputs, { backEnd: "reference" });
    tasks.push({ name: "reference", ...runner(kernel, model, params) });
  }
  const add = (name, made, m = model) => tasks.push({ name, ...runner(made.kernel, m, params), made });
  if (flags.variants) for (const [name, options] of Object.entries(VARIANTS)) add(name, wasm(model, options));
  else if (flags.parts)
    for (const ops of PARTS) {
      const changed = { ...model, ir: without(model.ir, ops) };
      add(ops.length === 0 ? "whole" : `without ${ops.join(", ")}`, wasm(changed), changed);
    }
  else add("wasm", wasm(model, {}));
  const figures = measure(tasks, Number(flags.rounds), Number(flags.seconds));
  console.log(
    `\n${entry.title}\n\n| | runs/s | µs a run | of the first | kB | write ms | instantiate ms |\n| --- | --- | --- | --- | --- | --- | --- |`,
  );
  tasks.forEach(({ name, made }, i) => {
    const cost = made
      ? [(made.bytes / 1000).toFixed(1), made.write.toFixed(1), made.instantiate.toFixed(1)]
      : ["", "", ""];
    const rate = figures[i];
    console.log(
      `| ${[name, rate.toFixed(0), (1e6 / rate).toFixed(1), (rate / figures[0]).toFixed(2), ...cost].join(" | ")} |`,
    );
  });
}
