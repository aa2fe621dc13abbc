import type { Language } from "../../base/text.ts";

/** Words of the explorer's page before its script runs. */
export interface FirstPaintWords {
  readonly title: string;
  readonly description: string;
  readonly chips: string;
  readonly noChange: string;
  readonly noScript: string;
  readonly table: (month: string) => string;
  readonly scenario: string;
  readonly range: (low: string, high: string) => string;
  readonly same: string;
  readonly note: (draws: number) => string;
  readonly whole: string;
  readonly embedTitle: string;
}

/** The words in a language. */
export function firstPaintWords(language: Language): FirstPaintWords {
  return language === "en" ? ENGLISH : SPANISH;
}

const ENGLISH: FirstPaintWords = {
  title: "What if …?",
  description:
    "Move a lever and see what a policy would change, in both countries, with the uncertainty and the evidence in view.",
  chips: "Ready scenarios",
  noChange: "No change",
  noScript:
    "The levers need JavaScript. Without it these pages show the path with no change, the ready scenarios in the table, and how the model works.",
  table: (month) => `${month}: the level with no change, then how much each scenario changes it`,
  scenario: "Scenario",
  range: (low, high) => `${low} to ${high}`,
  same: "same in all runs",
  note: (draws) =>
    `Each number is the middle of ${draws.toLocaleString("en-US")} runs; under it, the range that holds 9 in 10 runs. Every scenario has the same draws of what is uncertain.`,
  whole: "Open in the explorer",
  embedTitle: "One chart",
};

const SPANISH: FirstPaintWords = {
  title: "¿Qué pasaría si…?",
  description:
    "Mueva una palanca y vea qué cambiaría una política, en los dos países, con la incertidumbre y la evidencia a la vista.",
  chips: "Escenarios listos",
  noChange: "Sin cambios",
  noScript:
    "Las palancas necesitan JavaScript. Sin él, estas páginas muestran la trayectoria sin cambios, los escenarios listos en la tabla y cómo funciona el modelo.",
  table: (month) => `${capital(month)}: el nivel sin cambios y cuánto lo cambia cada escenario`,
  scenario: "Escenario",
  range: (low, high) => `de ${low} a ${high}`,
  same: "igual en todas",
  note: (draws) =>
    `Cada número es el centro de ${draws.toLocaleString("en-US")} simulaciones; debajo, el rango que contiene 9 de cada 10. Todos los escenarios tienen los mismos sorteos de lo incierto.`,
  whole: "Abrir en el explorador",
  embedTitle: "Una gráfica",
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
