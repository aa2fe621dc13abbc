import { type Catalogue, say } from "./words.ts";

/** Words of the findings of forecasts and backtests. */
export const forecastWords = {
  "forecast-no-series": {
    en: (d) =>
      say(
        `the model ${d.model} declares no series to forecast`,
        "Write one in a chapter: forecast all_drugs: synthetic deaths + other deaths, against all deaths",
      ),
    es: (d) =>
      say(
        `el modelo ${d.model} no declara ninguna serie que pronosticar`,
        "Escriba una en un capítulo: forecast all_drugs: synthetic deaths + other deaths, against all deaths",
      ),
  },
  "forecast-no-data": {
    en: (d) =>
      say(
        d.last
          ? `'${d.name}' has no value for ${d.month}: ${d.file} holds ${d.first} to ${d.last}`
          : `'${d.name}' has no value above 0 in ${d.file}`,
        d.last ? "A forecast starts at a month of data: give one of those with --from." : "",
      ),
    es: (d) =>
      say(
        d.last
          ? `'${d.name}' no tiene valor para ${d.month}: ${d.file} abarca de ${d.first} a ${d.last}`
          : `'${d.name}' no tiene ningún valor mayor que 0 en ${d.file}`,
        d.last ? "Un pronóstico parte de un mes con datos: dé uno de ellos con --from." : "",
      ),
  },
  "forecast-beyond-run": {
    en: (d) =>
      say(`the model's run ends with ${d.last}, before ${d.month}`, "Ask for fewer months with --months."),
    es: (d) =>
      say(
        `la simulación del modelo termina con ${d.last}, antes de ${d.month}`,
        "Pida menos meses con --months.",
      ),
  },
  "forecast-dropped": {
    en: (d) =>
      say(`${d.count} of ${d.draws} draws were left out: a run failed, or a monthly flow was not above 0`),
    es: (d) =>
      say(
        `se dejaron fuera ${d.count} de ${d.draws} sorteos: falló la simulación o un flujo mensual no fue mayor que 0`,
      ),
  },
  "forecast-from-prior": {
    en: () =>
      say(
        "these draws are from the prior: no posterior holds only data to that month",
        "Make one with 'downstream calibrate MODEL --origins YYYY-MM'.",
      ),
    es: () =>
      say(
        "estos sorteos son de la distribución a priori: ninguna posterior tiene solo datos hasta ese mes",
        "Haga una con 'downstream calibrate MODELO --origins AAAA-MM'.",
      ),
  },
  "backtest-no-posterior": {
    en: (d) =>
      say(
        `${d.model} has no posterior to forecast from`,
        "Make them with 'downstream calibrate MODEL --origins 2019-12,2021-12'.",
      ),
    es: (d) =>
      say(
        `${d.model} no tiene ninguna posterior desde la cual pronosticar`,
        "Hágalas con 'downstream calibrate MODELO --origins 2019-12,2021-12'.",
      ),
  },
  "backtest-file": {
    en: (d) => say(`'${d.field}' of forecast.yaml does not fit: ${d.why}`),
    es: (d) => say(`'${d.field}' de forecast.yaml no encaja: ${d.why}`),
  },
  "backtest-series": {
    en: (d) => say(`'${d.name}' is none of the model's own here`, `It has ${d.known}.`),
    es: (d) => say(`'${d.name}' no es de las que el modelo tiene aquí`, `Tiene ${d.known}.`),
  },
} satisfies Catalogue;
