import { expect, test } from "vitest";
import { stream } from "../base/stream.ts";
import { aParameter, makeIr } from "../engine/test-irs.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import { islandSpread } from "./island-spread.ts";
import { particleSpace } from "./particle-space.ts";
import type { Particles } from "./particles.ts";

const WIDTH = 60;
const COUNT = 200;
const space = particleSpace(
  makeIr({
    parameters: Array.from({ length: WIDTH }, (_, i) =>
      aParameter(`p${i}`, 0.5, { distribution: "uniform", args: [0, 1] }),
    ),
  }),
  new Map(),
);
const columns = space.columns.map((_, c) => c);

/** Particles of which each set of values comes `copies` times. */
function island(name: string, copies: number, shift = 0): Particles {
  const random = stream(1, name);
  const coordinates = Float64Array.from({ length: COUNT * WIDTH }, (_, at) => {
    const row = Math.floor(Math.floor(at / WIDTH) / copies);
    return normalQuantile(random.uniform(row, at % WIDTH)) + shift;
  });
  const none = new Float64Array(COUNT);
  return { count: COUNT, coordinates, values: Float32Array.from(coordinates), normal: none, student: none };
}

test("independent particles are worth about their number, copies as many as there are different ones", () => {
  const worth = (copies: number) =>
    islandSpread(space, [island("a", copies), island("b", copies)], columns).effective;
  expect(worth(1)).toBeGreaterThan(250);
  expect(worth(10) / 40).toBeGreaterThan(0.6);
  expect(worth(10) / 40).toBeLessThan(1.6);
});

test("islands that disagree show it, column by column", () => {
  const apart = islandSpread(space, [island("a", 1), island("b", 1, 2)], columns);
  expect(Math.min(...apart.rHat)).toBeGreaterThan(1.3);
  expect(apart.effective).toBeLessThan(2);
  const agreeing = islandSpread(space, [island("a", 1), island("b", 1)], columns);
  expect(Math.max(...agreeing.rHat)).toBeLessThan(1.03);
  expect(islandSpread(space, [island("a", 1)], columns).effective).toBeNaN();
});
