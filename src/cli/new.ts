import { existsSync } from "node:fs";
import type { Command } from "commander";
import { readFolder } from "../host/read-folder.ts";
import { writeFolder } from "../host/write-atomic.ts";
import { Failure, failOnErrors, optionFailure } from "./failure.ts";
import { packageRoot } from "./input-path.ts";
import { type CommonOptions, withCommonOptions } from "./options.ts";

/** `downstream new NAME`: a folder with a two-stock teaching model that checks, simulates and explains as it is. */
export function addNew(program: Command): void {
  const command = program
    .command("new")
    .description("make a folder with a two-stock teaching model to start from")
    .argument("<name>", "folder to make: lower case letters, digits and hyphens");
  withCommonOptions(command, "print the files made as JSON").action(
    (name: string, options: CommonOptions) => {
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name.split("/").at(-1) ?? "")) {
        throw optionFailure("option-folder-name", { name });
      }
      if (existsSync(name)) {
        throw new Failure([{ code: "file-exists", severity: "error", data: { path: name } }]);
      }
      const { files, diagnostics } = readFolder(`${packageRoot}/models/teaching`);
      failOnErrors(diagnostics);
      const template = Object.entries(files).filter(([path]) => !path.startsWith("posterior/"));
      const written = writeFolder(name, Object.fromEntries(template));
      process.stdout.write(
        options.json ? `${JSON.stringify({ folder: name, files: written })}\n` : said(name, written, options),
      );
    },
  );
}

function said(name: string, written: readonly string[], { lang }: CommonOptions): string {
  const commands = ["check", "simulate", "compare", "explain"].map((verb) => {
    const rest = verb === "explain" ? " 'people in treatment'" : verb === "compare" ? " more-treatment" : "";
    return `  npx downstream ${verb} ${name}${rest}`;
  });
  const head =
    lang === "en"
      ? `Made ${name}/ with ${written.length} files. Start reading at ${name}/chapters/people.md. Then try:`
      : `Se creó ${name}/ con ${written.length} archivos. Empiece a leer en ${name}/chapters/people.md. Luego pruebe:`;
  return `${[head, ...commands].join("\n")}\n`;
}
