import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { conventionalJs } from "./conventional-js.js";
import { programOf } from "./program.js";

const KINDS = ["exp", "ln", "pow", "sin", "cos", "tan", "atan"];
const RUNS = 16;

/**
 * Calls of transcendental functions per step, by kind. `executed`: counted while the equations run as written (branches not taken do
 * not count), mean over a few draws, all stages of a step. `kept`: what is left for every run when parts that are constant in a
 * run, in a step or in time have been moved out and equal expressions joined (both branches count).
 */
export async function callsPerStep(pruned, outputs, { saveSteps, fromStep, params, levers, folder }) {
  const text = conventionalJs(pruned, outputs, "globals", { saveSteps });
  const counting = `export const calls = {};
const fns = new Proxy({}, { get: (_, name) => {
  const f = Math[name === "LN" ? "log" : name.toLowerCase()];
  return (...args) => { calls[name] = (calls[name] ?? 0) + 1; return f(...args); };
} });`;
  const path = join(folder, `calls-${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(path, counting + text.slice(text.indexOf("};") + 2));
  const { run, calls } = await import(pathToFileURL(path).href);
  const width = pruned.parameters.length;
  const out = new Float64Array(outputs.length * saveSteps.length);
  const { steps } = pruned.clock;
  const totals = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  for (let i = 0; i < RUNS; i++) {
    const state =
      fromStep > 0 ? run(params, i * width, levers, 0, fromStep, undefined, true, out, 0) : undefined;
    for (const kind of KINDS) calls[kind.toUpperCase()] = 0;
    run(params, i * width, levers, fromStep, steps, state, false, out, 0);
    for (const kind of KINDS) totals[kind] += calls[kind.toUpperCase()] / RUNS / (steps - fromStep);
  }
  const program = programOf(pruned, outputs);
  const [stages, moments] = { euler: [1, 1], rk2: [2, 2], rk4: [4, 3] }[pruned.method];
  const times = { step: 1, clock: moments - (stages > 1 ? 1 : 0), moment: moments, stage: stages, push: 1 };
  const kept = Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      Object.entries(times).reduce(
        (sum, [name, n]) =>
          sum + n * program.functions[name].nodes.filter((id) => program.nodes[id].op === kind).length,
        0,
      ),
    ]),
  );
  return { executed: totals, kept };
}
