import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { irSchema } from "../model/ir-schema.ts";
import { irExpressions, walkIr } from "../model/ir-walk.ts";
import { KERNELS } from "./kernels.ts";
import { entropy } from "./random-choice.ts";
import { randomIr } from "./random-ir.ts";
import { interpretBatch } from "./test-batch.ts";

const models = Array.from({ length: 300 }, (_, seed) => randomIr(entropy(seed, 3000)));

describe("random models", () => {
  it("fit the schema of the IR", () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(irSchema);
    for (const { ir } of models)
      expect(validate(ir), JSON.stringify(validate.errors?.slice(0, 2))).toBe(true);
  });
  it("are the same for the same choices, and small when there are few", () => {
    expect(randomIr(entropy(5, 3000))).toEqual(models[5]);
    expect(randomIr(entropy(5, 0)).ir.auxiliaries).toEqual([]);
  });
  it("use every operation, table shape, method, clock and kind of held variable", () => {
    const ops = new Set<string>();
    const add = (...found: readonly (string | undefined)[]) => {
      for (const one of found) ops.add(one ?? "clamped");
    };
    for (const { ir } of models) {
      add(ir.method, ir.clock.calendar ? "calendar" : "plain", ...ir.tables.map((table) => table.shape));
      add(...ir.held.map((one) => one.kind), ...(ir.noise ?? []).map((one) => one.distribution));
      for (const e of irExpressions(ir)) walkIr(e, (x) => add(x.op));
    }
    const wanted =
      "euler rk2 rk4 calendar plain clamped extrapolated stepwise delay sample rule uniform normal const param lever stock aux held time steptime dt neg not abs sqrt floor trunc add sub mul div pow min max lt le gt ge eq ne and or if lookup pick noise sumproduct";
    for (const one of [...wanted.split(" "), ...Object.keys(KERNELS)]) expect(ops).toContain(one);
  });
  it("mostly run, sometimes fail, and seldom stand still", () => {
    let [lanes, failed, moving] = [0, 0, 0];
    for (const { ir, outputs, params, levers, noiseSeed } of models.slice(0, 100)) {
      const row = [...params.subarray(0, ir.parameters.length)];
      const [run] = interpretBatch(ir, outputs, { params: [row], levers, noiseSeed });
      lanes++;
      if (run!.failedStep >= 0) failed++;
      if (run!.rows.some((values) => new Set(values).size > 2)) moving++;
    }
    expect(failed / lanes).toBeGreaterThan(0.03);
    expect(failed / lanes).toBeLessThan(0.4);
    expect(moving / lanes).toBeGreaterThan(0.4);
  });
});
