import { existsSync } from "node:fs";
import { join } from "node:path";
import { worldModel } from "../models/world.js";

const here = new URL("..", import.meta.url).pathname;

/**
 * The models of the bench. `load(dist)` gives {ir, outputs, saveSteps, fromStep} or {missing: why}, `draws` how many if not 512; `dist` holds the compiled
 * package's modules. Draws are prior draws of the model itself, `fromStep` the decision date where runs restart there.
 */
export function benchModels() {
  return [
    { id: "sir", title: "SIR, 3,200 Euler steps", load: sir },
    { id: "world", title: "WRLD3-sized model, 400 Euler steps", load: world },
    { id: "crisis", title: "Crisis model from the start", load: (dist) => crisis(dist, false) },
    { id: "decision", title: "Crisis model from the decision date", load: (dist) => crisis(dist, true) },
    { id: "cartels", title: "Cartel model, 150 groups", load: cartels, draws: 128 },
  ];
}

function compiled(dist, files) {
  const { model, diagnostics } = dist.compileModel(files);
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 3)));
  return model;
}

function sir(dist) {
  const { files } = dist.readFolder(join(here, "models/sir"));
  const { ir } = compiled(dist, files);
  const outputs = ["susceptible", "infectious", "recovered", "infection rate", "recovery rate"];
  return { ir, outputs, saveSteps: ir.clock.saveSteps, fromStep: 0 };
}

function world(dist) {
  const { text, outputs } = worldModel();
  const { ir } = compiled(dist, { "world.md": text });
  return { ir, outputs, saveSteps: ir.clock.saveSteps, fromStep: 0 };
}

function crisis(dist, restart) {
  const { files } = dist.readFolder(join(here, "../models/us-mexico"));
  const { ir, outcomes } = compiled(dist, files);
  const fromStep = restart ? ir.clock.decision : 0;
  return {
    ir,
    outputs: outcomes.map((o) => o.name),
    saveSteps: ir.clock.saveSteps.filter((k) => k >= fromStep),
    fromStep,
  };
}

function cartels(dist) {
  const folder = join(here, "../models/cartels-2023");
  if (!existsSync(folder)) return { missing: "models/cartels-2023 is not there" };
  const { files } = dist.readFolder(folder);
  const { ir, outcomes } = compiled(dist, files);
  return { ir, outputs: outcomes.map((o) => o.name), saveSteps: ir.clock.saveSteps, fromStep: 0 };
}
