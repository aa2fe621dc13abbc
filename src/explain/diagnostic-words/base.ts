import { type Catalogue, say } from "./words.ts";

/** Words of the findings of `base/`. */
export const baseWords = {
  "csv-empty": {
    en: (d) =>
      say(`the file '${d.file}' has no header line`, "The first line of a CSV file names its columns."),
    es: (d) =>
      say(
        `el archivo '${d.file}' no tiene línea de encabezado`,
        "La primera línea de un archivo CSV nombra sus columnas.",
      ),
  },
  "csv-ragged": {
    en: (d) =>
      say(
        `this row has ${d.cells} cells, the header has ${d.columns}`,
        "Add or remove commas; a cell that holds a comma goes in double quotes.",
      ),
    es: (d) =>
      say(
        `esta fila tiene ${d.cells} celdas y el encabezado ${d.columns}`,
        "Agregue o quite comas; una celda que contiene una coma va entre comillas dobles.",
      ),
  },
  "csv-open-quote": {
    en: () =>
      say("this quotation mark is never closed", 'Add the closing "; inside quotes, write "" for one ".'),
    es: () =>
      say(
        "esta comilla nunca se cierra",
        'Agregue la " final; dentro de comillas, escriba "" para una sola ".',
      ),
  },
  "csv-text-after-quote": {
    en: (d) => say(`'${d.text}' follows a closing quotation mark`, 'Inside quotes, write "" for one ".'),
    es: (d) =>
      say(`'${d.text}' sigue a una comilla de cierre`, 'Dentro de comillas, escriba "" para una sola ".'),
  },
  "csv-duplicate-column": {
    en: (d) => say(`two columns are called '${d.column}'`, "Give each column its own name."),
    es: (d) => say(`dos columnas se llaman '${d.column}'`, "Dé a cada columna su propio nombre."),
  },
} satisfies Catalogue;
