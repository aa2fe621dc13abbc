import { Command, CommanderError } from "commander";
import { DiagnosticError } from "../base/diagnostic.ts";
import type { Language } from "../base/text.ts";
import { handleBrokenPipe } from "../host/terminal.ts";
import { addBacktest } from "./backtest.ts";
import { addBrief } from "./brief.ts";
import { addCalibrate } from "./calibrate.ts";
import { addCheck } from "./check.ts";
import { addCompare } from "./compare.ts";
import { addDiscover } from "./discover.ts";
import { addDocs } from "./docs.ts";
import { EXIT, type ExitCode, exitCodeOf } from "./exit-codes.ts";
import { addExplain } from "./explain.ts";
import { addExplore } from "./explore.ts";
import { Failure, findingsText } from "./failure.ts";
import { addForecast } from "./forecast.ts";
import { addLink } from "./link.ts";
import { addNew } from "./new.ts";
import { programVersion } from "./program-version.ts";
import { addRelease } from "./release.ts";
import { addSimulate } from "./simulate.ts";
import { addValidate } from "./validate.ts";

/** Runs one command line (without `node` and the program's name) and sets the exit code of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  handleBrokenPipe();
  process.once("SIGINT", () => process.exit(EXIT.interrupted));
  const program = createProgram();
  let language: Language = "en";
  program.hook("preAction", (_, command) => {
    language = command.opts<{ lang?: Language }>().lang ?? "en";
  });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    process.exitCode = report(error, language);
  }
}

function createProgram(): Command {
  const program = new Command("downstream")
    .description("Shows what a drug-policy decision does downstream, before anyone makes it.")
    .version(programVersion(), "-V, --version", "print the version")
    .exitOverride()
    .showHelpAfterError("Add --help for what this command takes.");
  for (const add of [
    addBrief,
    addCheck,
    addSimulate,
    addCompare,
    addExplain,
    addCalibrate,
    addValidate,
    addForecast,
    addBacktest,
    addDiscover,
    addLink,
    addRelease,
    addNew,
    addDocs,
    addExplore,
  ])
    add(program);
  return program;
}

/** Shows what ended the command and says with which exit code. */
function report(error: unknown, language: Language): ExitCode {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
  if (error instanceof DiagnosticError) {
    const files = error instanceof Failure ? error.files : {};
    process.stderr.write(findingsText(error.diagnostics, files, language));
    return error instanceof Failure ? error.exitCode : exitCodeOf(error.diagnostics.map((d) => d.code));
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    language === "en"
      ? `Downstream itself failed: ${message}\nThis is a fault of the program. Set DOWNSTREAM_DEBUG=1 to see where.\n`
      : `Falló el propio Downstream: ${message}\nEs un error del programa. Con DOWNSTREAM_DEBUG=1 se ve dónde.\n`,
  );
  if (process.env.DOWNSTREAM_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return EXIT.internal;
}
