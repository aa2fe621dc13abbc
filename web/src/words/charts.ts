import { inBoth } from "./in-both.ts";

/** Words around a chart: what its frame says beside the drawing. */
export const CHART_WORDS = inBoth({
  en: {
    table: "Show as table",
    /** Name of the thing that reads a chart month by month. */
    read: (title: string) => `Read the chart by year: ${title}`,
    readHelp: "Left and right arrows move by a year, with Shift by a month; Home and End go to the ends.",
    readPick: "Enter compares A and B in that month.",
  },
  es: {
    table: "Ver como tabla",
    read: (title: string) => `Leer la gráfica por año: ${title}`,
    readHelp:
      "Las flechas izquierda y derecha avanzan un año; con Mayús, un mes; Inicio y Fin van a los extremos.",
    readPick: "Intro compara A y B en ese mes.",
  },
});
