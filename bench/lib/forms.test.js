import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { compileKernel, leverTable } from "../../src/engine/index.ts";
import { prune } from "../../src/engine/prune.ts";
import { drawParameters } from "../../src/ensemble/index.ts";
import { compileModel } from "../../src/model/index.ts";
import { worldModel } from "../models/world.js";
import { libmKernels } from "./c-lanes.js";
import { cProgram } from "./c-program.js";
import { startCompetitor } from "./competitor.js";
import { conventionalC } from "./conventional-c.js";
import { conventionalJs } from "./conventional-js.js";
import { compareOutputs } from "./equal-outputs.js";
import { BEST, CONVENTIONAL, compileC, gccVersion } from "./gcc.js";
import { programOf } from "./program.js";

/** Every kind of thing that the forms must get right, without a transcendental function: all bits must be equal. */
const EVERYTHING = `# Everything

\`\`\`model
time from 2020-01 to 2024-01, 4 steps a month, rk4, decision 2022-01, save every 1 month
dimension place = north, middle, south
stock people by place [person]
  start first people * position(place)
  in    people[place] * joining[place]
  out   people[place] * leaving
first people [person] = 100 ~ triangular(50, 100, 200)
leaving [1/year] = 0.2 ~ uniform(0.1, 0.4)
joining by place [1/year] = pull * (scale - all people) / scale
pull [1/year] = (0.1 + effect of help(help)) / one year
scale [person] = 3000
one year [year] = 1
lever help [1] = 0.3, range 0..1, ramp 6 months
table effect of help = (0, 0), (0.2, 0.05), (0.5, 0.07), (1, 0.3)
all people [person] = sum over place (people)
late people [person] = delay(all people, lag, all people at first)
all people at first [person] = init(all people)
lag [year] = 0.5 ~ uniform(0.2, 0.9)
people at the middle [person] = sample(all people, 2021-06)
held force [1] = 0
rule more force: from (2021-01) when (all people > late people) raise (force) by (0.1) up to (0.6), at most every (one year / 4), until (all people < people at the middle)
many people [person] = 900
strength [person] = if all people > many people and not (force = 0) then all people * force else min(all people, scale)
\`\`\`
`;

const folder = mkdtempSync(join(tmpdir(), "bench-forms-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const RUNS = 16;

function prepared(text, outputs, restart) {
  const { model, diagnostics } = compileModel({ "test.md": text });
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const { ir } = model;
  const fromStep = restart ? ir.clock.decision : 0;
  const saveSteps = ir.clock.saveSteps.filter((k) => k >= fromStep);
  const params = drawParameters(ir, { sampler: "stratified", seed: 5, draws: RUNS });
  const lever = ir.levers[0]?.name;
  const levers = leverTable(ir, lever ? { [lever]: [{ at: 2022.5, value: 0.9 }] } : {});
  const width = ir.parameters.length;
  const kernel = compileKernel(ir, outputs);
  const cells = outputs.length * saveSteps.length;
  const expected = new Float64Array(RUNS * cells);
  for (let i = 0; i < RUNS; i++) {
    const request = {
      params,
      paramsOffset: i * width,
      levers,
      saveSteps,
      out: expected,
      outOffset: i * cells,
    };
    expect(kernel.run(request)).toMatchObject({ ok: true });
  }
  return { ir: prune(ir, outputs), outputs, saveSteps, fromStep, params, levers, expected, width, cells };
}

async function runC(text, flags, language, setup) {
  const { path } = compileC(text, flags, folder, language);
  const [params, levers] = ["params", "levers"].map((name) => {
    const file = join(folder, name);
    writeFileSync(file, new Uint8Array(setup[name].buffer));
    return file;
  });
  const running = await startCompetitor(path, [params, levers, String(RUNS), String(setup.fromStep)]);
  const got = await running.dump(join(folder, "dump"), RUNS);
  running.close();
  return compareOutputs(setup.expected, got, setup.saveSteps.length);
}

async function runJs(form, setup) {
  const { ir, outputs, saveSteps, fromStep, params, levers, width, cells, expected } = setup;
  const file = join(folder, `${form}-${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(file, conventionalJs(ir, outputs, form, { saveSteps }));
  const { run } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const got = new Float64Array(RUNS * cells);
  for (let i = 0; i < RUNS; i++) {
    const at = i * width;
    const state = fromStep > 0 ? run(params, at, levers, 0, fromStep, undefined, true, got, 0) : undefined;
    run(params, at, levers, fromStep, ir.clock.steps, state, false, got, i * cells);
  }
  return compareOutputs(expected, got, saveSteps.length);
}

const EVERY_OUTPUT = ["strength", "force", "late people", "people[south]"];
const hasGcc = gccVersion() !== undefined;
const hasCpp = spawnSync("g++", ["--version"]).status === 0 && process.arch === "x64";
if (!hasGcc) console.warn("no gcc: the C forms are not tested");

describe.each([
  ["from the start", false],
  ["from the decision date", true],
])("a model with everything, %s", (_, restart) => {
  const setup = prepared(EVERYTHING, EVERY_OUTPUT, restart);
  const options = { saveSteps: setup.saveSteps, block: 8 };
  test.each(["globals", "array", "locals"])("JavaScript: %s", async (form) => {
    expect(await runJs(form, setup)).toMatchObject({ same: true });
  });
  test.runIf(hasGcc)("C as model compilers emit it", async () => {
    const text = conventionalC(setup.ir, EVERY_OUTPUT, options);
    expect(await runC(text, CONVENTIONAL, "c", setup)).toMatchObject({ same: true });
  });
  test.runIf(hasGcc)("C scalar, hoisted", async () => {
    const program = programOf(setup.ir, EVERY_OUTPUT);
    const text = cProgram(program, { ...options, lanes: 1, kernels: libmKernels(1) });
    expect(await runC(text, BEST, "c", setup)).toMatchObject({ same: true });
  });
  test.runIf(hasCpp).each([1, 2])("C vectors of 2, %i side by side", async (side) => {
    const program = programOf(setup.ir, EVERY_OUTPUT);
    const text = cProgram(program, { ...options, lanes: 2, side, kernels: libmKernels(2) });
    expect(await runC(text, BEST, "c++", setup)).toMatchObject({ same: true });
  });
});

test("the WRLD3-sized model has about 250 equations, and another library's functions stay near", async () => {
  const { text, outputs } = worldModel();
  const setup = prepared(text, outputs, false);
  expect(setup.ir.auxiliaries).toHaveLength(245);
  expect(setup.ir.stocks).toHaveLength(40);
  expect(setup.ir.clock.steps).toBe(400);
  const { worst } = await runJs("array", setup);
  expect(worst).toBeLessThan(1e-9);
});
