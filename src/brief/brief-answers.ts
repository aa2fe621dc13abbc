import type { Text } from "../base/text.ts";
import { dateWords } from "../explain/date-words.ts";
import { amount, changeSentence, levelSentence } from "../explain/sentences.ts";
import { verdictTally } from "../explain/verdict-words.ts";
import { aftermath } from "./aftermath.ts";
import type { Brief, BriefLook, Expectation } from "./brief.ts";
import { cellAt, groupSummary, sentenceUnit } from "./brief-summary.ts";
import { joinTexts } from "./claim-words.ts";
import type { BriefResult, Cell, ClaimResult, OutcomeInfo, ScenarioInfo } from "./result.ts";

/** What the sentences are made from. */
export interface AnswerParts {
  readonly brief: Brief;
  readonly claims: readonly ClaimResult[];
  readonly scenarios: readonly ScenarioInfo[];
  readonly outcomes: readonly OutcomeInfo[];
  readonly cells: readonly Cell[];
  readonly charts: BriefResult["charts"];
  /** `YYYY-MM`. */
  readonly decision: string;
}

const both = (say: (language: "en" | "es") => string): Text => ({ en: say("en"), es: say("es") });

/** One comparison in a sentence; undefined where the result has no such cell. */
export function lookSentence(parts: AnswerParts, look: BriefLook): Text | undefined {
  const at = look.at ?? parts.brief.plan.headline_at;
  const cell = cellAt(parts.cells, look.scenario, look.outcome, at);
  const outcome = parts.outcomes.find((o) => o.name === look.outcome);
  const scenario = parts.scenarios.find((s) => s.id === look.scenario);
  if (!cell || !outcome || !scenario) return undefined;
  return both((language) =>
    changeSentence(
      {
        outcome: insideSentence(outcome.label[language]),
        unit: sentenceUnit(outcome.unit[language], language),
        scenario: scenario.label[language],
        change: cell.change,
        ...(cell.relative ? { relative: cell.relative } : {}),
        at,
        better: outcome.better,
        betterOf100: cell.betterOf100,
        worseOf100: cell.worseOf100,
        sameOf100: cell.sameOf100,
      },
      language,
    ),
  );
}

/** The plain answer: how the claims fare, where no change leads, and the comparisons that the brief asks for. */
export function makeAnswer(parts: AnswerParts): readonly Text[] {
  const { brief, claims, outcomes, cells } = parts;
  const { plan } = brief;
  const baseline = plan.run[0]!;
  const at = plan.headline_at;
  const checked: Text = {
    en: `Of ${claims.length} claims: ${verdictTally(claims, "en")}.`,
    es: `De ${claims.length} afirmaciones: ${verdictTally(claims, "es")}.`,
  };
  const levels = plan.levels.flatMap((name): Text[] => {
    const outcome = outcomes.find((o) => o.name === name);
    const cell = cellAt(cells, baseline, name, at);
    if (!outcome || !cell) return [];
    const lead: Text = { en: "With no change:", es: "Sin cambios:" };
    const sentence = both((language) =>
      levelSentence(
        {
          outcome: outcome.label[language],
          unit: sentenceUnit(outcome.unit[language], language),
          value: cell.value,
          at,
        },
        language,
      ),
    );
    const since = both((language) => {
      const change = amount(cell.sinceDecision.q50, sentenceUnit(outcome.unit[language], language), language);
      const from = dateWords(parts.decision, language);
      return language === "en"
        ? `In the model's middle run that is ${change} than its own level of ${from}.`
        : `En la simulación central del modelo, ${change} que su propio nivel de ${from}.`;
    });
    const chart = parts.charts.find((c) => c.outcome === name);
    return [joinTexts(lead, sentence, since, chart && aftermath(chart, baseline))];
  });
  const looks = plan.answer.flatMap((look) => lookSentence(parts, look) ?? []);
  const summaries = plan.summaries.flatMap((name) => groupSummary({ ...parts, at }, name) ?? []);
  const extrapolated = parts.scenarios.filter((s) => s.extrapolation).length;
  const caution: Text[] =
    extrapolated === 0
      ? []
      : [
          {
            en: `${extrapolated} of the ${parts.scenarios.length} scenarios rest on acts of which no case has been observed: their ranges are judgement and analogy, not measurement.`,
            es: `${extrapolated} de los ${parts.scenarios.length} escenarios se apoyan en actos de los que no se ha observado ningún caso: sus intervalos son juicio y analogía, no medición.`,
          },
        ];
  return [checked, ...levels, ...summaries, ...looks, ...caution];
}

/** Words that keep their capital inside a sentence. */
const proper = /^(US|United|Mexic|Mexico|México|China|EE\.|Estados)/;

/** A label as it stands inside a sentence: its first letter small, unless it is a name; the window is left to the unit. */
function insideSentence(full: string): string {
  const label = full.replace(/, 12 (months|meses)$/, "");
  return proper.test(label) ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** What the model says about an expectation. */
export function makeExpectation(
  parts: AnswerParts,
  expectation: Expectation,
): BriefResult["expectations"][number] {
  const found = expectation.look.flatMap((look) => lookSentence(parts, look) ?? []);
  return { id: expectation.id, text: expectation.text, found: joinTexts(...found, expectation.note) };
}

/** What is extrapolation: the brief's own sentences and the scenarios that are marked. */
export function makeExtrapolation(brief: Brief, scenarios: readonly ScenarioInfo[]): readonly Text[] {
  const marked = scenarios.filter((s) => s.extrapolation);
  if (marked.length === 0) return brief.extrapolation;
  const list = both((language) => marked.map((s) => s.label[language]).join("; "));
  return [
    ...brief.extrapolation,
    {
      en: `Scenarios that rest on acts of which no case has been observed: ${list.en}.`,
      es: `Escenarios que se apoyan en actos de los que no se ha observado ningún caso: ${list.es}.`,
    },
  ];
}
