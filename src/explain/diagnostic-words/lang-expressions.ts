import type { ExpressionCode } from "../../lang/codes.ts";
import { type CodeWords, didYouMean, quisoDecir, say, type WordData } from "./words.ts";

/** `'x'`, or words for the end where nothing was found. */
function found(d: WordData): string {
  return d.found ? `'${d.found}'` : "the end of the statement";
}

function hallado(d: WordData): string {
  return d.found ? `'${d.found}'` : "el final de la instrucción";
}

/** What stands left of a missing or unspaced operator, parentheses whole. */
function before(d: WordData): string {
  return d.left === ")" ? "(...)" : d.left === "]" ? "...]" : `${d.left}`;
}

function after(d: WordData): string {
  return d.right === "(" ? "(...)" : `${d.right}`;
}

/** Whether a word follows a number, as where a unit is written after its number. */
function isNumberAndWord(d: WordData): boolean {
  return /^\d/.test(`${d.left}`) && /^\p{L}/u.test(`${d.right}`);
}

/** Whether a length such as `2 years` stands in an expression. */
function isNumberAndTime(d: WordData): boolean {
  return isNumberAndWord(d) && /^(?:year|month|week|day)s?$/i.test(`${d.right}`);
}

/** Words of the findings of `lang/` about words, numbers, brackets and operators. */
export const expressionWords: Readonly<Record<ExpressionCode, CodeWords>> = {
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
      say(
        `'${d.found}' is not a number that can be read${didYouMean(d)}`,
        "Numbers look like 3.5, 1e-3 or 1_000_000.",
      ),
    es: (d) =>
      say(
        `'${d.found}' no es un número que se pueda leer${quisoDecir(d)}`,
        "Los números se escriben 3.5, 1e-3 o 1_000_000.",
      ),
  },
  "chained-comparison": {
    en: () => say("two comparisons in a row", "Write 'a < b and b < c' instead of 'a < b < c'."),
    es: () => say("dos comparaciones seguidas", "Escriba 'a < b and b < c' en vez de 'a < b < c'."),
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
    en: (d) =>
      say(
        `'${d.expected}' is missing here`,
        d.found ? `Add it before '${d.found}', or write it in its place.` : "Add it.",
      ),
    es: (d) =>
      say(
        `aquí falta '${d.expected}'`,
        d.found ? `Agréguelo antes de '${d.found}', o escríbalo en su lugar.` : "Agréguelo.",
      ),
  },
  "expected-whole-number": {
    en: (d) => say(`a whole number of 1 or more was expected here, not ${found(d)}`, "Write 1, 2, 3, ..."),
    es: (d) => say(`aquí se esperaba un número entero de 1 o más, no ${hallado(d)}`, "Escriba 1, 2, 3, ..."),
  },
  "minus-needs-spaces": {
    en: (d) =>
      say(
        "a minus needs a space on both sides",
        `Write '${before(d)} - ${after(d)}'; a hyphen without spaces belongs to a name.`,
      ),
    es: (d) =>
      say(
        "el signo menos necesita un espacio a cada lado",
        `Escriba '${before(d)} - ${after(d)}'; un guion sin espacios es parte de un nombre.`,
      ),
  },
  "marked-subscript": {
    en: (d) =>
      say(
        `'${d.name}!' does not say here what is summed`,
        `Write the sum around what it sums: sum over ${d.name} (x[${d.name}]).`,
      ),
    es: (d) =>
      say(
        `'${d.name}!' no dice aquí qué se suma`,
        `Escriba la suma alrededor de lo que suma: sum over ${d.name} (x[${d.name}]).`,
      ),
  },
  "over-one-dimension": {
    en: (d) =>
      say(
        `'${d.name}' goes over one dimension`,
        `Put one inside the other: ${d.name} (${d.of} over ${d.second} (x)).`,
      ),
    es: (d) =>
      say(
        `'${d.name}' recorre una sola dimensión`,
        `Ponga una dentro de la otra: ${d.name} (${d.of} over ${d.second} (x)).`,
      ),
  },
  "missing-operator": {
    en: (d) =>
      say(
        `an operator is missing between '${d.left}' and '${d.right}'`,
        isNumberAndTime(d)
          ? `A length of time in an expression has a name: write 'some time [${d.right}] = ${d.left}' on a line of its own, and the name here.`
          : `For a product, write '${before(d)} * ${after(d)}'${isNumberAndWord(d) ? `; a unit stands in brackets before the '=', as in 'name [${d.right}] = ${d.left}'.` : "."}`,
      ),
    es: (d) =>
      say(
        `falta un operador entre '${d.left}' y '${d.right}'`,
        isNumberAndTime(d)
          ? `Una duración en una expresión tiene un nombre: escriba 'un tiempo [${d.right}] = ${d.left}' en una línea propia, y aquí el nombre.`
          : `Para un producto, escriba '${before(d)} * ${after(d)}'${isNumberAndWord(d) ? `; una unidad va entre corchetes antes del '=', como en 'nombre [${d.right}] = ${d.left}'.` : "."}`,
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
  "unknown-operator": {
    en: (d) => say(`'${d.found}' is not an operator here`, `Write '${d.suggestion}'.`),
    es: (d) => say(`'${d.found}' no es un operador aquí`, `Escriba '${d.suggestion}'.`),
  },
};
