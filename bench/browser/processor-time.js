import { readdirSync, readFileSync } from "node:fs";

/**
 * Processor time of every thread of this process and of those it started, ms by thread id; unlike time on the clock it
 * hardly depends on what else the machine does. Empty where there is no /proc.
 */
export function processorTimes() {
  const times = new Map();
  for (const pid of descendants())
    for (const thread of list(`/proc/${pid}/task`)) {
      const [ran] = text(`/proc/${pid}/task/${thread}/schedstat`).split(" ");
      if (ran) times.set(`${pid}/${thread}`, Number(ran) / 1e6);
    }
  return times;
}

/** What threads used between two looks, the busiest first, ms. */
export function busiest(before, after) {
  return [...after]
    .map(([thread, ms]) => ms - (before.get(thread) ?? 0))
    .filter((ms) => ms > 0)
    .sort((a, b) => b - a);
}

function descendants() {
  const parents = new Map();
  for (const pid of list("/proc").filter((name) => /^\d+$/.test(name))) {
    const stat = text(`/proc/${pid}/stat`);
    parents.set(pid, stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  }
  const own = String(process.pid);
  const ours = (pid) => pid === own || (parents.has(pid) && ours(parents.get(pid)));
  return [...parents.keys()].filter(ours);
}

const list = (folder) => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
const text = (file) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
};
