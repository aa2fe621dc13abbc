import type { OutcomeComparison } from "../analysis/path-comparison.ts";
import type { Quantiles } from "../analysis/quantiles.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { formatExact } from "../base/number-format.ts";
import type { Language } from "../base/text.ts";
import { headlineSentence } from "../explain/comparison-words.ts";
import { dateWords } from "../explain/date-words.ts";
import { level, roundTogether, signed } from "../explain/number-words.ts";
import { betterShort } from "../explain/sentences.ts";
import type { ExplorerRun } from "../explorer/explorer-run.ts";
import type { ModelFacts, OutcomeFacts } from "../explorer/model-facts.ts";
import type { ExplorerLink, PathChoice } from "../scenario/explorer-link.ts";
import { NUMBER_VERSION } from "../scenario/explorer-link.ts";
import { monthText } from "../scenario/month.ts";
import { printLink } from "../scenario/print-link.ts";
import { textTable } from "./text-table.ts";

/** A link that was run. */
export interface LinkReport {
  readonly facts: ModelFacts;
  readonly link: ExplorerLink;
  readonly run: ExplorerRun;
  /** What of the link was left out. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The comparison as JSON: every outcome in its declared unit at the month of the link. */
export function linkJson({ facts, link, run, diagnostics }: LinkReport): string {
  const { comparison, explanations } = run;
  const seen = facts.outcomes.find(({ name }) => name === link.view.outcome);
  const document = {
    format: "downstream-link",
    version: 1,
    model: facts.model,
    modelHash: facts.modelHash,
    posterior: facts.draws.posterior,
    numberVersion: NUMBER_VERSION,
    link: printLink(link, facts),
    ...link.choice,
    ...link.view,
    draws: comparison.draws,
    kept: comparison.kept,
    outcomes: facts.outcomes.map((outcome, i) => {
      const { relative, betterOf100, worseOf100, sameOf100, ...at } = inUnit(comparison.at[i]!, outcome);
      const { name, unit } = outcome;
      const counts = { betterOf100, worseOf100, sameOf100 };
      return {
        outcome: name,
        unit: unit.en,
        ...at,
        ...(relative === undefined ? {} : { relative }),
        ...counts,
      };
    }),
    explanations: explanations.map(({ change, ...one }) =>
      change === undefined ? one : { ...one, change: scaled(change, seen?.factor ?? 1) },
    ),
    findings: diagnostics.map(({ code, data }) => ({ code, data })),
  };
  return `${JSON.stringify(document, undefined, 1)}\n`;
}

/** What A and B are, the headline, and a row for each outcome. */
export function linkText({ facts, link, run }: LinkReport, language: Language): string {
  const { choice, view } = link;
  const { comparison } = run;
  const en = language === "en";
  const place = facts.outcomes.findIndex(({ name }) => name === view.outcome);
  const seen = facts.outcomes[place]!;
  const headline = headlineSentence(
    {
      ...inUnit(comparison.at[place]!, seen),
      better: seen.better,
      outcome: seen.label[language],
      unit: seen.unit[language],
      at: view.at,
    },
    language,
  );
  const held = Object.entries(choice.assumptions).map(([name, value]) => `${name} = ${value}`);
  const month = dateWords(view.at, language);
  const title = en
    ? `${facts.model} ${facts.release}, ${month}; ${comparison.kept} draws (${facts.draws.posterior}), seed ${choice.seed}`
    : `${facts.model} ${facts.release}, ${month}; ${comparison.kept} sorteos (${facts.draws.posterior}), semilla ${choice.seed}`;
  const lines = [
    title,
    `A: ${pathWords(choice.a, facts, language)}`,
    `B: ${pathWords(choice.b, facts, language)}`,
    ...(held.length === 0 ? [] : [`${en ? "Your assumptions" : "Sus supuestos"}: ${held.join("; ")}`]),
    ...(choice.explanation === undefined ? [] : [explanationWords(choice.explanation, facts, language)]),
    "",
    headline,
    "",
    ...table(facts, comparison.at, language),
  ];
  return `${lines.join("\n")}\n`;
}

function table(facts: ModelFacts, at: readonly OutcomeComparison[], language: Language): string[] {
  const en = language === "en";
  const columns = [
    { title: en ? "outcome" : "resultado" },
    { title: "A", align: "right" as const },
    { title: "B", align: "right" as const },
    { title: en ? "change" : "cambio", align: "right" as const },
    { title: en ? "90 % of draws" : "90 % de los sorteos", align: "right" as const },
    { title: en ? "unit" : "unidad" },
    { title: en ? "of 100 draws" : "de 100 sorteos" },
  ];
  const rows = facts.outcomes.map((outcome, i) => {
    const compared = inUnit(at[i]!, outcome);
    const { q05, q50, q95 } = compared.change;
    const [middle = 0, low = 0, high = 0] = roundTogether([q50, q05, q95]);
    return [
      outcome.short[language] || outcome.label[language],
      level(compared.a.q50),
      level(compared.b.q50),
      signed(middle),
      `${signed(low)} … ${signed(high)}`,
      outcome.unit[language],
      betterShort({ better: outcome.better, ...compared }, language),
    ];
  });
  return textTable(columns, rows);
}

/** "Air raids on labs; Air raids on labs: 4 from February 2025 (raids a month)": the scenario, and the levers that differ from it. */
function pathWords({ scenario, levers }: PathChoice, facts: ModelFacts, language: Language): string {
  const label = facts.scenarios.find(({ id }) => id === scenario)?.label[language];
  const none = language === "en" ? "No change" : "Sin cambios";
  const moved = facts.levers.flatMap(({ name, kind, label: text, unit }) => {
    const points = levers[name];
    if (points === undefined) return [];
    const from = language === "en" ? "from" : "desde";
    const values = points.map(({ at, value }) => `${valueWords(value)} ${from} ${dateWords(at, language)}`);
    const suffix = unit[language] === "" || kind !== "slider" ? "" : ` (${unit[language]})`;
    return [`${text[language] || name}: ${values.join(", ")}${suffix}`];

    function valueWords(value: number): string {
      return kind === "month" ? dateWords(monthText(Math.round(value * 12)), language) : formatExact(value);
    }
  });
  return [label ?? none, ...moved].join("; ");
}

function explanationWords(
  { variant, option }: NonNullable<ExplorerLink["choice"]["explanation"]>,
  facts: ModelFacts,
  language: Language,
): string {
  const found = facts.variants.find(({ name }) => name === variant);
  const label = found?.options.find(({ name }) => name === option)?.label[language] || option;
  const only = language === "en" ? "Only draws that hold" : "Solo sorteos que sostienen";
  return `${only}: ${found?.label[language] || variant}, ${label}`;
}

function inUnit(compared: OutcomeComparison, { factor }: OutcomeFacts) {
  const { a, b, change, relative, betterOf100, worseOf100, sameOf100 } = compared;
  const values = { a: scaled(a, factor), b: scaled(b, factor), change: scaled(change, factor) };
  return { ...values, ...(relative === undefined ? {} : { relative }), betterOf100, worseOf100, sameOf100 };
}

function scaled({ q05, q25, q50, q75, q95 }: Quantiles, factor: number): Quantiles {
  return { q05: q05 / factor, q25: q25 / factor, q50: q50 / factor, q75: q75 / factor, q95: q95 / factor };
}
