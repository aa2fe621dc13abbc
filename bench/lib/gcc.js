import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

/** The version line of gcc, or undefined when there is none. */
export function gccVersion() {
  const run = spawnSync("gcc", ["--version"], { encoding: "utf8" });
  return run.status === 0 ? run.stdout.split("\n")[0] : undefined;
}

/** Flags of the optimised forms: strict arithmetic; errno and traps, which nothing here reads, do not stand in the way. */
export const BEST = ["-O3", "-march=native", "-ffp-contract=off", "-fno-math-errno", "-fno-trapping-math"];
/** Flags that model compilers build with. */
export const CONVENTIONAL = ["-O2", "-ffp-contract=off"];

/**
 * Compiles a C text into `folder`, or takes the program that an earlier call made of the same text and flags. `language` is "c" or
 * "c++" (whose vectors have `?:`). Returns the program's path, the compiler's milliseconds and the bytes of machine code.
 */
export function compileC(text, flags, folder, language = "c") {
  mkdirSync(folder, { recursive: true });
  const version = gccVersion() ?? "";
  const key = createHash("sha256")
    .update([text, flags.join(" "), version, language].join("\0"))
    .digest("hex");
  const stem = join(folder, key.slice(0, 20));
  const source = `${stem}.c`;
  const meta = `${stem}.ms`;
  if (!existsSync(stem)) {
    writeFileSync(source, text);
    const begun = performance.now();
    const args = [...flags, "-w", "-x", language, source, "-o", `${stem}.new`, "-lm"];
    execFileSync("gcc", args, { stdio: ["ignore", "inherit", "inherit"] });
    writeFileSync(meta, String(Math.round(performance.now() - begun)));
    renameSync(`${stem}.new`, stem);
  }
  const ms = Number(readFileSync(meta, "utf8"));
  return { path: stem, ms, source, codeBytes: codeBytes(stem), fileBytes: statSync(stem).size };
}

/** Bytes of machine code in a program, as `size` counts them. */
function codeBytes(path) {
  const run = spawnSync("size", ["-A", path], { encoding: "utf8" });
  const match = /^\.text\s+(\d+)/m.exec(run.stdout ?? "");
  return match ? Number(match[1]) : undefined;
}
