// What ensembles cost besides the runs themselves, and what a second worker brings.
// Build first (`npm run build`), then: node bench/ensemble.js [seconds] [dist folder]
// Figures are the best tenth of many short windows, the variants taken in turn: other work on the machine only slows.
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";

const seconds = Number(process.argv[2] ?? 20);
const dist = pathToFileURL(process.argv[3] ?? "dist").href;
const { compileModel, readFolder, workerPool } = await import(`${dist}/index.js`);
const { directPool, summariseEnsemble } = await import(`${dist}/ensemble/index.js`);
const { summaryWork } = await import(`${dist}/ensemble/summary-work.js`);
const { ensembleWork } = await import(`${dist}/ensemble/ensemble-work.js`);
const { rowFiller } = await import(`${dist}/ensemble/row-source.js`);
const { cellCounter } = await import(`${dist}/ensemble/number-cells.js`);

const CHUNK = 64;
const designOf = (draws, sampler = "stratified") => ({ of: "design", design: { sampler, seed: 1, draws } });

/** The tenth percentile of what `act` costs, in microseconds per unit, over `time` seconds. */
function cost(units, act, time = seconds / 10) {
  const windows = [];
  for (const end = performance.now() + 1000 * time; performance.now() < end || windows.length < 20; ) {
    const from = performance.now();
    act(windows.length);
    windows.push((1000 * (performance.now() - from)) / units);
  }
  return best(windows);
}

function best(windows) {
  return windows.sort((a, b) => a - b)[Math.floor(windows.length / 10)];
}

const rows = [];
const row = (what, value, unit) => rows.push(`| ${what} | ${value} | ${unit} |`);

// A model that does nothing: one stock, one step, one save.
const nothing = {
  version: 1,
  model: "nothing",
  method: "euler",
  clock: {
    ...{ calendar: false, startIndex: 0, stepsPerUnit: 1, steps: 1, stepsPerMonth: 1, resultsFrom: 0 },
    ...{ decision: 0, saveSteps: [1] },
  },
  parameters: [],
  levers: [],
  stocks: [
    {
      ...{ name: "x", unit: "1", factor: 1 },
      ...{ initial: { op: "const", value: 1 }, derivative: { op: "const", value: 0 } },
    },
  ],
  auxiliaries: [],
  held: [],
  tables: [],
  initialOrder: [{ of: "stock", index: 0 }],
};
const idle = {
  ir: nothing,
  outputs: ["x"],
  saveSteps: [1],
  branchStep: 0,
  scenarios: [{ id: "a", schedules: {} }],
};
const many = 1e9;
{
  const hand = summaryWork.prepare({ shared: idle, rows: designOf(many), size: CHUNK, sketched: true });
  const range = { from: 0, draws: many };
  row(
    "own cost of a run, summary kept (one stock, one step)",
    cost(CHUNK, (i) => hand.chunk(range, i)).toFixed(3),
    "µs",
  );
  const columns = { shared: idle, rows: designOf(many), firstDraw: 0, size: CHUNK };
  const keep = ensembleWork.prepare(columns);
  row("own cost of a run, columns kept", cost(CHUNK, (i) => keep.chunk(null, i)).toFixed(3), "µs");
}

const { files } = readFolder("models/us-mexico");
const { model } = compileModel(files);
const { ir } = model;
const outputs = model.outcomes.map((outcome) => outcome.name);
for (const sampler of ["stratified", "lhs", "mc"]) {
  const fill = rowFiller(ir, designOf(1e6, sampler));
  const out = new Float64Array(CHUNK * ir.parameters.length);
  const act = (i) => fill(500_000 + CHUNK * (i % 7000), CHUNK, out);
  // The places of the first draws become known, as they are in a long run.
  for (let i = 0; i < 1500; i++) act(i);
  row(
    `parameters of a run of the crisis model (${ir.parameters.length}), ${sampler}`,
    cost(CHUNK, act).toFixed(0),
    "µs",
  );
}
{
  const cells = outputs.length * 5;
  const counter = cellCounter(cells);
  const values = Float64Array.from({ length: CHUNK }, (_, i) => 100 + Math.sqrt(i));
  const act = () => {
    for (let cell = 0; cell < cells; cell++) counter.add(cell, values);
  };
  row("a number taken into a summary", (1000 * cost(CHUNK * cells, act)).toFixed(0), "ns");
}

const { decision, stepsPerUnit, steps } = ir.clock;
const whole = {
  ...{ ir, outputs, branchStep: 0, scenarios: [{ id: "a", schedules: {} }] },
  saveSteps: [decision, decision + stepsPerUnit, decision + 3 * stepsPerUnit, steps],
};
// One job a pool stays open, so that windows hold runs only.
const pools = [1, 2].map((workers) => {
  const pool = workerPool({ workers });
  const job = pool.open(summaryWork, { shared: whole, rows: designOf(1e6), size: CHUNK, sketched: true });
  return { workers, pool, job, windows: [] };
});
for (
  const end = performance.now() + 1000 * seconds;
  performance.now() < end || pools[1].windows.length < 4;
) {
  for (const { workers, job, windows } of pools) {
    const chunks = 3 * workers;
    const from = performance.now();
    await job.run({ input: { from: CHUNK * chunks * windows.length, draws: CHUNK * chunks }, chunks });
    windows.push((performance.now() - from) / (CHUNK * chunks));
  }
}
const [one, two] = pools.map(({ windows }) => best(windows.slice(1)));
row("crisis model from 2013 to 2036, summary, one worker", (1000 / one).toFixed(0), "runs/s");
row("the same, two workers", (1000 / two).toFixed(0), "runs/s");
row("gain of the second worker", (one / two).toFixed(2), "x");
for (const { pool } of pools) await pool.close();

{
  const before = process.memoryUsage().rss;
  const job = {
    ir: nothing,
    outputs: ["x"],
    saveSteps: [1],
    branchStep: 0,
    scenarios: [{ id: "a", schedules: {} }],
  };
  await summariseEnsemble(directPool(), job, designOf(20_000), {});
  const after = process.memoryUsage().rss;
  row("memory that 20,000 more summarised runs take", ((after - before) / 2 ** 20).toFixed(0), "MB");
}
console.log(`| what | figure | unit |\n| --- | --- | --- |\n${rows.join("\n")}`);
