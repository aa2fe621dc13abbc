import fc from "fast-check";
import { expect, test } from "vitest";
import { compileKernel, leverTable } from "../src/engine/index.ts";
import { compileWasm } from "../src/engine/wasm/compile-wasm.ts";
import { compileModel } from "../src/model/compile-model.ts";
import type { Model } from "../src/model/model.ts";
import {
  ageName,
  type Equation,
  equations,
  regionName,
  type Shape,
  scalarName,
  shapes,
} from "./random-arrays.ts";

const CLOCK = "time from 0 to 2, 4 steps a unit, rk4\n";

function compile(text: string): Model {
  const { model, diagnostics } = compileModel({ "m.md": `# M\n\n\`\`\`model\n${CLOCK}${text}\`\`\`\n` });
  const errors = diagnostics.filter((d) => d.severity === "error");
  expect(errors.map((d) => [d.code, d.data])).toEqual([]);
  return model;
}

/** Every saved value of the named quantities; a run that breaks down is NaN from there on. */
function run({ ir }: Model, names: readonly string[]): Float64Array {
  const { saveSteps } = ir.clock;
  const out = new Float64Array(names.length * saveSteps.length);
  const params = Float64Array.from(ir.parameters, (p) => p.value);
  compileKernel(ir, names).run({ params, levers: leverTable(ir, {}), saveSteps, out });
  return out;
}

const head = (name: string, dims: readonly string[]): string =>
  dims.length === 0 ? name : `${name} by ${dims.join(", ")}`;

/** The same from the fast back end. */
function runFast({ ir }: Model, names: readonly string[]): Float64Array {
  const { saveSteps } = ir.clock;
  const out = new Float64Array(names.length * saveSteps.length);
  const params = Float64Array.from(ir.parameters, (p) => p.value);
  const strides = { outputStride: saveSteps.length, saveStride: 1, laneStride: out.length };
  compileWasm(ir, names).run({ lanes: 1, params, levers: leverTable(ir, {}), saveSteps, out, ...strides });
  return out;
}

/** The model with arrays. */
function withArrays(shape: Shape, list: readonly Equation[]): string {
  const last = list.at(-1)!;
  const flow = last.dims.length < 2 ? last.name : `${last.name}[region, a0]`;
  return [
    `dimension region = ${elements(shape.regions, regionName)}`,
    `dimension few of region = ${shape.few.map(regionName).join(", ")}`,
    `dimension age = ${elements(shape.ages, ageName)}`,
    "p = 0.7",
    "pr by region = 0.3\n  except r1 = 0.9",
    "pra by region, age = 0.2\n  except r0, a0 = 1.1\n  except few = 0.6",
    "lever effort by region = 0.1, range 0..1",
    "fixed by region, age = position(region) * 0.1 + position(age) * 0.01",
    `stock s by region\n  start 1 + pr\n  in ${flow} * 0.01\n  out s * 0.1`,
    "stock w by region, age\n  start pra * 3\n  out w * pra",
    ...list.map(({ name, dims, right }) => `${head(name, dims)} = ${right.array(shape)} * one`),
    "one = time / (time + 0)",
    "",
  ]
    .join("\n")
    .replace("one = time / (time + 0)", "stock unity\n  start 1\none = unity");
}

const elements = (count: number, name: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => name(i)).join(", ");

function placesOf(shape: Shape, dims: readonly string[]): readonly (readonly number[])[] {
  return dims.reduce<readonly (readonly number[])[]>(
    (all, dim) => {
      const count = dim === "region" ? shape.regions : shape.ages;
      return all.flatMap((before) => Array.from({ length: count }, (_, i) => [...before, i]));
    },
    [[]],
  );
}

/** The same model, every element written out by hand. */
function byHand(shape: Shape, list: readonly Equation[]): string {
  const last = list.at(-1)!;
  const lines = ["p = 0.7", "stock unity\n  start 1", "one = unity"];
  for (let r = 0; r < shape.regions; r++) {
    const flow =
      last.dims.length === 0 ? last.name : scalarName(last.name, last.dims.length === 1 ? [r] : [r, 0]);
    lines.push(`pr_${r} = ${r === 1 ? 0.9 : 0.3}`);
    lines.push(`lever effort_${r} = 0.1, range 0..1`);
    lines.push(`stock s_${r}\n  start 1 + pr_${r}\n  in ${flow} * 0.01\n  out s_${r} * 0.1`);
    for (let a = 0; a < shape.ages; a++) {
      const value = r === 0 && a === 0 ? 1.1 : shape.few.includes(r) ? 0.6 : 0.2;
      lines.push(`pra_${r}_${a} = ${value}`);
      lines.push(`fixed_${r}_${a} = ${r + 1} * 0.1 + ${a + 1} * 0.01`);
      lines.push(`stock w_${r}_${a}\n  start pra_${r}_${a} * 3\n  out w_${r}_${a} * pra_${r}_${a}`);
    }
  }
  for (const { name, dims, right } of list) {
    for (const places of placesOf(shape, dims)) {
      const at = Object.fromEntries(dims.map((dim, d) => [dim, places[d]!]));
      const left = dims.length === 0 ? name : scalarName(name, places);
      lines.push(`${left} = ${right.scalar(shape, at)} * one`);
    }
  }
  return `${lines.join("\n")}\n`;
}

test("a model with arrays gives the bits of the same model written out by hand", () => {
  let sums = 0;
  let whole = 0;
  fc.assert(
    fc.property(shapes, equations, (shape, list) => {
      const names = [{ name: "s", dims: ["region"] }, { name: "w", dims: ["region", "age"] }, ...list];
      const array = compile(withArrays(shape, list));
      const scalar = compile(byHand(shape, list));
      sums += JSON.stringify(array.ir).split('"sumproduct"').length - 1;
      const ofArray = names.flatMap(({ name, dims }) =>
        placesOf(shape, dims).map((places) => {
          const texts = places.map((at, d) => (dims[d] === "region" ? regionName(at) : ageName(at)));
          return dims.length === 0 ? name : `${name}[${texts.join(", ")}]`;
        }),
      );
      const ofScalar = names.flatMap(({ name, dims }) =>
        placesOf(shape, dims).map((places) => (dims.length === 0 ? name : scalarName(name, places))),
      );
      const values = run(array, ofArray);
      expect(values).toEqual(run(scalar, ofScalar));
      expect(runFast(array, ofArray)).toEqual(values);
      if (values.every(Number.isFinite)) whole++;
    }),
    { numRuns: 60 },
  );
  expect(sums).toBeGreaterThan(100);
  expect(whole).toBeGreaterThan(40);
});

test("arrays that fold when the model is compiled have the bits of the same arrays in a run", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 81, maxLength: 81 }),
      (values) => {
        const rows = values.map((value, i) => `${Math.floor(i / 9)},${i % 9},${value}`);
        const data = `a,b,v\n${rows.join("\n")}\n`;
        // Read from a scenario's constant, nothing is fixed.
        const model = (once: string): Model => {
          const text = [
            "dimension g = 0..8",
            "dimension h = g",
            "dimension k = g",
            "data w by g, h [1] = d.csv: v, at a, b",
            `m by g, h [1] = max(w, w[h, g], 0.1) / (1.5 + exp(-w) + abs(w[h, g]))${once}`,
            `mm by g, k [1] = sum over h (m * m[h, k])${once}`,
            `v by g [1] = mean over h (m * mm[g, h] * 0.3) - min over h (-m) + (if g = 3 then 1 else g / 7)${once}`,
            "one [1] = 1",
            "stock s by g [1]\n  start v * one\n  in sum over h (mm[g, h] * s[h]) * one",
          ];
          const clock = CLOCK.replace("rk4", "euler");
          const { model: made, diagnostics } = compileModel({
            "m.md": `# M\n\n\`\`\`model\n${clock}${text.join("\n")}\n\`\`\`\n`,
            "d.csv": data,
          });
          expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
          return made;
        };
        const folded = model("");
        const computed = model(" * one");
        expect(folded.ir.auxiliaries).toHaveLength(0);
        expect(computed.ir.auxiliaries.length).toBeGreaterThan(160);
        const names = Array.from({ length: 9 }, (_, i) => `s[${i}]`);
        expect(run(folded, names)).toEqual(run(computed, names));
      },
    ),
    { numRuns: 20 },
  );
});
