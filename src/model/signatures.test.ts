import { expect, test } from "vitest";
import { FUNCTIONS } from "./functions.ts";
import { SIGNATURES } from "./signatures.ts";

test("every function of several arguments shows as many as it takes", () => {
  const several = [...FUNCTIONS].filter(([, { max }]) => max > 1);
  expect(several.map(([name]) => name).sort()).toEqual([...SIGNATURES.keys()].sort());
  for (const [name, { min, max }] of several) {
    const text = SIGNATURES.get(name)!;
    const needed = text.replace(/\[.*\]/, "").split(",").length;
    if (text.includes("...")) expect([name, needed]).toEqual([name, min + 1]);
    else expect([name, needed, text.split(",").length]).toEqual([name, min, max]);
  }
});
