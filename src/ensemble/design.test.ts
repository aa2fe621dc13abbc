import { describe, expect, it } from "vitest";
import type { DiagnosticError } from "../base/diagnostic.ts";
import { aParameter, makeIr } from "../engine/test-irs.ts";
import type { IrPrior } from "../model/ir.ts";
import { type Design, drawParameters } from "./design.ts";
import { priorQuantile } from "./prior-quantile.ts";
import { uncertainParameters } from "./sobol-order.ts";

const uniform: IrPrior = { distribution: "uniform", args: [10, 20] };
const a = aParameter("a", 15, uniform);
const b = aParameter("b", 1, { distribution: "pert", args: [1, 3, 8] });
const fixed = aParameter("fixed", 42);
const design: Design = { sampler: "stratified", seed: 11, draws: 50 };

function columnOf(rows: Float64Array, width: number, j: number): number[] {
  return [...rows].filter((_, i) => i % width === j);
}

describe("drawParameters", () => {
  it("keeps parameters without a prior and draws the others inside their range", () => {
    const rows = drawParameters(makeIr({ parameters: [a, fixed] }), design);
    expect(columnOf(rows, 2, 1)).toEqual(new Array(50).fill(42));
    expect(columnOf(rows, 2, 0).every((x) => x > 10 && x < 20)).toBe(true);
  });
  it.each(["stratified", "lhs", "mc"] as const)(
    "%s: a new parameter leaves the other columns alone",
    (sampler) => {
      const alone = drawParameters(makeIr({ parameters: [a] }), { ...design, sampler });
      const both = drawParameters(makeIr({ parameters: [b, fixed, a] }), { ...design, sampler });
      expect(columnOf(both, 3, 2)).toEqual([...alone]);
    },
  );
  it("gives any block of draws alone", () => {
    const ir = makeIr({ parameters: [a, b] });
    expect([...drawParameters(ir, design, 7, 12)]).toEqual([...drawParameters(ir, design).slice(14, 24)]);
  });
  it.each([{ seed: -1 }, { seed: 0.5 }, { draws: 0 }, { draws: 2 ** 31 }, { draws: Number.NaN }])(
    "refuses %j",
    (change) => {
      expect(() => drawParameters(makeIr({ parameters: [a] }), { ...design, ...change })).toThrow(
        "ensemble/design",
      );
    },
  );
});

describe("drawParameters with sobol", () => {
  const ir = makeIr({ parameters: [a, fixed, b] });
  const order = uncertainParameters(ir);
  const sobol: Design = { sampler: "sobol", seed: 11, draws: 50, order };
  const codes = (change: Partial<Design>) => {
    try {
      drawParameters(ir, { ...sobol, ...change });
    } catch (error) {
      return (error as DiagnosticError).diagnostics.map(({ code, data }) => ({ code, ...data }));
    }
    return [];
  };

  it("draws by the order of the design, not of the model", () => {
    expect(order).toEqual(["a", "b"]);
    const rows = drawParameters(ir, sobol);
    const turned = drawParameters(makeIr({ parameters: [b, a] }), sobol);
    expect(columnOf(turned, 2, 1)).toEqual(columnOf(rows, 3, 0));
    expect(columnOf(turned, 2, 0)).toEqual(columnOf(rows, 3, 2));
    const swapped = drawParameters(ir, { ...sobol, order: ["b", "a"] });
    expect(columnOf(swapped, 3, 0)).not.toEqual(columnOf(rows, 3, 0));
    expect(columnOf(rows, 3, 1)).toEqual(new Array(50).fill(42));
  });
  it("keeps the other columns when a parameter joins at the end, and the first draws when draws grow", () => {
    const c = aParameter("c", 1, uniform);
    const rows = drawParameters(ir, sobol);
    const more = drawParameters(makeIr({ parameters: [c, a, b] }), { ...sobol, order: [...order, "c"] });
    expect(columnOf(more, 3, 1)).toEqual(columnOf(rows, 3, 0));
    expect([...drawParameters(ir, { ...sobol, draws: 500 }).slice(0, rows.length)]).toEqual([...rows]);
    expect([...drawParameters(ir, sobol, 7, 12)]).toEqual([...rows.slice(21, 36)]);
  });
  it("gives the published points without a shift", () => {
    const rows = drawParameters(ir, { ...sobol, scramble: "none", draws: 4 });
    expect(columnOf(rows, 3, 0)).toEqual([10 + 10 * 2 ** -33, 15, 17.5, 12.5]);
    expect(rows.slice(3)).not.toEqual(drawParameters(ir, sobol).slice(3, 12));
  });
  it("refuses an order that does not fit the model", () => {
    const { order: _, ...without } = sobol;
    expect(() => drawParameters(ir, without)).toThrow("ensemble/sobol-order");
    expect(codes({ order: ["a", "b", "bb", "fixed"] })).toEqual([
      { code: "ensemble/sobol-unknown", name: "bb", suggestion: "b" },
      { code: "ensemble/sobol-unknown", name: "fixed" },
    ]);
    expect(codes({ order: ["a", "a"] })).toEqual([
      { code: "ensemble/sobol-twice", name: "a" },
      { code: "ensemble/sobol-missing", names: ["b"] },
    ]);
    const many = Array.from({ length: 401 }, (_, i) => aParameter(`p${i}`, 1, uniform));
    const wide = makeIr({ parameters: many });
    expect(() => drawParameters(wide, { ...sobol, order: uncertainParameters(wide) })).toThrow(
      "ensemble/sobol-dimensions",
    );
    const most = makeIr({ parameters: many.slice(1) });
    expect(drawParameters(most, { ...sobol, order: uncertainParameters(most) }, 0, 1).length).toBe(400);
  });
});

describe("priorQuantile", () => {
  // Values by scipy; lognormal there has the mean of the log 0.3.
  it.each([
    ["triangular", [0, 0.25, 1], [0.0790569415042, 0.387627564304, 0.863069360624]],
    ["pert", [1, 3, 8], [1.44469905747, 3.38258860142, 6.17205094987]],
    ["lognormal", [Math.exp(0.3), 0.8], [0.2814019548, 1.34985880758, 6.47514620745]],
    ["beta", [2, 5], [0.0432718682927, 0.264449983296, 0.641234578998]],
    ["uniform", [2, 4], [2.05, 3, 3.95]],
    ["loguniform", [0.01, 100], [0.012589254117941673, 1, 79.43282347242814]],
    ["normal", [10, 2], [6.080072030919892, 10, 13.919927969080108]],
    ["categorical", [1, 0, 2, 0], [0, 2, 2]],
  ] as const)("%s%j", (distribution, args, wanted) => {
    const q = priorQuantile({ distribution, args });
    [0.025, 0.5, 0.975].forEach((u, i) => {
      expect(Math.abs(q(u) - wanted[i]!)).toBeLessThan(2e-11 * Math.max(1, wanted[i]!) * 5);
    });
  });
  it("rises with u and stays inside the range at the ends", () => {
    const cases: IrPrior[] = [
      { distribution: "triangular", args: [1, 1, 3] },
      { distribution: "triangular", args: [1, 3, 3] },
      { distribution: "pert", args: [1, 1, 3] },
      { distribution: "uniform", args: [1, 3] },
      { distribution: "loguniform", args: [1, 3] },
    ];
    for (const prior of cases) {
      const q = priorQuantile(prior);
      const values = [1e-16, 1e-9, 0.1, 0.5, 0.9, 1 - 1e-9, 1 - 2 ** -53].map(q);
      values.forEach((v, i) => {
        expect(v).toBeGreaterThanOrEqual(i === 0 ? 1 : values[i - 1]!);
      });
      expect(values.at(-1)!).toBeLessThanOrEqual(3);
    }
  });
  it("chooses options by weight", () => {
    const q = priorQuantile({ distribution: "categorical", args: [1, 2, 1] });
    expect([0.1, 0.2499, 0.2501, 0.7499, 0.7501, 1 - 2 ** -53].map(q)).toEqual([0, 0, 1, 1, 2, 2]);
  });
});
