import { readdirSync, readFileSync, statSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { compileModel } from "./compile-model.ts";
import { irSchema } from "./ir-schema.ts";

const repository = new URL("../../", import.meta.url);

function folderFiles(folder: URL, prefix = ""): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder)) {
    const at = new URL(name, folder);
    if (statSync(at).isDirectory())
      Object.assign(files, folderFiles(new URL(`${name}/`, folder), `${prefix}${name}/`));
    else files[`${prefix}${name}`] = readFileSync(at, "utf8");
  }
  return files;
}

const SMALL = `# Small
\`\`\`model
time from 2015-01 to 2017-01, 4 steps a month, rk4
stock s [kg]
  start initial
  in    made
  out   delay3(made, lag)
made [kg/year] = base * effect(share) * (1 + effort) * noise * (if law[b] then 1 else 2)
base [kg/year] = 3 ~ lognormal(3, 0.4)
initial [kg] = 2
lag [month] = 4
share = smth3(effort, lag) + delay(effort, lag, 0) + sample(time, 2016-01) / time + force
noise = 1 ~ normal(1, 0.1) anew each year
lever effort [percent] = 0, range 0..80
variant law = a | b
table effect [1] of [1] = (0, 0), (1, 2)
jitter = random normal(0, 1) + random uniform(0, 1) * round(sin(time / 2015-01))
ahead [kg/year] = forcst(made, lag, lag) + smthn(made, lag, 2) + delayn(made, lag, 2) * scale(share)
table scale [1] of [1] = (0, 0), (1, 2), extrapolated
dimension age = 0..3
people by age [kg] = initial * (2 + jitter)
  except 0 = 1 ~ uniform(0.5, 2)
whole [kg] = sum over age (people[age] * weight[age])
weight by age [1] = age * time / 2015-01
held force = 0
rule r: when (s > initial) raise (force) by (0.1)
observe o [kg] = sum over 3 months (made) by d.csv: v, error relative 5 %
check "c": when (effort = 10) expect (s >= baseline(s) * exp(min(0, 1)) - abs(s))
\`\`\`
`;

describe("the schema of the IR", () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(irSchema);

  test("is the published file", () => {
    const published = readFileSync(new URL("schema/ir.schema.json", repository), "utf8");
    expect(published).toBe(`${JSON.stringify(irSchema, null, 2)}\n`);
  });

  test("a model with every construct fits, as JSON", () => {
    const { model, diagnostics } = compileModel({
      "m.md": SMALL,
      "d.csv": "date,v\n2015-01-01,1\n2015-04-01,2\n",
    });
    expect(diagnostics).toEqual([]);
    const json = JSON.parse(JSON.stringify(model.ir));
    expect(validate(json), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(json).toEqual(model.ir);
    expect(validate({ ...json, version: 2 })).toBe(false);
    expect(validate({ ...json, stocks: [{ ...json.stocks[0], derivative: { op: "sinh", arg: 1 } }] })).toBe(
      false,
    );
  });

  test("the crisis model fits", () => {
    const { model } = compileModel(folderFiles(new URL("models/us-mexico/", repository)));
    expect(model.ir.auxiliaries.length).toBeGreaterThan(100);
    expect(validate(JSON.parse(JSON.stringify(model.ir))), JSON.stringify(validate.errors?.slice(0, 3))).toBe(
      true,
    );
  });
});
