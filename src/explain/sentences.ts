import { dateWords } from "./date-words.ts";
import type { Language } from "./language.ts";
import { level, percent, roundTogether, signedPercent, size } from "./number-words.ts";

/** Quantiles over draws, in the outcome's display unit. */
export interface Range {
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
}

/** In how many of 100 draws a scenario is better, worse and the same as no change. */
export interface Counts {
  readonly better: "lower" | "higher" | "none";
  readonly betterOf100: number;
  readonly worseOf100: number;
  readonly sameOf100: number;
}

export interface ChangeFacts extends Counts {
  /** The outcome's label: "US overdose deaths". */
  readonly outcome: string;
  /** Its unit in words: "deaths a year". */
  readonly unit: string;
  /** The scenario's label. */
  readonly scenario: string;
  /** Scenario minus no change, per draw. */
  readonly change: Range;
  /** The same as a share of no change. */
  readonly relative?: Range;
  /** `YYYY-MM`. */
  readonly at: string;
}

/** Units that start with one of these are counted: "fewer" rather than "lower". */
const COUNTED =
  /^(deaths|people|persons|homicides|victims|members|groups|jobs|muertes|personas|homicidios|víctimas|miembros|integrantes|grupos|empleos)\b/i;

/** Units that name a scale stand in brackets after the number. */
const SCALE = /^(scale|index|escala|índice)\b/i;

/**
 * "Raids without consent, November 2027. US overdose deaths: 1,900 fewer deaths a year than with no change (−2.4 %);
 * in 9 of 10 runs between 4,100 fewer and 190 more. Better in 87 of 100 runs." Effects have two significant digits.
 */
export function changeSentence(facts: ChangeFacts, language: Language): string {
  const { outcome, scenario, change, relative, at } = facts;
  const share = relative ? ` (${signedPercent(relative.q50)})` : "";
  const [q50 = 0] = roundTogether([change.q50, change.q05, change.q95]);
  const middle = amount(q50, facts.unit, language);
  const range = rangeWords(change, facts.unit, language);
  const count = betterWords(facts, language);
  if (language === "en") {
    return `${scenario}, ${dateWords(at, "en")}. ${capital(outcome)}: ${middle} than with no change${share}; in 9 of 10 runs between ${range}. ${count}.`;
  }
  return `${scenario}, ${dateWords(at, "es")}. ${capital(outcome)}: ${middle} que sin cambios${share}; en 9 de cada 10 simulaciones, entre ${range}. ${count}.`;
}

/** A level with its range: "82,000 deaths a year (76,000 to 88,000 in 9 of 10 runs)". */
export function levelSentence(
  facts: { readonly outcome: string; readonly unit: string; readonly value: Range; readonly at: string },
  language: Language,
): string {
  const { outcome, unit, value, at } = facts;
  return language === "en"
    ? `${capital(outcome)} in ${dateWords(at, "en")}: ${level(value.q50)} ${unit} (${level(value.q05)} to ${level(value.q95)} in 9 of 10 runs).`
    : `${capital(outcome)} en ${dateWords(at, "es")}: ${level(value.q50)} ${unit} (de ${level(value.q05)} a ${level(value.q95)} en 9 de cada 10 simulaciones).`;
}

/**
 * "Better in 87 of 100 runs", "Too close to call: better in 52 of 100 runs", "The same as no change in all runs".
 * Too close to call: of the runs that differ at all, between 40 and 60 in 100 are better.
 */
export function betterWords(counts: Counts, language: Language): string {
  const { betterOf100: k, sameOf100: same } = counts;
  const en = language === "en";
  if (counts.better === "none") {
    return en
      ? "No direction of this outcome is called better"
      : "De este resultado no se dice que una dirección sea mejor";
  }
  if (same >= 100)
    return en ? "The same as no change in all runs" : "Igual que sin cambios en todas las simulaciones";
  const ties = same > 0 ? (en ? `, the same in ${same}` : `, igual en ${same}`) : "";
  const said = en ? `etter in ${k} of 100 runs${ties}` : `ejor en ${k} de 100 simulaciones${ties}`;
  if (tooClose(counts)) return en ? `Too close to call: b${said}` : `Sin diferencia clara: m${said}`;
  return en ? `B${said}` : `M${said}`;
}

/** The same in table-cell length: "better in 87 of 100", "too close to call (52 of 100)", "same in all". */
export function betterShort(counts: Counts, language: Language): string {
  const { betterOf100: k, sameOf100: same } = counts;
  const en = language === "en";
  if (counts.better === "none") return en ? "not rated" : "sin valorar";
  if (same >= 100) return en ? "same in all runs" : "igual en todas";
  if (tooClose(counts)) return en ? `too close to call (${k} of 100)` : `sin diferencia clara (${k} de 100)`;
  return en ? `better in ${k} of 100` : `mejor en ${k} de 100`;
}

/** Whether the runs do not tell better from worse: 40 to 60 of 100 among those that differ from no change. */
export function tooClose(counts: Counts): boolean {
  const differ = counts.betterOf100 + counts.worseOf100;
  if (counts.better === "none" || differ <= 0) return false;
  const share = counts.betterOf100 / differ;
  return share >= 0.4 && share <= 0.6;
}

/** "1,900 fewer deaths a year", "3.2 billion dollars more", "0.4 % lower"; the sign is in the word. */
export function amount(value: number, unit: string, language: Language): string {
  const n = size(value);
  const scale = SCALE.test(unit);
  const named = scale ? n : `${n} ${unit}`;
  if (language === "es") {
    if (n === "0") return `igual (${named})`;
    const word = value < 0 ? "menos" : "más";
    return scale ? `${n} ${word} (${unit})` : `${n} ${withDirection(unit, word)}`;
  }
  if (n === "0") return `no different (${named})`;
  if (isCounted(unit)) return `${n} ${value < 0 ? "fewer" : "more"} ${unit}`;
  const said = `${named} ${value < 0 ? "lower" : "higher"}`;
  return scale ? `${said} (${unit})` : said;
}

/** A Spanish unit with the word of a direction behind what is counted: "muertes más en 12 meses", "dólares al año menos". */
export function withDirection(unit: string, word: string): string {
  const [, noun, span] = /^(.+?)( en \d+ meses)$/.exec(unit) ?? [];
  return noun === undefined ? `${unit} ${word}` : `${noun} ${word}${span}`;
}

/** Whether a unit is counted (deaths, people) rather than measured (dollars, percent), by its first word. */
export function isCounted(unit: string): boolean {
  return COUNTED.test(unit);
}

/** "4,100 fewer and 200 more": the two ends of a 90 % range of a change, in words. */
function rangeWords(change: Range, unit: string, language: Language): string {
  const [, q05 = 0, q95 = 0] = roundTogether([change.q50, change.q05, change.q95]);
  return `${end(q05, unit, language)} ${language === "en" ? "and" : "y"} ${end(q95, unit, language)}`;
}

/** A rank correlation over draws in words: "strong, moves the same way". */
export function driverWords(rank: number, language: Language): string {
  const strength = Math.abs(rank) >= 0.5 ? 2 : Math.abs(rank) >= 0.25 ? 1 : 0;
  const en = language === "en";
  const how = (en ? ["weak", "moderate", "strong"] : ["débil", "moderada", "fuerte"])[strength] ?? "";
  const way =
    rank >= 0 ? (en ? "same direction" : "misma dirección") : en ? "opposite direction" : "dirección opuesta";
  return `${how}, ${way}`;
}

/** A weight before and after calibration: "from 25 % to 41 %". */
export function weightWords(prior: number, weight: number, language: Language): string {
  return language === "en"
    ? `from ${percent(prior)} to ${percent(weight)}`
    : `de ${percent(prior)} a ${percent(weight)}`;
}

function end(value: number, unit: string, language: Language): string {
  const n = size(value);
  if (n === "0") return "0";
  if (language === "es") return `${n} ${value < 0 ? "menos" : "más"}`;
  const [down, up] = isCounted(unit) ? ["fewer", "more"] : ["lower", "higher"];
  return `${n} ${value < 0 ? down : up}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
