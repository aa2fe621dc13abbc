import { type Catalogue, didYouMean, quisoDecir, say } from "./words.ts";

/** Words of the findings of `engine/` and `ensemble/`. */
export const engineWords = {
  "engine/unknown-lever": {
    en: (d) => say(`the model has no lever '${d.name}'${didYouMean(d)}`, "Name a lever of the model."),
    es: (d) =>
      say(`el modelo no tiene la palanca '${d.name}'${quisoDecir(d)}`, "Nombre una palanca del modelo."),
  },
  "engine/unknown-variable": {
    en: (d) => say(`the model has no variable '${d.name}'${didYouMean(d)}`, "Name a variable of the model."),
    es: (d) =>
      say(`el modelo no tiene la variable '${d.name}'${quisoDecir(d)}`, "Nombre una variable del modelo."),
  },
  "ensemble/design": {
    en: (d) =>
      say(
        `no ensemble can be made with ${d.draws} draws and seed ${d.seed}`,
        "Draws are a whole number from 1 to 1,073,741,824; the seed is a whole number of 0 or more.",
      ),
    es: (d) =>
      say(
        `no se puede hacer un conjunto con ${d.draws} sorteos y semilla ${d.seed}`,
        "Los sorteos son un número entero de 1 a 1,073,741,824; la semilla, un entero de 0 o más.",
      ),
  },
  "ensemble/sobol-dimensions": {
    en: (d) =>
      say(
        `the sampler sobol has ${d.limit} dimensions, and the order names ${d.count} parameters`,
        "Draw with the sampler 'stratified', which has no such limit.",
      ),
    es: (d) =>
      say(
        `el muestreador sobol tiene ${d.limit} dimensiones, y el orden nombra ${d.count} parámetros`,
        "Sortee con el muestreador 'stratified', que no tiene ese límite.",
      ),
  },
  "ensemble/sobol-missing": {
    en: (d) =>
      say(
        `uncertain parameters are not in the order of the sampler sobol: ${d.names}`,
        "Add them at the end of the order: the other parameters keep their draws.",
      ),
    es: (d) =>
      say(
        `faltan parámetros inciertos en el orden del muestreador sobol: ${d.names}`,
        "Añádalos al final del orden: los demás parámetros conservan sus sorteos.",
      ),
  },
  "ensemble/sobol-order": {
    en: () =>
      say(
        "the sampler sobol needs an order of the parameters",
        "List the model's uncertain parameters in the design's 'order'.",
      ),
    es: () =>
      say(
        "el muestreador sobol necesita un orden de los parámetros",
        "Enumere los parámetros inciertos del modelo en 'order', dentro del diseño.",
      ),
  },
  "ensemble/sobol-twice": {
    en: (d) => say(`the order of the sampler sobol names '${d.name}' twice`, "Remove one of the two."),
    es: (d) => say(`el orden del muestreador sobol nombra '${d.name}' dos veces`, "Quite una de las dos."),
  },
  "ensemble/sobol-unknown": {
    en: (d) =>
      say(
        `the order of the sampler sobol names '${d.name}', which is not an uncertain parameter of the model${didYouMean(d)}`,
        "Name parameters that have a prior.",
      ),
    es: (d) =>
      say(
        `el orden del muestreador sobol nombra '${d.name}', que no es un parámetro incierto del modelo${quisoDecir(d)}`,
        "Nombre parámetros que tengan un prior.",
      ),
  },
  "ensemble/unknown-parameter": {
    en: (d) =>
      say(
        `scenario '${d.scenario}' sets '${d.name}', which is not a parameter of the model${didYouMean(d)}`,
        "Name a parameter of the model, or remove the line.",
      ),
    es: (d) =>
      say(
        `el escenario '${d.scenario}' fija '${d.name}', que no es un parámetro del modelo${quisoDecir(d)}`,
        "Nombre un parámetro del modelo, o quite la línea.",
      ),
  },
} satisfies Catalogue;
