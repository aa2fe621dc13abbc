import { type Catalogue, didYouMean, quisoDecir, say } from "./words.ts";

/** Words of the findings about settings given on the command line. */
export const optionWords = {
  "option-number": {
    en: (d) => say(`${d.option} takes ${d.wanted}; this is '${d.value}'.`),
    es: (d) => say(`${d.option} lleva ${d.wanted}; se recibió '${d.value}'.`),
  },
  "option-name-or-fall": {
    en: () => say("explain takes a name of the model, or --fall.", "Give one of the two."),
    es: () => say("explain lleva un nombre del modelo, o --fall.", "Dé uno de los dos."),
  },
  "option-no-fall": {
    en: (d) =>
      say(
        `'${d.path}' names no fall to explain.`,
        "Add a fall to the history of its validation.yaml, with the mechanisms that may have caused it.",
      ),
    es: (d) =>
      say(
        `'${d.path}' no nombra ninguna caída que explicar.`,
        "Agregue una caída (fall) a la historia de su validation.yaml, con los mecanismos que pudieron causarla.",
      ),
  },
  "option-language": {
    en: (d) => say(`There is no report in '${d.value}'.`, "Use --lang en or --lang es."),
    es: (d) => say(`No hay informe en '${d.value}'.`, "Use --lang en o --lang es."),
  },
  "option-set": {
    en: (d) =>
      say(
        `--set takes 'name=number'; this is '${d.value}'.`,
        "For example: --set 'treatment entry rate=0.3'",
      ),
    es: (d) =>
      say(
        `--set lleva 'nombre=número'; se recibió '${d.value}'.`,
        "Por ejemplo: --set 'treatment entry rate=0.3'",
      ),
  },
  "option-set-number": {
    en: (d) =>
      say(
        `--set takes 'name=number', a number only, in the declared unit (${d.unit}); the value of '${d.name}' is '${d.value}'.`,
        d.number
          ? `If it is in ${d.unit}: --set '${d.name}=${d.number}'`
          : "Digits, with a point for decimals.",
      ),
    es: (d) =>
      say(
        `--set lleva 'nombre=número', solo un número, en la unidad declarada (${d.unit}); el valor de '${d.name}' es '${d.value}'.`,
        d.number
          ? `Si está en ${d.unit}: --set '${d.name}=${d.number}'`
          : "Cifras, con punto para los decimales.",
      ),
  },
  "option-set-outside-prior": {
    en: (d) =>
      say(
        `--set '${d.name}' is ${d.value} ${d.unit}, which its prior cannot give: ${d.low} to ${d.high} ${d.unit}.`,
        "The run goes on; the model was not made for such a value.",
      ),
    es: (d) =>
      say(
        `--set '${d.name}' es ${d.value} ${d.unit}, que su prior no puede dar: de ${d.low} a ${d.high} ${d.unit}.`,
        "La simulación continúa; el modelo no se hizo para ese valor.",
      ),
  },
  "option-set-kind": {
    en: (d) =>
      say(
        `'${d.name}' is computed by the model or read from a file, so it cannot be set.`,
        "Set a constant, a lever or a variant that it reads; --data puts another file in the place of one.",
      ),
    es: (d) =>
      say(
        `'${d.name}' lo calcula el modelo o se lee de un archivo; no se puede fijar.`,
        "Fije una constante, una palanca o una variante que use; --data pone otro archivo en lugar de uno.",
      ),
  },
  "option-set-option": {
    en: (d) =>
      say(
        `The variant '${d.name}' has no option '${d.value}'${didYouMean(d)}`,
        `Its options are: ${d.options}.`,
      ),
    es: (d) =>
      say(
        `La variante '${d.name}' no tiene la opción '${d.value}'${quisoDecir(d)}`,
        `Sus opciones son: ${d.options}.`,
      ),
  },
  "option-element": {
    en: (d) =>
      say(
        `'${d.element}' is no ${d.dimension}, and '${d.name}' is by ${d.dimensions}${didYouMean(d)}`,
        `Its elements: ${d.known}.`,
      ),
    es: (d) =>
      say(
        `'${d.element}' no es de la dimensión ${d.dimension}, y las de '${d.name}' son ${d.dimensions}${quisoDecir(d)}`,
        `Sus elementos: ${d.known}.`,
      ),
  },
  "option-subscripts": {
    en: (d) =>
      say(
        `'${d.name}' is by ${d.dimensions}, and the brackets hold ${d.found}`,
        `Give one for each, in that order; the name of a dimension stands for all its elements: '${d.name}[${d.dimensions}]'.`,
      ),
    es: (d) =>
      say(
        `Las dimensiones de '${d.name}' son ${d.dimensions}, y los corchetes llevan ${d.found}`,
        `Dé uno por cada una, en ese orden; el nombre de una dimensión vale por todos sus elementos: '${d.name}[${d.dimensions}]'.`,
      ),
  },
  "option-dimension": {
    en: (d) =>
      say(
        `'${d.name}' is a dimension, with the elements ${d.elements}`,
        d.arrays ? `Arrays by it: ${d.arrays}.` : "",
      ),
    es: (d) =>
      say(
        `'${d.name}' es una dimensión, con los elementos ${d.elements}`,
        d.arrays ? `Arreglos por ella: ${d.arrays}.` : "",
      ),
  },
  "option-name": {
    en: (d) =>
      say(
        `The model has no '${d.name}'${didYouMean(d)}`,
        `${d.near ? `Names like it: ${d.near}. ` : ""}'downstream explain MODEL NAME' shows what a name reads and who reads it.`,
      ),
    es: (d) =>
      say(
        `El modelo no tiene '${d.name}'${quisoDecir(d)}`,
        `${d.near ? `Nombres parecidos: ${d.near}. ` : ""}'downstream explain MODELO NOMBRE' muestra qué lee un nombre y quién lo lee.`,
      ),
  },
  "option-no-series": {
    en: (d) =>
      say(
        `'${d.name}' has no value over time`,
        "Tables and arrays of fixed numbers do not change in a run; 'downstream explain MODEL NAME' shows them.",
      ),
    es: (d) =>
      say(
        `'${d.name}' no tiene valores en el tiempo`,
        "Las tablas y los arreglos de números fijos no cambian en una simulación; 'downstream explain MODELO NOMBRE' los muestra.",
      ),
  },
  "option-scenario": {
    en: (d) =>
      say(
        `The model has no scenario '${d.name}'${didYouMean(d)}`,
        d.known ? `It has: ${d.known}.` : "It has no scenarios/ folder.",
      ),
    es: (d) =>
      say(
        `El modelo no tiene el escenario '${d.name}'${quisoDecir(d)}`,
        d.known ? `Tiene: ${d.known}.` : "No tiene carpeta scenarios/.",
      ),
  },
  "option-posterior": {
    en: (d) =>
      say(
        `The model has no posterior '${d.name}'.`,
        d.known ? `It has: ${d.known}.` : "Make one with 'downstream calibrate MODEL --origins YYYY-MM'.",
      ),
    es: (d) =>
      say(
        `El modelo no tiene la posterior '${d.name}'.`,
        d.known ? `Tiene: ${d.known}.` : "Haga una con 'downstream calibrate MODELO --origins AAAA-MM'.",
      ),
  },
  "option-data": {
    en: (d) => say(`The model has no data file '${d.name}'${didYouMean(d)}`, `It has: ${d.known || "none"}.`),
    es: (d) =>
      say(
        `El modelo no tiene el archivo de datos '${d.name}'${quisoDecir(d)}`,
        `Tiene: ${d.known || "ninguno"}.`,
      ),
  },
  "option-month": {
    en: (d) => say(`${d.option} takes a month such as 2027-11; this is '${d.value}'.`),
    es: (d) => say(`${d.option} lleva un mes como 2027-11; se recibió '${d.value}'.`),
  },
  "option-month-outside": {
    en: (d) =>
      say(
        `${d.option} ${d.value} is not between ${d.from} (the decision date) and ${d.to} (the end of the run).`,
      ),
    es: (d) =>
      say(
        `${d.option} ${d.value} no está entre ${d.from} (la fecha de decisión) y ${d.to} (el fin de la simulación).`,
      ),
  },
  "option-folder-name": {
    en: (d) =>
      say(`'${d.name}' cannot be the name of a model.`, "Use lower case letters, digits and hyphens."),
    es: (d) => say(`'${d.name}' no puede ser el nombre de un modelo.`, "Use minúsculas, dígitos y guiones."),
  },
  "option-port": {
    en: (d) =>
      d.first === d.last
        ? say(`Port ${d.first} cannot be used (${d.why}).`, "Name another with --port, or leave it out.")
        : say(`Ports ${d.first} to ${d.last} cannot be used (${d.why}).`, "Name another with --port."),
    es: (d) =>
      d.first === d.last
        ? say(`No se puede usar el puerto ${d.first} (${d.why}).`, "Indique otro con --port, u omítalo.")
        : say(`No se pueden usar los puertos ${d.first} a ${d.last} (${d.why}).`, "Indique otro con --port."),
  },
} satisfies Catalogue;
