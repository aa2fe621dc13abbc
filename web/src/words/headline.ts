import { inBoth } from "./in-both.ts";

/** Words around the headline: what it rests on, what the bands leave out. */
export const headlineWords = inBoth({
  en: {
    title: "Result",
    assumptions: "With your assumptions, on both sides:",
    assumption: (name: string, value: string) => `${name}: ${value}`,
    removeAssumptions: "Remove them",
    explanation: (label: string, kept: string, all: string) =>
      `Only the ${kept} of ${all} runs in which: ${label}.`,
    allRuns: "Show all runs",
    untried: (side: "A" | "B", names: string) =>
      `${side} goes beyond what has been seen in the real world (${names}): an extrapolation.`,
    allOfThem: (all: string) => `${all} runs, the same draws in A and B.`,
    firstRuns: (few: string, all: string) => `First ${few} of ${all} runs; the number settles in a moment.`,
    lost: (kept: string, all: string) => `${kept} of ${all} runs could be followed to the end.`,
    runs: (count: string) => `Pictures and numbers rest on ${count} runs with the same draws in A and B.`,
    bands:
      "The bands hold what is uncertain inside the model: its numbers and the rival explanations below. They leave out what the model lacks: new drugs, other policies, sudden events, and faults of the model itself.",
  },
  es: {
    title: "Resultado",
    assumptions: "Con sus supuestos, en los dos lados:",
    assumption: (name: string, value: string) => `${name}: ${value}`,
    removeAssumptions: "Quitarlos",
    explanation: (label: string, kept: string, all: string) =>
      `Solo las ${kept} de ${all} simulaciones en que: ${label}.`,
    allRuns: "Ver todas las simulaciones",
    untried: (side: "A" | "B", names: string) =>
      `${side} va más allá de lo que se ha visto en el mundo real (${names}): es una extrapolación.`,
    allOfThem: (all: string) => `${all} simulaciones, los mismos sorteos en A y en B.`,
    firstRuns: (few: string, all: string) =>
      `Primeras ${few} de ${all} simulaciones; el número se asienta en un momento.`,
    lost: (kept: string, all: string) => `${kept} de ${all} simulaciones se pudieron seguir hasta el final.`,
    runs: (count: string) =>
      `Las gráficas y los números se basan en ${count} simulaciones, con los mismos sorteos en A y en B.`,
    bands:
      "Las bandas recogen lo que es incierto dentro del modelo: sus números y las explicaciones rivales de abajo. Dejan fuera lo que el modelo no tiene: drogas nuevas, otras políticas, sucesos repentinos y fallas del propio modelo.",
  },
});
