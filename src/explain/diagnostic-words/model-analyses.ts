import { type Catalogue, say } from "./words.ts";

/** Words of the findings about what calibration, backtests and forecasts read of a model. */
export const analysisWords = {
  "discrepancy-without-error": {
    en: (d) =>
      say(
        `the discrepancy of '${d.name}' stands beside no relative error`,
        "Give the error of the reports as well: error relative 2 %, discrepancy 12 % over 18 months",
      ),
    es: (d) =>
      say(
        `la discrepancia de '${d.name}' no está junto a un error relativo`,
        "Dé también el error de los reportes: error relative 2 %, discrepancy 12 % over 18 months",
      ),
  },
  "discrepancy-not-positive": {
    en: (d) =>
      say(
        `the size and the length of the discrepancy of '${d.name}' must be above 0`,
        "Leave the clause out where the model misses nothing.",
      ),
    es: (d) =>
      say(
        `el tamaño y la duración de la discrepancia de '${d.name}' deben ser mayores que 0`,
        "Quite la cláusula si al modelo no le falta nada.",
      ),
  },
} satisfies Catalogue;
