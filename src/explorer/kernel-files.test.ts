import { expect, test } from "vitest";
import { compileBatch, instantiateWasm, leverTable } from "../engine/index.ts";
import { memoryModel, memoryOutputs } from "../ensemble/test-model.ts";
import { kernelFiles, kernelOfFiles } from "./kernel-files.ts";

test("a kernel that went through its files gives the bits of one compiled here, and says for which outputs", () => {
  const ir = memoryModel();
  const files = kernelFiles(ir, memoryOutputs);
  expect(Object.keys(files)).toEqual(["kernel.wasm", "layout.json"]);
  expect([...files["kernel.wasm"].subarray(0, 4)]).toEqual([0, 0x61, 0x73, 0x6d]);
  const kernel = instantiateWasm(kernelOfFiles(files["kernel.wasm"], files["layout.json"]));
  expect(kernel.outputs).toEqual(memoryOutputs);
  const { saveSteps } = ir.clock;
  const run = (from: typeof kernel) => {
    const out = new Float64Array(memoryOutputs.length * saveSteps.length);
    const params = Float64Array.from(ir.parameters, ({ value }) => value);
    const strides = { outputStride: saveSteps.length, saveStride: 1, laneStride: 1 };
    from.run({ lanes: 1, params, levers: leverTable(ir, {}), saveSteps, out, ...strides });
    return out;
  };
  expect(run(kernel)).toEqual(run(compileBatch(ir, memoryOutputs, { backEnd: "reference" })));
});
