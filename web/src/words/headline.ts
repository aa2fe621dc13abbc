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
    untried: (names: string) =>
      `B goes beyond what has been seen in the real world (${names}): an extrapolation.`,
    runs: (count: string) => `${count} runs`,
    lost: (kept: string, all: string) => `${kept} of ${all} runs could be followed to the end.`,
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
    untried: (names: string) =>
      `B va más allá de lo que se ha visto en el mundo real (${names}): es una extrapolación.`,
    runs: (count: string) => `${count} simulaciones`,
    lost: (kept: string, all: string) => `${kept} de ${all} simulaciones se pudieron seguir hasta el final.`,
    bands:
      "Las bandas recogen lo que es incierto dentro del modelo: sus números y las explicaciones rivales de abajo. Dejan fuera lo que el modelo no tiene: drogas nuevas, otras políticas, sucesos repentinos y fallas del propio modelo.",
  },
});
