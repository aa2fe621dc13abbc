import type { Command } from "commander";
import { modelPages } from "../explain/model-pages.ts";
import { writeFolder } from "../host/write-atomic.ts";
import { loadSoundModel } from "./load-model.ts";
import { type CommonOptions, withCommonOptions } from "./options.ts";

/** `downstream docs MODEL`: pages about a model, made from its chapters. */
export function addDocs(program: Command): void {
  const command = program
    .command("docs")
    .description("write pages about a model from its chapters")
    .argument("<model>", "folder of the model")
    .option("--out <dir>", "folder to write into", "docs/model");
  withCommonOptions(command, "print the paths written as JSON").action(
    (path: string, options: CommonOptions & { readonly out: string }) => {
      const written = writeFolder(options.out, modelPages(loadSoundModel(path).model));
      const said =
        options.lang === "en"
          ? `Wrote ${written.length} pages to ${options.out}/. Start at ${options.out}/index.md`
          : `Se escribieron ${written.length} páginas en ${options.out}/. Empiece en ${options.out}/index.md`;
      process.stdout.write(options.json ? `${JSON.stringify({ files: written })}\n` : `${said}\n`);
    },
  );
}
