// The two back ends against each other: every model of models/ under all its scenarios, and random models.
import { readdirSync } from "node:fs";
import { addUp, compareRuns, strides } from "./same-bits.js";

/** Prior draws of each model that run under every scenario, the model's own values being run as well. */
const DRAWS = 7;

/**
 * One row for each model: every variable of the model, and its outcomes alone (which lets a back end leave out and
 * reuse more), at every saved step, whole and from the decision date on.
 */
export function modelRows(dist, folder) {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, ...modelRow(dist, `${folder}/${name}`) }));
}

function modelRow(dist, path) {
  const { files } = dist.readFolder(path);
  const { model, diagnostics } = dist.compileModel(files);
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) throw new Error(`${path}: ${JSON.stringify(errors.slice(0, 3))}`);
  const { ir } = model;
  const { scenarios } = dist.loadScenarios(files, "", ir);
  const outputs = [...ir.stocks, ...ir.auxiliaries, ...ir.held].map((v) => v.name);
  const outcomes = model.outcomes.map((outcome) => outcome.name);
  const pairs = [outputs, outcomes].map((names) =>
    ["reference", "wasm"].map((backEnd) => dist.compileBatch(ir, names, { backEnd })),
  );
  const own = Float64Array.from(ir.parameters, (p) => p.value);
  const drawn = dist.drawParameters(ir, { sampler: "stratified", seed: 1, draws: DRAWS });
  const lanes = 1 + DRAWS;
  const results = [];
  for (const scenario of [undefined, ...scenarios]) {
    const resolved = scenario && dist.resolveScenario(scenario, ir);
    const params = Float64Array.from([...own, ...drawn]);
    for (const { parameter, value } of resolved?.parameters ?? [])
      for (let lane = 0; lane < lanes; lane++) params[lane * own.length + parameter] = value;
    const levers = dist.leverTable(ir, resolved ? dist.schedulesOf(model, resolved) : {});
    for (const kernels of pairs)
      results.push(...bothWays(kernels, ir, { lanes, params, levers, noiseSeed: 1 }, ir.clock.decision));
  }
  const sum = addUp(results);
  return { scenarios: scenarios.length, draws: lanes, variables: outputs.length, ...sum };
}

/** A whole run, and one that goes on from the state that each kernel has kept at `at`. */
function bothWays(kernels, ir, runs, at) {
  const [reference] = kernels;
  const way = (saveSteps, more) => {
    const place = strides(runs.lanes, saveSteps.length);
    const size = reference.outputs.length * saveSteps.length * runs.lanes;
    return compareRuns(kernels, (kernel) => ({ ...runs, ...place, saveSteps, ...more(kernel) }), size);
  };
  const whole = way(ir.clock.saveSteps, () => ({ keepAt: at }));
  const states = new Map(kernels.map((kernel, i) => [kernel, whole.results[i].status.kept]));
  const rest = ir.clock.saveSteps.filter((k) => k >= at);
  return [whole, way(rest, (kernel) => ({ fromStep: at, state: states.get(kernel) }))];
}

/** One row for `count` random models, whole and from a kept state. */
export function randomRow(dist, count) {
  const results = [];
  let variables = 0;
  for (let seed = 1; seed <= count; seed++) {
    const { ir, outputs, lanes, params, levers, noiseSeed, firstRun, keepAt } = dist.randomIr(
      dist.entropy(seed, 4000),
    );
    const kernels = ["reference", "wasm"].map((backEnd) => dist.compileBatch(ir, outputs, { backEnd }));
    variables += outputs.length;
    const found = bothWays(kernels, ir, { lanes, params, levers, noiseSeed, firstRun }, keepAt);
    for (const one of found)
      if (one.differences + one.otherEnds > 0)
        process.stderr.write(`random model ${seed}: ${one.differences} differences, ${one.otherEnds} ends\n`);
    results.push(...found);
  }
  return { variables, ...addUp(results) };
}
