import type { LangCode } from "../../lang/codes.ts";
import { type CodeWords, didYouMean, quisoDecir, say, type WordData } from "./words.ts";

/** `'x'`, or words for the end where nothing was found. */
function found(d: WordData): string {
  return d.found ? `'${d.found}'` : "the end of the statement";
}

function hallado(d: WordData): string {
  return d.found ? `'${d.found}'` : "el final de la instrucción";
}

/** Words of the findings of `lang/`. */
export const langWords: Readonly<Record<LangCode, CodeWords>> = {
  "bad-character": {
    en: (d) => say(`'${d.found}' has no meaning here`, "Remove it, or put text in quotation marks."),
    es: (d) => say(`'${d.found}' no significa nada aquí`, "Quítelo, o ponga el texto entre comillas."),
  },
  "bad-date": {
    en: (d) =>
      say(
        `'${d.found}' is not a date of the calendar`,
        "Write 2024-11 or 2024-11-05; for a subtraction, put spaces around the minus.",
      ),
    es: (d) =>
      say(
        `'${d.found}' no es una fecha del calendario`,
        "Escriba 2024-11 o 2024-11-05; para restar, ponga espacios a ambos lados del signo menos.",
      ),
  },
  "bad-number": {
    en: (d) =>
      say(`'${d.found}' is not a number${didYouMean(d)}`, "Numbers look like 3.5, 1e-3 or 1_000_000."),
    es: (d) =>
      say(`'${d.found}' no es un número${quisoDecir(d)}`, "Los números se escriben 3.5, 1e-3 o 1_000_000."),
  },
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
  "chained-comparison": {
    en: () => say("two comparisons in a row", "Write 'a < b and b < c' instead of 'a < b < c'."),
    es: () => say("dos comparaciones seguidas", "Escriba 'a < b and b < c' en vez de 'a < b < c'."),
  },
  "clause-at-margin": {
    en: (d) =>
      say(
        `'${d.clause}' stands at the left margin, where statements begin`,
        "Indent it, to make it part of the stock above.",
      ),
    es: (d) =>
      say(
        `'${d.clause}' está en el margen izquierdo, donde empiezan las instrucciones`,
        "Póngale sangría para que sea parte del nivel (stock) de arriba.",
      ),
  },
  "clause-needs-parentheses": {
    en: (d) => say(`what follows '${d.clause}' stands in parentheses`, `Write '${d.clause} (...)'.`),
    es: (d) => say(`lo que sigue a '${d.clause}' va entre paréntesis`, `Escriba '${d.clause} (...)'.`),
  },
  "duplicate-clause": {
    en: (d) => say(`'${d.clause}' stands twice in this ${d.statement}`, "Keep one of the two."),
    es: (d) =>
      say(`'${d.clause}' aparece dos veces en esta instrucción (${d.statement})`, "Deje una de las dos."),
  },
  "empty-model-block": {
    en: () => say("this model block is empty", "Write statements in it or remove it."),
    es: () => say("este bloque de modelo está vacío", "Escriba instrucciones en él o quítelo."),
  },
  "empty-parentheses": {
    en: (d) =>
      say(
        "nothing stands in these parentheses",
        d.text === "(" ? "Remove them or fill them." : `Write '${d.text}' alone, or give it its arguments.`,
      ),
    es: (d) =>
      say(
        "estos paréntesis están vacíos",
        d.text === "(" ? "Quítelos o llénelos." : `Escriba '${d.text}' sin paréntesis, o dé sus argumentos.`,
      ),
  },
  "expected-name": {
    en: (d) =>
      say(
        `a name was expected here, not ${found(d)}`,
        "A name is one or more words that start with a letter.",
      ),
    es: (d) =>
      say(
        `aquí se esperaba un nombre, no ${hallado(d)}`,
        "Un nombre es una o más palabras; la primera empieza con letra.",
      ),
  },
  "expected-number": {
    en: (d) => say(`a number was expected here, not ${found(d)}`, "Write a plain number such as 4 or 0.5."),
    es: (d) => say(`aquí se esperaba un número, no ${hallado(d)}`, "Escriba un número simple, como 4 o 0.5."),
  },
  "expected-operand": {
    en: (d) =>
      say(
        d.after
          ? `a number, date, name or '(' was expected after '${d.after}', not ${found(d)}`
          : `a number, date, name or '(' was expected, not ${found(d)}`,
        "Complete the expression.",
      ),
    es: (d) =>
      say(
        d.after
          ? `después de '${d.after}' se esperaba un número, una fecha, un nombre o '(', no ${hallado(d)}`
          : `se esperaba un número, una fecha, un nombre o '(', no ${hallado(d)}`,
        "Complete la expresión.",
      ),
  },
  "expected-string": {
    en: (d) =>
      say(`words in quotation marks were expected here, not ${found(d)}`, 'Write them as "such words".'),
    es: (d) =>
      say(`aquí se esperaban palabras entre comillas, no ${hallado(d)}`, 'Escríbalas "de este modo".'),
  },
  "expected-text": {
    en: (d) => say(`'${d.expected}' is missing here`, d.found ? `Found '${d.found}' in its place.` : ""),
    es: (d) => say(`aquí falta '${d.expected}'`, d.found ? `En su lugar está '${d.found}'.` : ""),
  },
  "expected-unit": {
    en: () => say("the brackets hold no unit", "Write a unit such as [kg/year], or [1] for a pure number."),
    es: () =>
      say(
        "los corchetes no contienen una unidad",
        "Escriba una unidad como [kg/year], o [1] para un número puro.",
      ),
  },
  "expected-whole-number": {
    en: (d) => say(`a whole number of 1 or more was expected here, not ${found(d)}`, "Write 1, 2, 3, ..."),
    es: (d) => say(`aquí se esperaba un número entero de 1 o más, no ${hallado(d)}`, "Escriba 1, 2, 3, ..."),
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
  "minus-needs-spaces": {
    en: (d) =>
      say(
        "a minus needs a space on both sides",
        `Write '${d.left} - ${d.right}'; a hyphen without spaces belongs to a name.`,
      ),
    es: (d) =>
      say(
        "el signo menos necesita un espacio a cada lado",
        `Escriba '${d.left} - ${d.right}'; un guion sin espacios es parte de un nombre.`,
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
    en: (d) => say(`this ${d.statement} needs '${d.clause}'`, `For example: ${d.example}`),
    es: (d) => say(`esta instrucción (${d.statement}) necesita '${d.clause}'`, `Por ejemplo: ${d.example}`),
  },
  "missing-equals": {
    en: (d) => say(`'${d.name}' is not given a value: '=' is missing`, `Write '${d.name} [unit] = ...'.`),
    es: (d) => say(`'${d.name}' no recibe un valor: falta '='`, `Escriba '${d.name} [unidad] = ...'.`),
  },
  "missing-operator": {
    en: (d) =>
      say(
        `an operator is missing between '${d.left}' and '${d.right}'`,
        `For a product, write '${d.left} * ${d.right}'.`,
      ),
    es: (d) =>
      say(
        `falta un operador entre '${d.left}' y '${d.right}'`,
        `Para un producto, escriba '${d.left} * ${d.right}'.`,
      ),
  },
  "name-starts-with-digit": {
    en: (d) =>
      say(
        `'${d.found}' starts with a digit, which a name cannot do`,
        "Start the name with a letter; between a number and a name, write an operator with spaces.",
      ),
    es: (d) =>
      say(
        `'${d.found}' empieza con una cifra, y un nombre no puede`,
        "Empiece el nombre con una letra; entre un número y un nombre, escriba un operador con espacios.",
      ),
  },
  "percent-in-expression": {
    en: (d) =>
      say(
        "'%' is a unit, not an operator",
        d.left ? `Divide by 100: write ${d.left} / 100.` : "Write the number divided by 100.",
      ),
    es: (d) =>
      say(
        "'%' es una unidad, no un operador",
        d.left ? `Divida entre 100: escriba ${d.left} / 100.` : "Escriba el número dividido entre 100.",
      ),
  },
  "reserved-word": {
    en: (d) =>
      say(
        `'${d.found}' is kept for expressions and cannot be a name`,
        "Kept words: if then else and or not.",
      ),
    es: (d) =>
      say(
        `'${d.found}' está reservada para expresiones y no puede ser un nombre`,
        "Palabras reservadas: if then else and or not.",
      ),
  },
  "slash-comment": {
    en: () => say("a comment starts with '#'", "Replace '//' by '#'."),
    es: () => say("un comentario empieza con '#'", "Cambie '//' por '#'."),
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
        `the table '${d.name}' has ${d.points} points and needs two at least`,
        "Add points as (x, y), (x, y).",
      ),
    es: (d) =>
      say(
        `la tabla '${d.name}' tiene ${d.points} puntos y necesita al menos dos`,
        "Agregue puntos como (x, y), (x, y).",
      ),
  },
  "too-deep": {
    en: (d) =>
      say(`this expression nests deeper than ${d.limit} levels`, "Give parts of it names of their own."),
    es: (d) => say(`esta expresión anida más de ${d.limit} niveles`, "Dé nombres propios a sus partes."),
  },
  "unclosed-bracket": {
    en: (d) =>
      say(
        `this '${d.open}' is never closed`,
        `Add '${d.close}'; lines that go on with a statement are indented.`,
      ),
    es: (d) =>
      say(
        `este '${d.open}' nunca se cierra`,
        `Agregue '${d.close}'; las líneas que continúan una instrucción llevan sangría.`,
      ),
  },
  "unclosed-model-block": {
    en: () => say("this model block has no closing fence", "End it with a line of ```."),
    es: () => say("este bloque de modelo no tiene cerca de cierre", "Ciérrelo con una línea de ```."),
  },
  "unclosed-string": {
    en: () => say("this quotation mark is never closed", 'Add the closing ".'),
    es: () => say("esta comilla nunca se cierra", 'Agregue la " final.'),
  },
  "unexpected-text": {
    en: (d) =>
      say(
        `'${d.found}' does not belong here`,
        d.expected ? `'${d.expected}' was expected.` : "Remove it, or complete what stands before it.",
      ),
    es: (d) =>
      say(
        `'${d.found}' no va aquí`,
        d.expected ? `Se esperaba '${d.expected}'.` : "Quítelo, o complete lo que está antes.",
      ),
  },
  "unknown-clause": {
    en: (d) =>
      say(`'${d.found}' is not a clause of ${d.statement}${didYouMean(d)}`, `Its clauses: ${d.clauses}.`),
    es: (d) =>
      say(
        `'${d.found}' no es una cláusula de ${d.statement}${quisoDecir(d)}`,
        `Sus cláusulas: ${d.clauses}.`,
      ),
  },
  "unknown-operator": {
    en: (d) => say(`'${d.found}' is not an operator here`, `Write '${d.suggestion}'.`),
    es: (d) => say(`'${d.found}' no es un operador aquí`, `Escriba '${d.suggestion}'.`),
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
