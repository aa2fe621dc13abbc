import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { gccVersion } from "./gcc.js";

/** Whether other work keeps the processors busy: then only processor time means anything. Gives the load a core, 0 when quiet. */
export function otherWork() {
  const load = loadavg()[0] / cpus().length;
  return load > 0.8 ? Number(load.toFixed(1)) : 0;
}

/** What a figure depends on: day, commit, kind of core, versions. Nothing else of the machine is named. */
export function machine(root) {
  const git = (...args) => {
    try {
      return execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
    } catch {
      return "";
    }
  };
  const changed = git("status", "--porcelain", "--", "src", "models", "bench/lib", "bench/models") !== "";
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: git("rev-parse", "--short", "HEAD") + (changed ? "+" : ""),
    core: `${cpus()[0].model.replace(/\s+/g, " ").trim()}, ${cpus().length} cores`,
    node: process.version,
    v8: process.versions.v8,
    gcc: gccVersion() ?? "none",
  };
}
