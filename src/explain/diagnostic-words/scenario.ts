import { type Catalogue, didYouMean, quisoDecir, say, type WordData } from "./words.ts";

const languages = { en: { en: "English", es: "Spanish" }, es: { en: "inglés", es: "español" } } as const;

function languageName(of: string | undefined, language: "en" | "es"): string {
  return of === "es" ? languages[language].es : languages[language].en;
}

/** What the file may hold instead, where no name is near. */
function known(d: WordData): string {
  return d.known ? `The model has: ${d.known}.` : "Correct the name.";
}

function conocidos(d: WordData): string {
  return d.known ? `El modelo tiene: ${d.known}.` : "Corrija el nombre.";
}

/** `a, b or c` from the list `a, b, c`. */
function oneOf(list: string, or: string): string {
  return list.replace(/, ([^,]*)$/, ` ${or} $1`);
}

/** Words of the findings of `scenario/`. */
export const scenarioWords = {
  "yaml-syntax": {
    en: (d) =>
      say(`this is not valid YAML: ${d.message}`, "Check indentation, colons and quotes on this line."),
    es: (d) =>
      say(`esto no es YAML válido: ${d.message}`, "Revise la sangría, los dos puntos y las comillas."),
  },
  "yaml-unknown-field": {
    en: (d) => say(`'${d.field}' is not a field of a ${d.what}`, "Remove it or correct its spelling."),
    es: (d) =>
      say(`'${d.field}' no es un campo de este texto (${d.what})`, "Quítelo o corrija cómo se escribe."),
  },
  "yaml-missing-field": {
    en: (d) => say(`'${d.field}' is missing`, "Add it here."),
    es: (d) => say(`falta '${d.field}'`, "Agréguelo aquí."),
  },
  "yaml-missing-language": {
    en: (d) =>
      say(
        `'${d.field}' has no ${languageName(d.language, "en")} text`,
        `Add a line '${d.language}: ...'; every text a reader sees stands in both languages.`,
      ),
    es: (d) =>
      say(
        `'${d.field}' no tiene texto en ${languageName(d.language, "es")}`,
        `Agregue una línea '${d.language}: ...'; todo texto visible está en los dos idiomas.`,
      ),
  },
  "yaml-bad-date": {
    en: (d) =>
      say(
        `'${d.text}' is not a date`,
        "Write year and month with two digits, such as 2025-02; the date of a document has a day too.",
      ),
    es: (d) =>
      say(
        `'${d.text}' no es una fecha`,
        "Escriba año y mes con dos cifras, como 2025-02; la fecha de un documento lleva también el día.",
      ),
  },
  "yaml-bad-value": {
    en: (d) =>
      say(
        `'${d.field}' has a value that does not fit: ${d.message}`,
        d.allowed ? `Use one of: ${d.allowed}.` : "Correct the value.",
      ),
    es: (d) =>
      say(
        `'${d.field}' tiene un valor que no corresponde: ${d.message}`,
        d.allowed ? `Use uno de: ${d.allowed}.` : "Corrija el valor.",
      ),
  },
  "scenario-id-not-file": {
    en: (d) => say(`the id '${d.id}' is not the file's name '${d.stem}'`, "Give both the same name."),
    es: (d) => say(`el id '${d.id}' no es el nombre del archivo '${d.stem}'`, "Póngales el mismo nombre."),
  },
  "scenario-id-twice": {
    en: (d) => say(`the scenario '${d.id}' is already defined in ${d.other}`, "Choose another id."),
    es: (d) => say(`el escenario '${d.id}' ya está definido en ${d.other}`, "Elija otro id."),
  },
  "scenario-lever-twice": {
    en: (d) => say(`the lever '${d.name}' is set twice`, "Put all its dates into one schedule."),
    es: (d) =>
      say(`la palanca '${d.name}' aparece dos veces`, "Ponga todas sus fechas en un solo calendario."),
  },
  "scenario-dates-order": {
    en: (d) =>
      say(`${d.at} does not come after ${d.before}`, "Write the dates of a schedule in ascending order."),
    es: (d) => say(`${d.at} no es posterior a ${d.before}`, "Escriba las fechas en orden ascendente."),
  },
  "scenario-unknown-lever": {
    en: (d) => say(`the model has no lever '${d.name}'${didYouMean(d)}`, known(d)),
    es: (d) => say(`el modelo no tiene la palanca '${d.name}'${quisoDecir(d)}`, conocidos(d)),
  },
  "scenario-unknown-constant": {
    en: (d) => say(`the model has no constant '${d.name}'${didYouMean(d)}`, known(d)),
    es: (d) => say(`el modelo no tiene la constante '${d.name}'${quisoDecir(d)}`, conocidos(d)),
  },
  "scenario-unknown-variant": {
    en: (d) => say(`the model has no variant '${d.name}'${didYouMean(d)}`, known(d)),
    es: (d) => say(`el modelo no tiene la variante '${d.name}'${quisoDecir(d)}`, conocidos(d)),
  },
  "scenario-unknown-option": {
    en: (d) => say(`the variant '${d.variant}' has no option '${d.name}'${didYouMean(d)}`, known(d)),
    es: (d) => say(`la variante '${d.variant}' no tiene la opción '${d.name}'${quisoDecir(d)}`, conocidos(d)),
  },
  "scenario-out-of-range": {
    en: (d) =>
      say(
        `${d.value} is outside the range of '${d.name}': ${d.low} to ${d.high} ${d.unit}`,
        "Choose a value inside the range, or widen the lever's range in the model with a source.",
      ),
    es: (d) =>
      say(
        `${d.value} está fuera del intervalo de '${d.name}': de ${d.low} a ${d.high} ${d.unit}`,
        "Elija un valor dentro del intervalo, o amplíelo en el modelo con una fuente.",
      ),
  },
  "scenario-date-outside": {
    en: (d) => say(`${d.at} is outside the model's time, ${d.from} to ${d.to}`, "Choose a date inside it."),
    es: (d) => say(`${d.at} está fuera del tiempo del modelo, de ${d.from} a ${d.to}`, "Elija otra fecha."),
  },
  "scenario-one-baseline": {
    en: (d) =>
      say(
        d.found
          ? `more than one scenario is the baseline: ${d.found}`
          : "no scenario has the group 'baseline'",
        "Give exactly one scenario the group 'baseline'.",
      ),
    es: (d) =>
      say(
        d.found ? `más de un escenario es la base: ${d.found}` : "ningún escenario tiene el grupo 'baseline'",
        "Dé el grupo 'baseline' a un solo escenario.",
      ),
  },
  "words-twice": {
    en: (d) => say(`the words of '${d.name}' are given twice`, "Keep one of the two."),
    es: (d) => say(`los textos de '${d.name}' aparecen dos veces`, "Deje uno de los dos."),
  },
  "words-missing": {
    en: (d) =>
      say(
        `${d.name} (${d.kind}) lacks ${d.fields} in ${languageName(d.language, "en")}`,
        d.files
          ? `Add the text to ${oneOf(d.files, "or")}.`
          : `Add the text to a new file words/${d.language}.yaml of the model.`,
      ),
    es: (d) =>
      say(
        `a ${d.name} (${d.kind}) le falta ${d.fields} en ${languageName(d.language, "es")}`,
        d.files
          ? `Agregue el texto a ${oneOf(d.files, "o")}.`
          : `Agregue el texto a un archivo nuevo words/${d.language}.yaml del modelo.`,
      ),
  },
} satisfies Catalogue;
