import { analysisWords } from "./model-analyses.ts";
import { checkWords } from "./model-checks.ts";
import { runWords } from "./model-run.ts";
import { type Catalogue, didYouMean, quisoDecir, say } from "./words.ts";

/** Words of the findings about names, expressions and definitions. */
const nameWords = {
  "no-chapters": {
    en: () =>
      say(
        "the folder has no chapters",
        "Chapters are Markdown files (*.md) in it, or in its folder chapters/.",
      ),
    es: () =>
      say(
        "la carpeta no tiene capítulos",
        "Los capítulos son archivos Markdown (*.md) en ella o en su carpeta chapters/.",
      ),
  },
  "unknown-name": {
    en: (d) =>
      d.element
        ? say(`'${d.name}' is an element of ${d.element}, not a number`, `Read an array there: ${d.example}.`)
        : say(
            `unknown name '${d.name}'${didYouMean(d)}`,
            d.over ? `What is taken over all elements stands in parentheses: ${d.over}.` : "",
          ),
    es: (d) =>
      d.element
        ? say(`'${d.name}' es un elemento de ${d.element}, no un número`, `Lea ahí un arreglo: ${d.example}.`)
        : say(
            `nombre desconocido '${d.name}'${quisoDecir(d)}`,
            d.over ? `Lo que se toma sobre todos los elementos va entre paréntesis: ${d.over}.` : "",
          ),
  },
  "duplicate-name": {
    en: (d) =>
      say(`'${d.name}' is already defined in ${d.chapter}`, "Choose another name for one of the two."),
    es: (d) => say(`'${d.name}' ya está definido en ${d.chapter}`, "Elija otro nombre para uno de los dos."),
  },
  "reserved-name": {
    en: (d) => say(`'${d.name}' is a name of the language`, "Choose another name."),
    es: (d) => say(`'${d.name}' es un nombre del lenguaje`, "Elija otro nombre."),
  },
  "unknown-function": {
    en: (d) =>
      say(`unknown function '${d.name}'${didYouMean(d)}`, "A product needs a '*' before the parenthesis."),
    es: (d) =>
      say(`función desconocida '${d.name}'${quisoDecir(d)}`, "Un producto lleva '*' antes del paréntesis."),
  },
  "foreign-function": {
    en: (d) => say(`'${d.name}' is not a function of this language`, `Write: ${d.written}`),
    es: (d) => say(`'${d.name}' no es una función de este lenguaje`, `Escriba: ${d.written}`),
  },
  "delay-order": {
    en: (d) =>
      say(
        `the order of '${d.name}' is a whole number from 1 to ${d.most}`,
        "Write the number itself: the order decides how many stages the model has.",
      ),
    es: (d) =>
      say(
        `el orden de '${d.name}' es un número entero de 1 a ${d.most}`,
        "Escriba el número mismo: el orden decide cuántas etapas tiene el modelo.",
      ),
  },
  "not-a-function": {
    en: (d) => say(`'${d.name}' is not a function`, "For a product, write '*' before the parenthesis."),
    es: (d) => say(`'${d.name}' no es una función`, "Para un producto, escriba '*' antes del paréntesis."),
  },
  "function-without-arguments": {
    en: (d) => say(`'${d.name}' is a function`, `Give it its arguments: ${d.name}(...)`),
    es: (d) => say(`'${d.name}' es una función`, `Déle sus argumentos: ${d.name}(...)`),
  },
  "wrong-number-of-arguments": {
    en: (d) =>
      say(
        `'${d.name}' takes ${d.wanted} argument(s), not ${d.found}`,
        d.written ? `Write: ${d.written}` : "",
      ),
    es: (d) =>
      say(
        `'${d.name}' lleva ${d.wanted} argumento(s), no ${d.found}`,
        d.written ? `Escriba: ${d.written}` : "",
      ),
  },
  "table-needs-argument": {
    en: (d) => say(`'${d.name}' is a table`, `Read it at a value: ${d.name}(...)`),
    es: (d) => say(`'${d.name}' es una tabla`, `Léala en un valor: ${d.name}(...)`),
  },
  "variant-needs-option": {
    en: (d) =>
      say(`'${d.name}' is a variant`, `Ask for one of its options: ${d.name}[...] with ${d.options}.`),
    es: (d) =>
      say(
        `'${d.name}' es una variante`,
        `Pregunte por una de sus opciones: ${d.name}[...] con ${d.options}.`,
      ),
  },
  "unknown-option": {
    en: (d) =>
      say(`'${d.variant}' has no option '${d.name}'${didYouMean(d)}`, `Its options are: ${d.options}.`),
    es: (d) =>
      say(`'${d.variant}' no tiene la opción '${d.name}'${quisoDecir(d)}`, `Sus opciones son: ${d.options}.`),
  },
  "subscript-of-scalar": {
    en: (d) =>
      say(
        `'${d.name}' is one number`,
        "Remove the [ ]: they pick an element of an array, or an option of a variant.",
      ),
    es: (d) =>
      say(
        `'${d.name}' es un solo número`,
        "Quite los [ ]: eligen un elemento de un arreglo, o una opción de una variante.",
      ),
  },
  "range-not-here": {
    en: () => say("a range a..b cannot stand in an expression"),
    es: () => say("un intervalo a..b no puede estar en una expresión"),
  },
  "not-a-literal": {
    en: (d) =>
      say(
        `a number or a date is needed here (${d.what})`,
        "A quantity that is computed needs an equation of its own.",
      ),
    es: (d) =>
      say(
        `aquí hace falta un número o una fecha (${d.what})`,
        "Una cantidad calculada necesita su propia ecuación.",
      ),
  },
  "unread-name": {
    en: (d) =>
      say(`no equation reads the ${d.kind} '${d.name}', so it changes nothing`, "Use it, or remove it."),
    es: (d) =>
      say(`ninguna ecuación lee '${d.name}' (${d.kind}), así que no cambia nada`, "Úselo o quítelo."),
  },
  "lever-range": {
    en: (d) =>
      say(
        `'${d.name}' is ${d.value}, outside its range ${d.low} to ${d.high}`,
        "Widen the range or change the value.",
      ),
    es: (d) =>
      say(
        `'${d.name}' es ${d.value}, fuera de su intervalo de ${d.low} a ${d.high}`,
        "Amplíe el intervalo o cambie el valor.",
      ),
  },
  "table-points": {
    en: (d) => say(`the table '${d.name}' needs two points at least`),
    es: (d) => say(`la tabla '${d.name}' necesita al menos dos puntos`),
  },
  "table-order": {
    en: (d) =>
      say(
        `the points of '${d.name}' do not rise`,
        "Order them by their first number; no two may be the same.",
      ),
    es: (d) =>
      say(
        `los puntos de '${d.name}' no van en aumento`,
        "Ordénelos por su primer número; ninguno puede repetirse.",
      ),
  },
  "unknown-prior": {
    en: (d) => say(`unknown distribution '${d.name}'${didYouMean(d)}`, `Known are: ${d.known}.`),
    es: (d) => say(`distribución desconocida '${d.name}'${quisoDecir(d)}`, `Se conocen: ${d.known}.`),
  },
  "prior-arguments": {
    en: (d) => say(`the arguments do not fit ${d.usage}`, PRIOR_HELP[d.why ?? ""] ?? ""),
    es: (d) => say(`los argumentos no corresponden a ${d.usage}`, PRIOR_AYUDA[d.why ?? ""] ?? ""),
  },
  "prior-not-literal": {
    en: (d) =>
      say(
        `the arguments of ${d.usage} are numbers or dates`,
        "Write the numbers here; names cannot stand in a prior.",
      ),
    es: (d) =>
      say(
        `los argumentos de ${d.usage} son números o fechas`,
        "Escriba aquí los números; un nombre no puede estar en una distribución previa.",
      ),
  },
  "prior-beta-unit": {
    en: (d) => say(`a beta is a share, but '${d.name}' has another unit`, "Declare it as [1]."),
    es: (d) => say(`una beta es una proporción, pero '${d.name}' tiene otra unidad`, "Declárelo como [1]."),
  },
  "prior-on-expression": {
    en: (d) =>
      say(
        `'${d.name}' is computed, so it cannot have a prior`,
        "Give the prior to the constants that it reads.",
      ),
    es: (d) =>
      say(
        `'${d.name}' se calcula, así que no puede tener distribución previa`,
        "Désela a las constantes que lee.",
      ),
  },
  "value-outside-prior": {
    en: (d) =>
      say(
        `the value ${d.value} of '${d.name}' lies outside its own prior (${d.low} to ${d.high})`,
        "Correct one of the two.",
      ),
    es: (d) =>
      say(
        `el valor ${d.value} de '${d.name}' queda fuera de su propia distribución previa (${d.low} a ${d.high})`,
        "Corrija uno de los dos.",
      ),
  },
} satisfies Catalogue;

const PRIOR_HELP: Readonly<Record<string, string>> = {
  count: "Give it as many numbers as it takes.",
  "low-high": "The low end must be below the high end.",
  "low-mode-high": "The mode must lie between the low and the high end.",
  positive: "They must be above 0.",
  finite: "They must be finite.",
};

const PRIOR_AYUDA: Readonly<Record<string, string>> = {
  count: "Escriba tantos números como lleva.",
  "low-high": "El extremo inferior debe ser menor que el superior.",
  "low-mode-high": "La moda debe estar entre el extremo inferior y el superior.",
  positive: "Deben ser mayores que 0.",
  finite: "Deben ser finitos.",
};

/** Words of the findings of `model/`. */
export const modelWords = { ...nameWords, ...runWords, ...checkWords, ...analysisWords } satisfies Catalogue;
