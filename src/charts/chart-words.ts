import type { Language } from "../explain/language.ts";

/** Fixed words of charts, in both languages. */
export interface ChartWords {
  readonly half: string;
  readonly most: string;
  readonly middle: string;
  readonly observed: string;
  readonly decision: (date: string) => string;
  readonly noChangeLine: string;
  readonly endRanges: (date: string) => string;
  readonly zero: string;
  readonly lower: string;
  readonly higher: string;
  readonly date: string;
  readonly range: string;
  readonly median: string;
  readonly scenario: string;
  readonly runs: string;
  readonly prior: string;
  readonly after: string;
  readonly option: string;
  readonly parameter: string;
  readonly rank: string;
  readonly lowFifth: string;
  readonly highFifth: string;
  readonly to: string;
  readonly lowToHigh: string;
  readonly raises: string;
  readonly raisesShort: string;
  readonly lowersShort: string;
  readonly lowers: string;
  readonly showTable: string;
}

const WORDS: Readonly<Record<Language, ChartWords>> = {
  en: {
    half: "half of runs",
    most: "9 in 10 runs",
    middle: "middle run",
    observed: "observed",
    decision: (date) => `decision: ${date}`,
    noChangeLine: "middle run with no change",
    endRanges: (date) => `the same ranges in ${date}`,
    zero: "same as no change",
    lower: "lower than no change",
    higher: "higher than no change",
    date: "Month",
    range: "9 in 10 runs",
    median: "Middle run (median)",
    scenario: "Scenario",
    runs: "Runs better than no change",
    prior: "before the data",
    after: "after the data",
    option: "Explanation",
    parameter: "Assumption",
    rank: "Rank correlation",
    lowFifth: "Result where it is lowest",
    highFifth: "Result where it is highest",
    to: "to",
    lowToHigh: "result, low to high",
    raises: "moves the same way",
    raisesShort: "same way",
    lowersShort: "opposite way",
    lowers: "moves the opposite way",
    showTable: "Show as table",
  },
  es: {
    half: "la mitad de las simulaciones",
    most: "9 de cada 10",
    middle: "simulación central",
    observed: "observado",
    decision: (date) => `decisión: ${date}`,
    noChangeLine: "simulación central sin cambios",
    endRanges: (date) => `los mismos intervalos en ${date}`,
    zero: "igual que sin cambios",
    lower: "menos que sin cambios",
    higher: "más que sin cambios",
    date: "Mes",
    range: "9 de cada 10 simulaciones",
    median: "Simulación central (mediana)",
    scenario: "Escenario",
    runs: "Simulaciones mejores que sin cambios",
    prior: "antes de los datos",
    after: "después de los datos",
    option: "Explicación",
    parameter: "Supuesto",
    rank: "Correlación de rangos",
    lowFifth: "Resultado donde es más bajo",
    highFifth: "Resultado donde es más alto",
    to: "a",
    lowToHigh: "resultado, de bajo a alto",
    raises: "se mueve en la misma dirección",
    raisesShort: "misma dirección",
    lowersShort: "dirección opuesta",
    lowers: "se mueve en la dirección opuesta",
    showTable: "Ver como tabla",
  },
};

/** The words of charts in one language. */
export function chartWords(language: Language): ChartWords {
  return WORDS[language];
}
