import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IrExpr } from "./ir.ts";
import { auxRead } from "./ir-walk.ts";
import { orderIr, topologicalOrder } from "./order.ts";

const aux = (index: number): IrExpr => ({ op: "aux", index });
const add = (left: IrExpr, right: IrExpr): IrExpr => ({ op: "add", left, right });

describe("order of evaluation", () => {
  test("every auxiliary reads only earlier ones, whatever the order of the text", () => {
    const graphs = fc
      .integer({ min: 1, max: 25 })
      .chain((n) =>
        fc.tuple(
          fc.shuffledSubarray([...Array(n).keys()], { minLength: n }),
          fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 60 }),
        ),
      );
    fc.assert(
      fc.property(graphs, ([rank, pairs]) => {
        const auxiliaries = rank.map((own, i) => ({
          name: `a${i}`,
          unit: "1",
          factor: 1,
          expr: pairs
            .filter(([from, to]) => from === i && rank[to]! < own)
            .reduce<IrExpr>((sum, [, to]) => add(sum, aux(to)), { op: "time" }),
        }));
        const ordered = orderIr({ stocks: [], auxiliaries, held: [] });
        expect(ordered.cycles).toEqual([]);
        ordered.auxiliaries.forEach((one, i) => {
          for (const read of auxRead(one.expr)) expect(read).toBeLessThan(i);
        });
        auxiliaries.forEach((one, i) => {
          expect(ordered.auxiliaries[ordered.moved[i]!]!.name).toBe(one.name);
        });
      }),
    );
  });

  test("a loop is found and the order still holds every node once", () => {
    const needs = [[1], [2], [0], [0]];
    const { order, cycles } = topologicalOrder(needs.keys(), (i) => needs[i]!);
    expect([...order].sort()).toEqual([0, 1, 2, 3]);
    expect(cycles).toEqual([[2, 1, 0]]);
  });

  test("a long chain does not exhaust the stack", () => {
    const n = 50_000;
    const { order } = topologicalOrder([0], (i) => (i + 1 < n ? [i + 1] : []));
    expect([order.length, order[0], order.at(-1)]).toEqual([n, n - 1, 0]);
  });

  test("starts stand after what they read", () => {
    const stock = (name: string, initial: IrExpr) => ({
      name,
      unit: "1",
      factor: 1,
      initial,
      derivative: { op: "const", value: 0 } as const,
    });
    const { initialOrder } = orderIr({
      stocks: [
        stock("a", aux(0)),
        stock("b", { op: "held", index: 0 }),
        stock("c", { op: "const", value: 1 }),
      ],
      auxiliaries: [
        { name: "x", unit: "1", factor: 1, expr: add({ op: "stock", index: 1 }, { op: "time" }) },
      ],
      held: [
        {
          name: "h",
          unit: "1",
          factor: 1,
          kind: "sample",
          input: { op: "stock", index: 2 },
          at: { op: "const", value: 0 },
        },
      ],
    });
    expect(initialOrder.map(({ of, index }) => `${of} ${index}`)).toEqual([
      "stock 2",
      "held 0",
      "stock 1",
      "aux 0",
      "stock 0",
    ]);
  });
});
