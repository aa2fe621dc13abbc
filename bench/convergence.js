// Errors of both integrators against exact solutions, and their order of convergence, as a Markdown table.
// Models are written in the model language, so the table covers the whole way from text to numbers.
// Build first (`npm start` or `npm test` do), then: node bench/convergence.js
import { pathToFileURL } from "node:url";

const dist = pathToFileURL(process.argv[2] ?? "dist").href;
const { compileModel } = await import(`${dist}/model/index.js`);
const { compileKernel, leverTable, timeOf } = await import(`${dist}/engine/index.js`);

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

function largestError(body, until, exact, method, perUnit) {
  const text = `# Test\n\n\`\`\`model\ntime from 0 to ${until}, ${perUnit} steps a unit, ${method}\n${body}\n\`\`\`\n`;
  const { model, diagnostics } = compileModel({ "test.md": text });
  if (diagnostics.some((d) => d.severity === "error")) throw new Error(JSON.stringify(diagnostics));
  const { ir } = model;
  const saveSteps = Array.from({ length: ir.clock.steps + 1 }, (_, k) => k);
  const out = new Float64Array(saveSteps.length);
  compileKernel(ir, ["y"]).run({ params: new Float64Array(0), levers: leverTable(ir, {}), saveSteps, out });
  return Math.max(...saveSteps.map((k) => Math.abs((out[k] ?? Number.NaN) - exact(timeOf(ir.clock, k)))));
}

const cell = (error) => (error < 1e-12 ? "exact" : error.toExponential(1));
console.log(`| problem | method | ${grids.map((n) => `dt = 1/${n}`).join(" | ")} | order |`);
console.log(`| --- | --- | ${grids.map(() => "---:").join(" | ")} | ---: |`);
for (const [name, until, body, exact] of problems) {
  for (const method of ["euler", "rk4"]) {
    const errors = grids.map((n) => largestError(body, until, exact, method, n));
    // Euler is still coarse at 1/3; RK4 is down at rounding at 1/365: each has its own pair of steps.
    const [a, b] = method === "euler" ? [2, 3] : [0, 2];
    const ratio = Math.log(grids[b] / grids[a]);
    const order = errors[b] < 1e-12 ? "" : (Math.log(errors[a] / errors[b]) / ratio).toFixed(2);
    console.log(`| ${name} | ${method} | ${errors.map(cell).join(" | ")} | ${order} |`);
  }
}
