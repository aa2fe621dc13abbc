import { percentile, processorTime } from "./client.js";

/**
 * Microseconds a run as one thing grows at a time, on synthetic models of the crisis model's kind (src/engine/synthetic-ir.ts: RK4, delays, a
 * rule, tables) with the WebAssembly back end, batches of 64. Rounds go around all points.
 */
export function growth(dist, { quick }) {
  const model = ({
    stocks = 60,
    auxiliaries = 250,
    steps = 1104,
    outputs = 12,
    saveEvery = 12,
    runs = 64,
  }) => {
    const made = dist.syntheticIr(stocks, auxiliaries);
    const saveSteps = Array.from({ length: Math.floor(steps / saveEvery) }, (_, i) => (i + 1) * saveEvery);
    const ir = { ...made, clock: { ...made.clock, steps, saveSteps } };
    const names = Array.from({ length: outputs }, (_, i) =>
      i % 2 === 0 ? `stock ${(i * 7) % stocks}` : `auxiliary ${(i * 19) % auxiliaries}`,
    );
    return { ir, outputs: [...new Set(names)], runs };
  };
  const series = [
    {
      what: "equations",
      points: SIZES.map(([stocks, auxiliaries]) => [stocks + auxiliaries, model({ stocks, auxiliaries })]),
    },
    { what: "steps", points: [276, 552, 1104, 2208, 4416].map((steps) => [steps, model({ steps })]) },
    {
      what: "saved numbers",
      points: SAVED.map((saved) => {
        const m = model(saved);
        return [m.outputs.length * m.ir.clock.saveSteps.length, m];
      }),
    },
    { what: "draws", points: [1, 4, 16, 64, 256].map((runs) => [runs, model({ runs })]) },
  ];
  const cases = series.flatMap(({ what, points }) =>
    points.map(([x, m]) => ({ what, x, ...prepare(dist, m) })),
  );
  for (const c of cases) {
    const end = processorTime() + 150;
    for (let i = 0; i < 3; i++) c.go();
    do c.go();
    while (processorTime() < end);
  }
  for (let round = 0; round < (quick ? 1 : 3); round++)
    for (const c of cases) {
      const windows = [];
      const end = processorTime() + (quick ? 60 : 150);
      do {
        const start = processorTime();
        c.go();
        windows.push(((processorTime() - start) * 1000) / c.runs);
      } while (processorTime() < end);
      c.rounds.push(percentile(windows, 0.2));
    }
  return series.map(({ what }) => ({
    what,
    points: cases
      .filter((c) => c.what === what)
      .map((c) => [c.x, Number(percentile(c.rounds, 0.5).toPrecision(4))]),
  }));
}

/** Stocks and auxiliaries; below the first the synthetic model lacks what its delays read. */
const SIZES = [
  [40, 160],
  [60, 250],
  [120, 500],
  [240, 1000],
  [480, 2000],
];

/** From twelve numbers, at the end, to 48 variables every other step. */
const SAVED = [
  { saveEvery: 1104 },
  { saveEvery: 92 },
  { saveEvery: 12 },
  { outputs: 48, saveEvery: 12 },
  { outputs: 48, saveEvery: 2 },
];

function prepare(dist, { ir, outputs, runs }) {
  const kernel = dist.compileWasm(ir, outputs);
  const { saveSteps } = ir.clock;
  const width = ir.parameters.length;
  const params = Float64Array.from({ length: runs * width }, (_, i) => 0.5 + ((i * 37) % 101) / 67);
  const levers = dist.leverTable(ir, {});
  const lanes = Math.min(runs, kernel.lanes);
  const out = new Float64Array(outputs.length * saveSteps.length * lanes);
  const strides = { outputStride: saveSteps.length * lanes, saveStride: lanes, laneStride: 1 };
  const go = () => {
    for (let first = 0; first < runs; first += lanes)
      kernel.run({ lanes, params, paramsOffset: first * width, levers, saveSteps, out, ...strides });
  };
  return { go, runs, rounds: [] };
}
