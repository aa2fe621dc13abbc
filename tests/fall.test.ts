import { expect, test } from "vitest";
import type { ExplainedFall } from "../src/cli/explain-fall.ts";
import { downstream } from "./command.ts";

const args = ["explain", "models/us-mexico", "--fall", "--draws", "16"];

test("explain --fall accounts for the whole fall, draw by draw, and levers are no part of it", () => {
  const run = downstream([...args, "--json"]);
  expect(run.status).toBe(0);
  const fall = JSON.parse(run.stdout) as ExplainedFall;
  expect([fall.from, fall.draws, fall.accounts.length]).toEqual(["2023-06", 16, 2]);
  for (const { observed, simulated, rows } of fall.accounts) {
    expect(observed).toBeLessThan(-0.3);
    const row = (name: string) => rows.find(({ mechanism }) => mechanism === name)!;
    // What is missed is the one share that is known without a subset: 1 less simulated over observed.
    expect(row("missed").share!.median).toBeCloseTo(1 - simulated.median / observed, 6);
    const medians = rows.map(({ share }) => share!.median);
    expect(medians.reduce((a, b) => a + b, 0)).toBeGreaterThan(0.7);
    expect(medians.reduce((a, b) => a + b, 0)).toBeLessThan(1.3);
    for (const { lastIn } of rows.slice(0, -2)) expect(Number.isFinite(lastIn!.median)).toBe(true);
  }
  // The fall ends before any lever could have moved deaths.
  expect(Math.abs(fall.levers!.share.high)).toBeLessThan(0.001);
});

test("explain --fall speaks both languages; a name and --fall exclude each other", () => {
  const es = downstream([...args, "--lang", "es"]);
  expect(es.status).toBe(0);
  expect(es.stdout).toContain("Por qué bajaron las muertes");
  expect(es.stdout).not.toContain("undefined");
  expect(downstream([...args, "perceived risk"]).status).toBe(2);
  expect(downstream(["explain", "models/us-mexico"]).status).toBe(2);
  const none = downstream(["explain", "models/regions", "--fall"]);
  expect(none.stderr).toContain("names no fall");
});
