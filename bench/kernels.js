// Our kernels exp, ln, pow, ...: nanoseconds a value in each form, equality of their bits, and errors in units of the last place.
// Build first (`npm run build`), then: node bench/kernels.js [seconds] [dist folder]
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { C_FORMS, kernelProgram } from "./lib/kernels-c.js";

const seconds = Number(process.argv[2] ?? 20);
const dist = pathToFileURL(process.argv[3] ?? "dist").href;
const load = (path) => import(`${dist}/math/${path}.js`);
const { KERNELS } = await load("kernels/kernels");
const { COUNT, kernelModule } = await load("kernels/kernel-module");
const { ARGUMENT_SETS, randomOf } = await load("kernels/kernel-arguments");
const names = Object.keys(KERNELS);
const js = {};
for (const name of names) js[name] = (await load(name))[name];

/** Arguments of the timings: exp on +-20, ln on 1e-6..1e6, pow of 0.05..20 to +-3, angles in +-10. */
const DRAW = {
  exp: (u) => [40 * u() - 20, 0],
  ln: (u) => [10 ** (12 * u() - 6), 0],
  pow: (u) => [0.05 + 20 * u(), 6 * u() - 3],
};
const angles = (u) => [20 * u() - 10, 0];

/** A child that answers line by line, or undefined where there is no gcc. */
async function startC(folder) {
  const source = join(folder, "kernels.c");
  writeFileSync(source, kernelProgram(KERNELS, await load("kernels/print-c")));
  const program = join(folder, "kernels");
  const flags = ["-O3", "-march=native", "-ffp-contract=off", "-fno-math-errno", "-Wno-psabi"];
  try {
    execFileSync("gcc", [...flags, "-o", program, source, "-lm"], { stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    process.stderr.write(`no C forms: ${String(error.stderr ?? error).slice(0, 2000)}\n`);
    return undefined;
  }
  const child = spawn(program, [], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(text) {
      child.stdin.write(`${text}\n`);
      return (await lines.next()).value;
    },
    stop: () => child.stdin.end(),
  };
}

/** x, y and the host's values, block after block of COUNT, over all argument sets. */
function comparison(name, blocks) {
  const all = new Float64Array(Object.keys(ARGUMENT_SETS).length * blocks * 3 * COUNT);
  let at = 0;
  for (const [set, draw] of Object.entries(ARGUMENT_SETS)) {
    const random = randomOf(set);
    for (let block = 0; block < blocks; block++, at += 3 * COUNT)
      for (let i = at; i < at + COUNT; i++) {
        const [x, y] = draw(random);
        all[i] = x;
        all[i + COUNT] = y;
        all[i + 2 * COUNT] = js[name](x, y);
      }
  }
  return all;
}

const quiet = (values) => values.sort((a, b) => a - b)[Math.floor(values.length * 0.2)];
const table = (head, rows) => {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i ? "---:" : "---"))), ...rows.map(line)].join("\n");
};

const folder = mkdtempSync(join(tmpdir(), "kernels-"));
try {
  const c = await startC(folder);
  const forms = [
    ["JavaScript, generated", "js"],
    ["JavaScript, Math.*", "host"],
    ["WASM SIMD, one vector", "inline1"],
    ["WASM SIMD, two vectors interleaved", "inline2"],
    ["WASM SIMD, called with two vectors", "call2"],
    ["WASM SIMD, the form for all arguments", "full"],
    ...(c
      ? C_FORMS.map((form) => [form === "libm" ? "C, libm" : `C, ours, ${form.slice(4)} lanes`, form])
      : []),
  ];
  const host = { ln: "log" };
  const times = {};
  const run = {};
  for (const name of names) {
    const { x, y, out, run: ways } = kernelModule(KERNELS[name]);
    const random = randomOf("timing");
    for (let i = 0; i < COUNT; i++) [x[i], y[i]] = (DRAW[name] ?? angles)(random);
    const text = `return () => { for (let i = 0; i < ${COUNT}; i++) out[i] = f(x[i], y[i]); }`;
    const loop = (f) => new Function("x", "y", "out", "f", text)(x, y, out, f);
    run[name] = { ...ways, js: loop(js[name]), host: loop(Math[host[name] ?? name]) };
    if (c) {
      const file = join(folder, `${name}.arguments`);
      writeFileSync(file, new Float64Array([...x, ...y]));
    }
  }
  const end = performance.now() + seconds * 1000;
  for (let round = 0; performance.now() < end; round++)
    for (const name of names) {
      if (c) await c.ask(`load ${name} ${join(folder, `${name}.arguments`)}`);
      for (const [, form] of forms) {
        let ns;
        if (form in run[name]) {
          const from = process.hrtime.bigint();
          for (let pass = 0; pass < 20; pass++) run[name][form]();
          ns = Number(process.hrtime.bigint() - from) / (20 * COUNT);
        } else ns = Number(await c.ask(`time ${name} ${form}`));
        if (round >= 20) {
          times[`${name} ${form}`] ??= [];
          times[`${name} ${form}`].push(ns);
        }
      }
    }
  process.stdout.write(
    "Nanoseconds a value (one thread; a quiet fifth of windows of 20,000 values, forms in turn):\n\n",
  );
  const rows = forms.map(([label, form]) => [
    label,
    ...names.map((n) => quiet(times[`${n} ${form}`]).toFixed(1)),
  ]);
  process.stdout.write(`${table(["form", ...names], rows)}\n\n`);
  if (c) {
    const compared = [];
    for (const name of names) {
      const file = join(folder, `${name}.compared`);
      writeFileSync(file, comparison(name, 130));
      compared.push([name, ...(await c.ask(`compare ${name} ${file}`)).split(" ")]);
    }
    process.stdout.write(
      "Values of the C forms compared with JavaScript, bit for bit, and how many differ:\n\n",
    );
    process.stdout.write(`${table(["kernel", "compared", "different"], compared)}\n\n`);
    c.stop();
  }
  process.stdout.write("Largest error in units of the last place (ulp), against 200-bit arithmetic:\n\n");
  const { kernelErrors } = await load("kernels/kernel-errors");
  const errors = names.flatMap((name) => kernelErrors(name, Math.ceil(seconds * 50)));
  const errorRows = errors.map(({ kernel, place, values, largest }) => [
    kernel,
    place,
    values,
    largest.toFixed(4),
  ]);
  process.stdout.write(`${table(["kernel", "arguments", "values", "largest error"], errorRows)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
