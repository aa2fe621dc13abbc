import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { downstream, scratch } from "./command.ts";

/** A scratch folder with a new model `clinic`, made before the tests of a file and removed after them. */
export function clinicFolder() {
  const folder = scratch();
  const run = (...args: string[]) => downstream(args, folder.path);
  const at = (...parts: string[]) => join(folder.path, ...parts);

  beforeAll(() => {
    const made = run("new", "clinic");
    expect(made.stderr).toBe("");
    expect(made.status).toBe(0);
  });
  afterAll(() => folder.remove());

  /** Replaces a text in another new model and gives its name. */
  function broken(name: string, file: string, change: (text: string) => string): string {
    expect(run("new", name).status).toBe(0);
    const path = at(name, file);
    writeFileSync(path, change(readFileSync(path, "utf8")));
    return name;
  }
  return { run, at, broken };
}
