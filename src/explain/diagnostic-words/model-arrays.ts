import { type Catalogue, didYouMean, quisoDecir, say, type WordData } from "./words.ts";

const places = (d: WordData): string => (d.places === "1" ? "one place" : `${d.places} places`);
const lugares = (d: WordData): string => (d.places === "1" ? "un lugar" : `${d.places} lugares`);

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
  "array-too-large": {
    en: (d) =>
      say(
        `'${d.name}' has ${d.count} elements; ${d.most} is the most`,
        "Use a coarser division, or fewer dimensions.",
      ),
    es: (d) =>
      say(
        `'${d.name}' tiene ${d.count} elementos; el máximo es ${d.most}`,
        "Use una división más gruesa, o menos dimensiones.",
      ),
  },
  "dimension-of-one": {
    en: (d) =>
      say(
        `the dimension '${d.name}' has the one element '${d.element}'`,
        `For a second name of a dimension, write: dimension ${d.name} = ${d.meant}.`,
      ),
    es: (d) =>
      say(
        `la dimensión '${d.name}' tiene un solo elemento, '${d.element}'`,
        `Para un segundo nombre de una dimensión, escriba: dimension ${d.name} = ${d.meant}.`,
      ),
  },
  "array-in-parentheses": {
    en: (d) =>
      say(
        `'${d.name}' is an array, not a function`,
        `Elements stand in square brackets: ${d.name}[${d.wanted}].`,
      ),
    es: (d) =>
      say(
        `'${d.name}' es un arreglo, no una función`,
        `Los elementos van entre corchetes: ${d.name}[${d.wanted}].`,
      ),
  },
  "same-column": {
    en: (d) =>
      say(
        `every ${d.dimension} of '${d.name}' reads the one column '${d.column}'`,
        `For a column of each, put '${d.dimension}' in the place of the element: ${d.column} ${d.dimension}. For a row of each, name the columns of the elements: at ${d.dimension}.`,
      ),
    es: (d) =>
      say(
        `cada ${d.dimension} de '${d.name}' lee la misma columna '${d.column}'`,
        `Para una columna de cada uno, ponga '${d.dimension}' en el lugar del elemento: ${d.column} ${d.dimension}. Para una fila de cada uno, nombre las columnas de los elementos: at ${d.dimension}.`,
      ),
  },
  "head-no-dimension": {
    en: (d) =>
      say(
        `'${d.tail}' is no dimension, so '${d.name}' is one number with a long name`,
        `For an array, write: by ${d.meant}.`,
      ),
    es: (d) =>
      say(
        `'${d.tail}' no es una dimensión, así que '${d.name}' es un solo número de nombre largo`,
        `Para un arreglo, escriba: by ${d.meant}.`,
      ),
  },
  "no-array-of-kind": {
    en: (d) =>
      d.kind === "table"
        ? say(
            `a table is one for all: '${d.name}' cannot be by ${d.dimension}`,
            `Multiply what it gives by an array: ${d.name}(x) * weight, with 'weight by ${d.dimension}'.`,
          )
        : say(
            `a variant is one for all: '${d.name}' cannot be by ${d.dimension}`,
            `Read it in an array, with an 'except' line for an element that differs.`,
          ),
    es: (d) =>
      d.kind === "table"
        ? say(
            `una tabla es una para todos: '${d.name}' no puede ser por ${d.dimension}`,
            `Multiplique lo que da por un arreglo: ${d.name}(x) * weight, con 'weight by ${d.dimension}'.`,
          )
        : say(
            `una variante es una para todos: '${d.name}' no puede ser por ${d.dimension}`,
            "Léala en un arreglo, con una línea 'except' para el elemento que difiere.",
          ),
  },
  "same-for-each": {
    en: (d) =>
      say(
        `nothing inside differs by ${d.dimension}: this takes the same number ${d.count} times`,
        d.example
          ? `Read it for each: ${d.example}.`
          : `Remove '${d.of} over ${d.dimension}', or read an array by ${d.dimension}.`,
      ),
    es: (d) =>
      say(
        `nada de lo que está dentro cambia con ${d.dimension}: se toma ${d.count} veces el mismo número`,
        d.example
          ? `Léalo para cada uno: ${d.example}.`
          : `Quite '${d.of} over ${d.dimension}', o lea un arreglo por ${d.dimension}.`,
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
        `the brackets after '${d.name}' hold ${d.found}, and it is by ${d.wanted}`,
        `Give one for each, in that order: ${d.name}[${d.wanted}]. A dimension's own name stands for the element of the equation.`,
      ),
    es: (d) =>
      say(
        `los corchetes después de '${d.name}' llevan ${d.found}, y sus dimensiones son ${d.wanted}`,
        `Dé uno por cada una, en ese orden: ${d.name}[${d.wanted}]. El nombre de una dimensión vale por el elemento de la ecuación.`,
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
        `'${d.name}' has its ${d.dimension} at this place, and '${d.subscript}' is no ${d.dimension}`,
        `It is by ${d.wanted}: give one for each, in that order.`,
      ),
    es: (d) =>
      say(
        `en este lugar va la dimensión ${d.dimension} de '${d.name}', y '${d.subscript}' no es de ella`,
        `Sus dimensiones son ${d.wanted}: dé uno por cada una, en ese orden.`,
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
        d.side === "after"
          ? `'${d.name}' is read ${places(d)} after '${d.element}', where ${d.dimension} ends`
          : `'${d.name}' is read ${places(d)} before '${d.element}', where ${d.dimension} starts`,
        `Give '${d.element}' a line of its own under the equation (except ${d.element} = ...), or a condition: if ${d.dimension} = ${d.element} then ... else ...`,
      ),
    es: (d) =>
      say(
        d.side === "after"
          ? `'${d.name}' se lee ${lugares(d)} después de '${d.element}', donde termina ${d.dimension}`
          : `'${d.name}' se lee ${lugares(d)} antes de '${d.element}', donde empieza ${d.dimension}`,
        `Dé a '${d.element}' una línea propia bajo la ecuación (except ${d.element} = ...), o una condición: if ${d.dimension} = ${d.element} then ... else ...`,
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
        `'${d.array}' is by ${d.dimensions}.${d.known ? ` Elements: ${d.known}.` : ""}`,
      ),
    es: (d) =>
      say(
        `'${d.name}' no es un elemento de ${d.dimensions}${quisoDecir(d)}`,
        `'${d.array}' es por ${d.dimensions}.${d.known ? ` Elementos: ${d.known}.` : ""}`,
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
        `Correct the row, or add the element to the dimension.${d.known ? ` Its elements: ${d.known}.` : ""}`,
      ),
    es: (d) =>
      say(
        `línea ${d.line} de ${d.file}: '${d.element}' no es un elemento de ${d.dimension}${quisoDecir(d)}`,
        `Corrija la fila, o agregue el elemento a la dimensión.${d.known ? ` Sus elementos: ${d.known}.` : ""}`,
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
