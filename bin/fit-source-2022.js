#!/usr/bin/env node
// Fits the constants of models/source-2022 that the register does not give, and prints them for the chapters. It reads three tables
// of the model: evidence/fitted-constants.csv (which, with limits), fitted-series.csv and fitted.csv (to what, with relative errors).
//   node bin/fit-source-2022.js [steps] [seed]
// Least squares on logarithms by Levenberg and Marquardt, in the logit of the place between the limits; a weak pull to the middle
// of the limits (0.3 of the logit) settles what no figure decides. It starts from the chapters' values, and with a seed above 0
// from values moved at random. Runs on the compiled dist/.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { centralParameters } from "../dist/analysis/run-checks.js";
import { parseCsv } from "../dist/base/csv.js";
import { compileBatch, leverTable, stepOf } from "../dist/engine/index.js";
import { compileModel, readFolder } from "../dist/index.js";

const PULL = 0.3;
const LANES = 64;
const [steps, seed] = [Number(process.argv[2] ?? 60), Number(process.argv[3] ?? 0)];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { files } = readFolder(join(root, "models", "source-2022"));
const { model } = compileModel(files, { name: "source-2022" });
const { ir } = model;

function table(path) {
  const { header, rows } = parseCsv(path, files[path]);
  return rows.map(({ cells }) => Object.fromEntries(header.map((h, i) => [h.text, cells[i].text])));
}

/** What the model is fitted to: {name, year, value, error}. */
const targets = [
  ...table("evidence/fitted-series.csv").flatMap((series) =>
    table(series.file)
      .map((row) => ({ year: Number(row.date.slice(0, 4)), value: Number(row[series.column]) }))
      .filter(({ year, value }) => year >= Number(series.from) && year <= Number(series.to) && value > 0)
      .map((point) => ({ ...point, name: series.variable, error: Number(series["relative error"]) })),
  ),
  ...table("evidence/fitted.csv").map((row) => ({
    name: row.variable,
    year: Number(row.date),
    value: Number(row.published),
    error: Number(row["relative error"]),
  })),
];
const names = [...new Set(targets.map(({ name }) => name))];
const years = [...new Set(targets.map(({ year }) => year))].sort((a, b) => a - b);
const base = centralParameters(ir);
const free = table("evidence/fitted-constants.csv").map((row) => {
  const names = row.constants.split("; ");
  const places = names.map((name) => ir.parameters.findIndex((p) => p.name === name));
  if (places.includes(-1)) throw new RangeError(`the model lacks one of ${row.constants}`);
  return { names, places, low: Number(row.low), high: Number(row.high) };
});

const kernel = compileBatch(ir, names);
const saveSteps = years.map((year) => stepOf(ir.clock, year));
const levers = leverTable(ir, {});

const constantAt = ({ low, high }, logit) => low + (high - low) / (1 + Math.exp(-logit));

/** Weighted differences of the logarithms, then the pull, for each of the points. */
function residuals(points) {
  const found = [];
  for (let first = 0; first < points.length; first += LANES) {
    const part = points.slice(first, first + LANES);
    const params = new Float64Array(part.length * base.length);
    for (const [lane, logits] of part.entries()) {
      params.set(base, lane * base.length);
      for (const [i, one] of free.entries()) {
        for (const place of one.places) params[lane * base.length + place] = constantAt(one, logits[i]);
      }
    }
    const lanes = part.length;
    const out = new Float64Array(names.length * years.length * lanes);
    const strides = { outputStride: years.length * lanes, saveStride: lanes, laneStride: 1 };
    kernel.run({ lanes, params, levers, saveSteps, out, ...strides, noiseSeed: 0 });
    for (const [lane, logits] of part.entries()) {
      const misses = targets.map(({ name, year, value, error }) => {
        const got = out[(names.indexOf(name) * years.length + years.indexOf(year)) * lanes + lane];
        return got > 0 ? Math.log(got / value) / error : 50;
      });
      found.push([...misses, ...logits.map((logit) => PULL * logit)]);
    }
  }
  return found;
}

const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const clamp = (x, most) => Math.max(-most, Math.min(most, x));

/** Solves a small linear system by elimination with pivots. */
function solve(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (let c = 0; c < rows.length; c++) {
    let pivot = c;
    for (let i = c + 1; i < rows.length; i++) if (Math.abs(rows[i][c]) > Math.abs(rows[pivot][c])) pivot = i;
    [rows[c], rows[pivot]] = [rows[pivot], rows[c]];
    for (const [i, row] of rows.entries()) {
      if (i === c) continue;
      const factor = row[c] / rows[c][c];
      for (let j = c; j <= rows.length; j++) row[j] -= factor * rows[c][j];
    }
  }
  return rows.map((row, i) => row[rows.length] / row[i]);
}

let state = seed;
function random() {
  state = (state * 1103515245 + 12345) % 2147483648;
  return state / 2147483648 - 0.5;
}
let at = free.map(({ places, low, high }) => {
  const share = Math.max(0.001, Math.min(0.999, (base[places[0]] - low) / (high - low)));
  return Math.log(share / (1 - share)) + (seed > 0 ? 3 * random() : 0);
});
let miss = residuals([at])[0];
const before = dot(miss, miss);
let damping = 0.1;
for (let step = 0; step < steps && damping < 1e8; step++) {
  const move = 1e-4;
  const slopes = residuals(at.map((_, i) => at.map((x, j) => (i === j ? x + move : x)))).map((column) =>
    column.map((x, k) => (x - miss[k]) / move),
  );
  const square = slopes.map((a) => slopes.map((b) => dot(a, b)));
  const tries = [0.1, 1, 10, 100, 1000].map((factor) => {
    const d = damping * factor;
    const raised = square.map((row, i) => row.map((x, j) => (i === j ? x + d * (x + 1e-3) : x)));
    const step = solve(
      raised,
      slopes.map((a) => -dot(a, miss)),
    );
    return { d, point: at.map((x, i) => clamp(x + clamp(step[i], 1.5), 6)) };
  });
  const misses = residuals(tries.map(({ point }) => point));
  const costs = misses.map((m) => dot(m, m));
  const best = costs.indexOf(Math.min(...costs));
  if (costs[best] < dot(miss, miss) - 1e-5) {
    at = tries[best].point;
    miss = misses[best];
    damping = Math.max(1e-6, tries[best].d);
  } else damping *= 100;
}

for (const [i, one] of free.entries()) {
  for (const name of one.names) {
    const value = constantAt(one, at[i]);
    console.log(`${name} = ${value.toPrecision(4)}   [${one.low}, ${one.high}]`);
  }
}
const root2 = (list) => Math.sqrt(list.reduce((sum, x) => sum + x * x, 0) / list.length);
for (const name of names) {
  const own = targets.flatMap((t, k) => (t.name === name ? [miss[k] * t.error] : []));
  console.log(`${name}: ${(100 * root2(own)).toFixed(1)} % off on ${own.length} figures`);
}
console.log(`sum of squares ${before.toFixed(3)} before, ${dot(miss, miss).toFixed(3)} after`);
