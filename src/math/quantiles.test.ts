import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beta } from "./beta-quantile.ts";
import { lnGamma } from "./ln-gamma.ts";
import { normalQuantile } from "./normal-quantile.ts";

const close = (got: number, wanted: number, relative: number) =>
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted));

describe("normalQuantile", () => {
  it.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.999, 3.090232306167813],
    [0.25, -0.6744897501960817],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0471],
  ])("at %f is %f", (u, z) => close(normalQuantile(u), z, z < -30 ? 1e-6 : 4e-16));
  it("has its ends and is odd", () => {
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalQuantile(-0.1)).toBeNaN();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 - 1 }), (i) => {
        const u = i / 2 ** 30;
        return normalQuantile(u) === -normalQuantile(1 - u);
      }),
    );
  });
});

describe("lnGamma", () => {
  it("gives factorials and the half-integer values", () => {
    let factorial = 1;
    for (let n = 1; n < 20; n++) {
      expect(Math.abs(lnGamma(n) - Math.log(factorial))).toBeLessThan(2e-14);
      factorial *= n;
    }
    close(lnGamma(0.5), 0.5723649429247001, 1e-14);
    close(lnGamma(100.5), 361.4355404678, 1e-12);
  });
});

describe("beta", () => {
  it.each([
    [0.025, 0.0432718682927],
    [0.5, 0.264449983296],
    [0.975, 0.641234578998],
  ])("(2, 5) at %f is %f (scipy)", (u, x) => close(beta(2, 5).quantile(u), x, 2e-12));
  it("agrees with closed forms", () => {
    for (const u of [1e-6, 0.1, 0.5, 0.9, 0.999999]) {
      close(beta(3, 1).quantile(u), u ** (1 / 3), 1e-12);
      close(beta(1, 4).quantile(u), 1 - (1 - u) ** 0.25, 1e-10);
      close(beta(0.5, 0.5).quantile(u), Math.sin((Math.PI * u) / 2) ** 2, 1e-12);
      close(beta(1, 1).quantile(u), u, 1e-14);
    }
  });
  it("inverts its own distribution function over shapes", () => {
    const shape = fc.double({ min: 1, max: 60, noNaN: true });
    const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    fc.assert(
      fc.property(shape, shape, share, (a, b, u) => {
        const d = beta(a, b);
        return Math.abs(d.cdf(d.quantile(u)) - u) < 1e-11;
      }),
      { numRuns: 300 },
    );
  });
  it("has its ends", () => {
    expect([0, 1, -1, 2].map(beta(2, 3).quantile)).toEqual([0, 1, 0, 1]);
    expect(beta(2, 3).quantile(Number.NaN)).toBeNaN();
  });
});
