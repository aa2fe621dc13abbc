import { dateWords } from "./date-words.ts";
import type { Language } from "./language.ts";
import { level, size } from "./number-words.ts";
import { type Counts, isCounted, type Range, tooClose, withDirection } from "./sentences.ts";

/** B minus A of one outcome at one month, in the outcome's declared unit. */
export interface ComparedOutcome extends Counts {
  /** The outcome's label: "US overdose deaths". */
  readonly outcome: string;
  /** Its unit in words: "deaths". */
  readonly unit: string;
  readonly change: Range;
}

/** Units that name a scale or a share stand in brackets after the number. */
const SCALE = /^(scale|index|share|escala|índice|proporción|parte)\b/i;

/** A change of a percentage is told in percentage points: "0.4 percent lower" would be read as a part of what there was. */
const PERCENT = /^(percent|per cent|por ciento)\b/i;

/**
 * The page's headline: "US overdose deaths in January 2030: 1,900 fewer deaths with B than with A (4,100 fewer to 200 more in 9 of 10 runs).
 * Fewer in 87 of 100 runs."
 */
export function headlineSentence(
  compared: ComparedOutcome & { readonly at: string },
  language: Language,
): string {
  const { outcome, at, unit, change } = compared;
  const head = outcomeIn(outcome, at, language);
  if (compared.sameOf100 >= 100) {
    return language === "en"
      ? `${head}: no difference between A and B in any run.`
      : `${head}: sin diferencia entre A y B en ninguna simulación.`;
  }
  const middle = middleWords(compared, language);
  const range = rangeOfChange(change, unit, language);
  const count = countSentence(compared, language);
  return language === "en"
    ? `${head}: ${middle} with B than with A (${range} in 9 of 10 runs).${count}`
    : `${head}: ${middle} con B que con A (${range} en 9 de cada 10 simulaciones).${count}`;
}

/**
 * Before anything is moved: "With no change, US overdose deaths in January 2030: 82,000 deaths (76,000 to 88,000 in 9 of 10 runs)."
 * `noChange` false: A and B are the same, and something else than no change.
 */
export function sameHeadline(
  facts: {
    readonly outcome: string;
    readonly unit: string;
    readonly value: Range;
    readonly at: string;
    readonly noChange: boolean;
  },
  language: Language,
): string {
  const { outcome, unit, value, at, noChange } = facts;
  const levels = levelWords(value, unit, language);
  if (language === "en") {
    return `${noChange ? "With no change" : "With A and B alike"}, ${outcomeIn(outcome, at, "en")}: ${levels}.`;
  }
  return `${noChange ? "Sin cambios" : "Con A y B iguales"}, ${lower(outcomeIn(outcome, at, "es"))}: ${levels}.`;
}

/** A level with its range: "82,000 deaths (76,000 to 88,000 in 9 of 10 runs)", "0.51 (0.36 to 0.62 in 9 of 10 runs; scale 0 to 1)". */
export function levelWords({ q05, q50, q95 }: Range, unit: string, language: Language): string {
  const range =
    language === "en"
      ? `${level(q05)} to ${level(q95)} in 9 of 10 runs`
      : `de ${level(q05)} a ${level(q95)} en 9 de cada 10 simulaciones`;
  return SCALE.test(unit) ? `${level(q50)} (${range}; ${unit})` : `${level(q50)} ${unit} (${range})`;
}

/** "US overdose deaths in January 2030"; a label with a comma gets a second one. */
function outcomeIn(outcome: string, at: string, language: Language): string {
  const comma = outcome.includes(",") ? "," : "";
  return `${capital(outcome)}${comma} ${language === "en" ? "in" : "en"} ${dateWords(at, language)}`;
}

/**
 * The change of one outcome beside its own name: "1,900 fewer deaths with B (4,100 fewer to 200 more). Fewer in 87 of 100 runs."
 * Ranges are those of 9 of 10 runs.
 */
export function changeWords(compared: ComparedOutcome, language: Language): string {
  const { unit, change } = compared;
  if (compared.sameOf100 >= 100) {
    return language === "en"
      ? "The same with A and B in all runs."
      : "Igual con A y con B en todas las simulaciones.";
  }
  const middle = middleWords(compared, language);
  const range = rangeOfChange(change, unit, language);
  return `${capital(middle)} ${language === "en" ? "with" : "con"} B (${range}).${countSentence(compared, language)}`;
}

/** The middle run's change as every sentence of the page tells it: "1,900 fewer deaths". */
export function middleWords({ change, unit }: ComparedOutcome, language: Language): string {
  return differenceWords(rounded(change).q50, unit, language);
}

/** "1,900 fewer deaths", "3.2 billion dollars a year more", "0.4 percentage points lower", "0.12 lower (scale from 0 to 1)". */
export function differenceWords(value: number, unit: string, language: Language): string {
  const n = size(value);
  const en = language === "en";
  if (PERCENT.test(unit)) {
    const points = en
      ? n === "1"
        ? "percentage point"
        : "percentage points"
      : n === "1"
        ? "punto"
        : "puntos";
    if (n === "0") return en ? "no different" : "igual";
    return `${n} ${points} ${direction(value, unit, language)}`;
  }
  if (n === "0") return en ? "no different" : "igual";
  if (SCALE.test(unit)) return `${n} ${direction(value, unit, language)} (${unit})`;
  if (en && isCounted(unit)) return `${n} ${direction(value, unit, language)} ${unit}`;
  const word = direction(value, unit, language);
  return en ? `${n} ${unit} ${word}` : `${n} ${withDirection(unit, word)}`;
}

/** The two ends of a 90 % range: "4,100 fewer to 200 more", "de 4,100 menos a 200 más". */
export function rangeOfChange(change: Range, unit: string, language: Language): string {
  const { q05, q95 } = rounded(change);
  const [low, high] = [endWords(q05, unit, language), endWords(q95, unit, language)];
  return language === "en" ? `${low} to ${high}` : `de ${low} a ${high}`;
}

/**
 * In how many of 100 runs, told in the direction of the middle run: "Fewer in 87 of 100 runs", "Too close to call: fewer in 52 of
 * 100 runs, more in 48". Empty where no direction of the outcome is rated: the runs are then not counted.
 */
export function countWords(compared: ComparedOutcome, language: Language): string {
  const en = language === "en";
  const { better, betterOf100, worseOf100, sameOf100, unit, change } = compared;
  if (better === "none") return "";
  if (sameOf100 >= 100) return en ? "The same in all runs" : "Igual en todas las simulaciones";
  const [down, up] = better === "lower" ? [betterOf100, worseOf100] : [worseOf100, betterOf100];
  const less = change.q50 === 0 ? down >= up : change.q50 < 0;
  const [first, second] = less ? [down, up] : [up, down];
  const sign = less ? -1 : 1;
  const said = direction(sign, unit, language);
  const other = direction(-sign, unit, language);
  const runs = en ? "of 100 runs" : "de 100 simulaciones";
  const close = tooClose(compared);
  const parts = [`${said} ${en ? "in" : "en"} ${first} ${runs}`];
  if (second > 0 && (close || sameOf100 > 0)) parts.push(`${other} ${en ? "in" : "en"} ${second}`);
  if (sameOf100 > 0) parts.push(en ? `the same in ${sameOf100}` : `igual en ${sameOf100}`);
  const words = parts.join(", ");
  if (!close) return capital(words);
  return en ? `Too close to call: ${words}` : `Sin diferencia clara: ${words}`;
}

/** What a change does, sorted by what the runs say of it. */
export interface WhatChanged<T extends ComparedOutcome = ComparedOutcome> {
  readonly better: readonly T[];
  readonly worse: readonly T[];
  /** Between 40 and 60 of 100 runs that differ are better. */
  readonly close: readonly T[];
  /** Changed, and no direction is called better. */
  readonly unrated: readonly T[];
  /** The same in all runs. */
  readonly same: readonly T[];
}

export function whatChanged<T extends ComparedOutcome>(outcomes: readonly T[]): WhatChanged<T> {
  const found = {
    better: [] as T[],
    worse: [] as T[],
    close: [] as T[],
    unrated: [] as T[],
    same: [] as T[],
  };
  for (const compared of outcomes) found[verdictOf(compared)].push(compared);
  return found;
}

function verdictOf(compared: ComparedOutcome): keyof WhatChanged {
  if (compared.sameOf100 >= 100) return "same";
  if (compared.better === "none") return "unrated";
  if (tooClose(compared)) return "close";
  return compared.betterOf100 > compared.worseOf100 ? "better" : "worse";
}

/** The same as one line for a live region: "Better with B: …. Worse: …. Too close to call: …." */
export function changedLine(changed: WhatChanged, language: Language): string {
  const en = language === "en";
  if (changed.better.length + changed.worse.length + changed.close.length + changed.unrated.length === 0) {
    return en ? "A and B are the same." : "A y B son iguales.";
  }
  const told = (list: readonly ComparedOutcome[]) => list.map(({ outcome }) => outcome).join("; ");
  const heads: readonly (readonly [string, readonly ComparedOutcome[]])[] = [
    [en ? "Better with B" : "Mejor con B", changed.better],
    [en ? "Worse with B" : "Peor con B", changed.worse],
    [en ? "Different with B, not rated" : "Distinto con B, sin valorar", changed.unrated],
    [en ? "Too close to call" : "Sin diferencia clara", changed.close],
  ];
  return heads
    .filter(([, outcomes]) => outcomes.length > 0)
    .map(([head, outcomes]) => `${head}: ${told(outcomes)}.`)
    .join(" ");
}

function countSentence(compared: ComparedOutcome, language: Language): string {
  const words = countWords(compared, language);
  return words === "" ? "" : ` ${words}.`;
}

function direction(sign: number, unit: string, language: Language): string {
  if (language === "es") return sign < 0 ? "menos" : "más";
  const [down, up] = isCounted(unit) ? ["fewer", "more"] : ["lower", "higher"];
  return sign < 0 ? down! : up!;
}

function endWords(value: number, unit: string, language: Language): string {
  const n = size(value);
  return n === "0" ? "0" : `${n} ${direction(value, unit, language)}`;
}

/**
 * Two significant digits each, and none finer than a hundredth of the power of ten of the largest: what is shown beside a range of
 * thousands has no decimals. Rounded once.
 */
function rounded({ q05, q50, q95 }: Range): Range {
  const largest = Math.max(Math.abs(q05), Math.abs(q50), Math.abs(q95));
  if (!Number.isFinite(largest) || largest === 0) return { q05, q50, q95 };
  const finest = exponent(largest) - 2;
  const shown = (value: number): number => {
    if (value === 0) return 0;
    const power = Math.max(finest, exponent(value) - 1);
    return Number(`${Math.round(value / Number(`1e${power}`))}e${power}`) + 0;
  };
  return { q05: shown(q05), q50: shown(q50), q95: shown(q95) };
}

function exponent(value: number): number {
  return Number(value.toExponential().split("e")[1]);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A label within a Spanish sentence: its first letter small, unless the first word is in capitals. */
function lower(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
