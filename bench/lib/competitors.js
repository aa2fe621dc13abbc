import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { libmKernels } from "./c-lanes.js";
import { cProgram } from "./c-program.js";
import { startCompetitor } from "./competitor.js";
import { conventionalC } from "./conventional-c.js";
import { conventionalJs } from "./conventional-js.js";
import { BEST, CONVENTIONAL, compileC, gccVersion } from "./gcc.js";
import { ourKernels } from "./our-kernels.js";
import { programOf } from "./program.js";

const CHILD = new URL("./child.js", import.meta.url).pathname;
/** Vectors side by side in a model small enough to live in registers, by width: what was fastest of 1, 2 and 4. */
const SIDE = { 2: 4, 4: 2, 8: 2 };

/**
 * Everyone who runs a model, each as {id, label, kernels, start}; `start()` gives a process to ask (lib/competitor.js) with
 * facts, or throws. `kernels`: "ours" where outputs must have our bits, else whose functions are used. `setup`: {folder, dist, distFolder,
 * ir, outputs, saveSteps, fromStep, runs, files: {ir, params, levers}}.
 */
export function competitors(setup) {
  const { folder, dist, distFolder, ir, outputs, saveSteps, fromStep, runs, files, id } = setup;
  const pruned = dist.prune(ir, outputs);
  const block = Math.min(64, runs);
  const base = { dist: distFolder, outputs, saveSteps, fromStep, runs, ...files };
  const js = (name, extra) => async () => {
    const path = join(folder, `${id}-${name}.json`);
    writeFileSync(path, JSON.stringify({ ...base, ...extra }));
    return startCompetitor(process.execPath, [CHILD, path]);
  };
  const form = (name) => async () => {
    const text = conventionalJs(pruned, outputs, name, { saveSteps });
    const module = join(folder, `${id}-${name}.mjs`);
    writeFileSync(module, text);
    const started = await js(name, { kind: "module", module, block: 16 })();
    return { ...started, facts: { sourceBytes: text.length } };
  };
  const c = (make, flags, language) => async () => {
    if (gccVersion() === undefined) throw new Error("gcc is not installed");
    const built = compileC(make(), flags, join(folder, "c"), language);
    const args = [files.params, files.levers, String(runs), String(fromStep)];
    const started = await startCompetitor(built.path, args);
    return { ...started, facts: { compileMs: built.ms, codeBytes: built.codeBytes } };
  };
  const program = programOf(pruned, outputs);
  const small = program.functions.stage.nodes.length <= 120;
  const vectors = (lanes) =>
    c(
      () => {
        const kernels = needsKernels(program) ? ourKernels(dist, lanes) : libmKernels(lanes);
        return cProgram(program, { lanes, side: small ? SIDE[lanes] : 1, kernels, saveSteps, block });
      },
      BEST,
      "c++",
    );
  const scalar = (kernels) =>
    c(() => {
      return cProgram(program, { lanes: 1, kernels, saveSteps, block });
    }, BEST);
  const written = (flags) => c(() => conventionalC(pruned, outputs, { saveSteps, block: 16 }), flags);
  const wasm = async () => {
    if (!dist.compileWasm) throw new Error("no WebAssembly back end");
    return js("wasm", { kind: "wasm", block })();
  };
  const list = [
    ["wasm", "Downstream, WebAssembly", "ours", wasm],
    [
      "reference",
      "Downstream, reference back end (JavaScript)",
      "ours",
      js("reference", { kind: "reference", block: 16 }),
    ],
    ["c-conventional", "C, one statement per equation, `gcc -O2`", "libm", written(CONVENTIONAL)],
    ["c-conventional-o3", "the same, `gcc -O3 -march=native`", "libm", written(BEST)],
    ["c-scalar-libm", "C scalar, hoisted, `gcc -O3 -march=native`", "libm", scalar(libmKernels(1))],
    [
      "c-scalar-ours",
      "the same with our kernels",
      "ours",
      scalar(needsKernels(program) ? ourKernels(dist, 1) : libmKernels(1)),
    ],
    ["c-2", "C vectors of 2 (128 bit)", "ours", vectors(2)],
    ["c-4", "C vectors of 4 (256 bit)", "ours", vectors(4)],
    ["c-8", "C vectors of 8 (512 bit)", "ours", vectors(8)],
    ["js-globals", "JavaScript, module variables (SDEverywhere's form)", "Math", form("globals")],
    ["js-array", "JavaScript, one flat array", "Math", form("array")],
    ["js-locals", "JavaScript, locals of one function", "Math", form("locals")],
  ];
  return list.map(([name, label, kernels, start]) => ({ id: name, label, kernels, start }));
}

const CALLS = new Set(["exp", "ln", "pow", "sin", "cos", "tan", "atan"]);

/** Whether a program calls any kernel at all. */
export function needsKernels(program) {
  return program.nodes.some((n) => CALLS.has(n.op));
}
