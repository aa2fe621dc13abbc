import type { Language } from "../base/text.ts";
import { shortDateWords } from "../explain/date-words.ts";
import { isCounted } from "../explain/sentences.ts";

/** Words of the charts that compare A and B. */
export interface PathWords {
  readonly since: string;
  readonly middle: string;
  readonly half: string;
  readonly most: string;
  readonly observed: string;
  readonly yourGuess: string;
  readonly axisNote: string;
  readonly at: (value: string, month: string) => string;
  readonly decision: (month: string) => string;
  readonly range: (low: string, high: string) => string;
  readonly span: (low: string, high: string) => string;
  readonly to: string;
  readonly month: string;
  readonly less: (unit: string) => string;
  readonly more: (unit: string) => string;
  readonly sameLine: string;
  readonly ofRuns: (count: number) => string;
  readonly dot: (of100: string) => string;
  readonly filled: string;
  readonly allSame: string;
  readonly sameRuns: (count: number) => string;
  readonly bMinusA: string;
  readonly before: string;
  readonly after: string;
  readonly value: string;
  readonly yours: string;
}

const WORDS: Readonly<Record<Language, PathWords>> = {
  en: {
    since: "published since",
    middle: "middle run",
    half: "half of runs",
    most: "9 in 10 runs",
    observed: "observed",
    yourGuess: "your line",
    axisNote: "axis does not start at 0",
    at: (value, month) => `${value} in ${shortDateWords(month, "en")}`,
    decision: (month) => `decision: ${shortDateWords(month, "en")}`,
    range: (low, high) => `9 in 10 runs: ${low} to ${high}`,
    span: (low, high) => `${low} to ${high}`,
    to: "to",
    month: "Month",
    less: (unit) => (isCounted(unit) ? `fewer ${noun(unit)} with B` : "lower with B"),
    more: (unit) => (isCounted(unit) ? `more ${noun(unit)} with B` : "higher with B"),
    sameLine: "same as A",
    ofRuns: (count) => `${count} of 100 runs`,
    dot: (of100) => `Each dot: ${of100} of 100 runs.`,
    filled: "Filled: B is better. Open: B is worse.",
    allSame: "B is the same as A in every run.",
    sameRuns: (count) => `The same in ${count} of 100 runs.`,
    bMinusA: "B minus A",
    before: "before the data",
    after: "after the data",
    value: "value in the model",
    yours: "your value",
  },
  es: {
    since: "publicado después",
    middle: "simulación central",
    half: "la mitad de las simulaciones",
    most: "9 de cada 10",
    observed: "observado",
    yourGuess: "su línea",
    axisNote: "el eje no empieza en 0",
    at: (value, month) => `${value} en ${shortDateWords(month, "es")}`,
    decision: (month) => `decisión: ${shortDateWords(month, "es")}`,
    range: (low, high) => `9 de cada 10 simulaciones: de ${low} a ${high}`,
    span: (low, high) => `de ${low} a ${high}`,
    to: "a",
    month: "Mes",
    less: (unit) => (isCounted(unit) ? `menos ${noun(unit)} con B` : "menor con B"),
    more: (unit) => (isCounted(unit) ? `más ${noun(unit)} con B` : "mayor con B"),
    sameLine: "igual que A",
    ofRuns: (count) => `${count} de 100 simulaciones`,
    dot: (of100) => `Cada punto: ${of100} de 100 simulaciones.`,
    filled: "Lleno: B es mejor. Vacío: B es peor.",
    allSame: "B es igual que A en todas las simulaciones.",
    sameRuns: (count) => `Igual en ${count} de 100 simulaciones.`,
    bMinusA: "B menos A",
    before: "antes de los datos",
    after: "después de los datos",
    value: "valor en el modelo",
    yours: "su valor",
  },
};

/** The words of one language. */
export function pathWords(language: Language): PathWords {
  return WORDS[language];
}

/** What is counted: "deaths" of "deaths a year". */
function noun(unit: string): string {
  return /^\p{L}+/u.exec(unit)?.[0] ?? unit;
}
