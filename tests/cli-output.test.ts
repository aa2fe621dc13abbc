import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { downstream, launcher, scratch } from "./command.ts";

const folder = scratch();
const run = (...args: string[]) => downstream(args, folder.path);
const at = (...parts: string[]) => join(folder.path, ...parts);

beforeAll(() => {
  expect(run("new", "clinic").status).toBe(0);
});
afterAll(() => folder.remove());

test("a model has pages about it, in its own folder unless another is named", () => {
  const name = "paged";
  expect(run("new", name).status).toBe(0);
  expect(run("docs", name).stdout).toContain(`${name}/docs/index.md`);
  expect(readdirSync(at(name, "docs")).sort()).toEqual(["evidence.md", "index.md", "people.md"]);
  expect(existsSync(at("docs"))).toBe(false);
  expect(run("check", name).stdout).toContain("0 errors, 0 warnings");
  expect(run("docs", "clinic", "--out", "pages").status).toBe(0);
  expect(readdirSync(at("pages")).sort()).toEqual(["evidence.md", "index.md", "people.md"]);
});

describe("a result that cannot be finished leaves nothing", () => {
  test("pages into a file are refused whole", () => {
    copyFileSync(at("clinic/data/deaths.csv"), at("in-the-way"));
    const { status, stderr } = run("docs", "clinic", "--out", "in-the-way");
    expect(stderr).toContain("'in-the-way' is a file, a folder is needed");
    expect(status).toBe(70);
    expect(readdirSync(folder.path).filter((name) => name.includes(".tmp"))).toEqual([]);
  });
  test("a report into a file, or below one, is refused before anything runs", () => {
    copyFileSync(at("clinic/data/deaths.csv"), at("in-the-way"));
    const brief = "briefs/2024-11-force-in-mexico.md";
    for (const out of ["in-the-way", "in-the-way/deeper"]) {
      const { status, stderr } = run("brief", brief, "--draws", "1000000", "--out", out);
      expect(stderr).toContain("'in-the-way' is a file, a folder is needed");
      expect(status).toBe(70);
    }
  });
  test("a folder in the place of one page leaves the other pages unwritten", () => {
    mkdirSync(at("half/index.md"), { recursive: true });
    const { status, stderr } = run("docs", "clinic", "--out", "half");
    expect(stderr).toMatch(/'half\/index\.md' is a folder[\s\S]*No file was changed/);
    expect(status).toBe(70);
    expect(readdirSync(at("half"))).toEqual(["index.md"]);
  });
  test("a posterior that has no place is refused before the draws", () => {
    const name = "no-place";
    expect(run("new", name).status).toBe(0);
    writeFileSync(at(name, "posterior"), "");
    const { status, stderr } = run("calibrate", name, "--prior-draws", "9000000");
    expect(stderr).toContain("posterior' is a file, a folder is needed");
    expect(status).toBe(70);
  });
  test("a reader that goes away ends the command quietly", () => {
    const script = `"${process.execPath}" "${launcher}" simulate clinic --json | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: folder.path, encoding: "utf8" });
    expect(stdout).toBe("{\n0\n");
    expect(stderr).toBe("");
  });
  test("an interrupt ends with 130 and without a file", async () => {
    const name = "stopped";
    expect(run("new", name).status).toBe(0);
    const child = spawn(process.execPath, [launcher, "calibrate", name, "--prior-draws", "9000000"], {
      cwd: folder.path,
    });
    setTimeout(() => child.kill("SIGINT"), 3000);
    const code = await new Promise((resolve) => child.on("exit", resolve));
    expect(code).toBe(130);
    expect(existsSync(at(name, "posterior"))).toBe(false);
  });
});

test("help and version are results, not failures", () => {
  expect(run("--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  const help = run("--help");
  expect(help.status).toBe(0);
  for (const command of ["brief", "check", "simulate", "compare", "explain", "calibrate", "new", "docs"]) {
    expect(help.stdout).toContain(`  ${command} `);
    expect(run(command, "--help").stdout).toContain("--json");
  }
});
