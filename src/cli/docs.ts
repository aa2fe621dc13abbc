import type { Command } from "commander";
import { modelPages } from "../explain/model-pages.ts";
import { checkOutputFolder } from "../host/check-output.ts";
import { writeFolder } from "../host/write-atomic.ts";
import { loadSoundModel } from "./load-model.ts";
import { type CommonOptions, withCommonOptions } from "./options.ts";

/** `downstream docs MODEL`: pages about a model, made from its chapters. */
export function addDocs(program: Command): void {
  const command = program
    .command("docs")
    .description("write pages about a model from its chapters")
    .argument("<model>", "folder of the model")
    .option("--out <dir>", "folder to write into (default: docs/ in the model's folder)");
  withCommonOptions(command, "print the paths written as JSON").action(
    (path: string, options: CommonOptions & { readonly out?: string }) => {
      const { model, root } = loadSoundModel(path);
      const folder = options.out ?? `${root}/docs`;
      checkOutputFolder(folder);
      const written = writeFolder(folder, modelPages(model));
      const said =
        options.lang === "en"
          ? `Wrote ${written.length} pages to ${folder}/. Start at ${folder}/index.md`
          : `Se escribieron ${written.length} páginas en ${folder}/. Empiece en ${folder}/index.md`;
      process.stdout.write(options.json ? `${JSON.stringify({ files: written })}\n` : `${said}\n`);
    },
  );
}
