#!/usr/bin/env node
// Makes every stored result of the crisis model again, one after the other, and then the pages of docs/: minutes, not seconds.
// Names after `--` make only those: `npm run results -- backtest fall`.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const model = "models/us-mexico";
const OUTCOMES = [
  ...["all drug deaths in 12 months", "homicides in mexico in 12 months", "two-way trade", "trust"],
  ...["civilian deaths from force in 12 months", "us budget cost"],
];
const commands = {
  validation: ["validate", model, "--draws", "400"],
  backtest: ["backtest", model, "--draws", "1000"],
  fall: ["explain", model, "--fall", "--draws", "300"],
  sensitivity: ["discover", model, "--draws", "256", "--outputs", OUTCOMES.join(",")],
};
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(commands, name));
if (unknown.length > 0) {
  process.stderr.write(
    `No such result: ${unknown.join(", ")}. There are ${Object.keys(commands).join(", ")}.\n`,
  );
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : Object.keys(commands)) {
  const begun = Date.now();
  const args = [...commands[name], "--out", `${model}/results/${name}.json`];
  const { status } = spawnSync(process.execPath, [join(root, "bin", "downstream.js"), ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) process.exit(status ?? 1);
  process.stdout.write(`${name}: ${Math.round((Date.now() - begun) / 1000)} s\n`);
}
const docs = spawnSync("npm", ["run", "docs"], { cwd: root, stdio: "inherit" });
process.exit(docs.status ?? 1);
