import { Command } from "commander";
import { expect, test } from "vitest";
import { aParameter, makeIr } from "../engine/test-irs.ts";
import { drawParameters } from "../ensemble/index.ts";
import { priorDesign } from "./draws.ts";
import { withSamplerOption } from "./options.ts";

const prior = { distribution: "uniform", args: [10, 20] } as const;
const ir = makeIr({
  parameters: [aParameter("b", 15, prior), aParameter("c", 1), aParameter("a", 15, prior)],
});

test("the prior's design has the model's order for sobol, and no order for the other samplers", () => {
  const common = { lang: "en", seed: 3 } as const;
  expect(priorDesign(ir, 8, common)).toEqual({ sampler: "stratified", seed: 3, draws: 8 });
  expect(priorDesign(ir, 8, { ...common, sampler: "lhs" })).toEqual({ sampler: "lhs", seed: 3, draws: 8 });
  const sobol = priorDesign(ir, 8, { ...common, sampler: "sobol" });
  expect(sobol).toEqual({ sampler: "sobol", seed: 3, draws: 8, order: ["b", "a"] });
  expect(drawParameters(ir, sobol)).toHaveLength(24);
});

test("--sampler takes the names of samplers alone", () => {
  const parse = (...args: string[]) => {
    const command = withSamplerOption(new Command().exitOverride().configureOutput({ writeErr: () => {} }));
    return command.parse(args, { from: "user" }).opts();
  };
  for (const sampler of ["stratified", "lhs", "mc", "sobol"])
    expect(parse("--sampler", sampler)).toEqual({ sampler });
  expect(parse()).toEqual({});
  expect(() => parse("--sampler", "halton")).toThrow("Allowed choices are stratified, lhs, mc, sobol");
});
