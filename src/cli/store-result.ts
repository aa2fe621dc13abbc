import {
  type ResultKind,
  type ResultOf,
  type ResultSource,
  storedResult,
} from "../analysis/stored-results.ts";
import { writeAtomic } from "../host/write-atomic.ts";
import { type LoadedModel, ownFiles } from "./load-model.ts";

/** What `--out FILE` of the slow analyses says in their help. */
export const OUT_HELP = "write the result as JSON into a file, such as MODEL/results/";

/** A loaded model as stored results are checked against it. */
export function resultSource(loaded: LoadedModel): ResultSource {
  return { files: ownFiles(loaded), model: loaded.model, scenarios: loaded.scenarios };
}

/** Writes the result of a command with how it was made; `words` are those of the command line, options without a value left out. */
export function writeResult<K extends ResultKind>(
  kind: K,
  result: ResultOf[K],
  loaded: LoadedModel,
  made: {
    /** Where the draws come from: `posterior/2024-11`, `prior`. */
    readonly from: readonly string[];
    readonly draws: number;
    readonly seed: number;
    readonly out: string;
    readonly words: readonly (readonly [option: string, value: string | number | undefined])[];
  },
): void {
  const { from, draws, seed, out, words } = made;
  const posteriors = from.flatMap((name) => /^posterior\/(.+)$/.exec(name)?.[1] ?? []);
  const command = commandText([...words, ["--draws", draws], ["--seed", seed], ["--out", out]]);
  const stored = storedResult(kind, result, resultSource(loaded), { posteriors, draws, seed, command });
  writeAtomic(out, `${JSON.stringify(stored, undefined, 1)}\n`);
}

/** A command line: words and options, those without a value left out; an empty option stands for a word of its own. */
export function commandText(
  words: readonly (readonly [option: string, value: string | number | undefined])[],
): string {
  const quoted = (value: string | number) => (/[^\w./,-]/.test(String(value)) ? `"${value}"` : String(value));
  const given = words.flatMap(([option, value]) => {
    if (value === undefined) return [];
    return value === "" ? [option] : [...(option === "" ? [] : [option]), quoted(value)];
  });
  return ["npx downstream", ...given].join(" ");
}
