import type { Command } from "commander";
import { describeVariable } from "../explain/describe-variable.ts";
import { variableText } from "../explain/variable-text.ts";
import { canonicalElement, familyOf } from "../model/arrays/element-name.ts";
import type { Model } from "../model/model.ts";
import { elementNames } from "./element-names.ts";
import { failOnErrors } from "./failure.ts";
import { loadModel, unknownName } from "./load-model.ts";
import { type CommonOptions, withCommonOptions } from "./options.ts";

/** The array of fixed numbers that a name reads an element of; any other name as it is. */
function arrayOf(model: Model, name: string): string {
  const family = familyOf(canonicalElement(name));
  return model.arrays.get(family)?.elements.length === 0 ? family : name;
}

/** `downstream explain MODEL NAME`: the equation, unit, evidence, readers and loops of one name. */
export function addExplain(program: Command): void {
  const command = program
    .command("explain")
    .description("show the equation, unit, evidence, readers and loops of one name")
    .argument("<model>", "folder of the model")
    .argument("<name>", "a name of the model; case and spacing do not matter");
  withCommonOptions(command, "print the description as JSON").action(
    (path: string, name: string, options: CommonOptions) => {
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
