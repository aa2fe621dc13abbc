import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** The value below which a share of the sorted list lies. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Milliseconds of this process's processor time: what else the machine does is not in it. */
export const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Answers for a competitor that runs in JavaScript: `block()` does the next block of runs and says how many;
 * `dump(n)` gives the outputs of the first n runs, [run][output][save]. `facts` are sent with the greeting.
 */
export function serve({ block, dump, facts = {} }) {
  process.stdout.write(`ready ${JSON.stringify(facts)}\n`);
  createInterface({ input: process.stdin }).on("line", (line) => {
    const [word, rest] = [line.split(" ")[0], line.slice(line.indexOf(" ") + 1)];
    if (word === "round") {
      const rates = [];
      const end = processorTime() + Number(rest);
      do {
        const start = processorTime();
        let done = 0;
        let spent = 0;
        do {
          done += block();
          spent = processorTime() - start;
        } while (spent < 2);
        rates.push((done / spent) * 1000);
      } while (processorTime() < end);
      process.stdout.write(`rate ${percentile(rates, 0.8)} ${rates.length}\n`);
    } else if (word === "dump") {
      const at = rest.indexOf(" ");
      const values = dump(Number(rest.slice(0, at)));
      writeFileSync(rest.slice(at + 1), new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      process.stdout.write("done\n");
    } else process.exit(0);
  });
}
