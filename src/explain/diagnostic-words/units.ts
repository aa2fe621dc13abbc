import { type Catalogue, didYouMean, quisoDecir, say, type WordData } from "./words.ts";

/** The likely next step when the right side should be the left side's unit. */
function nextStep(d: WordData): string {
  switch (d.hint) {
    case "rate":
      return "Multiply by a rate (1/year), or divide by a time?";
    case "time":
      return "Multiply by a time, or divide by a rate?";
    case "money":
      return "Nominal and real money never mix: multiply by a price index in USD/nominal USD.";
    case "number":
      return `A bare number is a pure factor: give the number a name with the unit ${d.wanted}.`;
    case "date":
      return "Declare the name in [year], or write a number.";
    case "factor":
      return `Is a factor in ${d.factor} missing on the right?`;
    default:
      return "";
  }
}

function siguiente(d: WordData): string {
  switch (d.hint) {
    case "rate":
      return "¿Falta multiplicar por una tasa (1/año) o dividir entre un tiempo?";
    case "time":
      return "¿Falta multiplicar por un tiempo o dividir entre una tasa?";
    case "money":
      return "El dinero nominal y el real no se mezclan: multiplique por un índice de precios en USD/nominal USD.";
    case "number":
      return `Un número solo es un factor puro: dé al número un nombre con la unidad ${d.wanted}.`;
    case "date":
      return "Declare el nombre en [year], o escriba un número.";
    case "factor":
      return `¿Falta a la derecha un factor en ${d.factor}?`;
    default:
      return "";
  }
}

/** What to do about an argument of the wrong unit. */
function argumentStep(d: WordData): string {
  if (d.wanted === "1") return `Divide by a reference value in ${d.unit}.`;
  if (d.number)
    return `Give the number a name with a unit, such as 'some time [${d.wanted}] = ${d.number}', and write the name here.`;
  return "";
}

function pasoDelArgumento(d: WordData): string {
  if (d.wanted === "1") return `Divida entre un valor de referencia en ${d.unit}.`;
  if (d.number)
    return `Dé al número un nombre con unidad, como 'un tiempo [${d.wanted}] = ${d.number}', y escriba aquí el nombre.`;
  return "";
}

/** The parts of a statement in Spanish. */
const PARTS: Readonly<Record<string, string>> = {
  start: "el valor inicial",
  value: "el valor que la comprobación da",
  inflow: "un flujo de entrada",
  outflow: "un flujo de salida",
  by: "'by'",
  "up to": "'up to'",
  from: "'from'",
  "at most every": "'at most every'",
};

const PARTS_EN: Readonly<Record<string, string>> = {
  start: "the start",
  value: "the value that the check gives",
  inflow: "an inflow",
  outflow: "an outflow",
  by: "'by'",
  "up to": "'up to'",
  from: "'from'",
  "at most every": "'at most every'",
};

/** Words of the findings about units and about evidence. */
export const unitsWords = {
  "unit-mismatch": {
    en: (d) => say(`left side is ${d.left}, right side is ${d.right}`, nextStep(d)),
    es: (d) => say(`el lado izquierdo está en ${d.left}, el derecho en ${d.right}`, siguiente(d)),
  },
  "unit-of-part": {
    en: (d) =>
      say(
        `${PARTS_EN[d.what ?? ""] ?? d.what} of '${d.name}' must be ${d.left}, but is ${d.right}`,
        nextStep(d),
      ),
    es: (d) =>
      say(
        `${PARTS[d.what ?? ""] ?? d.what} de '${d.name}' debe estar en ${d.left}, pero está en ${d.right}`,
        siguiente(d),
      ),
  },
  "unit-of-argument": {
    en: (d) =>
      say(
        `${d.what} needs ${d.wanted === "1" ? "a pure number" : d.wanted} here, but this is ${d.unit}`,
        argumentStep(d),
      ),
    es: (d) =>
      say(
        `${d.what} necesita aquí ${d.wanted === "1" ? "un número puro" : d.wanted}, pero esto está en ${d.unit}`,
        pasoDelArgumento(d),
      ),
  },
  "dimension-in-head": {
    en: (d) =>
      say(
        `'${d.name}' is no unit: the brackets after a name that is defined hold its unit`,
        d.kind === "dimension"
          ? `An array names its dimensions after 'by': name by ${d.name} [unit] = ...`
          : `One element of an array by ${d.dimension} has a line under the equation: except ${d.name} = ...`,
      ),
    es: (d) =>
      say(
        `'${d.name}' no es una unidad: los corchetes después de un nombre que se define llevan su unidad`,
        d.kind === "dimension"
          ? `Un arreglo nombra sus dimensiones después de 'by': nombre by ${d.name} [unidad] = ...`
          : `Un elemento de un arreglo por ${d.dimension} lleva una línea bajo la ecuación: except ${d.name} = ...`,
      ),
  },
  "unknown-unit": {
    en: (d) =>
      say(`unknown unit '${d.name}'${didYouMean(d)}`, `Declare it on a line of its own: unit ${d.name}`),
    es: (d) =>
      say(`unidad desconocida '${d.name}'${quisoDecir(d)}`, `Declárela en una línea propia: unit ${d.name}`),
  },
  "unit-syntax": {
    en: (d) =>
      say(
        `'${d.unit}' is not a unit`,
        "Units look like kg/year, 1/month, million USD/year, kg^2 or percent.",
      ),
    es: (d) =>
      say(
        `'${d.unit}' no es una unidad`,
        "Las unidades se escriben kg/year, 1/month, million USD/year, kg^2 o percent.",
      ),
  },
  "duplicate-unit": {
    en: (d) => say(`the unit '${d.name}' exists already`, "Remove this line, or choose another name."),
    es: (d) => say(`la unidad '${d.name}' ya existe`, "Quite esta línea o elija otro nombre."),
  },
  "constant-without-source": {
    en: (d) =>
      say(`'${d.name}' has no source`, "Cite a row of the evidence (@ID), or mark it with @judgement."),
    es: (d) =>
      say(`'${d.name}' no tiene fuente`, "Cite una fila de la evidencia (@ID), o márquelo con @judgement."),
  },
  "evidence-out-of-range": {
    en: (d) =>
      say(
        `'${d.name}' is ${d.value} ${d.unit}, outside ${d.low} to ${d.high} of ${d.id} (${d.quantity})`,
        `Correct the value, or say why in quotation marks: @${d.id} "because ..."`,
      ),
    es: (d) =>
      say(
        `'${d.name}' es ${d.value} ${d.unit}, fuera de ${d.low} a ${d.high} de ${d.id} (${d.quantity})`,
        `Corrija el valor, o diga por qué entre comillas: @${d.id} "porque ..."`,
      ),
  },
  "evidence-unverified": {
    en: (d) =>
      say(
        `only ${d.id}, which nobody has verified, stands behind '${d.name}'`,
        `Cite a second row, add @judgement, or say why in quotation marks: @${d.id} "..."`,
      ),
    es: (d) =>
      say(
        `detrás de '${d.name}' solo está ${d.id}, que nadie ha verificado`,
        `Cite otra fila, añada @judgement, o diga por qué entre comillas: @${d.id} "..."`,
      ),
  },
  "evidence-unknown": {
    en: (d) =>
      say(`the register has no row '${d.id}'${didYouMean(d)}`, "Rows stand in evidence/evidence.csv."),
    es: (d) =>
      say(
        `el registro no tiene la fila '${d.id}'${quisoDecir(d)}`,
        "Las filas están en evidence/evidence.csv.",
      ),
  },
  "evidence-column-missing": {
    en: (d) => say(`the register lacks: ${d.missing}`, `Its columns are: ${d.columns}.`),
    es: (d) => say(`al registro le falta: ${d.missing}`, `Sus columnas son: ${d.columns}.`),
  },
  "evidence-id-twice": {
    en: (d) => say(`the id '${d.id}' stands twice in the register`, "Give one of the two rows another id."),
    es: (d) =>
      say(`el identificador '${d.id}' está dos veces en el registro`, "Dé otro a una de las dos filas."),
  },
  "evidence-id-empty": {
    en: () => say("a row of the register has no id", "Give it one, so that chapters can cite it."),
    es: () =>
      say("una fila del registro no tiene identificador", "Déle uno para que los capítulos puedan citarla."),
  },
  "timeline-date": {
    en: (d) => say(`'${d.date}' is not a date`, "Write 2024, 2024-11 or 2024-11-05."),
    es: (d) => say(`'${d.date}' no es una fecha`, "Escriba 2024, 2024-11 o 2024-11-05."),
  },
} satisfies Catalogue;
