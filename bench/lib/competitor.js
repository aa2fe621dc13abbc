import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";

/**
 * A competitor in a process of its own, so that none profits or suffers from what another left in a compiler or a cache. It is asked
 * line by line: `round MS` measures for so long and answers the 80th percentile of its windows in runs a second,
 * `dump N PATH` writes the outputs of the first N runs. Between the questions it sleeps.
 */
export async function startCompetitor(file, args) {
  const child = spawn(file, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (line) => {
    if (line !== undefined) child.stdin.write(`${line}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`${file} ${args.join(" ")}: ended without an answer to "${line ?? "start"}"`);
    return value;
  };
  child.stdin.on("error", () => {});
  const greeting = await ask();
  return {
    facts: JSON.parse(greeting.slice("ready".length) || "{}"),
    round: async (ms) => Number((await ask(`round ${ms}`)).split(" ")[1]),
    async dump(path, runs) {
      await ask(`dump ${runs} ${path}`);
      const bytes = readFileSync(path);
      rmSync(path);
      return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    },
    close: () => {
      child.stdin.end("quit\n");
    },
  };
}
