import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atan } from "./atan.ts";
import { fromWords } from "./bits.ts";
import { cos } from "./cos.ts";
import { exp } from "./exp.ts";
import { ln } from "./ln.ts";
import { pow } from "./pow.ts";
import { scale } from "./scale.ts";
import { sin } from "./sin.ts";
import { tan } from "./tan.ts";

/** Distance of two doubles in units in the last place; 0 for equal or both NaN. */
function ulps(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.POSITIVE_INFINITY;
  const view = new BigInt64Array(new Float64Array([a, b]).buffer);
  const order = (v: bigint) => (v < 0n ? -(v & 0x7fffffffffffffffn) : v);
  const d = order(view[0]!) - order(view[1]!);
  return Number(d < 0n ? -d : d);
}

/** Every double, uniform over bit patterns: all exponents, subnormals, infinities and NaN. */
const anyDouble = fc.tuple(fc.integer(), fc.integer()).map(([h, l]) => fromWords(h | 0, l | 0));
const runs = { numRuns: 20000 };

describe("exp", () => {
  it("is within 1 ulp of Math.exp over the whole range", () => {
    fc.assert(
      fc.property(fc.double({ min: -746, max: 710 }), (x) => ulps(exp(x), Math.exp(x)) <= 1),
      runs,
    );
    fc.assert(
      fc.property(anyDouble, (x) => ulps(exp(x), Math.exp(x)) <= 1),
      runs,
    );
  });
  it.each([
    [0, 1],
    [-0, 1],
    [1, Math.E],
    [-1, 1 / Math.E],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    [Number.NEGATIVE_INFINITY, 0],
    [Number.NaN, Number.NaN],
    [709.782712893384, 1.7976931348622732e308],
    [709.7827128933841, Number.POSITIVE_INFINITY],
    [-745.1332191019411, 5e-324],
    [-745.1332191019412, 0],
    [-708.5, Math.exp(-708.5)],
    [1e-300, 1],
  ])("exp(%s) = %s", (x, y) => {
    expect(ulps(exp(x), y)).toBeLessThanOrEqual(1);
  });
});

describe("ln", () => {
  it("is within 1 ulp of Math.log over the whole range", () => {
    fc.assert(
      fc.property(anyDouble, (x) => ulps(ln(Math.abs(x)), Math.log(Math.abs(x))) <= 1),
      runs,
    );
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2 }), (x) => ulps(ln(x), Math.log(x)) <= 1),
      runs,
    );
  });
  it.each([
    [1, 0],
    [0, Number.NEGATIVE_INFINITY],
    [-0, Number.NEGATIVE_INFINITY],
    [-1, Number.NaN],
    [Number.NEGATIVE_INFINITY, Number.NaN],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    [Number.NaN, Number.NaN],
    [5e-324, -744.4400719213812],
    [2.2250738585072014e-308, -708.3964185322641],
    [1.7976931348623157e308, 709.782712893384],
    [Math.E, 1],
  ])("ln(%s) = %s", (x, y) => {
    expect(ulps(ln(x), y)).toBe(0);
  });
});

describe("pow", () => {
  it("is within 2 ulp of Math.pow for ordinary arguments", () => {
    const base = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    const power = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(base, power, (x, y) => ulps(pow(x, y), x ** y) <= 2),
      runs,
    );
  });
  it("is within 2 ulp of Math.pow for every pair of doubles", () => {
    fc.assert(
      fc.property(anyDouble, anyDouble, (x, y) => ulps(pow(x, y), x ** y) <= 2),
      runs,
    );
    const power = fc.double({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(anyDouble, power, (x, y) => ulps(pow(x, y), x ** y) <= 2),
      runs,
    );
  });
  it("agrees with ECMAScript on every pair of special values", () => {
    const values = [
      0,
      0.5,
      1,
      1.5,
      2,
      3,
      4,
      1e9,
      2147483648,
      9007199254740994,
      1e300,
      5e-324,
      1e-310,
      Infinity,
    ];
    const all = [...values, ...values.map((v) => -v), Number.NaN, 1 + 2 ** -52, 1 - 2 ** -53];
    for (const x of all)
      for (const y of all) {
        const [got, wanted] = [pow(x, y), x ** y];
        expect({
          x,
          y,
          ok: ulps(got, wanted) <= 1,
          sign: Object.is(Math.sign(got), Math.sign(wanted)),
        }).toEqual({
          x,
          y,
          ok: true,
          sign: true,
        });
      }
  });
  it("gives 1, x, x x, 1 / x and the square root for their exponents", () => {
    const formulas: readonly (readonly [number, (x: number) => number])[] = [
      [0, () => 1],
      [1, (x) => x],
      [2, (x) => x * x],
      [-1, (x) => 1 / x],
      [0.5, (x) => (x >= 0 ? Math.sqrt(x) + 0 : x === Number.NEGATIVE_INFINITY ? -x : Number.NaN)],
    ];
    fc.assert(
      fc.property(anyDouble, fc.double({ min: 0.01, max: 100, noNaN: true }), (a, b) => {
        for (const x of [a, Math.abs(a), b])
          for (const [y, formula] of formulas) expect([y, x, pow(x, y)]).toEqual([y, x, formula(x)]);
      }),
      runs,
    );
  });
  it("is exact for small whole powers that fit", () => {
    for (let b = 2; b <= 20; b++)
      for (let e = 2; b ** e < 2 ** 53; e++) expect(BigInt(pow(b, e))).toBe(BigInt(b) ** BigInt(e));
  });
});

describe("sin, cos, tan, atan", () => {
  it("keep the sign of zero, and give NaN where an angle says nothing", () => {
    expect([sin(-0), tan(-0), atan(-0)]).toEqual([-0, -0, -0]);
    expect([sin(0), tan(0), atan(0), cos(0), cos(-0)]).toEqual([0, 0, 0, 1, 1]);
    for (const x of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 2 ** 45, -(2 ** 60)])
      expect([sin(x), cos(x), tan(x)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([atan(Number.POSITIVE_INFINITY), atan(Number.NEGATIVE_INFINITY)]).toEqual([
      Math.PI / 2,
      -Math.PI / 2,
    ]);
    expect(atan(Number.NaN)).toBeNaN();
    for (const x of [5e-324, -1e-310, 1e-200]) expect([sin(x), tan(x), atan(x)]).toEqual([x, x, x]);
  });
  it("are right for an angle within a unit in the last place from 2^20 on", () => {
    fc.assert(
      fc.property(fc.double({ min: 2 ** 20, max: 2 ** 44, noNaN: true }), (x) => {
        const slack = x * 2 ** -52 + 1e-15;
        return Math.abs(sin(x) - Math.sin(x)) <= slack && Math.abs(cos(-x) - Math.cos(x)) <= slack;
      }),
      runs,
    );
  });
  it("are odd and even", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (x) => {
        expect([sin(-x), tan(-x), atan(-x), cos(-x)]).toEqual([-sin(x), -tan(x), -atan(x), cos(x)]);
      }),
    );
  });
});

describe("scale", () => {
  it("multiplies by a power of two with one rounding", () => {
    expect(scale(1.5, 4)).toBe(24);
    expect(scale(1, -1074)).toBe(5e-324);
    expect(scale(1, -1076)).toBe(0);
    expect(scale(5e-324, 2098 - 1)).toBe(2 ** 1023);
    expect(scale(1, 5000)).toBe(Number.POSITIVE_INFINITY);
    expect(scale(1 + 2 ** -52, -1023)).toBe(2 ** -1023);
  });
});
