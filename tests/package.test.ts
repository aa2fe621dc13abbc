import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as api from "../src/index.ts";
import { root } from "./command.ts";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly bin: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly exports: Readonly<Record<string, { readonly types: string; readonly default: string }>>;
};

test("every entry of the package is compiled from a source that exists", () => {
  for (const { types, default: code } of Object.values(manifest.exports)) {
    expect(existsSync(join(root, code.replace("./dist/", "src/").replace(/\.js$/, ".ts"))), code).toBe(true);
    expect(types).toBe(code.replace(/\.js$/, ".d.ts"));
  }
  for (const path of [...Object.values(manifest.bin), ...manifest.files])
    expect(existsSync(join(root, path)), path).toBe(true);
});

test("the public API runs the teaching model from its folder to a rendered finding", async () => {
  const { files } = api.readFolder(join(root, "models/teaching"));
  const { model, diagnostics } = api.compileModel(files);
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  const { scenarios } = api.loadScenarios(files, "", model.ir);
  const resolved = scenarios.map((scenario) => api.resolveScenario(scenario, model.ir));
  const outputs = model.outcomes.map((outcome) => outcome.name);
  expect(api.singleRun(model, resolved[0]!, outputs).stopped).toBeUndefined();

  const draws = 8;
  const { ir } = model;
  const { saveSteps, decision } = ir.clock;
  const params = api.drawParameters(ir, { sampler: "stratified", seed: 1, draws });
  const ran = await api.runEnsemble(api.directPool(), {
    ir,
    outputs,
    saveSteps,
    scenarios: resolved.map((scenario) => api.ensembleScenario(model, scenario)),
    branchStep: decision,
    params,
    draws,
  });
  expect(ran.scenarioIds).toEqual(scenarios.map((scenario) => scenario.id));

  const broken = { "a.md": "```model\na = b\n```\n" };
  const [finding] = api.compileModel(broken).diagnostics.filter((d) => d.code === "unknown-name");
  expect(api.renderDiagnostic(finding!, broken, "en")).toContain("unknown name 'b'");
});
