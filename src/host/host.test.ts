import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkOutputFolder } from "./check-output.ts";
import { progressText } from "./progress.ts";
import { readBinaryFile, readFolder, readTextFile } from "./read-folder.ts";
import { terminal } from "./terminal.ts";
import { writeAtomic, writeFolder } from "./write-atomic.ts";

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "downstream-host-"));
  mkdirSync(join(root, "model/data"), { recursive: true });
  mkdirSync(join(root, "model/.hidden"));
  writeFileSync(join(root, "model/b.md"), "# B\r\ntext\r\n");
  writeFileSync(join(root, "model/a.md"), "\uFEFF# A\n");
  writeFileSync(join(root, "model/data/x.csv"), "date,v\n2015-01-01,1\n");
  writeFileSync(join(root, "model/picture.png"), Buffer.from([1, 0, 2]));
  writeFileSync(join(root, "model/.hidden/c.md"), "no");
  writeFileSync(join(root, "latin1.csv"), Buffer.from([0x64, 0xe9, 0x0a]));
  writeFileSync(join(root, "zero.csv"), "a\0b");
  symlinkSync(join(root, "latin1.csv"), join(root, "model/link.csv"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("a folder is read as sorted texts; hidden, linked and other kinds of file are left alone", () => {
  const { files, diagnostics } = readFolder(join(root, "model"));
  expect(diagnostics).toEqual([]);
  expect(Object.keys(files)).toEqual(["a.md", "b.md", "data/x.csv"]);
  expect(files["a.md"]).toBe("# A\n");
  expect(files["b.md"]).toBe("# B\ntext\n");
});

test("what cannot be read is a finding that names the path, never an exception", () => {
  const code = (path: string) => readTextFile(path).diagnostics.map((d) => d.code);
  expect(code(join(root, "none.md"))).toEqual(["file-missing"]);
  expect(code(join(root, "latin1.csv", "x"))).toEqual(["file-missing"]);
  expect(code(join(root, "model"))).toEqual(["file-is-a-folder"]);
  expect(code(join(root, "latin1.csv"))).toEqual(["file-not-text"]);
  expect(code(join(root, "zero.csv"))).toEqual(["file-not-text"]);
  expect(readFolder(join(root, "none")).diagnostics[0]?.code).toBe("file-missing");
  expect(readFolder(join(root, "zero.csv")).diagnostics[0]?.code).toBe("file-not-a-folder");
  const large = readBinaryFile(join(root, "zero.csv"), 2).diagnostics[0];
  expect(large).toMatchObject({ code: "file-too-large", data: { path: join(root, "zero.csv") } });
});

test("a write replaces the whole file and leaves no temporary one", () => {
  const path = join(root, "out/deep/file.txt");
  writeAtomic(path, "one");
  writeAtomic(path, new Uint8Array([50]));
  expect(readFileSync(path, "utf8")).toBe("2");
  expect(writeFolder(join(root, "out/deep"), { "x.txt": "x" })).toHaveLength(1);
  expect(readdirSync(join(root, "out/deep")).sort()).toEqual(["file.txt", "x.txt"]);
});

test("a write that cannot succeed throws a finding and leaves nothing behind", () => {
  expect(() => writeAtomic(join(root, "model"), "x")).toThrow("output-is-a-folder");
  expect(readdirSync(root).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  expect(() => writeAtomic(join(root, "zero.csv", "y"), "x")).toThrow("file-unwritable");
});

test("a folder in the way of one file leaves all the others as they were", () => {
  const folder = join(root, "set");
  writeFolder(folder, { "a.txt": "old" });
  mkdirSync(join(folder, "c.txt"));
  const write = () =>
    writeFolder(folder, { "a.txt": "new", "b.txt": "new", "c.txt": "new", "deep/d.txt": "new" });
  expect(write).toThrow("output-is-a-folder");
  expect(readdirSync(folder).sort()).toEqual(["a.txt", "c.txt"]);
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("old");
});

test("an output folder is one, or can be made; a file there or on the way is found before anything is written", () => {
  expect(() => checkOutputFolder(join(root, "model"))).not.toThrow();
  expect(() => checkOutputFolder(join(root, "not/yet/there"))).not.toThrow();
  expect(readdirSync(root)).not.toContain("not");
  expect(() => checkOutputFolder(join(root, "zero.csv"))).toThrow("output-not-a-folder");
  try {
    checkOutputFolder(join(root, "zero.csv/deep/er"));
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ diagnostics: [{ data: { path: join(root, "zero.csv") } }] });
  }
});

test("progress names rate and time left", () => {
  expect(progressText("Runs", 1200, 28000, 1)).toBe("Runs 1,200 of 28,000 (4 %), 1,200 a second, 23 s left");
  expect(progressText("Runs", 0, 10, 9)).toBe("Runs 0 of 10 (0 %)");
  expect(progressText("Runs", 5, 1000, 2)).toContain("2.5 a second, 6 min 38 s left");
});

test("styles are plain text where there is no terminal", () => {
  const fake = { isTTY: false } as NodeJS.WriteStream;
  expect(terminal(fake).style("bold", "x")).toBe("x");
  expect(terminal(fake).columns).toBe(100);
});
