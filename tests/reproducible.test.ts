import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { downstream, root, scratch } from "./command.ts";

const folder = scratch();
afterAll(() => folder.remove());

/** Standard output of a command that must succeed. */
function output(args: readonly string[], cwd = folder.path): string {
  const { stdout, stderr, status } = downstream(args, cwd);
  expect(stderr.replace(/^warning [\s\S]*$/, "")).toBe("");
  expect(status).toBe(0);
  expect(stdout.length).toBeGreaterThan(100);
  return stdout;
}

test.each([
  ["simulate", "models/teaching", "--draws", "70", "--json"],
  ["compare", "models/teaching", "more-treatment", "--draws", "70", "--json"],
])("%s gives the same bytes for one worker, two, three, and again", (...args) => {
  const one = output([...args, "--workers", "1"]);
  for (const workers of ["2", "3", "2"]) expect(output([...args, "--workers", workers])).toBe(one);
  expect(output([...args, "--seed", "2"])).not.toBe(one);
});

test("a posterior is the same file whatever the number of workers", () => {
  const files = ["1", "2"].map((workers) => {
    const cwd = join(folder.path, `w${workers}`);
    mkdirSync(cwd);
    expect(downstream(["new", "clinic"], cwd).status).toBe(0);
    const sizes = ["--particles", "50", "--prior-draws", "300", "--keep", "100"];
    output(["calibrate", "clinic", ...sizes, "--workers", workers], cwd);
    return ["json", "f32"].map((kind) =>
      readFileSync(join(cwd, `clinic/posterior/2024-11.${kind}`), "latin1"),
    );
  });
  expect(files[0]).toEqual(files[1]);
});

test("the brief is the same JSON for one worker and two, on standard output and in its file", () => {
  const args = ["brief", "--draws", "12", "--json"];
  const one = output([...args, "--workers", "1"]);
  const out = join(folder.path, "report");
  expect(output([...args, "--workers", "2", "--out", out])).toBe(one);
  expect(readFileSync(join(out, "report.json"), "utf8")).toBe(one);
  for (const name of ["report.en.html", "report.es.html", "report.en.md", "report.es.md"]) {
    expect(existsSync(join(out, name))).toBe(true);
    expect(readFileSync(join(out, name), "utf8")).not.toContain(root);
  }
});
