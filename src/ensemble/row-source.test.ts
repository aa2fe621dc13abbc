import { expect, test } from "vitest";
import { aParameter, makeIr } from "../engine/test-irs.ts";
import { rowFiller } from "./row-source.ts";

const prior = { distribution: "uniform", args: [0, 1] } as const;
const ir = makeIr({ parameters: [aParameter("a", 0, prior)] });

/** Places of the stored draws that `draws` draws take, of `stored` that hold their own places. */
function places(stored: number, draws: number): readonly number[] {
  const values = Float32Array.from({ length: stored }, (_, i) => i);
  const design = { sampler: "stratified", seed: 1, draws } as const;
  const out = new Float64Array(draws);
  rowFiller(ir, { of: "stored", design, columns: [0], values })(0, draws, out);
  return [...out];
}

test("as many draws as are stored are those, and more begin again", () => {
  expect(places(6, 6)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(places(4, 6)).toEqual([0, 1, 2, 3, 0, 1]);
});

test.each([2, 3, 4])(
  "fewer draws take one of each stratum, and as much of each of %i islands by turns",
  (islands) => {
    for (const draws of [1000, 500, 250]) {
      const taken = places(2000, draws);
      const stratum = 2000 / draws;
      expect(taken.every((place, i) => Math.floor(place / stratum) === i)).toBe(true);
      for (let island = 0; island < islands; island++) {
        const own = taken.filter((place) => place % islands === island).length;
        expect(Math.abs((own * islands) / draws - 1)).toBeLessThan(0.1);
      }
    }
  },
);
