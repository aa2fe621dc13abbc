import type { EvidenceRecord, Grade } from "downstream/explorer";
import { inBoth } from "./in-both.ts";

type Kind = EvidenceRecord["kind"];

/** Words of the drawer: the evidence behind a name, and of the assumptions and explanations that use the same parts. */
export interface DrawerWords {
  readonly title: string;
  readonly close: string;
  readonly back: string;
  readonly tabs: string;
  readonly evidence: string;
  readonly document: string;
  readonly how: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly unknown: (name: string) => string;
  readonly search: string;
  readonly searchHelp: string;
  readonly found: (count: number) => string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly value: string;
  readonly now: string;
  readonly sides: (a: string, b: string) => string;
  readonly slider: string;
  readonly tried: string;
  readonly notTried: string;
  readonly between: (low: string, high: string) => string;
  readonly before: string;
  readonly after: string;
  readonly nineOfTen: (low: string, high: string, middle: string) => string;
  readonly grade: string;
  readonly grades: Readonly<Record<Grade, string>>;
  readonly from: string;
  readonly noSource: string;
  readonly judgement: string;
  /** That texts of the register are in another language; empty where they are not. */
  readonly foreign: string;
  readonly statuses: Readonly<Record<string, string>>;
  readonly status: string;
  readonly moreSources: (count: number) => string;
  readonly disagrees: string;
  readonly noObjection: string;
  readonly caseFor: string;
  readonly caseAgainst: string;
  readonly proposed: string;
  readonly objections: string;
  readonly standings: Readonly<Record<"answered" | "partly" | "open", string>>;
  readonly readCritique: string;
  readonly rank: string;
  readonly ranked: (place: number, of: number, outcome: string, scenario: string) => string;
  readonly notRanked: string;
  readonly options: string;
  readonly option: string;
  readonly weightBefore: string;
  readonly weightAfter: string;
  readonly definition: string;
  readonly toChapter: string;
  readonly reads: string;
  readonly readBy: string;
  readonly nothing: string;
  readonly more: (count: number) => string;
}

/** Words of a value that the reader sets for an uncertain number. */
export interface OwnValueWords {
  readonly title: string;
  readonly help: string;
  readonly drawn: string;
  readonly own: (value: string) => string;
  readonly number: (label: string) => string;
  readonly less: (label: string) => string;
  readonly more: (label: string) => string;
  readonly reset: string;
  readonly resetOf: (label: string) => string;
  readonly valueText: (value: string, usual: string) => string;
  readonly drawnText: (value: string) => string;
  readonly range: (low: string, high: string) => string;
  /** That a typed value lay outside the range, and what it was set to. */
  readonly held: (low: string, high: string, set: string) => string;
}

/** Words of the two panels that set assumptions and compare explanations. */
export interface AssumptionWords {
  readonly title: string;
  readonly notPolicy: string;
  readonly count: (count: number) => string;
  readonly resetAll: string;
  readonly others: string;
  readonly why: (label: string) => string;
  readonly whyShort: string;
}

export interface ExplanationWords {
  readonly title: string;
  readonly intro: (outcome: string, at: string) => string;
  readonly alike: string;
  readonly weight: (weights: string) => string;
  readonly better: (of100: number) => string;
  readonly showOnly: string;
  readonly showAll: string;
  readonly shown: (option: string) => string;
  readonly few: string;
  readonly wait: string;
  readonly why: (label: string) => string;
  readonly whyShort: string;
}

export const drawerWords = inBoth<DrawerWords>({
  en: {
    title: "Why?",
    close: "Close",
    back: "Back",
    tabs: "What the drawer shows",
    evidence: "Evidence",
    document: "The document",
    how: "How it works",
    loading: "Loading the evidence …",
    failed: "The evidence could not be loaded.",
    retry: "Try again",
    unknown: (name) => `The evidence has no record of “${name}”. Search for it below.`,
    search: "Find a number, lever or result",
    searchHelp: "For example: lab, naloxone, tariff",
    found: (count) => (count === 0 ? "Nothing found" : count === 1 ? "1 found" : `${count} found`),
    kinds: { lever: "Lever", parameter: "Assumed number", outcome: "Result", variant: "Rival explanations" },
    value: "Value",
    now: "Now set to",
    sides: (a, b) => `A: ${a}; B: ${b}`,
    slider: "The slider goes from",
    tried: "Seen in the real world",
    notTried: "Nobody has tried this here: what the model says of it is extrapolation.",
    between: (low, high) => `${low} to ${high}`,
    before: "Before the data",
    after: "After the data",
    nineOfTen: (low, high, middle) => `${low} to ${high} in 9 of 10 runs, middle ${middle}`,
    grade: "How firm is it?",
    grades: {
      A: "strong",
      B: "good",
      C: "indirect or disputed",
      D: "not verified",
      E: "a judgement",
    },
    from: "Where it comes from",
    judgement: "The authors' own reason:",
    foreign: "",
    noSource: "No published number stands behind it: it is a judgement of the model's authors.",
    statuses: {
      verified: "verified",
      secondary: "secondary source",
      unverified: "not verified",
      data: "data series",
    },
    status: "Status",
    moreSources: (count) => `${count} more sources`,
    disagrees: "Who disagrees",
    noObjection: "No objection on our list points at it. That is not proof that nobody objects.",
    caseFor: "The case for",
    caseAgainst: "The case against",
    proposed: "Who has proposed it",
    objections: "Objections",
    standings: { answered: "Answered", partly: "Answered in part", open: "Open" },
    readCritique: "Read the objection and what the model does about it",
    rank: "How much it matters",
    ranked: (place, of, outcome, scenario) =>
      `${ordinal(place)} of ${of} uncertain inputs, by effect on ${outcome} (${scenario}).`,
    notRanked: "It is not ranked among the uncertain inputs.",
    options: "The rival explanations and their weights",
    option: "Explanation",
    weightBefore: "before the data",
    weightAfter: "after the data",
    definition: "In the model's own words",
    toChapter: "Open its chapter, with the equation",
    reads: "It is computed from",
    readBy: "It is used by",
    nothing: "nothing in the model",
    more: (count) => `${count} more`,
  },
  es: {
    title: "¿Por qué?",
    close: "Cerrar",
    back: "Volver",
    tabs: "Qué muestra este panel",
    evidence: "Evidencia",
    document: "El documento",
    how: "Cómo funciona",
    loading: "Cargando la evidencia …",
    failed: "No se pudo cargar la evidencia.",
    retry: "Intentar de nuevo",
    unknown: (name) => `La evidencia no tiene ninguna ficha de «${name}». Búsquela abajo.`,
    search: "Buscar un número, una palanca o un resultado",
    searchHelp: "Por ejemplo: laboratorio, naloxona, arancel",
    found: (count) =>
      count === 0 ? "No se encontró nada" : count === 1 ? "1 encontrado" : `${count} encontrados`,
    kinds: {
      lever: "Palanca",
      parameter: "Número supuesto",
      outcome: "Resultado",
      variant: "Explicaciones rivales",
    },
    value: "Valor",
    now: "Puesta ahora en",
    sides: (a, b) => `A: ${a}; B: ${b}`,
    slider: "El control va de",
    tried: "Visto en el mundo real",
    notTried: "Nadie lo ha probado aquí: lo que el modelo dice es extrapolación.",
    between: (low, high) => `${low} a ${high}`,
    before: "Antes de los datos",
    after: "Después de los datos",
    nineOfTen: (low, high, middle) => `de ${low} a ${high} en 9 de cada 10 simulaciones, en medio ${middle}`,
    grade: "¿Qué tan firme es?",
    grades: {
      A: "sólida",
      B: "buena",
      C: "indirecta o discutida",
      D: "sin verificar",
      E: "un juicio",
    },
    from: "De dónde viene",
    judgement: "La razón de los autores:",
    foreign: "Los textos del registro están en inglés.",
    noSource: "No lo respalda ningún número publicado: es un juicio de los autores del modelo.",
    statuses: {
      verified: "verificada",
      secondary: "fuente secundaria",
      unverified: "sin verificar",
      data: "serie de datos",
    },
    status: "Estado",
    moreSources: (count) => `${count} fuentes más`,
    disagrees: "Quién no está de acuerdo",
    noObjection: "Ninguna objeción de nuestra lista lo señala. Eso no prueba que nadie lo objete.",
    caseFor: "A favor",
    caseAgainst: "En contra",
    proposed: "Quién lo ha propuesto",
    objections: "Objeciones",
    standings: { answered: "Respondida", partly: "Respondida en parte", open: "Abierta" },
    readCritique: "Leer la objeción y lo que el modelo hace con ella",
    rank: "Cuánto importa",
    ranked: (place, of, outcome, scenario) =>
      `Lugar ${place} de ${of} números inciertos, por su efecto en ${outcome} (${scenario}).`,
    notRanked: "No tiene lugar entre los números inciertos.",
    options: "Las explicaciones rivales y sus pesos",
    option: "Explicación",
    weightBefore: "antes de los datos",
    weightAfter: "después de los datos",
    definition: "En las palabras del modelo",
    toChapter: "Abrir su capítulo, con la ecuación",
    reads: "Se calcula con",
    readBy: "Se usa en",
    nothing: "nada en el modelo",
    more: (count) => `${count} más`,
  },
});

export const ownValueWords = inBoth<OwnValueWords>({
  en: {
    title: "Try your own value",
    help: "It then stands in every run of A and B; runs of a rival explanation may not use it. It is your assumption, not a policy.",
    drawn: "each run draws its own,",
    own: (value) => `your value: ${value}`,
    number: (label) => `${label}, your value`,
    less: (label) => `Less: ${label}`,
    more: (label) => `More: ${label}`,
    reset: "Back to the runs' own",
    resetOf: (label) => `Back to the runs' own: ${label}`,
    valueText: (value, usual) => `your value ${value}; usual value ${usual}`,
    drawnText: (value) => `each run draws its own; usual value ${value}`,
    range: (low, high) => `mostly between ${low} and ${high}`,
    held: (low, high, set) => `The runs go from ${low} to ${high}: set to ${set}.`,
  },
  es: {
    title: "Pruebe su propio valor",
    help: "Queda entonces en todas las simulaciones de A y de B; las de una explicación rival quizá no lo usen. Es un supuesto suyo, no una política.",
    drawn: "cada simulación sortea el suyo,",
    own: (value) => `su valor: ${value}`,
    number: (label) => `${label}, su valor`,
    less: (label) => `Menos: ${label}`,
    more: (label) => `Más: ${label}`,
    reset: "Volver a los de las simulaciones",
    resetOf: (label) => `Volver a los de las simulaciones: ${label}`,
    valueText: (value, usual) => `su valor ${value}; valor usual ${usual}`,
    drawnText: (value) => `cada simulación sortea el suyo; valor usual ${value}`,
    range: (low, high) => `casi siempre entre ${low} y ${high}`,
    held: (low, high, set) => `Las simulaciones van de ${low} a ${high}: quedó en ${set}.`,
  },
});

export const assumptionWords = inBoth<AssumptionWords>({
  en: {
    title: "Assumptions (not policy)",
    notPolicy:
      "Numbers that nobody knows well. Each run draws its own; set one here and all runs of A and B use yours. The page then says “your assumptions”.",
    count: (count) => (count === 1 ? "1 is yours" : `${count} are yours`),
    resetAll: "Undo all my assumptions",
    others: "Also set, from the evidence:",
    why: (label) => `Why? ${label}`,
    whyShort: "Why?",
  },
  es: {
    title: "Supuestos (no son políticas)",
    notPolicy:
      "Números que nadie conoce bien. Cada simulación sortea el suyo; si fija uno aquí, todas las simulaciones de A y de B usan el de usted. La página dice entonces «sus supuestos».",
    count: (count) => (count === 1 ? "1 es suyo" : `${count} son suyos`),
    resetAll: "Quitar todos mis supuestos",
    others: "También fijados, desde la evidencia:",
    why: (label) => `¿Por qué? ${label}`,
    whyShort: "¿Por qué?",
  },
});

export const explanationWords = inBoth<ExplanationWords>({
  en: {
    title: "Rival explanations",
    intro: (outcome, at) =>
      `Where experts disagree about how the world works, some runs follow one side and some another. This is B minus A by explanation: ${outcome}, ${at}.`,
    alike:
      "Where experts disagree about how the world works, some runs follow one side and some another. Choose a scenario or move a lever to see what each explanation makes of it.",
    weight: (weights) => `weight ${weights}`,
    better: (of100) => `B better in ${of100} of 100`,
    showOnly: "show only these runs",
    showAll: "Show all runs",
    shown: (option) => `Only the runs with “${option}” are shown.`,
    few: "too few runs to say",
    wait: "Ready when all 2,000 runs are done.",
    why: (label) => `Why? ${label}`,
    whyShort: "Why?",
  },
  es: {
    title: "Explicaciones rivales",
    intro: (outcome, at) =>
      `Donde los expertos no coinciden sobre cómo funciona el mundo, unas simulaciones siguen a unos y otras a otros. Esto es B menos A según cada explicación: ${outcome}, ${at}.`,
    alike:
      "Donde los expertos no coinciden sobre cómo funciona el mundo, unas simulaciones siguen a unos y otras a otros. Elija un escenario o mueva una palanca para ver qué resulta con cada explicación.",
    weight: (weights) => `peso ${weights}`,
    better: (of100) => `B mejor en ${of100} de 100`,
    showOnly: "mostrar solo estas",
    showAll: "Mostrar todas las simulaciones",
    shown: (option) => `Solo se muestran las simulaciones con «${option}».`,
    few: "muy pocas simulaciones para decirlo",
    wait: "Listo cuando terminen las 2,000 simulaciones.",
    why: (label) => `¿Por qué? ${label}`,
    whyShort: "¿Por qué?",
  },
});

function ordinal(place: number): string {
  const tens = place % 100;
  const end = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
  return `${place}${end}`;
}
