import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { checkpoint } from "./checkpoint.ts";

const folder = mkdtempSync(join(tmpdir(), "downstream-checkpoint-"));
const path = join(folder, "state");
afterAll(() => rmSync(folder, { recursive: true }));

it("keeps the last state of the work that its key names, and nothing beside it", () => {
  const mine = checkpoint<{ sums: Float64Array; pages: Map<number, Uint32Array> }>(path, "this work");
  expect(mine.read()).toBeUndefined();
  mine.write({ sums: Float64Array.of(1), pages: new Map() });
  const state = { sums: Float64Array.of(0.1, -0, 5e-324), pages: new Map([[7, Uint32Array.of(1, 2)]]) };
  mine.write(state);
  expect(mine.read()).toEqual(state);
  expect(readdirSync(folder)).toEqual(["state"]);
  expect(() => checkpoint(path, "other work").read()).toThrow("checkpoint-other");
  mine.remove();
  mine.remove();
  expect(existsSync(path)).toBe(false);
});

it("does not take another file for a checkpoint", () => {
  writeFileSync(path, "time,date\n");
  expect(() => checkpoint(path, "this work").read()).toThrow("checkpoint-other");
});
