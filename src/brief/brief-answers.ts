import type { Language, Text } from "../base/text.ts";
import { dateWords } from "../explain/date-words.ts";
import { level, signed } from "../explain/number-words.ts";
import { amount, changeSentence, levelSentence } from "../explain/sentences.ts";
import { verdictTally } from "../explain/verdict-words.ts";
import type { Brief, BriefLook, Expectation } from "./brief.ts";
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

/** Runs of 100 that must agree, and the least median change, before a step is said to move an outcome. */
const clearRuns = 90;
const clearShare = 0.01;

const both = (say: (language: "en" | "es") => string): Text => ({ en: say("en"), es: say("es") });

/** One comparison in a sentence; undefined where the result has no such cell. */
export function lookSentence(parts: AnswerParts, look: BriefLook): Text | undefined {
  const at = look.at ?? parts.brief.plan.headline_at;
  const cell = parts.cells.find(
    (c) => c.scenario === look.scenario && c.outcome === look.outcome && c.at === at,
  );
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
    const cell = cells.find((c) => c.scenario === baseline && c.outcome === name && c.at === at);
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
    return [joinTexts(lead, sentence, since, aftermath(parts, name))];
  });
  const looks = plan.answer.flatMap((look) => lookSentence(parts, look) ?? []);
  const summaries = plan.summaries.flatMap((name) => groupSummary(parts, name) ?? []);
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

/**
 * What was counted after the document beside the range of no change at the same time: the last such value on a chart
 * of the outcome. A miss is said in words. Undefined without a chart or without later data.
 */
export function aftermath(parts: Pick<AnswerParts, "charts" | "brief">, name: string): Text | undefined {
  const chart = parts.charts.find((c) => c.outcome === name);
  const base = chart?.series.find((s) => s.scenario === parts.brief.plan.run[0]);
  const later = chart?.history.at(-1);
  if (!chart || !base || !later) return undefined;
  for (let i = later.dates.length - 1; i >= 0; i--) {
    const date = later.dates[i] ?? "";
    const at = base.dates.indexOf(date);
    if (at < 0 || date <= chart.decision) continue;
    const counted = later.values[i] ?? Number.NaN;
    const low = base.q05[at] ?? Number.NaN;
    const high = base.q95[at] ?? Number.NaN;
    const missed = counted < low ? 1 : counted > high ? 2 : 0;
    const en = [
      "inside that range",
      "below it: the model did not foresee so low a count",
      "above it: the model did not foresee so high a count",
    ];
    const es = [
      "dentro de ese intervalo",
      "por debajo: el modelo no previó un conteo tan bajo",
      "por encima: el modelo no previó un conteo tan alto",
    ];
    return {
      en: `What was counted since, ${level(counted)} in ${dateWords(date, "en")}, beside ${level(low)} to ${level(high)} with no change in 9 of 10 runs, lies ${en[missed]}.`,
      es: `Lo contado después, ${level(counted)} en ${dateWords(date, "es")}, frente a ${level(low)} a ${level(high)} sin cambios en 9 de cada 10 simulaciones, queda ${es[missed]}.`,
    };
  }
  return undefined;
}

/**
 * Which scenarios move an outcome clearly, with their median change, and between which medians the others lie.
 * Scenarios keep their order; none is called best. What happened after the document is no answer to its question.
 */
function groupSummary(parts: AnswerParts, name: string): Text | undefined {
  const at = parts.brief.plan.headline_at;
  const outcome = parts.outcomes.find((o) => o.name === name);
  if (!outcome || outcome.better === "none") return undefined;
  const lower: Cell[] = [];
  const higher: Cell[] = [];
  const neither: Cell[] = [];
  for (const scenario of parts.scenarios) {
    const cell = parts.cells.find((c) => c.scenario === scenario.id && c.outcome === name && c.at === at);
    if (!cell || scenario.group === "baseline" || scenario.group === "happened") continue;
    const large = cell.relative === undefined || Math.abs(cell.relative.q50) >= clearShare;
    const clear = large && Math.max(cell.betterOf100, cell.worseOf100) >= clearRuns;
    (clear ? (cell.change.q50 < 0 ? lower : higher) : neither).push(cell);
  }
  if (lower.length + higher.length + neither.length === 0) return undefined;
  const list = (cells: readonly Cell[], language: Language) =>
    joined(
      cells.map((cell) => {
        const short = parts.scenarios.find((s) => s.id === cell.scenario)?.short[language] ?? cell.scenario;
        return `${short} (${signed(cell.change.q50)})`;
      }),
      language,
    );
  return both((language) => {
    const words = SUMMARY_WORDS[language];
    const found = [
      ...(lower.length > 0 ? [`${words.lower} ${list(lower, language)}`] : []),
      ...(higher.length > 0 ? [`${words.higher} ${list(higher, language)}`] : []),
      ...(neither.length > 0 ? [words.neither(neither, lower.length + higher.length > 0)] : []),
    ];
    const unit = sentenceUnit(outcome.unit[language], language);
    const lead = words.lead(outcome.label[language], dateWords(at, language), unit);
    return `${lead} ${found.join("; ")}. ${words.clear}`;
  });
}

const SUMMARY_WORDS = {
  en: {
    lead: (outcome: string, date: string, unit: string) =>
      `${outcome}, ${date}, change from no change in the middle run (${unit}):`,
    lower: "clearly lower with",
    higher: "clearly higher with",
    neither: (cells: readonly Cell[], rest: boolean) =>
      `no clear difference with ${rest ? "the other" : "any of the"} ${cells.length} (${ends(cells, "to")})`,
    clear: `“Clearly”: by ${clearShare * 100} % or more, and in the same direction in ${clearRuns} of 100 runs.`,
  },
  es: {
    lead: (outcome: string, date: string, unit: string) =>
      `${outcome}, ${date}, cambio frente a «sin cambios» en la simulación central (${unit}):`,
    lower: "claramente menores con",
    higher: "claramente mayores con",
    neither: (cells: readonly Cell[], rest: boolean) =>
      `sin diferencia clara con ${rest ? "los otros" : "ninguno de los"} ${cells.length} (${ends(cells, "a")})`,
    clear: `«Claramente»: ${clearShare * 100} % o más, y en la misma dirección en ${clearRuns} de 100 simulaciones.`,
  },
} as const;

/** The lowest and the highest median change: "−60 to +81". */
function ends(cells: readonly Cell[], to: string): string {
  const medians = cells.map((cell) => cell.change.q50);
  return `${signed(Math.min(...medians))} ${to} ${signed(Math.max(...medians))}`;
}

/** Words with commas and a last "and". */
function joined(words: readonly string[], language: Language): string {
  const last = words.at(-1) ?? "";
  if (words.length < 2) return last;
  return `${words.slice(0, -1).join(", ")} ${language === "en" ? "and" : "y"} ${last}`;
}

/** Words that keep their capital inside a sentence. */
const proper = /^(US|United|Mexic|Mexico|México|China|EE\.|Estados)/;

/** A label as it stands inside a sentence: its first letter small, unless it is a name; the window is left to the unit. */
function insideSentence(full: string): string {
  const label = full.replace(/, 12 (months|meses)$/, "");
  return proper.test(label) ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** A unit as it follows a number: a scale is counted in points. */
function sentenceUnit(unit: string, language: "en" | "es"): string {
  if (language === "en" && unit.startsWith("scale")) return `points (${unit})`;
  if (language === "es" && unit.startsWith("escala")) return `puntos (${unit})`;
  return unit;
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
