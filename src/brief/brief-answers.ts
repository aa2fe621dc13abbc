import type { Text } from "../base/text.ts";
import { dateWords } from "../explain/date-words.ts";
import { changeSentence, levelSentence } from "../explain/sentences.ts";
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
}

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
    en: `Of ${claims.length} claims: ${verdictTally(
      claims.map((c) => c.verdict),
      "en",
    )}.`,
    es: `De ${claims.length} afirmaciones: ${verdictTally(
      claims.map((c) => c.verdict),
      "es",
    )}.`,
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
    return [joinTexts(lead, sentence)];
  });
  const looks = plan.answer.flatMap((look) => lookSentence(parts, look) ?? []);
  const summaries = plan.summaries.flatMap((name) => [
    ...groupSummary(parts, name, ["proposal", "ladder"], {
      en: "Among the proposals and the steps of the ladder",
      es: "Entre las propuestas y los pasos de la escalera",
    }),
    ...groupSummary(parts, name, ["alternative", "package"], {
      en: "Among the alternatives and the package",
      es: "Entre las alternativas y el paquete",
    }),
  ]);
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

/** Runs of 100 that must agree, and the least median change, before a step is said to move an outcome. */
const clearRuns = 90;
const clearShare = 0.01;

/** Which scenarios of some groups move an outcome clearly, and which do not; none is called best. */
function groupSummary(
  parts: AnswerParts,
  name: string,
  groups: readonly ScenarioInfo["group"][],
  lead: Text,
): readonly Text[] {
  const at = parts.brief.plan.headline_at;
  const outcome = parts.outcomes.find((o) => o.name === name);
  const members = parts.scenarios.filter((s) => groups.includes(s.group));
  if (!outcome || outcome.better === "none" || members.length === 0) return [];
  const lower: ScenarioInfo[] = [];
  const higher: ScenarioInfo[] = [];
  const neither: ScenarioInfo[] = [];
  for (const scenario of members) {
    const cell = parts.cells.find((c) => c.scenario === scenario.id && c.outcome === name && c.at === at);
    if (!cell) continue;
    const large = cell.relative === undefined || Math.abs(cell.relative.q50) >= clearShare;
    const clear = large && Math.max(cell.betterOf100, cell.worseOf100) >= clearRuns;
    (clear ? (cell.change.q50 < 0 ? lower : higher) : neither).push(scenario);
  }
  const label = (language: "en" | "es") => insideSentence(outcome.label[language]);
  const part = (scenarios: readonly ScenarioInfo[], en: string, es: string) =>
    scenarios.length === 0
      ? []
      : [both((language) => `${{ en, es }[language]} ${listWords(scenarios, language)}`)];
  const percent = clearShare * 100;
  if (lower.length + higher.length === 0) {
    return [
      {
        en: `${lead.en}, none moves ${label("en")} clearly by ${dateWords(at, "en")} (by ${percent} % or more in the same direction in ${clearRuns} of 100 runs).`,
        es: `${lead.es}, ninguno cambia con claridad «${label("es")}» para ${dateWords(at, "es")} (${percent} % o más en la misma dirección en ${clearRuns} de 100 simulaciones).`,
      },
    ];
  }
  const moved = [
    ...part(lower, "clearly lower with", "claramente menos con"),
    ...part(higher, "clearly higher with", "claramente más con"),
    ...part(neither, "no clear difference with", "sin diferencia clara con"),
  ];
  const found = both((language) => moved.map((text) => text[language]).join("; "));
  return [
    {
      en: `${lead.en}, for ${label("en")} by ${dateWords(at, "en")}: ${found.en} (clear: ${percent} % or more in the same direction in ${clearRuns} of 100 runs).`,
      es: `${lead.es}, en «${label("es")}» para ${dateWords(at, "es")}: ${found.es} (claro: ${percent} % o más en la misma dirección en ${clearRuns} de 100 simulaciones).`,
    },
  ];
}

/** Labels with commas and a last "and", set off by quotation marks. */
function listWords(scenarios: readonly ScenarioInfo[], language: "en" | "es"): string {
  const labels = scenarios.map((s) => (language === "en" ? `“${s.label.en}”` : `«${s.label.es}»`));
  const last = labels.at(-1) ?? "";
  if (labels.length === 1) return last;
  return `${labels.slice(0, -1).join(", ")} ${language === "en" ? "and" : "y"} ${last}`;
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
