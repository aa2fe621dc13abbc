import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Files } from "../base/diagnostic.ts";
import { compileModel } from "../model/compile-model.ts";
import { referenceBatch } from "./reference-batch.ts";
import { testBackEnd } from "./test-back-end.ts";
import { expectMeaning } from "./test-batch.ts";
import { compileWasm } from "./wasm/compile-wasm.ts";

const BACK_ENDS = [
  ["reference", referenceBatch],
  ["wasm", compileWasm],
] as const;

/** The files of a folder of the repository by their paths below it. */
function folderFiles(folder: string): Files {
  const files: Record<string, string> = {};
  const root = new URL(`../../${folder}/`, import.meta.url);
  for (const path of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    const at = new URL(path, root);
    if (!statSync(at).isDirectory()) files[path] = readFileSync(at, "utf8");
  }
  return files;
}

for (const [name, compile] of BACK_ENDS) testBackEnd(name, compile);

describe.each(["teaching", "regions", "us-mexico"])("models/%s", (folder) => {
  const { model } = compileModel(folderFiles(`models/${folder}`));
  const { ir } = model;
  const outcomes = model.outcomes.map((outcome) => outcome.name);
  const own = ir.parameters.map((parameter) => parameter.value);
  it.each(BACK_ENDS)("has its plain meaning on the %s back end", (_, compile) => {
    const levers = ir.levers
      .slice(0, 4)
      .map(({ name, high }) => [name, [{ at: 2025, value: high }]] as const);
    const params = [own, own.map((v, i) => (ir.parameters[i]!.options ? v : v * 1.01))];
    const { status } = expectMeaning(compile, ir, outcomes, {
      params,
      schedules: Object.fromEntries(levers),
    });
    expect([...status.failedStep]).toEqual([-1, -1]);
  });
});
