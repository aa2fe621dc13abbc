import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileModel } from "../src/model/compile-model.ts";
import { BUILT_IN, FUNCTIONS } from "../src/model/functions.ts";
import type { Ir } from "../src/model/ir.ts";
import { runBoth } from "./both-back-ends.ts";

const EULER = "time from 0 to 10, 4 steps a unit, euler";

function compile(statements: string): Ir {
  const { model, diagnostics } = compileModel({ "m.md": `# M\n\n\`\`\`model\n${statements}\n\`\`\`\n` });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  return model.ir;
}

/** Series of each output at every save, by name, the same by both back ends. */
function run(
  statements: string,
  outputs: readonly string[],
  noise: { readonly seed?: number; readonly run?: number } = {},
): Record<string, number[]> {
  const rows = runBoth(compile(statements), outputs, noise);
  return Object.fromEntries(outputs.map((name, o) => [name, [...rows[o]!]]));
}

/** Values of a function of one number at the points, through the engine. */
function values(expression: string, points: readonly number[]): readonly number[] {
  const list = points.map((x, i) => `(${i}, ${x})`).join(", ");
  const text = `time from 0 to ${points.length - 1}, 1 step a unit, euler\ntable t = ${list}\nx = t(time)\ny = ${expression}`;
  return run(text, ["y"]).y!;
}

describe("rounding", () => {
  const points = [-2.5, -1.5, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.49999999999999994, 0.5, 1.5, 2.5, 1e15 + 1];

  test("int goes down, integer to 0, ceil up, round to the nearest, halves away from 0", () => {
    expect(values("int(x)", points)).toEqual([-3, -2, -1, -1, -1, -1, 0, 0, 0, 0, 1, 2, 1e15 + 1]);
    expect(values("integer(x) + 0", points)).toEqual([-2, -1, -1, 0, 0, 0, 0, 0, 0, 0, 1, 2, 1e15 + 1]);
    expect(values("ceil(x) + 0", points)).toEqual([-2, -1, -1, 0, 0, 0, 0, 1, 1, 1, 2, 3, 1e15 + 1]);
    expect(values("round(x) + 0", points)).toEqual([-3, -2, -1, -1, -1, 0, 0, 0, 0, 1, 2, 3, 1e15 + 1]);
  });

  test("quantum takes whole multiples on the side of 0, modulo what is left", () => {
    const some = [-7, -1.9, 1.9, 7, 112.3];
    expect(values("quantum(x, 2)", some)).toEqual([-6, -0, 0, 6, 112]);
    expect(values("modulo(x, 2)", some)).toEqual([-1, -1.9, 1.9, 1, 112.3 - 112]);
    expect(values("modulo(x, -2)", some)).toEqual([0, 0, 0, 0, 0]);
    expect(values("quantum(x, 0)", some)).toEqual(some);
  });
});

test("guarded divisions", () => {
  expect(values("zidz(3, x)", [-2, 0, 2])).toEqual([-1.5, 0, 1.5]);
  expect(values("xidz(3, x, 9)", [-2, 0, 2])).toEqual([-1.5, 9, 1.5]);
});

test("logarithms to any base", () => {
  for (const [i, y] of values("log10(x)", [0.001, 1, 1000]).entries()) expect(y).toBeCloseTo(i * 3 - 3, 14);
  for (const [i, y] of values("log(x, 2)", [0.5, 1, 2, 1024]).entries())
    expect(y).toBeCloseTo([-1, 0, 1, 10][i]!, 14);
});

describe("angles", () => {
  const near = (expression: string, points: readonly number[], of: (x: number) => number) => {
    for (const [i, y] of values(expression, points).entries()) {
      const exact = of(points[i]!);
      expect(Math.abs(y - exact), `${expression} at ${points[i]}`).toBeLessThanOrEqual(
        1e-15 * Math.abs(exact),
      );
    }
  };
  const ends = [-1, -0.999999999999, -0.7, -0.5, -1e-9, 1e-300, 0.1, 0.5, 0.7, 0.999999999999, 1];

  test("are those of the host to 1e-15, near the ends too", () => {
    near("sin(x)", [-1000, -2, -0.5, 1e-10, 0.5, 3, 100], Math.sin);
    near("cos(x)", [-1000, -2, -0.5, 1e-10, 0.5, 3, 100], Math.cos);
    near("tan(x)", [-1000, -2, -0.5, 1e-10, 0.5, 3, 100], Math.tan);
    near("arctan(x)", [-1e300, -2, -0.5, 1e-10, 0.5, 3, 100], Math.atan);
    near("arcsin(x)", ends, Math.asin);
    near("arccos(x)", ends, Math.acos);
  });

  test("of numbers outside -1..1 are none", () => {
    const { model } = compileModel({
      "m.md": "# M\n\n```model\ntime from 0 to 1, 1 step a unit, euler\nx = 1 + time\ny = arcsin(x)\n```\n",
    });
    expect(() => runBoth(model.ir, ["y"])).toThrow(/y/);
  });
});

test("pulses come again, begin and end on steps, and stop", () => {
  const { y, z } = run(`${EULER}\ny = pulse train(3, 1.1, 0.5, 2, 6)\nz = pulse train(1, 0, 1, 5)`, [
    "y",
    "z",
  ]);
  const on = (row: number[]) => row.flatMap((value, k) => (value === 0 ? [] : [k / 4]));
  expect(on(y!)).toEqual([1.25, 1.5, 3.25, 3.5, 5.25, 5.5]);
  expect(Math.max(...y!)).toBe(3);
  expect(on(z!)).toEqual([0, 0.25, 0.5, 0.75, 5, 5.25, 5.5, 5.75, 10]);
});

test("a ramp without an end goes on", () => {
  expect(run(`${EULER}\ny = ramp(2, 4)`, ["y"]).y!.at(-1)).toBe(12);
});

describe("trends", () => {
  const input = "x = 5 + 2 * time";

  test("follow Vensim's equations", () => {
    const text = `${EULER}\n${input}\ngrowth = trend(x, 3)\nahead = forcst(x, 3, 2, 0.1)`;
    const { growth, ahead } = run(text, ["growth", "ahead"]);
    let average = 5;
    let average2 = 5 / 1.3;
    for (let k = 0; k <= 40; k++) {
      const x = 5 + 2 * (k / 4);
      expect(growth![k]).toBeCloseTo((x - average) / (3 * average), 12);
      expect(ahead![k]).toBeCloseTo(x * (1 + ((x - average2) / (3 * average2)) * 2), 12);
      average += ((x - average) / 3) * 0.25;
      average2 += ((x - average2) / 3) * 0.25;
    }
  });

  test("of growth by a fixed share find the share, whatever they start at", () => {
    const text = `time from 0 to 200, 8 steps a unit, rk4\nx = exp(0.05 * time)\ny = trend(x, 4)\nz = trend(x, 4, 0.3)`;
    const { y, z } = run(text, ["y", "z"]);
    expect(y![0]).toBe(0);
    expect(z![0]).toBeCloseTo(0.3, 12);
    expect(y!.at(-1)).toBeCloseTo(0.05, 6);
    expect(z!.at(-1)).toBeCloseTo(0.05, 6);
  });

  test("of a falling negative quantity are positive, and 0 where the average is 0", () => {
    const { y, z } = run(`${EULER}\nx = -5 + time\ny = trend(x, 3)\nz = trend(0, 3)`, ["y", "z"]);
    expect(y![1]).toBeGreaterThan(0);
    expect(Math.max(...z!)).toBe(0);
  });
});

test("delays of order n keep what flows in, smoothing of order n reaches its input", () => {
  const text = `time from 0 to 60, 8 steps a unit, rk4
in flow = step(2, 1)
out flow = delayn(in flow, 5, 7)
seen = smthn(in flow, 5, 7)
stock under way
  start 0
  in    in flow
  out   out flow`;
  const rows = run(text, ["under way", "out flow", "seen"]);
  expect(rows["under way"]!.at(-1)).toBeCloseTo(10, 6);
  expect(rows["out flow"]!.at(-1)).toBeCloseTo(2, 9);
  expect(rows.seen!.at(-1)).toBeCloseTo(2, 9);
});

describe("tables", () => {
  const ends = [-1, 0, 0.5, 1, 1.5, 3];
  const table = (shape: string) =>
    run(
      `time from 0 to 5, 1 step a unit, euler
table x of time = ${ends.map((x, i) => `(${i}, ${x})`).join(", ")}
table f = (0, 0), (1, 2), (2, 1)${shape}
y = f(x of time(time))`,
      ["y"],
    ).y;

  test("clamp, go on or step", () => {
    expect(table("")).toEqual([0, 0, 1, 2, 1.5, 1]);
    expect(table(", extrapolated")).toEqual([-2, 0, 1, 2, 1.5, 0]);
    expect(table(", stepwise")).toEqual([0, 0, 0, 2, 2, 1]);
  });
});

describe("random numbers", () => {
  const text = `time from 0 to 40000, 1 step a unit, euler
u = random uniform(2, 4)
n = random normal(10, 3)
c = random normal(0, 1, -1, 2)
l = random lognormal(5, 2)
e = random exponential(4)`;
  const names = ["u", "n", "c", "l", "e"];
  const rows = run(text, names);
  const mean = (x: readonly number[]) => x.reduce((a, b) => a + b, 0) / x.length;
  const sd = (x: readonly number[]) => {
    const middle = mean(x);
    return Math.sqrt(mean(x.map((v) => (v - middle) ** 2)));
  };

  test("have the moments asked for, within five standard errors", () => {
    const near = (name: string, m: number, s: number) => {
      expect(Math.abs(mean(rows[name]!) - m), `mean of ${name}`).toBeLessThan((5 * s) / 200);
      expect(Math.abs(sd(rows[name]!) / s - 1), `spread of ${name}`).toBeLessThan(0.05);
    };
    near("u", 3, 2 / Math.sqrt(12));
    near("n", 10, 3);
    near("l", 5, 2);
    near("e", 4, 4);
    expect(Math.min(...rows.u!)).toBeGreaterThan(2);
    expect(Math.max(...rows.u!)).toBeLessThan(4);
    expect(Math.min(...rows.c!)).toBe(-1);
    expect(Math.max(...rows.c!)).toBe(2);
  });

  test("are those of the seed and the run, and no others", () => {
    expect(run(text, names)).toEqual(rows);
    expect(run(text, ["u"], { run: 1 }).u).not.toEqual(rows.u);
    expect(run(text, ["u"], { seed: 2 }).u).not.toEqual(rows.u);
  });

  test("of one quantity do not change with another, nor with what else is asked for", () => {
    expect(run(`${text}\nanother = random uniform(0, 1)`, ["another", "n", "u"]).u).toEqual(rows.u);
    expect(run(text.replace(/^n = .*$/m, "n = 3"), ["u", "e"])).toEqual({ u: rows.u, e: rows.e });
  });

  test("of two calls in one equation differ", () => {
    const { y } = run(`${EULER}\ny = random uniform(0, 1) - random uniform(0, 1)`, ["y"]);
    expect(y!.some((v) => v !== 0)).toBe(true);
  });

  test("are the same in all stages of a step", () => {
    const stock = "stock x\n  start 0\n  in    f\nf = random normal(0, 1)";
    const by = (method: string) => run(`time from 0 to 10, 4 steps a unit, ${method}\n${stock}`, ["x", "f"]);
    const { x, f } = by("rk4");
    for (let k = 0; k < 40; k++) expect(x![k + 1]! - x![k]!).toBeCloseTo(f![k]! / 4, 12);
    for (const [k, value] of by("euler").x!.entries()) expect(value).toBeCloseTo(x![k]!, 12);
  });
});

test("the ends of the run, and infinity as a bound", () => {
  const rows = run(
    `time from 3 to 8, 2 steps a unit, euler\na = starttime\nb = stoptime\nc = min(time, inf)`,
    ["a", "b", "c"],
  );
  expect([rows.a![0], rows.b![0], rows.c!.at(-1)]).toEqual([3, 8, 8]);
});

test("Heun's method has an error that falls with the square of the step", () => {
  const error = (steps: number) => {
    const text = `time from 0 to 2, ${steps} steps a unit, rk2\nstock x\n  start 1\n  in    x\n`;
    return Math.abs(run(text, ["x"]).x!.at(-1)! - Math.exp(2));
  };
  expect(Math.log2(error(32) / error(64))).toBeCloseTo(2, 1);
});

test("the page of the language has every function", () => {
  const page = readFileSync(new URL("../docs/language.md", import.meta.url), "utf8");
  const missing = [...FUNCTIONS.keys(), ...BUILT_IN].filter(
    (name) => !new RegExp(`\`${name}[(\`]`).test(page),
  );
  expect(missing).toEqual([]);
});
