import { expect, test } from "vitest";
import { aParameter, makeIr } from "../engine/test-irs.ts";
import { allRows, independentRows, type RowSource, rowColumn, rowFiller } from "./row-source.ts";

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

test("a column of many draws is that of all rows, wherever the parameter comes from", () => {
  const four = makeIr({
    parameters: ["a", "b", "c", "d"].map((name, i) => aParameter(name, i, i === 3 ? undefined : prior)),
  });
  const design = { sampler: "stratified", seed: 3, draws: 150 } as const;
  const values = Float32Array.from({ length: 150 }, (_, i) => i / 7);
  const sources: readonly RowSource[] = [
    { of: "design", design },
    { of: "stored", design, columns: [1, -1], values, constants: [[2, 8]] },
    { of: "rows", params: allRows(four, { of: "design", design }), draws: 150 },
  ];
  for (const source of sources) {
    const rows = allRows(four, source);
    four.parameters.forEach((_, p) => {
      expect([...rowColumn(four, source, p, independentRows)]).toEqual(
        Array.from({ length: 150 }, (_, d) => rows[d * 4 + p]),
      );
    });
  }
});

test("rows of Sobol's sequence are only made where its tables are", () => {
  const source: RowSource = {
    of: "design",
    design: { sampler: "sobol", seed: 3, draws: 8, order: ["a"] },
  };
  expect(new Set(allRows(ir, source)).size).toBe(8);
  expect(() => independentRows(ir, source)).toThrow(RangeError);
});
