import { deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packDraws, shuffle, unpackDraws, unshuffle } from "./pack-draws.ts";

const bits = (values: Float32Array): readonly number[] => [...new Uint32Array(values.buffer)];

test("draws stand column after column, bytes of one place together", () => {
  const values = Float32Array.from([1, 2, 3, 4, 5, 6]);
  expect(unshuffle(packDraws(values, 3))).toEqual(Float32Array.from([1, 4, 2, 5, 3, 6]));
  // 1 and 2 are 0x3f800000 and 0x40000000.
  expect([...shuffle(Float32Array.from([1, 2]))]).toEqual([0, 0, 0, 0, 0x80, 0, 0x3f, 0x40]);
});

test("draws come back bit for bit, deflated or not", () => {
  const number = fc.oneof(fc.float({ noNaN: true }), fc.constantFrom(0, -0));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 0, max: 20 }),
      fc.infiniteStream(number),
      (c, r, all) => {
        const values = Float32Array.from([...all.take(c * r)]);
        const packed = packDraws(values, c);
        expect(bits(unpackDraws(inflateRawSync(deflateRawSync(packed)), c))).toEqual(bits(values));
      },
    ),
  );
});

test("part of a row is refused", () => {
  expect(() => unpackDraws(new Uint8Array(12), 2)).toThrow(RangeError);
  expect(unpackDraws(new Uint8Array(0), 0).length).toBe(0);
});
