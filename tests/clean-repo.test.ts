import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter(Boolean);
const TEXT = /\.(ts|js|json|md|yaml|yml|csv|html|css|svg|txt)$|^\.ci\//;

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly resolved?: string;
        readonly integrity?: string;
        readonly optionalDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock;

test("the lock file names no host and pins every package by content", () => {
  const entries = Object.entries(lock.packages).filter(([path]) => path !== "");
  expect(entries.length).toBeGreaterThan(50);
  expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
  expect(
    entries.filter(([, entry]) => !entry.integrity?.startsWith("sha512-")).map(([path]) => path),
  ).toEqual([]);
});

test("every optional dependency has its own entry, so `npm ci` works on every system", () => {
  const wanted = Object.values(lock.packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  );
  const missing = wanted.filter(
    (name) => !Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`)),
  );
  expect(missing).toEqual([]);
});

test("no file holds a path of the machine it was written on", () => {
  const places = [root, homedir()].filter((place) => place.length > 5);
  const unix = /(?:^|[\s"'`(=])\/(?:home|Users|root|work)\/\w/m;
  const found = files.filter((file) => {
    if (!TEXT.test(file) || file === "tests/clean-repo.test.ts") return false;
    const text = readFileSync(join(root, file), "utf8");
    return places.some((place) => text.includes(place)) || unix.test(text);
  });
  expect(found).toEqual([]);
});

test("source files stay short: one idea each", () => {
  const long = files
    .filter((file) => /^(src|bin|tests|web)\/.*\.([tj]s|svelte|css)$/.test(file))
    .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n").length }))
    .filter(({ lines }) => lines > 401);
  expect(long).toEqual([]);
});

test("nothing that is made stands in the repository", () => {
  expect(
    files.filter((file) => /^(node_modules|dist|out|coverage)\/|\.tmp$|\.tsbuildinfo$/.test(file)),
  ).toEqual([]);
});

test("no work is left marked as unfinished", () => {
  const marks = new RegExp(
    `\\b(${["TO", "FIX", "XX"].map((start, i) => start + ["DO", "ME", "X"][i]).join("|")})\\b`,
  );
  const code = files.filter((file) => /^(src|bin|tests|models|briefs|docs)\/.*\.(ts|js|md|yaml)$/.test(file));
  const notData = code.filter((file) => !/models\/[^/]+\/(data|evidence)\//.test(file));
  expect(notData.filter((file) => marks.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
});
