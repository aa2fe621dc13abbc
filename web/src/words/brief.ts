import { inBoth } from "./in-both.ts";

/** Words of the panel that shows a document's claims and proposals. */
export interface BriefWords {
  readonly loading: string;
  readonly failed: string;
  readonly none: string;
  readonly retry: string;
  readonly written: (date: string) => string;
  readonly question: string;
  readonly claims: string;
  readonly claimsHelp: (date: string) => string;
  readonly verdict: string;
  readonly says: string;
  readonly read: string;
  readonly value: string;
  readonly rule: string;
  readonly why: string;
  readonly sources: string;
  readonly details: string;
  readonly proposals: string;
  readonly proposalsHelp: string;
  readonly set: string;
  readonly isSet: string;
  readonly backers: string;
}

export const briefWords = inBoth<BriefWords>({
  en: {
    loading: "Loading the document …",
    failed: "The document could not be loaded.",
    none: "This model comes without a document.",
    retry: "Try again",
    written: (date) => `Of ${date}.`,
    question: "The question it asks",
    claims: "What it claims, checked",
    claimsHelp: (date) => `Judged by what had been published by ${date}.`,
    verdict: "Verdict",
    says: "As compared",
    read: "What was read",
    value: "Value found",
    rule: "Rule",
    why: "Why this verdict",
    sources: "Sources",
    details: "How it was checked",
    proposals: "What it says some propose",
    proposalsHelp:
      "Each button sets B to the scenario that carries the proposal out. In the document's order.",
    set: "Set B to this",
    isSet: "B is set to this",
    backers: "Proposed by",
  },
  es: {
    loading: "Cargando el documento …",
    failed: "No se pudo cargar el documento.",
    none: "Este modelo viene sin documento.",
    retry: "Intentar de nuevo",
    written: (date) => `Del ${date}.`,
    question: "La pregunta que plantea",
    claims: "Lo que afirma, comprobado",
    claimsHelp: (date) => `Juzgado con lo publicado hasta ${date}.`,
    verdict: "Veredicto",
    says: "Como se compara",
    read: "Lo que se leyó",
    value: "Valor encontrado",
    rule: "Regla",
    why: "Por qué este veredicto",
    sources: "Fuentes",
    details: "Cómo se comprobó",
    proposals: "Lo que, según él, algunos proponen",
    proposalsHelp:
      "Cada botón pone en B el escenario que lleva a cabo la propuesta. En el orden del documento.",
    set: "Poner esto en B",
    isSet: "B ya es esto",
    backers: "Propuesta de",
  },
});
