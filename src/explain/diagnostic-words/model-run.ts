import { type Catalogue, didYouMean, quisoDecir, say } from "./words.ts";

/** Words of the findings about time, data, order and rules of a model. */
export const runWords = {
  "time-missing": {
    en: () =>
      say(
        "no chapter says when the model runs",
        "Add a line such as: time from 2015-01 to 2036-01, 4 steps a month, rk4",
      ),
    es: () =>
      say(
        "ningún capítulo dice cuándo corre el modelo",
        "Añada una línea como: time from 2015-01 to 2036-01, 4 steps a month, rk4",
      ),
  },
  "time-twice": {
    en: (d) => say(`the time is already set in ${d.chapter}`, "Keep one of the two statements."),
    es: (d) => say(`el tiempo ya está fijado en ${d.chapter}`, "Deje una de las dos instrucciones."),
  },
  "time-not-literal": {
    en: () => say("'from' and 'to' are dates or numbers"),
    es: () => say("'from' y 'to' son fechas o números"),
  },
  "time-steps-per": {
    en: () => say("with dates, steps are counted by month or year", "Write '4 steps a month'."),
    es: () => say("con fechas, los pasos se cuentan por mes o año", "Escriba '4 steps a month'."),
  },
  "time-start-between-steps": {
    en: (d) =>
      say(
        `the start does not lie on a step (${d.steps} a ${d.per})`,
        "Start at a month, or at a multiple of the step.",
      ),
    es: (d) =>
      say(
        `el inicio no cae en un paso (${d.steps} por ${d.per})`,
        "Empiece en un mes, o en un múltiplo del paso.",
      ),
  },
  "time-backwards": {
    en: () => say("the run ends before it starts"),
    es: () => say("la corrida termina antes de empezar"),
  },
  "time-outside-run": {
    en: (d) => say(`'${d.what}' lies outside the run`),
    es: (d) => say(`'${d.what}' queda fuera de la corrida`),
  },
  "time-save-every": {
    en: (d) => say(`results cannot be saved every ${d.every}`, "Write a number above 0."),
    es: (d) => say(`no se pueden guardar resultados cada ${d.every}`, "Escriba un número mayor que 0."),
  },
  "months-need-calendar": {
    en: () => say("this model has no calendar, so it has no months", "Write 'sum over 4 units (x)'."),
    es: () =>
      say("este modelo no tiene calendario, así que no tiene meses", "Escriba 'sum over 4 units (x)'."),
  },
  "empty-window": {
    en: () => say("the window has no length", "Write a number above 0."),
    es: () => say("la ventana no tiene duración", "Escriba un número mayor que 0."),
  },
  cycle: {
    en: (d) =>
      say(
        `'${d.name}' depends on itself: ${d.loop}`,
        "A stock, a delay or previous(x, start) must break the loop.",
      ),
    es: (d) =>
      say(
        `'${d.name}' depende de sí mismo: ${d.loop}`,
        "Una existencia (stock), un retardo o previous(x, start) debe romper el ciclo.",
      ),
  },
  "start-cycle": {
    en: (d) =>
      say(
        `the start of '${d.name}' depends on itself: ${d.loop}`,
        "Give one of them a start of its own, for example as the last argument of smth1 or delay3.",
      ),
    es: (d) =>
      say(
        `el inicio de '${d.name}' depende de sí mismo: ${d.loop}`,
        "Dé a uno de ellos un inicio propio, por ejemplo como último argumento de smth1 o delay3.",
      ),
  },
  "delay-duration-varies": {
    en: (d) =>
      say(
        `a fixed delay in '${d.name}' has a length that changes during the run`,
        "Use delay3 or smth1 for a length that moves.",
      ),
    es: (d) =>
      say(
        `un retardo fijo en '${d.name}' tiene una duración que cambia durante la corrida`,
        "Use delay3 o smth1 si la duración varía.",
      ),
  },
  "data-file-missing": {
    en: (d) =>
      say(`there is no file '${d.file}'${didYouMean(d)}`, "Paths count from the folder of the model."),
    es: (d) =>
      say(`no existe el archivo '${d.file}'${quisoDecir(d)}`, "Las rutas parten de la carpeta del modelo."),
  },
  "data-column-missing": {
    en: (d) =>
      say(`'${d.file}' has no column '${d.column}'${didYouMean(d)}`, `Its columns are: ${d.columns}.`),
    es: (d) =>
      say(`'${d.file}' no tiene la columna '${d.column}'${quisoDecir(d)}`, `Sus columnas son: ${d.columns}.`),
  },
  "data-date": {
    en: (d) =>
      say(
        `'${d.date}' in ${d.file} is not a date`,
        "The first column holds dates such as 2024-11-01. If its rows are elements of an array, name their columns: at region.",
      ),
    es: (d) =>
      say(
        `'${d.date}' en ${d.file} no es una fecha`,
        "La primera columna lleva fechas como 2024-11-01. Si sus filas son elementos de un arreglo, nombre sus columnas: at region.",
      ),
  },
  "data-order": {
    en: (d) =>
      say(
        `the dates in ${d.file} do not rise at ${d.date}`,
        "Order the rows by date; no date may stand twice.",
      ),
    es: (d) =>
      say(
        `las fechas en ${d.file} no van en aumento en ${d.date}`,
        "Ordene las filas por fecha; ninguna puede repetirse.",
      ),
  },
  "data-cell": {
    en: (d) =>
      say(
        `'${d.cell}' in column '${d.column}' is not a number`,
        "Leave the cell empty where a value is missing.",
      ),
    es: (d) =>
      say(
        `'${d.cell}' en la columna '${d.column}' no es un número`,
        "Deje la celda vacía donde falte un valor.",
      ),
  },
  "data-empty": {
    en: (d) => say(`the column '${d.column}' of ${d.file} holds no value`),
    es: (d) => say(`la columna '${d.column}' de ${d.file} no tiene valores`),
  },
  "observation-empty": {
    en: (d) => say(`no row of the data is scored for '${d.name}'`, "Look at 'from', 'to' and 'every'."),
    es: (d) =>
      say(`ninguna fila de los datos se califica para '${d.name}'`, "Revise 'from', 'to' y 'every'."),
  },
  "rule-raises": {
    en: (d) =>
      say(`a rule raises a held variable, and '${d.name}' is none`, `Declare it: held ${d.name} = 0`),
    es: (d) =>
      say(
        `una regla eleva una variable retenida (held), y '${d.name}' no lo es`,
        `Declárela: held ${d.name} = 0`,
      ),
  },
  "rule-twice": {
    en: (d) =>
      say(`two rules raise '${d.name}'`, "Give each rule a held variable of its own and add them up."),
    es: (d) => say(`dos reglas elevan '${d.name}'`, "Dé a cada regla su propia variable retenida y súmelas."),
  },
} satisfies Catalogue;
