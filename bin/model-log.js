#!/usr/bin/env node
// Writes docs/model-log.md: what changed in the models, from the `MODEL:` lines of the commits, newest first.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const history = execFileSync("git", ["log", "--date=short", "--format=%x01%ad%x02%B", "--", "models"], {
  cwd: root,
  encoding: "utf8",
});
const entries = history
  .split("\u0001")
  .filter(Boolean)
  .flatMap((commit) => {
    const [date = "", body = ""] = commit.split("\u0002");
    return body
      .split(/\n(?=\S*MODEL:)|\n\s*\n/)
      .filter((part) => part.startsWith("MODEL:"))
      .map((part) => ({ date, text: part.slice("MODEL:".length).replace(/\s+/g, " ").trim() }));
  });
const days = new Map();
for (const { date, text } of entries) days.set(date, [...(days.get(date) ?? []), `- ${text}`]);
const body = [...days].map(([date, lines]) => `## ${date}\n\n${lines.join("\n")}`).join("\n\n");
const head = `# Model log

What changed in the numbers and equations of the models, newest first: every commit that changes one says so in a line that begins
with \`MODEL:\`, and \`npm run docs\` gathers them here.
`;
writeFileSync(join(root, "docs", "model-log.md"), `${head}\n${body}\n`);
process.stdout.write(`Wrote docs/model-log.md with ${entries.length} entries\n`);
