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
  "duplicate-mechanism": {
    en: (d) => say(`there is already a mechanism '${d.name}'`, "Keep one of the two statements."),
    es: (d) => say(`ya hay un mecanismo '${d.name}'`, "Deje una de las dos instrucciones."),
  },
  "mechanism-not-constant": {
    en: (d) =>
      d.variant === undefined
        ? say(
            `a mechanism is switched off by constants, and '${d.name}' is none`,
            "Multiply the cause by a constant, such as 'strength of the shock [1] = 1', and name that constant here.",
          )
        : say(
            `a mechanism cannot choose an option of the variant '${d.variant}'`,
            "Multiply what its options do by a constant, such as 'strength of the shock [1] = 1', and name that constant here.",
          ),
    es: (d) =>
      d.variant === undefined
        ? say(
            `un mecanismo se apaga con constantes, y '${d.name}' no lo es`,
            "Multiplique la causa por una constante, como 'strength of the shock [1] = 1', y nombre aquí esa constante.",
          )
        : say(
            `un mecanismo no puede elegir una opción de la variante '${d.variant}'`,
            "Multiplique lo que hacen sus opciones por una constante, como 'strength of the shock [1] = 1', y nombre aquí esa constante.",
          ),
  },
  "mechanism-value": {
    en: (d) =>
      say(`the value at which '${d.name}' does nothing must be a number or a date`, "Write it out: 0, or 1."),
    es: (d) =>
      say(
        `el valor con el que '${d.name}' no hace nada debe ser un número o una fecha`,
        "Escríbalo: 0, o 1.",
      ),
  },
  "known-not-date": {
    en: (d) =>
      say(
        `'${d.name}' is not a constant date, so nothing can be known until it`,
        "Name a constant such as: end of counted deaths [date] = 2024-07",
      ),
    es: (d) =>
      say(
        `'${d.name}' no es una fecha constante, así que nada puede conocerse hasta ella`,
        "Nombre una constante como: end of counted deaths [date] = 2024-07",
      ),
  },
  "known-twice": {
    en: (d) => say(`it is already said when '${d.name}' is known`, "Keep one of the two statements."),
    es: (d) => say(`ya se dice cuándo se conoce '${d.name}'`, "Deje una de las dos instrucciones."),
  },
  "duplicate-forecast": {
    en: (d) => say(`there is already a forecast '${d.name}'`, "Keep one of the two statements."),
    es: (d) => say(`ya hay un pronóstico '${d.name}'`, "Deje una de las dos instrucciones."),
  },
  "forecast-name": {
    en: (d) =>
      say(
        `'${d.name}' cannot name a forecast: its name goes into files`,
        `Use one word of letters, digits and underscores, such as ${d.suggestion}.`,
      ),
    es: (d) =>
      say(
        `'${d.name}' no puede nombrar un pronóstico: su nombre va a archivos`,
        `Use una sola palabra de letras sin acento, dígitos y guiones bajos, como ${d.suggestion}.`,
      ),
  },
  "forecast-not-observation": {
    en: (d) =>
      say(
        `a forecast adds up observed series, and '${d.name}' is none`,
        `Name the series that observes it: observe counted ${d.name} = ${d.name} by data/file.csv: column`,
      ),
    es: (d) =>
      say(
        `un pronóstico suma series observadas, y '${d.name}' no lo es`,
        `Nombre la serie que la observa: observe counted ${d.name} = ${d.name} by data/file.csv: column`,
      ),
  },
  "forecast-component": {
    en: (d) =>
      say(
        `'${d.name}' has no ${d.lacks}, so the range of its forecast is not known`,
        "Give it both: error relative 2 %, discrepancy 12 % over 18 months",
      ),
    es: (d) =>
      say(
        `'${d.name}' no tiene ${d.lacks}, así que no se conoce el rango de su pronóstico`,
        "Déle ambos: error relative 2 %, discrepancy 12 % over 18 months",
      ),
  },
  "forecast-component-twice": {
    en: (d) => say(`'${d.name}' is added twice`, "Name each series once."),
    es: (d) => say(`'${d.name}' se suma dos veces`, "Nombre cada serie una vez."),
  },
  "forecast-window": {
    en: (d) =>
      say(
        `a value of '${d.name}' covers ${d.months} months, one of '${d.other}' ${d.wanted}`,
        "Observe both over the same window, such as sum over 12 months (...).",
      ),
    es: (d) =>
      say(
        `un valor de '${d.name}' cubre ${d.months} meses, uno de '${d.other}' ${d.wanted}`,
        "Observe ambas en la misma ventana, como sum over 12 months (...).",
      ),
  },
  "forecast-unit": {
    en: (d) =>
      say(
        `'${d.name}' is in ${d.unit}, and '${d.other}' in ${d.wanted}`,
        "The parts of a forecast and its total need one unit.",
      ),
    es: (d) =>
      say(
        `'${d.name}' está en ${d.unit}, y '${d.other}' en ${d.wanted}`,
        "Las partes de un pronóstico y su total necesitan una sola unidad.",
      ),
  },
} satisfies Catalogue;
