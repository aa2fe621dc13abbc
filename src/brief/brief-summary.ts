import type { Language, Text } from "../base/text.ts";
import { dateWords } from "../explain/date-words.ts";
import { signed } from "../explain/number-words.ts";
import type { Cell, OutcomeInfo, ScenarioInfo } from "./result.ts";

/** What a summary over all scenarios is made from. */
export interface SummaryParts {
  readonly scenarios: readonly ScenarioInfo[];
  readonly outcomes: readonly OutcomeInfo[];
  readonly cells: readonly Cell[];
  /** `YYYY-MM`: the date of the headline table. */
  readonly at: string;
}

/** Runs of 100 that must agree, and the least median change, before a step is said to move an outcome. */
const clearRuns = 90;
const clearShare = 0.01;

/** One scenario's outcome at one date. */
export function cellAt(
  cells: readonly Cell[],
  scenario: string,
  outcome: string,
  at: string,
): Cell | undefined {
  return cells.find((c) => c.scenario === scenario && c.outcome === outcome && c.at === at);
}

/** A unit as it follows a number: a scale is counted in points. */
export function sentenceUnit(unit: string, language: Language): string {
  if (language === "en" && unit.startsWith("scale")) return `points (${unit})`;
  if (language === "es" && unit.startsWith("escala")) return `puntos (${unit})`;
  return unit;
}

/**
 * Which scenarios move an outcome clearly, with their median change, and between which medians the others lie.
 * Scenarios keep their order; none is called best. What happened after the document is no answer to its question.
 */
export function groupSummary(parts: SummaryParts, name: string): Text | undefined {
  const { at } = parts;
  const outcome = parts.outcomes.find((o) => o.name === name);
  if (!outcome || outcome.better === "none") return undefined;
  const lower: Cell[] = [];
  const higher: Cell[] = [];
  const neither: Cell[] = [];
  for (const scenario of parts.scenarios) {
    const cell = cellAt(parts.cells, scenario.id, name, at);
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
  const say = (language: Language) => {
    const words = SUMMARY_WORDS[language];
    const found = [
      ...(lower.length > 0 ? [`${words.lower} ${list(lower, language)}`] : []),
      ...(higher.length > 0 ? [`${words.higher} ${list(higher, language)}`] : []),
      ...(neither.length > 0 ? [words.neither(neither, lower.length + higher.length > 0)] : []),
    ];
    const unit = sentenceUnit(outcome.unit[language], language);
    const lead = words.lead(outcome.label[language], dateWords(at, language), unit);
    return `${lead} ${found.join("; ")}. ${words.clear}`;
  };
  return { en: say("en"), es: say("es") };
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
