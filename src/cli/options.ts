import { type Command, InvalidArgumentError, Option } from "commander";
import type { Language } from "../base/text.ts";
import type { SamplerName } from "../ensemble/index.ts";

/** Options that every command has. */
export interface CommonOptions {
  readonly lang: Language;
  readonly json?: boolean;
}

/** Adds `--lang` and `--json`. */
export function withCommonOptions(command: Command, json: string): Command {
  return command
    .addOption(new Option("--lang <code>", "language of the words").choices(["en", "es"]).default("en"))
    .option("--json", json);
}

/** A commander parser for a whole number between two bounds. */
export function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text.trim()) || value < low || value > high) {
      throw new InvalidArgumentError(`It takes a whole number from ${low} to ${high}.`);
    }
    return value;
  };
}

/** Adds `--draws`, `--seed` and `--workers` with the given default and greatest number of draws. */
export function withEnsembleOptions(
  command: Command,
  draws: number | undefined,
  drawsHelp: string,
  most = 1_000_000,
): Command {
  return command
    .addOption(new Option("--draws <n>", drawsHelp).argParser(wholeNumber(1, most)).default(draws))
    .addOption(
      new Option("--seed <n>", "seed of all random numbers")
        .argParser(wholeNumber(0, 2 ** 31 - 1))
        .default(1),
    )
    .addOption(
      new Option(
        "--workers <n>",
        "worker threads; the results do not depend on it (default: one a core)",
      ).argParser(wholeNumber(1, 64)),
    );
}

/** Adds `--sampler`. */
export function withSamplerOption(command: Command): Command {
  const names = ["stratified", "lhs", "mc", "sobol"] satisfies readonly SamplerName[];
  return command.addOption(
    new Option("--sampler <name>", "how draws from the prior are spread (default: stratified)").choices(
      names,
    ),
  );
}

/** Adds `--summary` and `--checkpoint`. */
export function withSummaryOptions(command: Command): Command {
  return command
    .option(
      "--summary",
      "keep means, spreads and quantiles only, in memory that does not grow with the draws (above 100,000 draws)",
    )
    .option(
      "--checkpoint <file>",
      "with --summary: keeps the state now and then; the same command goes on from it",
    );
}

/** Most draws with `--summary`: what designs can number. */
export const MOST_DRAWS = 1_000_000_000;

/** A commander collector of options that may be repeated. */
export function collect(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}

/** A commander parser for `a,b,c`: trimmed names without empty ones. */
export function nameList(text: string): readonly string[] {
  return text
    .split(/,(?![^[]*\])/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** A commander parser for `2019-12,2024-10`: months in the order given. */
export function monthList(text: string): readonly string[] {
  const months = text.split(",").map((month) => month.trim());
  if (months.some((month) => !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)))
    throw new InvalidArgumentError("Write months as YYYY-MM, with commas between them.");
  return months;
}
