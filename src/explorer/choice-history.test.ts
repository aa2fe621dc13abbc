import { describe, expect, it } from "vitest";
import type { ExplorerChoice } from "../scenario/explorer-link.ts";
import { NO_HISTORY, remember, stepBack, stepForward } from "./choice-history.ts";

const path = { scenario: "baseline", levers: {} };
const choice = (seed: number): ExplorerChoice => ({ release: "1", seed, a: path, b: path, assumptions: {} });
const [one, two, three] = [choice(1), choice(2), choice(3)];

describe("steps of undo", () => {
  it("lead back and forward through what was left behind", () => {
    const history = remember(remember(NO_HISTORY, one), two);
    const back = stepBack(history, three)!;
    expect(back.to).toBe(two);
    const start = stepBack(back.history, back.to)!;
    expect(start.to).toBe(one);
    expect(stepBack(start.history, start.to)).toBeUndefined();
    const forward = stepForward(start.history, start.to)!;
    expect(forward.to).toBe(two);
    expect(stepForward(forward.history, forward.to)!.to).toBe(three);
  });

  it("forget what lay ahead once something new is done", () => {
    const back = stepBack(remember(NO_HISTORY, one), two)!;
    const anew = remember(back.history, back.to);
    expect(stepForward(anew, three)).toBeUndefined();
  });

  it("are kept up to a limit, the oldest forgotten first", () => {
    let history = NO_HISTORY;
    for (let seed = 0; seed < 250; seed++) history = remember(history, choice(seed));
    expect(history.past.length).toBe(200);
    expect(history.past[0]!.seed).toBe(50);
  });
});
