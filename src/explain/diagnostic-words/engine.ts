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
