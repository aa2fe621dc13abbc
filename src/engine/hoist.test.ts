import { describe, expect, it } from "vitest";
import { hoist } from "./hoist.ts";
import { compileKernel } from "./kernel.ts";
import { leverTable } from "./lever-table.ts";
import {
  add,
  aLever,
  anAux,
  aParameter,
  aStock,
  aux,
  fn,
  lever,
  makeIr,
  mul,
  num,
  param,
  plainClock,
  pow,
  stock,
  time,
} from "./test-irs.ts";
import { defaultParams, simulate } from "./test-run.ts";

// A growth rate whose parts change never, with the lever, with time, and with both.
const rate = mul(
  mul(pow(param(0), num(0.3)), fn("exp", mul(num(-0.1), time))),
  mul(pow(add(num(1), lever(0)), num(-0.7)), fn("sqrt", add(time, lever(0)))),
);
const make = (method: "euler" | "rk2" | "rk4") =>
  makeIr({
    method,
    clock: plainClock(5, 40),
    parameters: [aParameter("a", 0.5)],
    levers: [aLever("push", 0)],
    stocks: [aStock("y", num(1), mul(aux(0), stock(0)))],
    auxiliaries: [anAux("rate", mul(mul(num(-0.3), rate), fn("sqrt", stock(0))))],
  });
const schedules = { push: [{ at: 3, value: 2 }] };

describe("hoist", () => {
  it("gives parts that change less often a place of their own, named after the equation", () => {
    const names = hoist(make("rk4")).auxiliaries.map((a) => a.name);
    expect(names.filter((n) => n === "part of rate").length).toBeGreaterThan(0);
    expect(names.at(-1)).toBe("rate");
  });

  it.each(["euler", "rk2", "rk4"] as const)("changes no bit of %s", (method) => {
    const ir = make(method);
    const { rows } = simulate(ir, ["y"], schedules);
    // The same steps by hand, every expression in full each time.
    const value = (t: number, push: number, y: number) => {
      const one = makeIr({ ...ir, clock: plainClock(1, 0), stocks: [aStock("y", num(y), num(0))] });
      const at = (e: typeof rate): typeof rate =>
        e.op === "time"
          ? num(t)
          : e.op === "lever"
            ? num(push)
            : "left" in e
              ? { ...e, left: at(e.left), right: at(e.right) }
              : "arg" in e
                ? { ...e, arg: at(e.arg) }
                : e;
      const frozen = { ...one, auxiliaries: ir.auxiliaries.map((a) => ({ ...a, expr: at(a.expr) })) };
      return simulate(frozen, ["rate"], {}, [0]).rows[0]![0]! * y;
    };
    let y = 1;
    for (let k = 0; k < 40; k++) {
      const push = k >= 15 ? 2 : 0;
      const dt = 1 / 5;
      const k1 = value(k / 5, push, y);
      if (method === "euler") y += dt * k1;
      else if (method === "rk2") y += (dt / 2) * (k1 + value((k + 1) / 5, push, y + dt * k1));
      else {
        const k2 = value((k + 0.5) / 5, push, y + (dt / 2) * k1);
        const k3 = value((k + 0.5) / 5, push, y + (dt / 2) * k2);
        const k4 = value((k + 1) / 5, push, y + dt * k3);
        y += (dt / 6) * (k1 + 2 * k2 + 2 * k3 + k4);
      }
      expect(rows[0]![k + 1]).toBe(y);
    }
  });

  it.each(["euler", "rk2", "rk4"] as const)("restarts %s at any step with the same bits", (method) => {
    const ir = make(method);
    const kernel = compileKernel(ir, ["y", "rate"]);
    const saveSteps = ir.clock.saveSteps;
    const request = { params: defaultParams(ir), levers: leverTable(ir, schedules), saveSteps };
    const whole = new Float64Array(82);
    for (const at of [1, 15, 33]) {
      const { kept } = kernel.run({ ...request, out: whole, keepAt: at });
      const again = whole.slice();
      kernel.run({ ...request, out: again, fromStep: at, state: kept! });
      expect(again).toEqual(whole);
    }
  });
});
