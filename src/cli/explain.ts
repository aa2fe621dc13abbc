import type { Command } from "commander";
import { describeVariable } from "../explain/describe-variable.ts";
import { variableText } from "../explain/variable-text.ts";
import { canonicalElement, familyOf } from "../model/arrays/element-name.ts";
import type { Model } from "../model/model.ts";
import type { EnsembleCommandOptions } from "./draws.ts";
import { elementNames } from "./element-names.ts";
import { explainFall, fallText } from "./explain-fall.ts";
import { failOnErrors, optionFailure } from "./failure.ts";
import { loadModel, loadSoundModel, unknownName } from "./load-model.ts";
import { withCommonOptions, withEnsembleOptions } from "./options.ts";
import { OUT_HELP, writeResult } from "./store-result.ts";

/** The array of fixed numbers that a name reads an element of; any other name as it is. */
function arrayOf(model: Model, name: string): string {
  const family = familyOf(canonicalElement(name));
  return model.arrays.get(family)?.elements.length === 0 ? family : name;
}

interface ExplainOptions extends EnsembleCommandOptions {
  readonly draws: number;
  readonly fall?: boolean;
  readonly out?: string;
}

/**
 * `downstream explain MODEL NAME`: the equation, unit, evidence, readers and loops of one name; with `--fall` the causes of
 * the fall that the model's `validation.yaml` names.
 */
export function addExplain(program: Command): void {
  const command = program
    .command("explain")
    .description("show the equation, unit, evidence, readers and loops of one name, or what carries a fall")
    .argument("<model>", "folder of the model")
    .argument("[name]", "a name of the model; case and spacing do not matter")
    .option("--fall", "instead of a name: how much of the fall of its validation.yaml each cause carries")
    .option("--out <file>", `with --fall: ${OUT_HELP}fall.json`)
    .option("--prior", "with --fall: draws from the prior, even beside a posterior");
  withEnsembleOptions(command, 300, "with --fall: draws", 100_000);
  withCommonOptions(command, "print the description as JSON").action(
    async (path: string, name: string | undefined, options: ExplainOptions) => {
      if ((name === undefined) !== (options.fall === true)) throw optionFailure("option-name-or-fall", {});
      if (name === undefined) {
        const loaded = loadSoundModel(path);
        const fall = await explainFall(loaded, options);
        const { out, draws, seed } = options;
        if (out !== undefined) {
          const { model: _, draws_from, ...shares } = fall;
          writeResult("fall", shares, loaded, {
            ...{ from: [draws_from], draws, seed, out },
            words: [
              ["explain", path],
              ["--fall", ""],
              ["--prior", options.prior ? "" : undefined],
            ],
          });
        }
        const text = options.json
          ? JSON.stringify(fall, undefined, 2)
          : fallText(fall, loaded.words, options.lang).join("\n");
        process.stdout.write(`${text}\n`);
        return;
      }
      const { model, diagnostics, files } = loadModel(path);
      const description = describeVariable(model, name) ?? describeVariable(model, arrayOf(model, name));
      if (description === undefined) {
        failOnErrors(diagnostics, files);
        elementNames(model, name);
        throw unknownName(model, name);
      }
      process.stdout.write(
        options.json
          ? `${JSON.stringify(description, undefined, 2)}\n`
          : `${variableText({ ...description, file: `${path}/${description.file}` }, options.lang).join("\n")}\n`,
      );
    },
  );
}
