import type { StatementCode } from "../../lang/codes.ts";
import { type CodeWords, didYouMean, quisoDecir, say } from "./words.ts";

/** Words of the findings of `lang/` about statements and chapters. */
export const statementWords: Readonly<Record<StatementCode, CodeWords>> = {
  "bad-reference": {
    en: () =>
      say(
        "'@' is not followed by an id",
        "Write the id of the evidence without a space, as @B-LAB-05, or @judgement.",
      ),
    es: () =>
      say(
        "después de '@' falta un identificador",
        "Escriba el identificador de la evidencia sin espacio, como @B-LAB-05, o @judgement.",
      ),
  },
  "clause-at-margin": {
    en: (d) =>
      say(
        `'${d.clause}' stands at the left margin, where statements begin`,
        "Indent it, to make it part of the statement above.",
      ),
    es: (d) =>
      say(
        `'${d.clause}' está en el margen izquierdo, donde empiezan las instrucciones`,
        "Póngale sangría para que sea parte de la instrucción de arriba.",
      ),
  },
  "clause-needs-parentheses": {
    en: (d) => say(`what follows '${d.clause}' stands in parentheses`, `Write '${d.clause} (...)'.`),
    es: (d) => say(`lo que sigue a '${d.clause}' va entre paréntesis`, `Escriba '${d.clause} (...)'.`),
  },
  "dimension-backwards": {
    en: (d) => say(`the range ${d.low}..${d.high} runs backwards`, `Write ${d.high}..${d.low}.`),
    es: (d) => say(`el intervalo ${d.low}..${d.high} va al revés`, `Escriba ${d.high}..${d.low}.`),
  },
  "duplicate-clause": {
    en: (d) =>
      say(`'${d.clause}': this ${d.statement} statement already has such a clause`, "Keep one of the two."),
    es: (d) =>
      say(
        `'${d.clause}': esta instrucción (${d.statement}) ya tiene una cláusula así`,
        "Deje una de las dos.",
      ),
  },
  "empty-model-block": {
    en: () => say("this model block is empty", "Write statements in it or remove it."),
    es: () => say("este bloque de modelo está vacío", "Escriba instrucciones en él o quítelo."),
  },
  "except-needs-line": {
    en: () =>
      say(
        "'except' stands on the line of its equation",
        "Start an indented line with it: 'except north = 0.5'.",
      ),
    es: () =>
      say(
        "'except' está en la línea de su ecuación",
        "Empiece con esa palabra una línea con sangría: 'except north = 0.5'.",
      ),
  },
  "expected-unit": {
    en: () => say("the brackets hold no unit", "Write a unit such as [kg/year], or [1] for a pure number."),
    es: () =>
      say(
        "los corchetes no contienen una unidad",
        "Escriba una unidad como [kg/year], o [1] para un número puro.",
      ),
  },
  "indented-statement": {
    en: () =>
      say(
        "an indented line goes on with the statement above it, and there is none",
        "Begin statements at the left margin of the block.",
      ),
    es: () =>
      say(
        "una línea con sangría continúa la instrucción anterior, y no hay ninguna",
        "Empiece las instrucciones en el margen izquierdo del bloque.",
      ),
  },
  "misplaced-model-block": {
    en: () =>
      say(
        "this model block stands in a list or quotation, or is indented",
        "Move its fence to the left margin.",
      ),
    es: () =>
      say(
        "este bloque de modelo está en una lista o cita, o tiene sangría",
        "Mueva su cerca al margen izquierdo.",
      ),
  },
  "misspelt-model-block": {
    en: (d) =>
      say(
        `this block is marked '${d.found}' and is not read`,
        "To make it part of the model, mark it 'model'.",
      ),
    es: (d) =>
      say(
        `este bloque está marcado '${d.found}' y no se lee`,
        "Para que sea parte del modelo, márquelo 'model'.",
      ),
  },
  "missing-clause": {
    en: (d) => say(`this ${d.statement} statement needs '${d.clause}'`, `For example: ${d.example}`),
    es: (d) => say(`esta instrucción (${d.statement}) necesita '${d.clause}'`, `Por ejemplo: ${d.example}`),
  },
  "missing-equals": {
    en: (d) => say(`'${d.name}' is not given a value: '=' is missing`, `Write '${d.name} [unit] = ...'.`),
    es: (d) => say(`'${d.name}' no recibe un valor: falta '='`, `Escriba '${d.name} [unidad] = ...'.`),
  },
  "stock-with-equals": {
    en: (d) =>
      say(
        `'${d.name}' is a stock, and a stock has no '='`,
        "Give its start and its flows on indented lines: 'start ...', 'in ...', 'out ...'.",
      ),
    es: (d) =>
      say(
        `'${d.name}' es un nivel (stock), y un nivel no lleva '='`,
        "Dé su valor inicial y sus flujos en líneas con sangría: 'start ...', 'in ...', 'out ...'.",
      ),
  },
  "table-too-short": {
    en: (d) =>
      say(
        `the table '${d.name}' needs two points at least and has ${d.points}`,
        "Add points as (x, y), (x, y).",
      ),
    es: (d) =>
      say(
        `la tabla '${d.name}' necesita al menos dos puntos y tiene ${d.points}`,
        "Agregue puntos como (x, y), (x, y).",
      ),
  },
  "unclosed-model-block": {
    en: (d) =>
      say(
        `the model block opened at line ${d.line} is not closed`,
        "End it with a line of ``` before the text that follows.",
      ),
    es: (d) =>
      say(
        `el bloque de modelo abierto en la línea ${d.line} no se cierra`,
        "Ciérrelo con una línea de ``` antes del texto que sigue.",
      ),
  },
  "unknown-clause": {
    en: (d) =>
      say(
        `'${d.found}' is not a clause of a ${d.statement} statement${didYouMean(d)}`,
        `Its clauses: ${d.clauses}.`,
      ),
    es: (d) =>
      say(
        `'${d.found}' no es una cláusula de esta instrucción (${d.statement})${quisoDecir(d)}`,
        `Sus cláusulas: ${d.clauses}.`,
      ),
  },
  "unknown-statement": {
    en: (d) =>
      say(
        `'${d.found}' does not start a statement${didYouMean(d)}`,
        `Statement words: ${d.statements}; an equation is 'name [unit] = expression'.`,
      ),
    es: (d) =>
      say(
        `'${d.found}' no inicia una instrucción${quisoDecir(d)}`,
        `Palabras de instrucción: ${d.statements}; una ecuación es 'nombre [unidad] = expresión'.`,
      ),
  },
};
