import { inBoth } from "./in-both.ts";

/** Words of the dialog that shares, saves and cites what the page shows. */
export interface ShareWords {
  readonly open: string;
  readonly title: string;
  readonly close: string;
  readonly link: string;
  readonly linkHelp: string;
  readonly holds: string;
  readonly side: (side: "A" | "B", scenario: string) => string;
  readonly changed: (levers: readonly string[]) => string;
  readonly assumptions: (names: readonly string[]) => string;
  readonly explanation: (option: string) => string;
  readonly view: (outcome: string, at: string) => string;
  readonly basis: (release: string, seed: number) => string;
  readonly copy: string;
  readonly copied: string;
  readonly selected: string;
  readonly files: string;
  readonly csv: string;
  readonly svg: string;
  readonly png: string;
  readonly making: string;
  readonly saved: (file: string) => string;
  readonly failed: string;
  readonly notYet: string;
  readonly source: (release: string) => string;
  readonly cite: string;
  readonly bibtex: string;
  readonly embed: string;
  readonly embedHelp: string;
  readonly follows: string;
  readonly followsHelp: string;
  readonly frozen: (release: string) => string;
  readonly frozenHelp: string;
  readonly copyOf: (what: string) => string;
}

export const shareWords = inBoth<ShareWords>({
  en: {
    open: "Share",
    title: "Share, save, cite",
    close: "Close",
    link: "Link to this page",
    linkHelp: "Whoever opens it sees the same runs with the same numbers.",
    holds: "What is in the link",
    side: (side, scenario) => `${side}: ${scenario}`,
    changed: (levers) => `, with changes to ${levers.join(", ")}`,
    assumptions: (names) => `Your assumptions: ${names.join(", ")}`,
    explanation: (option) => `Only runs with “${option}”`,
    view: (outcome, at) => `Looking at ${outcome}, ${at}`,
    basis: (release, seed) => `Model release ${release}, seed ${seed}`,
    copy: "Copy",
    copied: "Copied",
    selected: "Selected: copy it with the keyboard",
    files: "Save",
    csv: "All numbers (CSV)",
    svg: "Chart (SVG)",
    png: "Chart (PNG)",
    making: "Making the file …",
    saved: (file) => `Saved ${file}`,
    failed: "That did not work. Please try again.",
    source: (release) =>
      `Bands hold half of the runs and 9 in 10. A what-if model, not a forecast. Release ${release}.`,
    notYet: "Files can be saved once all 2,000 runs are done.",
    cite: "Citation",
    bibtex: "Citation for BibTeX",
    embed: "Show it on another site",
    embedHelp: "One chart with its sentence. Paste the code into the other page.",
    follows: "Follows the model",
    followsHelp: "When the model is renewed, the numbers are too.",
    frozen: (release) => `Frozen at release ${release}`,
    frozenHelp: "Keeps its numbers: the one for an article.",
    copyOf: (what) => `Copy: ${what}`,
  },
  es: {
    open: "Compartir",
    title: "Compartir, guardar, citar",
    close: "Cerrar",
    link: "Enlace a esta página",
    linkHelp: "Quien lo abra verá las mismas simulaciones con los mismos números.",
    holds: "Qué contiene el enlace",
    side: (side, scenario) => `${side}: ${scenario}`,
    changed: (levers) => `, con cambios en ${levers.join(", ")}`,
    assumptions: (names) => `Sus supuestos: ${names.join(", ")}`,
    explanation: (option) => `Solo simulaciones con «${option}»`,
    view: (outcome, at) => `Se mira ${outcome}, ${at}`,
    basis: (release, seed) => `Versión ${release} del modelo, semilla ${seed}`,
    copy: "Copiar",
    copied: "Copiado",
    selected: "Seleccionado: cópielo con el teclado",
    files: "Guardar",
    csv: "Todos los números (CSV)",
    svg: "Gráfica (SVG)",
    png: "Gráfica (PNG)",
    making: "Preparando el archivo …",
    saved: (file) => `Se guardó ${file}`,
    failed: "No funcionó. Inténtelo de nuevo.",
    source: (release) =>
      `Las bandas abarcan la mitad de las simulaciones y 9 de cada 10. Un modelo de «qué pasaría si», no un pronóstico. Versión ${release}.`,
    notYet: "Los archivos se pueden guardar cuando terminen las 2,000 simulaciones.",
    cite: "Cita",
    bibtex: "Cita para BibTeX",
    embed: "Mostrarla en otro sitio",
    embedHelp: "Una gráfica con su frase. Pegue el código en la otra página.",
    follows: "Sigue al modelo",
    followsHelp: "Cuando el modelo se renueva, los números también.",
    frozen: (release) => `Fija en la versión ${release}`,
    frozenHelp: "Conserva sus números: la indicada para un artículo.",
    copyOf: (what) => `Copiar: ${what}`,
  },
});
