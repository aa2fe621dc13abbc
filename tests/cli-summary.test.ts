import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { downstream, scratch } from "./command.ts";

const folder = scratch();
const run = (...args: string[]) => downstream(args, folder.path);

beforeAll(() => {
  expect(run("new", "clinic").status).toBe(0);
});
afterAll(() => folder.remove());

test("simulate --summary shows means and quantiles at the dates asked for", () => {
  const options = ["--draws", "200", "--summary", "--outputs", "deaths"];
  const { stdout, stderr, status } = run(
    "simulate",
    "clinic",
    ...options,
    "--at",
    "2026-01,2020-01",
    "--csv",
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const [head, ...lines] = stdout.trimEnd().split("\n");
  expect(head).toBe("outcome,unit,time,date,draws,mean,standard error,sd,least,q05,q25,q50,q75,q95,greatest");
  expect(lines.map((line) => line.split(",").slice(0, 5).join())).toEqual([
    "deaths,person/year,2020,2020-01,200",
    "deaths,person/year,2026,2026-01,200",
  ]);
  const kept = run("simulate", "clinic", "--draws", "200", "--outputs", "deaths", "--csv").stdout;
  const last = kept.split("\n").find((line) => line.startsWith("2026,"));
  const { rows, failed } = JSON.parse(
    run("simulate", "clinic", ...options, "--at", "2026-01", "--json").stdout,
  );
  const { q05, q25, q50, q75, q95 } = rows[0].numbers;
  expect([q05, q25, q50, q75, q95]).toEqual(last?.split(",").slice(2).map(Number));
  expect(failed).toEqual({ count: 0 });
  expect(run("simulate", "clinic", ...options).stdout).toMatch(/200 draws from the prior; exact quantiles/);
  expect(run("simulate", "clinic", ...options, "--lang", "es").stdout).toContain("cuantiles exactos");
});

test("compare --summary agrees with compare", () => {
  const options = ["more-treatment", "--draws", "150", "--csv"];
  const column = (text: string, name: string) => {
    const [head, ...lines] = text.trimEnd().split("\n");
    const at = head?.split(",").indexOf(name) ?? -1;
    return lines.map((line) => line.split(",")[at]);
  };
  const [kept, summary] = [
    run("compare", "clinic", ...options),
    run("compare", "clinic", ...options, "--summary"),
  ];
  expect(summary.stderr).toBe("");
  for (const name of ["median", "change q05", "change q50", "change q95", "better of 100"])
    expect(column(summary.stdout, name)).toEqual(column(kept.stdout, name));
});

test("what needs --summary says so, and a checkpoint of other work is not taken", () => {
  const many = run("simulate", "clinic", "--draws", "2000000");
  expect(many.stderr).toContain("--draws 2000000 needs --summary");
  expect(many.status).toBe(2);
  writeFileSync(join(folder.path, "state"), "something else");
  const checkpoint = ["--checkpoint", "state"];
  expect(run("simulate", "clinic", "--draws", "10", ...checkpoint).stderr).toContain("needs --summary");
  const other = run("simulate", "clinic", "--draws", "200000", "--summary", ...checkpoint);
  expect(other.stderr).toContain("'state' is not a checkpoint of this command");
  const few = run("simulate", "clinic", "--draws", "10", "--summary", ...checkpoint);
  expect(few.stderr).toContain("--checkpoint does nothing here");
  expect(few.status).toBe(0);
  expect(run("simulate", "clinic", "--summary", "--at", "2126-01").stderr).toContain(
    "not a month of the run",
  );
});
