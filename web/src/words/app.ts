import { dateWords } from "downstream/explorer";
import { inBoth } from "./in-both.ts";

/** Words of the page's frame: bar, tools, notices. */
export const appWords = inBoth({
  en: {
    title: "What if …?",
    tools: "Tools",
    guides: "Ways in",
    undo: "Undo",
    redo: "Redo",
    replay: "Replay",
    replayHint: "Show the last change once more",
    reset: "Reset",
    brief: "The document",
    briefHint: "The claims and proposals of the document that this model was built on",
    scenarios: "Scenarios",
    moreScenarios: "More scenarios",
    groups: {
      baseline: "No change",
      proposal: "Proposals of the document",
      ladder: "Degrees of force",
      alternative: "Alternatives",
      package: "Packages",
      happened: "What happened since",
    },
    compared: "The two sides",
    a: "A",
    b: "B",
    keepAsA: "Keep as A, change to make B",
    keepHint: "A becomes what B is now; B starts from there",
    myMix: "My mix",
    changedFrom: (name: string) => `${name}, changed`,
    failed: "The model could not run in this browser.",
    failedWhy: "What the browser says:",
    failedRun: "The last run failed; the picture is the one before it.",
    retry: "Try again",
    missingRelease: (release: string) =>
      `This site does not hold release ${release} of the model. You see the current one.`,
    olderRelease: (release: string, current: string) =>
      `This link was made with release ${release} of the model, and that is what you see. The current release is ${current}.`,
    seeCurrent: "See the current release",
    linkParts: "Parts of this link could not be used:",
    dismiss: "Dismiss",
  },
  es: {
    title: "¿Qué pasaría si …?",
    tools: "Herramientas",
    guides: "Para empezar",
    undo: "Deshacer",
    redo: "Rehacer",
    replay: "Repetir",
    replayHint: "Mostrar otra vez el último cambio",
    reset: "Reiniciar",
    brief: "El documento",
    briefHint: "Las afirmaciones y propuestas del documento que dio origen a este modelo",
    scenarios: "Escenarios",
    moreScenarios: "Más escenarios",
    groups: {
      baseline: "Sin cambios",
      proposal: "Propuestas del documento",
      ladder: "Grados de fuerza",
      alternative: "Alternativas",
      package: "Paquetes",
      happened: "Lo que ha pasado desde entonces",
    },
    compared: "Los dos lados",
    a: "A",
    b: "B",
    keepAsA: "Guardar como A y cambiar para hacer B",
    keepHint: "A pasa a ser lo que B es ahora; B parte de ahí",
    myMix: "Mi mezcla",
    changedFrom: (name: string) => `${name}, con cambios`,
    failed: "El modelo no pudo correr en este navegador.",
    failedWhy: "Lo que dice el navegador:",
    failedRun: "La última simulación falló; la imagen es la anterior.",
    retry: "Intentar de nuevo",
    missingRelease: (release: string) =>
      `Este sitio no tiene la versión ${release} del modelo. Usted ve la actual.`,
    olderRelease: (release: string, current: string) =>
      `Este enlace se hizo con la versión ${release} del modelo, y es la que usted ve. La versión actual es ${current}.`,
    seeCurrent: "Ver la versión actual",
    linkParts: "Hay partes de este enlace que no se pudieron usar:",
    dismiss: "Cerrar el aviso",
  },
});

/** Months and years of the page's own controls. */
export const monthWords = inBoth({
  en: {
    compared: "Compared in",
    earlier: "One year earlier",
    later: "One year later",
    say: (month: string) => dateWords(month, "en"),
  },
  es: {
    compared: "Se compara en",
    earlier: "Un año antes",
    later: "Un año después",
    say: (month: string) => dateWords(month, "es"),
  },
});
