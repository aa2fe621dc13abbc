// Errors of the integrators against exact solutions, and their order of convergence, as a Markdown table.
// Models are written in the model language, so the table covers the whole way from text to numbers.
// Build first (`npm start` or `npm test` do), then: node bench/convergence.js; `bench/exactness.js` puts the table into the docs.
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const delayed = (t) => (t < 1 ? 0 : 1 - Math.exp(-(t - 1) / 0.8));
const problems = [
  ["exponential growth", 5, "stock y\n  start 2\n  in 0.3 * y", (t) => 2 * Math.exp(0.3 * t)],
  [
    "logistic growth",
    10,
    "stock y\n  start 2\n  in 0.9 * y * (1 - y / 50)",
    (t) => 50 / (1 + 24 * Math.exp(-0.9 * t)),
  ],
  [
    "harmonic oscillator",
    6,
    "stock y\n  start 1\n  in v\nstock v\n  start 0\n  in -4 * y",
    (t) => Math.cos(2 * t),
  ],
  ["first-order delay of a step", 6, "y = delay1(step(1, 1), 0.8, 0)", delayed],
  ["fixed delay of a ramp", 6, "y = delay(ramp(2, 0, 4), 1, 0)", (t) => 2 * Math.min(4, Math.max(0, t - 1))],
];
const grids = [3, 10, 12, 365];
/** Steps between which each method's order shows: Euler is still coarse at 1/3, RK4 is down at rounding at 1/365. */
const PAIRS = { euler: [2, 3], rk2: [2, 3], rk4: [0, 2] };

function largestError(dist, body, until, exact, method, perUnit) {
  const text = `# Test\n\n\`\`\`model\ntime from 0 to ${until}, ${perUnit} steps a unit, ${method}\n${body}\n\`\`\`\n`;
  const { model, diagnostics } = dist.compileModel({ "test.md": text });
  if (diagnostics.some((d) => d.severity === "error")) throw new Error(JSON.stringify(diagnostics));
  const { ir } = model;
  const saveSteps = Array.from({ length: ir.clock.steps + 1 }, (_, k) => k);
  const out = new Float64Array(saveSteps.length);
  const levers = dist.leverTable(ir, {});
  const place = { outputStride: saveSteps.length, saveStride: 1, laneStride: 0 };
  dist
    .compileBatch(ir, ["y"])
    .run({ lanes: 1, params: new Float64Array(0), levers, saveSteps, out, ...place });
  return Math.max(
    ...saveSteps.map((k) => Math.abs((out[k] ?? Number.NaN) - exact(dist.timeOf(ir.clock, k)))),
  );
}

const cell = (error) => (error < 1e-12 ? "exact" : error.toExponential(1));

/** The table; `dist` holds the compiled package's `compileModel`, `compileBatch`, `leverTable` and `timeOf`. */
export function convergenceTable(dist) {
  const lines = [
    `| problem | method | ${grids.map((n) => `dt = 1/${n}`).join(" | ")} | order |`,
    `| --- | --- | ${grids.map(() => "---:").join(" | ")} | ---: |`,
  ];
  for (const [name, until, body, exact] of problems) {
    for (const [method, [a, b]] of Object.entries(PAIRS)) {
      const errors = grids.map((n) => largestError(dist, body, until, exact, method, n));
      const ratio = Math.log(grids[b] / grids[a]);
      const order = errors[b] < 1e-12 ? "" : (Math.log(errors[a] / errors[b]) / ratio).toFixed(2);
      lines.push(`| ${name} | ${method} | ${errors.map(cell).join(" | ")} | ${order} |`);
    }
  }
  return lines.join("\n");
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const base = pathToFileURL(process.argv[2] ?? "dist").href;
  const [model, engine] = await Promise.all([
    import(`${base}/model/index.js`),
    import(`${base}/engine/index.js`),
  ]);
  console.log(convergenceTable({ ...model, ...engine }));
}
