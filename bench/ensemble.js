// What ensembles cost besides the runs themselves, and what a second worker brings.
// Build first (`npm run build`), then: node bench/ensemble.js [seconds] [dist folder]
// Costs are processor time, the best tenth of many windows, so that other work on the machine counts little; the gain of a
// second worker needs two free cores and is also given as processor time per run, which shows what workers cost each other.
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

/** What `act` costs in microseconds of processor time per unit: `act` hears how often it was called. */
function cost(units, act, time = seconds / 10) {
  const windows = [];
  let calls = 0;
  let repeat = 1;
  for (const end = performance.now() + 1000 * time; performance.now() < end || windows.length < 20; ) {
    const used = processorTime(() => {
      for (let n = 0; n < repeat; n++) act(calls++);
    });
    // The clock of processor time is coarse.
    if (used < 5000) repeat *= 2;
    else windows.push(used / (units * repeat));
  }
  return best(windows);
}

/** Microseconds of processor time. */
function processorTime(act) {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return user + system;
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
  return { workers, pool, job, walls: [], costs: [] };
});
const runs = CHUNK * 12;
for (const end = performance.now() + 1000 * seconds; performance.now() < end || pools[1].walls.length < 4; ) {
  for (const { job, walls, costs } of pools) {
    const from = performance.now();
    const before = process.cpuUsage();
    await job.run({ input: { from: runs * walls.length, draws: runs }, chunks: runs / CHUNK });
    const { user, system } = process.cpuUsage(before);
    walls.push((performance.now() - from) / runs);
    costs.push((user + system) / 1000 / runs);
  }
}
const [one, two] = pools.map(({ walls, costs }) => ({
  wall: best(walls.slice(1)),
  cost: best(costs.slice(1)),
}));
row("crisis model from start to end, summary, one worker", (1000 / one.wall).toFixed(0), "runs/s");
row("the same, two workers", (1000 / two.wall).toFixed(0), "runs/s");
row("gain of the second worker, as the clock on the wall shows", (one.wall / two.wall).toFixed(2), "x");
row("processor time of a run, one worker", one.cost.toFixed(3), "ms");
row("processor time of a run, two workers", two.cost.toFixed(3), "ms");
row(
  "gain of the second worker on two free cores, by processor time",
  ((2 * one.cost) / two.cost).toFixed(2),
  "x",
);
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
