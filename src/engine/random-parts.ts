import type { IrClock, IrTable } from "../model/ir.ts";
import type { Choice } from "./random-choice.ts";

/** A clock with or without a calendar, of up to 40 steps, saving at some of them. */
export function randomClock(c: Choice): IrClock {
  const calendar = c.chance(0.5);
  const stepsPerMonth = calendar ? 1 + c.int(4) : 1;
  const stepsPerUnit = calendar ? 12 * stepsPerMonth : c.one([1, 2, 3, 4, 7, 10, 12]);
  const steps = 1 + c.int(40);
  const start = calendar ? 2013 + c.int(12) : c.int(20) - 5;
  const every = 1 + c.int(4);
  const first = c.int(steps < 5 ? steps : 5);
  const saveSteps = Array.from({ length: steps + 1 }, (_, k) => k).filter(
    (k) => k >= first && (k - first) % every === 0,
  );
  return {
    calendar,
    startIndex: start * stepsPerUnit + (calendar ? stepsPerMonth * c.int(12) : c.int(stepsPerUnit)),
    stepsPerUnit,
    steps,
    stepsPerMonth,
    resultsFrom: 0,
    decision: c.int(steps),
    saveSteps,
  };
}

/** A table of 1 to 40 points of any shape; arguments of random models fall inside, outside and on its points. */
export function randomTable(c: Choice, index: number): IrTable {
  const shape = c.one([undefined, "extrapolated", "stepwise"] as const);
  const length = c.one([2, 3, 5, 1, 26, 40]);
  const even = c.chance(0.5);
  let at = -c.int(4);
  const x = Array.from({ length }, () => {
    const here = at;
    at += even ? 0.25 : 0.01 + c.tame() * c.tame();
    return here;
  });
  const y = x.map(() => (c.chance(0.05) ? c.one([-0, 1e300, 5e-324]) : c.tame()));
  return { name: `table ${index}`, ...(shape && { shape }), x: ascending(x), y };
}

/** The points in ascending order without repeats closer than a thousandth. */
function ascending(x: readonly number[]): readonly number[] {
  let last = Number.NEGATIVE_INFINITY;
  return x.map((value) => {
    last = value > last + 0.001 ? value : last + 0.001;
    return last;
  });
}
