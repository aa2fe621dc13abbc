import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { EXIT } from "../src/cli/exit-codes.ts";
import { diagnosticCatalogue } from "../src/explain/diagnostics.ts";
import { errorPage } from "../src/explain/error-page.ts";
import { downstream, root, scratch } from "./command.ts";

const folder = scratch();
afterAll(() => folder.remove());
const cli = readFileSync(join(root, "docs/cli.md"), "utf8");

test("the pages about the model are those of its chapters; `npm run docs` makes them again", () => {
  expect(downstream(["docs", "models/us-mexico", "--out", join(folder.path, "pages")]).status).toBe(0);
  const made = readdirSync(join(folder.path, "pages")).sort();
  expect(readdirSync(join(root, "docs/model")).sort()).toEqual(made);
  const stale = made.filter(
    (name) =>
      readFileSync(join(folder.path, "pages", name), "utf8") !==
      readFileSync(join(root, "docs/model", name), "utf8"),
  );
  expect(stale).toEqual([]);
});

test("the page of findings is made from the program's own words; `npm run docs` makes it again", () => {
  const page = readFileSync(join(root, "docs/errors.md"), "utf8");
  expect(page).toBe(errorPage());
  for (const code of Object.keys(diagnosticCatalogue)) expect(page).toContain(`\`${code}\` | `);
});

test("every command and every option of the command line is in its page", () => {
  const help = downstream(["--help"]).stdout;
  const commands = [...help.matchAll(/^ {2}([a-z]+) .*\[options\]/gm)].map((match) => match[1] ?? "");
  expect(commands.length).toBeGreaterThanOrEqual(8);
  for (const command of commands) {
    expect(cli).toContain(`| \`${command} `);
    const options = downstream([command, "--help"]).stdout.matchAll(/^ +(?:-\w, )?(--[a-z]+)/gm);
    for (const [, option] of options) expect(cli, `${command} ${option}`).toContain(`\`${option}`);
  }
});

test("every exit code is in the table", () => {
  for (const code of Object.values(EXIT)) expect(cli).toContain(`| ${code} | `);
});

test("links between the project's pages lead somewhere", () => {
  const pages = [...readdirSync(root), ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)];
  const broken = pages
    .filter((page) => page.endsWith(".md"))
    .flatMap((page) => {
      const text = readFileSync(join(root, page), "utf8").replace(/^```[\s\S]*?^```/gm, "");
      return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => ({
        page,
        target: match[1] ?? "",
      }));
    })
    .filter(({ page, target }) => {
      try {
        readFileSync(new URL(target, `file://${join(root, page)}`));
        return false;
      } catch (error) {
        return (error as NodeJS.ErrnoException).code !== "EISDIR";
      }
    });
  expect(broken).toEqual([]);
});
