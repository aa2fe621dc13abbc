import type { Command } from "commander";
import { type StepChange, stepChanges } from "../analysis/halve-step.ts";
import { type CheckResult, centralParameters, runCheck } from "../analysis/run-checks.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { drawParameters, type SamplerName } from "../ensemble/index.ts";
import { loadCritiques } from "../explain/critiques.ts";
import { diagnosticSentences } from "../explain/diagnostics.ts";
import { nameEntries } from "../explain/name-entries.ts";
import { percent } from "../explain/number-words.ts";
import { loadExplorerFile } from "../explorer/explorer-parts.ts";
import { readWorkshop } from "../explorer/workshop-file.ts";
import type { Ir } from "../model/ir.ts";
import { type ResolvedScenario, resolveScenario } from "../scenario/resolve-scenario.ts";
import { missingWords } from "../scenario/words.ts";
import { priorDesign } from "./draws.ts";
import { EXIT } from "./exit-codes.ts";
import { findingsText } from "./failure.ts";
import { findScenario, type LoadedModel, loadModel, ownFiles } from "./load-model.ts";
import { type CommonOptions, wholeNumber, withCommonOptions, withSamplerOption } from "./options.ts";
import { monthOf, textTable } from "./text-table.ts";

interface CheckOptions extends CommonOptions {
  readonly dt?: boolean;
  readonly scenario?: string;
  readonly draws: number;
  readonly seed: number;
  readonly sampler?: SamplerName;
}

/** `downstream check MODEL`: findings of the compiler, gaps in words, reality checks, and what a smaller step changes. */
export function addCheck(program: Command): void {
  const command = program
    .command("check")
    .description("compile a model, look for gaps in words and evidence, run its reality checks")
    .argument("<model>", "folder of the model")
    .option("--dt", "run again with half the step and say how far each outcome moves")
    .option("--scenario <id>", "with --dt: under a scenario of the model")
    .option("--draws <n>", "try each reality check on prior draws as well", wholeNumber(1, 100_000), 0)
    .option("--seed <n>", "seed of the draws", wholeNumber(0, 2 ** 31 - 1), 1);
  withSamplerOption(command);
  withCommonOptions(command, "print findings and results as JSON").action(
    (path: string, options: CheckOptions) => {
      const loaded = loadModel(path);
      const findings = [...loaded.diagnostics, ...wordGaps(loaded), ...pageGaps(loaded)];
      const sound = !loaded.diagnostics.some((d) => d.severity === "error");
      const sets = parameterSets(loaded.model.ir, options);
      const checks = sound
        ? loaded.model.checks.map((check) =>
            runCheck(loaded.model, check, sets, 1 + options.draws, options.seed),
          )
        : [];
      const steps = sound && options.dt ? stepChanges(loaded.model, scenarioOf(loaded, options)) : undefined;
      const text = options.json
        ? `${JSON.stringify({ model: loaded.model.name, hash: loaded.model.hash, findings: withWords(findings, options), checks, ...(steps ? { steps } : {}) }, undefined, 2)}\n`
        : report(loaded, findings, checks, steps, options);
      process.stdout.write(text);
      const failed =
        findings.some((d) => d.severity === "error") || checks.some((check) => check.failedDraws > 0);
      process.exitCode = failed ? EXIT.findings : EXIT.ok;
    },
  );
}

function scenarioOf(loaded: LoadedModel, { scenario }: CheckOptions): ResolvedScenario | undefined {
  return scenario === undefined
    ? undefined
    : resolveScenario(findScenario(loaded, scenario), loaded.model.ir);
}

/** The model's own values first, then prior draws. */
function parameterSets(ir: Ir, options: CheckOptions): Float64Array {
  const { draws } = options;
  const central = centralParameters(ir);
  if (draws === 0) return central;
  const sets = new Float64Array(central.length * (1 + draws));
  sets.set(central);
  sets.set(drawParameters(ir, priorDesign(ir, draws, options)), central.length);
  return sets;
}

function wordGaps({ model, words, files }: LoadedModel): readonly Diagnostic[] {
  if (!Object.keys(files).some((path) => /\/words\/[^/]*\.ya?ml$/.test(path))) return [];
  return missingWords(
    {
      levers: model.levers,
      outcomes: model.outcomes.map((outcome) => outcome.name),
      variants: model.variants,
      observations: model.observations.map((observation) => observation.name),
      mechanisms: model.mechanisms.map((mechanism) => mechanism.name),
      forecasts: model.forecasts.map((forecast) => forecast.name),
    },
    words,
  );
}

/** Findings in a model's objections and in how the explorer shows it; spans begin with the folder, as those of the model do. */
function pageGaps(loaded: LoadedModel): readonly Diagnostic[] {
  const { model, scenarios, folder } = loaded;
  const files = ownFiles(loaded);
  const found = [
    ...loadCritiques(files, model).diagnostics,
    ...loadExplorerFile({ model, scenarios, files }).diagnostics,
    ...readWorkshop(files).diagnostics,
  ];
  return found.map((d) =>
    d.span === undefined ? d : { ...d, span: { ...d.span, file: `${folder}/${d.span.file}` } },
  );
}

function withWords(findings: readonly Diagnostic[], { lang }: CommonOptions) {
  return findings.map((d) => ({ ...d, ...diagnosticSentences(d, lang) }));
}

function report(
  { model, files }: LoadedModel,
  findings: readonly Diagnostic[],
  checks: readonly CheckResult[],
  steps: readonly StepChange[] | undefined,
  { lang }: CheckOptions,
): string {
  const en = lang === "en";
  const parts: string[] = [];
  if (findings.length > 0) parts.push(findingsText(findings, files, lang));
  for (const check of checks.filter((one) => one.failedDraws > 0)) parts.push(failureText(model, check, en));
  if (steps) parts.push(stepText(steps, model.ir.clock.calendar, en));
  const errors = findings.filter((d) => d.severity === "error").length;
  const failed = checks.filter((check) => check.failedDraws > 0).length;
  const rest = findings.length - errors;
  const notRun = checks.length < model.checks.length;
  const held = `${checks.length - failed} ${en ? "of" : "de"} ${checks.length}`;
  parts.push(
    en
      ? `${model.name}: ${counted(nameEntries(model).length, "name")}, ${counted(errors, "error")}, ${counted(rest, "warning")}; ${notRun ? "the reality checks wait for a model without errors" : `${held} reality checks hold`}.\n`
      : `${model.name}: ${counted(nameEntries(model).length, "nombre")}, ${counted(errors, "error", "es")}, ${counted(rest, "advertencia")}; ${notRun ? "las pruebas de realidad esperan un modelo sin errores" : `se cumplen ${held} pruebas de realidad`}.\n`,
  );
  return parts.join("\n");
}

/** `1 error`, `2 errors`; `plural` is what several take. */
function counted(count: number, noun: string, plural = "s"): string {
  return `${count} ${noun}${count === 1 ? "" : plural}`;
}

function failureText(model: LoadedModel["model"], check: CheckResult, en: boolean): string {
  const lines = [
    `${en ? "check fails" : "no se cumple"}: "${check.title}"`,
    `  ${check.chapter}: ${check.source}`,
  ];
  const { failure } = check;
  if (failure === undefined) return `${lines.join("\n")}\n`;
  const when = timeText(failure.time, model.ir.clock.calendar);
  if (check.draws > 1) {
    const inDraws = `${check.failedDraws} ${en ? "of" : "de"} ${check.draws}`;
    const own = failure.draw === 0;
    lines.push(
      en
        ? `  in ${inDraws} runs, ${own ? "the model's own values among them" : `though not with the model's own values (prior draw ${failure.draw - 1})`}`
        : `  en ${inDraws} simulaciones, ${own ? "también con los valores del modelo" : `aunque no con los valores del modelo (sorteo ${failure.draw - 1})`}`,
    );
  }
  lines.push(`  ${en ? "first at" : "por primera vez en"} ${when}:`);
  if (failure.stopped !== undefined) {
    lines.push(`    ${failure.stopped} ${en ? "was not a finite number" : "no era un número finito"}`);
  }
  for (const { name, of, value } of failure.values) {
    const variable = model.variables.get(name);
    const label = of === "baseline" ? `baseline(${name})` : name;
    lines.push(`    ${label} = ${value / (variable?.factor ?? 1)} ${variable?.unit ?? ""}`.trimEnd());
  }
  return `${lines.join("\n")}\n`;
}

/** A month of the calendar, or a plain number. */
const timeText = (time: number, calendar: boolean): string =>
  calendar ? monthOf(time) : String(Number(time.toPrecision(6)));

/** The changes from the largest down, those that are no number first. */
function stepText(steps: readonly StepChange[], calendar: boolean, en: boolean): string {
  const size = ({ change }: StepChange) => (Number.isNaN(change) ? Number.POSITIVE_INFINITY : change);
  const rows = [...steps]
    .sort((a, b) => (size(a) === size(b) ? 0 : size(b) - size(a)))
    .map(({ outcome, change, at }) => [
      outcome,
      percent(change),
      at === undefined ? "" : timeText(at, calendar),
    ]);
  const table = textTable(
    en
      ? [{ title: "half the step moves" }, { title: "by", align: "right" }, { title: "most in" }]
      : [{ title: "con medio paso cambia" }, { title: "en", align: "right" }, { title: "sobre todo en" }],
    rows,
  );
  return `${table.join("\n")}\n`;
}
