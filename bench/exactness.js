// What may be relied on to the last bit, and how close the rest comes: writes the tables of docs/accuracy.md.
// Build first (`npm start` or `npm test` do), then: node bench/exactness.js [random models] [dist folder]
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { convergenceTable } from "./convergence.js";
import { modelRows, randomRow } from "./lib/bit-equality.js";
import { kernelBitRows } from "./lib/kernel-bits.js";

const count = Number(process.argv[2] ?? 2000);
const base = pathToFileURL(process.argv[3] ?? "dist").href.replace(/\/$/, "");
const modules = await Promise.all(
  [
    "model/index.js",
    "engine/index.js",
    "engine/random-ir.js",
    "engine/random-choice.js",
    "host/read-folder.js",
    "scenario/load-scenarios.js",
    "scenario/resolve-scenario.js",
    "analysis/single-run.js",
    "ensemble/index.js",
    "math/kernels/kernels.js",
    "math/kernels/kernel-module.js",
    "math/kernels/kernel-arguments.js",
    "math/kernels/kernel-errors.js",
  ].map((path) => import(`${base}/${path}`)),
);
const dist = Object.assign({}, ...modules);
dist.js = {};
for (const name of Object.keys(dist.KERNELS)) dist.js[name] = (await import(`${base}/math/${name}.js`))[name];
const page = new URL("../docs/accuracy.md", import.meta.url);
const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

function bitTable() {
  const lines = [
    "| models | scenarios | runs | of them failed | variables | values compared | differences |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
  ];
  const row = (name, { scenarios, runs, failed, variables, values, differences, otherEnds }) =>
    lines.push(
      `| ${name} | ${[scenarios ?? "", runs, failed, variables, values, differences + otherEnds]
        .map((cell) => (cell === "" ? "" : number(cell)))
        .join(" | ")} |`,
    );
  for (const found of modelRows(dist, new URL("../models", import.meta.url).pathname))
    row(`\`models/${found.name}\``, found);
  row(`${number(count)} random models`, randomRow(dist, count));
  return lines.join("\n");
}

function kernelTables() {
  const lines = ["| kernel | values compared | differences |", "| --- | ---: | ---: |"];
  for (const [name, ...cells] of kernelBitRows(dist, 60))
    lines.push(`| \`${name}\` | ${cells.map(number).join(" | ")} |`);
  lines.push("", "| kernel | arguments | values | largest error, ulp |", "| --- | --- | ---: | ---: |");
  for (const { kernel, place, values, largest } of Object.keys(dist.KERNELS).flatMap((name) =>
    dist.kernelErrors(name, 20000),
  ))
    lines.push(`| \`${kernel}\` | ${place} | ${number(values)} | ${largest.toFixed(3)} |`);
  return lines.join("\n");
}

/** Puts a table between the page's marks of that name. */
function put(text, name, table) {
  const [from, to] = [`<!-- ${name} -->\n`, `<!-- end of ${name} -->`];
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`docs/accuracy.md has no place for ${name}`);
  return `${text.slice(0, start)}${from}\n${table}\n\n${text.slice(end)}`;
}

let text = readFileSync(page, "utf8");
for (const [name, make] of [
  ["convergence", () => convergenceTable(dist)],
  ["kernels", kernelTables],
  ["bits", bitTable],
]) {
  const table = make();
  console.log(`${table}\n`);
  text = put(text, name, table);
}
writeFileSync(page, text);
