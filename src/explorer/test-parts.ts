import type { Files } from "../base/diagnostic.ts";
import { readPosterior } from "../calibrate/posterior.ts";
import { compileModel } from "../model/compile-model.ts";
import { loadScenarios } from "../scenario/load-scenarios.ts";
import { loadWords } from "../scenario/words.ts";
import { type ExplorerParts, loadExplorerFile } from "./explorer-parts.ts";

/** A model of this repository as the explorer takes it, from the texts of its folder; any finding throws. For tests. */
export function testParts(
  name: string,
  files: Files,
  draws?: { readonly name: string; readonly bytes: Uint8Array },
): ExplorerParts {
  const { model } = compileModel(files, { name });
  const { scenarios } = loadScenarios(files, "", model.ir);
  const read =
    draws === undefined
      ? undefined
      : readPosterior(draws.name, files[`posterior/${draws.name}.json`] ?? "", draws.bytes, {
          hash: model.hash,
          parameters: model.ir.parameters.map((one) => one.name),
        });
  const { explorer, diagnostics } = loadExplorerFile({ model, scenarios, files });
  const found = [...diagnostics, ...(read?.diagnostics ?? [])];
  if (found.length > 0) throw new Error(JSON.stringify(found));
  return {
    ...{ model, scenarios, files, words: loadWords(files, "") },
    ...(read?.posterior === undefined ? {} : { posterior: read.posterior }),
    ...(explorer === undefined ? {} : { explorer }),
  };
}
