import { type Catalogue, didYouMean, quisoDecir, say, type WordData } from "./words.ts";

function known(d: WordData): string {
  return d.known ? `Known: ${d.known}.` : "Correct the name.";
}

function conocidos(d: WordData): string {
  return d.known ? `Se conocen: ${d.known}.` : "Corrija el nombre.";
}

/** Words of the findings of `brief/`. */
export const briefWords = {
  "brief-no-head": {
    en: () =>
      say(
        "a brief starts with a head between two lines '---'",
        "Add title, date, about, question and model, each text in 'en' and 'es'; docs/briefs.md shows one.",
      ),
    es: () =>
      say(
        "un informe empieza con un encabezado entre dos líneas '---'",
        "Agregue title, date, about, question y model, cada texto en 'en' y 'es'; docs/briefs.md muestra uno.",
      ),
  },
  "brief-no-scenarios": {
    en: (d) =>
      say(
        `${d.file} has no 'scenarios' block`,
        "Add one that lists what is run, when it is read and which outcomes lead.",
      ),
    es: (d) =>
      say(
        `${d.file} no tiene un bloque 'scenarios'`,
        "Agregue uno con lo que se corre, las fechas y los resultados principales.",
      ),
  },
  "brief-id-twice": {
    en: (d) => say(`the id '${d.id}' is used twice`, "Give each block its own id."),
    es: (d) => say(`el id '${d.id}' aparece dos veces`, "Dé a cada bloque su propio id."),
  },
  "brief-bad-read": {
    en: (d) =>
      say(
        `'${d.text}' cannot be read: ${d.cause}`,
        "Write an id such as A-OD-12a, or an expression such as last(data/file.csv: column, lag 4 months).",
      ),
    es: (d) =>
      say(
        `no se entiende '${d.text}': ${d.cause}`,
        "Escriba un id como A-OD-12a, o una expresión como last(data/file.csv: column, lag 4 months).",
      ),
  },
  "brief-unknown-expectation": {
    en: (d) =>
      say(
        `this brief has no expectation '${d.id}'`,
        "Add an 'expectation' block with that id, or correct it.",
      ),
    es: (d) =>
      say(
        `este informe no tiene la expectativa '${d.id}'`,
        "Agregue un bloque 'expectation' con ese id, o corríjalo.",
      ),
  },
  "brief-unknown-scenario": {
    en: (d) => say(`there is no scenario '${d.name}'${didYouMean(d)}`, known(d)),
    es: (d) => say(`no hay un escenario '${d.name}'${quisoDecir(d)}`, conocidos(d)),
  },
  "brief-scenario-not-run": {
    en: (d) =>
      say(`the scenario '${d.id}' is used here but not run`, "Add it to 'run' in the 'scenarios' block."),
    es: (d) =>
      say(
        `el escenario '${d.id}' se usa aquí pero no se corre`,
        "Agréguelo a 'run' en el bloque 'scenarios'.",
      ),
  },
  "brief-baseline-first": {
    en: (d) =>
      say(
        `'${d.id}' stands first but is not the baseline`,
        "Put the scenario of the group 'baseline' first.",
      ),
    es: (d) =>
      say(`'${d.id}' está primero pero no es la base`, "Ponga primero el escenario del grupo 'baseline'."),
  },
  "brief-unknown-outcome": {
    en: (d) => say(`the model has no outcome '${d.name}'${didYouMean(d)}`, known(d)),
    es: (d) => say(`el modelo no tiene el resultado '${d.name}'${quisoDecir(d)}`, conocidos(d)),
  },
  "brief-unknown-observation": {
    en: (d) => say(`the model has no observation '${d.name}'${didYouMean(d)}`, known(d)),
    es: (d) => say(`el modelo no tiene la observación '${d.name}'${quisoDecir(d)}`, conocidos(d)),
  },
  "brief-unknown-table": {
    en: (d) => say(`the model has no table '${d.name}'${didYouMean(d)}`, known(d)),
    es: (d) => say(`el modelo no tiene la tabla '${d.name}'${quisoDecir(d)}`, conocidos(d)),
  },
  "brief-unknown-source": {
    en: (d) =>
      say(
        `the register has no row '${d.name}'${didYouMean(d)}`,
        "Correct the id, or add the row to evidence/evidence.csv.",
      ),
    es: (d) =>
      say(
        `el registro no tiene la fila '${d.name}'${quisoDecir(d)}`,
        "Corrija el id, o agregue la fila a evidence/evidence.csv.",
      ),
  },
  "brief-unknown-series": {
    en: (d) =>
      say(
        `${d.file} has no column '${d.column}', or there is no such file`,
        "Correct the file's path below the model's folder, or the column.",
      ),
    es: (d) =>
      say(
        `${d.file} no tiene la columna '${d.column}', o no existe ese archivo`,
        "Corrija la ruta dentro de la carpeta del modelo, o la columna.",
      ),
  },
  "brief-unknown-share": {
    en: (d) => say(`no rule says what share '${d.name}' means`, `Use one of: ${d.known}; or give a range.`),
    es: (d) =>
      say(`ninguna regla dice qué proporción es '${d.name}'`, `Use una de: ${d.known}; o dé un intervalo.`),
  },
  "brief-date-not-read": {
    en: (d) => say(`results are not read at ${d.at}`, `Choose one of the dates of 'at': ${d.dates}.`),
    es: (d) => say(`no se leen resultados en ${d.at}`, `Elija una de las fechas de 'at': ${d.dates}.`),
  },
  "timeline-no-row": {
    en: (d) =>
      say(
        `${d.file} names an event that the timeline does not have: ${d.date}, ${d.lever}`,
        "Correct its date or its lever.",
      ),
    es: (d) =>
      say(
        `${d.file} nombra un hecho que no está en la cronología: ${d.date}, ${d.lever}`,
        "Corrija la fecha o la palanca.",
      ),
  },
} satisfies Catalogue;
