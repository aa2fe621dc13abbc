import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { growthChart } from "./growth-chart.js";
import { performancePage } from "./page.js";

/** Writes the page, its chart and bench/results/ from a measurement; `history` adds it as a line to bench/history.jsonl. */
export function save(root, result, { history }) {
  const results = join(root, "bench", "results");
  mkdirSync(results, { recursive: true });
  const notes = join(root, "bench", "notes.md");
  const page = performancePage(result, existsSync(notes) ? readFileSync(notes, "utf8") : "");
  writeFileSync(join(results, "latest.json"), `${JSON.stringify(result, null, 1)}\n`);
  writeFileSync(join(root, "docs", "performance.md"), page);
  if (result.growth) writeFileSync(join(root, "docs", "performance-growth.svg"), growthChart(result.growth));
  if (history) appendFileSync(join(root, "bench", "history.jsonl"), `${JSON.stringify(result)}\n`);
}
