import { type Catalogue, didYouMean, quisoDecir, say } from "./words.ts";

/** Words of the findings about dimensions, elements and data by element. */
export const arrayWords = {
  "dimension-twice": {
    en: (d) => say(`the dimension '${d.name}' is declared twice`, "Keep one of the two."),
    es: (d) => say(`la dimensión '${d.name}' se declara dos veces`, "Deje una de las dos."),
  },
  "dimension-loop": {
    en: (d) => say(`the dimension '${d.name}' leads back to itself`, "List the elements of one of them."),
    es: (d) =>
      say(`la dimensión '${d.name}' remite a sí misma`, "Escriba los elementos de una de las dimensiones."),
  },
  "dimension-too-long": {
    en: (d) => say(`the dimension '${d.name}' has more than ${d.most} elements`, "Use a coarser division."),
    es: (d) =>
      say(`la dimensión '${d.name}' tiene más de ${d.most} elementos`, "Use una división más gruesa."),
  },
  "unknown-dimension": {
    en: (d) =>
      say(
        `there is no dimension '${d.name}'${didYouMean(d)}`,
        "Declare it: dimension region = north, south.",
      ),
    es: (d) =>
      say(`no hay una dimensión '${d.name}'${quisoDecir(d)}`, "Declárela: dimension region = north, south."),
  },
  "duplicate-element": {
    en: (d) => say(`the element '${d.name}' stands twice`, "Name each element once."),
    es: (d) => say(`el elemento '${d.name}' está dos veces`, "Nombre cada elemento una sola vez."),
  },
  "unknown-element": {
    en: (d) =>
      say(
        `'${d.name}' is no element of ${d.dimension}${didYouMean(d)}`,
        d.known ? `Its elements are: ${d.known}.` : "",
      ),
    es: (d) =>
      say(
        `'${d.name}' no es un elemento de ${d.dimension}${quisoDecir(d)}`,
        d.known ? `Sus elementos son: ${d.known}.` : "",
      ),
  },
  "dimension-repeated": {
    en: (d) =>
      say(
        `'${d.name}' has the dimension ${d.dimension} twice`,
        `Give it a second name: dimension other = ${d.dimension}.`,
      ),
    es: (d) =>
      say(
        `'${d.name}' tiene dos veces la dimensión ${d.dimension}`,
        `Dele un segundo nombre: dimension other = ${d.dimension}.`,
      ),
  },
  "array-needs-element": {
    en: (d) =>
      say(
        `'${d.name}' has a value for each ${d.dimension}, and this place has no ${d.dimension}`,
        `Write sum over ${d.dimension} (${d.name}), or pick an element: ${d.name}[${d.example}].`,
      ),
    es: (d) =>
      say(
        `'${d.name}' tiene un valor por cada ${d.dimension}, y este lugar no tiene ${d.dimension}`,
        `Escriba sum over ${d.dimension} (${d.name}), o elija un elemento: ${d.name}[${d.example}].`,
      ),
  },
  "wrong-subscripts": {
    en: (d) =>
      say(
        `'${d.name}' has ${d.found} subscripts here`,
        `It is by ${d.wanted}: give one for each, in that order.`,
      ),
    es: (d) =>
      say(
        `'${d.name}' lleva aquí ${d.found} subíndices`,
        `Sus dimensiones son ${d.wanted}: dé uno por cada una, en ese orden.`,
      ),
  },
  "dimension-not-here": {
    en: (d) =>
      say(
        `no element of ${d.dimension} is given at this place`,
        `Use it in an equation by ${d.dimension}, or inside sum over ${d.dimension} (...).`,
      ),
    es: (d) =>
      say(
        `en este lugar no hay un elemento de ${d.dimension}`,
        `Úselo en una ecuación by ${d.dimension}, o dentro de sum over ${d.dimension} (...).`,
      ),
  },
  "dimension-mismatch": {
    en: (d) =>
      say(
        `'${d.name}' is by ${d.dimension}, and ${d.subscript} has other elements`,
        `Give it a ${d.dimension}.`,
      ),
    es: (d) =>
      say(
        `'${d.name}' es por ${d.dimension}, y ${d.subscript} tiene otros elementos`,
        `Dele un ${d.dimension}.`,
      ),
  },
  "element-outside": {
    en: (d) =>
      say(
        `'${d.name}' is by ${d.dimension}, which does not hold '${d.element}'`,
        `Read it only for elements of ${d.dimension}: if ... = ${d.dimension} then ${d.name} else 0.`,
      ),
    es: (d) =>
      say(
        `'${d.name}' es por ${d.dimension}, que no contiene '${d.element}'`,
        `Léalo solo para elementos de ${d.dimension}: if ... = ${d.dimension} then ${d.name} else 0.`,
      ),
  },
  "element-off-end": {
    en: (d) =>
      say(
        `'${d.name}' has no element that far from '${d.element}' in ${d.dimension}`,
        `Give that element a line of its own: except ${d.element} = ...`,
      ),
    es: (d) =>
      say(
        `'${d.name}' no tiene un elemento a esa distancia de '${d.element}' en ${d.dimension}`,
        `Dele a ese elemento una línea propia: except ${d.element} = ...`,
      ),
  },
  "dimension-as-value": {
    en: (d) =>
      say(
        `'${d.name}' is a dimension, not a number`,
        `Compare it with an element (${d.name} = ${d.example}), or use position(${d.name}).`,
      ),
    es: (d) =>
      say(
        `'${d.name}' es una dimensión, no un número`,
        `Compárela con un elemento (${d.name} = ${d.example}), o use position(${d.name}).`,
      ),
  },
  "except-unknown": {
    en: (d) =>
      say(
        `'${d.name}' is no element of ${d.dimensions}${didYouMean(d)}`,
        `'${d.array}' is by ${d.dimensions}.`,
      ),
    es: (d) =>
      say(
        `'${d.name}' no es un elemento de ${d.dimensions}${quisoDecir(d)}`,
        `'${d.array}' es por ${d.dimensions}.`,
      ),
  },
  "except-ambiguous": {
    en: (d) =>
      say(
        `'${d.name}' is an element of more than one dimension of '${d.array}'`,
        `Name an element of each, in order: ${d.dimensions}.`,
      ),
    es: (d) =>
      say(
        `'${d.name}' es un elemento de más de una dimensión de '${d.array}'`,
        `Nombre un elemento de cada una, en orden: ${d.dimensions}.`,
      ),
  },
  "except-names": {
    en: (d) =>
      say(
        `this line names ${d.found} elements, and '${d.name}' has ${d.wanted} dimensions`,
        "Name one for each at most.",
      ),
    es: (d) =>
      say(
        `esta línea nombra ${d.found} elementos, y '${d.name}' tiene ${d.wanted} dimensiones`,
        "Nombre uno por cada una como máximo.",
      ),
  },
  "except-twice": {
    en: (d) =>
      say(`two lines give '${d.name}' an equation`, "Keep one, or name fewer elements in one of them."),
    es: (d) =>
      say(`dos líneas dan una ecuación a '${d.name}'`, "Deje una, o nombre menos elementos en una de ellas."),
  },
  "array-not-finite": {
    en: (d) => say(`'${d.name}' is ${d.value}, not a finite number`, "Guard the divisor: safediv(a, b, 0)."),
    es: (d) =>
      say(`'${d.name}' vale ${d.value}, que no es un número finito`, "Proteja el divisor: safediv(a, b, 0)."),
  },
  "data-at": {
    en: (d) =>
      say(
        `'${d.name}' has ${d.wanted} dimensions, and ${d.found} columns hold its elements`,
        "After 'at', name the column of each dimension, in order.",
      ),
    es: (d) =>
      say(
        `'${d.name}' tiene ${d.wanted} dimensiones, y ${d.found} columnas llevan sus elementos`,
        "Después de 'at', nombre la columna de cada dimensión, en orden.",
      ),
  },
  "data-element": {
    en: (d) =>
      say(
        `line ${d.line} of ${d.file}: '${d.element}' is no element of ${d.dimension}${didYouMean(d)}`,
        "Correct the row, or add the element to the dimension.",
      ),
    es: (d) =>
      say(
        `línea ${d.line} de ${d.file}: '${d.element}' no es un elemento de ${d.dimension}${quisoDecir(d)}`,
        "Corrija la fila, o agregue el elemento a la dimensión.",
      ),
  },
  "data-element-twice": {
    en: (d) =>
      say(
        `line ${d.line} of ${d.file} gives ${d.element} again, as line ${d.before} does`,
        "Keep one of the two rows.",
      ),
    es: (d) =>
      say(
        `la línea ${d.line} de ${d.file} vuelve a dar ${d.element}, como la línea ${d.before}`,
        "Deje una de las dos filas.",
      ),
  },
  "data-element-missing": {
    en: (d) =>
      say(
        `${d.file} has no row for ${d.count} elements: ${d.elements}${Number(d.count) > 3 ? " ..." : ""}`,
        "Add the rows, or say what the others are: otherwise 0.",
      ),
    es: (d) =>
      say(
        `${d.file} no tiene fila para ${d.count} elementos: ${d.elements}${Number(d.count) > 3 ? " ..." : ""}`,
        "Agregue las filas, o diga cuánto valen los demás: otherwise 0.",
      ),
  },
} satisfies Catalogue;
