import { inBoth } from "./in-both.ts";

/** Words of the page that other sites show in a frame. */
export interface EmbedWords {
  readonly full: string;
  readonly whatIf: string;
  readonly about: string;
  readonly made: (release: string, model: string) => string;
  readonly failed: string;
  readonly missing: (release: string) => string;
}

export const embedWords = inBoth<EmbedWords>({
  en: {
    full: "Try it yourself: move the levers",
    whatIf: "A what-if model, not a forecast.",
    about: "Bands hold half of the runs and 9 in 10.",
    made: (release, model) => `Downstream, model ${model}, release ${release}.`,
    failed: "The model could not run in this browser.",
    missing: (release) => `This site does not hold release ${release}; you see the current one.`,
  },
  es: {
    full: "Pruébelo usted: mueva las palancas",
    whatIf: "Un modelo de «qué pasaría si», no un pronóstico.",
    about: "Las bandas abarcan la mitad de las simulaciones y 9 de cada 10.",
    made: (release, model) => `Downstream, modelo ${model}, versión ${release}.`,
    failed: "El modelo no pudo correr en este navegador.",
    missing: (release) => `Este sitio no tiene la versión ${release}; usted ve la actual.`,
  },
});
