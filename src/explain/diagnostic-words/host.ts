import { type Catalogue, say } from "./words.ts";

/** Words of the findings of `host/` and `cli/`: files, folders, posteriors and runs. */
export const hostWords = {
  "file-missing": {
    en: (d) =>
      say(`There is no file or folder '${d.path}'.`, "Check the spelling and the folder you are in."),
    es: (d) =>
      say(
        `No existe el archivo o la carpeta '${d.path}'.`,
        "Revise la ortografía y la carpeta en la que está.",
      ),
  },
  "file-not-a-folder": {
    en: (d) =>
      say(`'${d.path}' is a file, and a folder is needed here.`, "Give the folder that holds the files."),
    es: (d) =>
      say(
        `'${d.path}' es un archivo y aquí hace falta una carpeta.`,
        "Indique la carpeta que contiene los archivos.",
      ),
  },
  "file-is-a-folder": {
    en: (d) => say(`'${d.path}' is a folder, and a file is needed here.`, "Give the path of one file in it."),
    es: (d) =>
      say(`'${d.path}' es una carpeta y aquí hace falta un archivo.`, "Indique la ruta de un archivo."),
  },
  "file-unreadable": {
    en: (d) => say(`'${d.path}' cannot be read (${d.why}).`, "Check who may read it."),
    es: (d) => say(`No se puede leer '${d.path}' (${d.why}).`, "Revise los permisos de lectura."),
  },
  "file-unwritable": {
    en: (d) =>
      say(
        `'${d.path}' cannot be written (${d.why}).`,
        "No file was changed; choose another place or free some room.",
      ),
    es: (d) =>
      say(
        `No se puede escribir '${d.path}' (${d.why}).`,
        "No se cambió ningún archivo; elija otro lugar o libere espacio.",
      ),
  },
  "files-half-written": {
    en: (d) =>
      say(
        `'${d.path}' cannot be written (${d.why}), after others of its set: ${d.written}.`,
        "The files of the set do not belong together; free the place and write them again.",
      ),
    es: (d) =>
      say(
        `No se puede escribir '${d.path}' (${d.why}), después de otros de su conjunto: ${d.written}.`,
        "Los archivos del conjunto no corresponden entre sí; libere el lugar y escríbalos de nuevo.",
      ),
  },
  "output-is-a-folder": {
    en: (d) =>
      say(
        `'${d.path}' is a folder, and a file of that name is to be written.`,
        "No file was changed; move the folder away or choose another place.",
      ),
    es: (d) =>
      say(
        `'${d.path}' es una carpeta, y hay que escribir un archivo con ese nombre.`,
        "No se cambió ningún archivo; mueva la carpeta o elija otro lugar.",
      ),
  },
  "output-not-a-folder": {
    en: (d) =>
      say(
        `'${d.path}' is a file, a folder is needed: results cannot be written there.`,
        "Nothing was run; choose a folder, which is made where it does not exist.",
      ),
    es: (d) =>
      say(
        `'${d.path}' es un archivo y hace falta una carpeta: ahí no se pueden escribir resultados.`,
        "No se simuló nada; elija una carpeta; si no existe, se crea.",
      ),
  },
  "file-not-text": {
    en: (d) => say(`'${d.path}' is not text in UTF-8.`, "Save it again with the encoding UTF-8."),
    es: (d) => say(`'${d.path}' no es texto en UTF-8.`, "Guárdelo de nuevo con la codificación UTF-8."),
  },
  "file-too-large": {
    en: (d) =>
      say(`'${d.path}' is larger than a file of a model may be (16 MiB).`, "Keep only the rows it needs."),
    es: (d) =>
      say(
        `'${d.path}' es más grande de lo que puede ser un archivo de un modelo (16 MiB).`,
        "Conserve solo las filas necesarias.",
      ),
  },
  "file-exists": {
    en: (d) => say(`'${d.path}' exists already, and nothing was written.`, "Choose another name."),
    es: (d) => say(`'${d.path}' ya existe y no se escribió nada.`, "Elija otro nombre."),
  },
  "folder-too-large": {
    en: (d) =>
      say(`'${d.path}' holds more than a model may (128 MiB or 4,000 files).`, "Is it the right folder?"),
    es: (d) =>
      say(
        `'${d.path}' contiene más de lo que un modelo puede tener (128 MiB o 4,000 archivos).`,
        "¿Es la carpeta correcta?",
      ),
  },
  "folder-no-model": {
    en: (d) =>
      say(
        `'${d.path}' holds no Markdown chapter with a \`model\` block.`,
        "Name a model's folder, such as models/us-mexico, or make one with 'downstream new my-model'.",
      ),
    es: (d) =>
      say(
        `'${d.path}' no contiene ningún capítulo Markdown con un bloque \`model\`.`,
        "Indique la carpeta de un modelo, como models/us-mexico, o cree una con 'downstream new mi-modelo'.",
      ),
  },
  "posterior-parameters": {
    en: (d) =>
      say(
        `${d.path} names parameters that the model no longer has: ${d.names}. They are left out; parameters that it does not name are drawn from their priors.`,
        "Make it again with 'downstream calibrate MODEL'.",
      ),
    es: (d) =>
      say(
        `${d.path} nombra parámetros que el modelo ya no tiene: ${d.names}. Se omiten; los que no nombra se sortean de su distribución a priori.`,
        "Vuelva a hacerlo con 'downstream calibrate MODEL'.",
      ),
  },
  "posterior-lacks": {
    en: (d) =>
      say(
        `${d.path} does not hold uncertain parameters that the model has now: ${d.names}. They are drawn from their priors.`,
        "Make it again with 'downstream calibrate MODEL'.",
      ),
    es: (d) =>
      say(
        `${d.path} no contiene parámetros inciertos que el modelo tiene ahora: ${d.names}. Se sortean de su distribución a priori.`,
        "Hágala de nuevo con 'downstream calibrate MODELO'.",
      ),
  },
  "posterior-other-model": {
    en: (d) =>
      say(
        `${d.path} was made with another version of the model (${d.theirs}; this one is ${d.ours}).`,
        "Make it again with 'downstream calibrate MODEL'.",
      ),
    es: (d) =>
      say(
        `${d.path} se hizo con otra versión del modelo (${d.theirs}; esta es ${d.ours}).`,
        "Hágalo de nuevo con 'downstream calibrate MODELO'.",
      ),
  },
  "posterior-unusable": {
    en: (d) =>
      say(
        `${d.path} is not a posterior of this model: ${d.why}.`,
        "Make it again with 'downstream calibrate MODEL'.",
      ),
    es: (d) =>
      say(
        `${d.path} no es una posterior de este modelo: ${d.why}.`,
        "Hágala de nuevo con 'downstream calibrate MODELO'.",
      ),
  },
  "calibration-origin-twice": {
    en: (d) => say(`The origin ${d.origin} stands here twice.`, "Keep one: an origin has one posterior."),
    es: (d) =>
      say(`El origen ${d.origin} figura dos veces.`, "Deje uno: un origen tiene una sola posterior."),
  },
  "calibrate-nothing-observed": {
    en: () =>
      say(
        "The model has no scored observation before the decision date.",
        "Add an 'observe' statement with an error.",
      ),
    es: () =>
      say(
        "El modelo no tiene ninguna observación con error antes de la fecha de decisión.",
        "Agregue una instrucción 'observe' con error.",
      ),
  },
  "calibrate-no-weight": {
    en: (d) =>
      say(
        `None of ${d.draws} prior draws has any weight (${d.rejected} rejected, ${d.failed} failed).`,
        "Look at the reject statements and at the priors: no draw comes near the data.",
      ),
    es: (d) =>
      say(
        `Ninguno de ${d.draws} sorteos a priori tiene peso (${d.rejected} rechazados, ${d.failed} fallidos).`,
        "Revise las instrucciones reject y los priors: ningún sorteo se acerca a los datos.",
      ),
  },
  "prior-without-bounds": {
    en: (d) =>
      say(
        `These are prior draws: ${d.count} bounds that a calibration rejects on ('reject') are not applied.`,
        "Weigh them with 'downstream calibrate MODEL'.",
      ),
    es: (d) =>
      say(
        `Son sorteos a priori: no se aplican ${d.count} límites con los que una calibración los rechaza ('reject').`,
        "Pondérelos con 'downstream calibrate MODEL'.",
      ),
  },
  "run-failed": {
    en: (d) =>
      say(
        `The run failed: ${d.why}.`,
        d.settings
          ? `Look at what was set: ${d.settings}.`
          : "Look at the values of its scenario, and at the equation of that name.",
      ),
    es: (d) =>
      say(
        `La simulación falló: ${d.why}.`,
        d.settings
          ? `Revise lo que se fijó: ${d.settings}.`
          : "Revise los valores de su escenario y la ecuación de ese nombre.",
      ),
  },
  "checkpoint-other": {
    en: (d) =>
      say(
        `'${d.path}' is not a checkpoint of this command with this model and these draws.`,
        "Name another file, or remove this one to start again.",
      ),
    es: (d) =>
      say(
        `'${d.path}' no es un punto de control de esta orden con este modelo y estos sorteos.`,
        "Indique otro archivo, o borre este para empezar de nuevo.",
      ),
  },
  "checkpoint-unused": {
    en: (d) => say(`--checkpoint does nothing here: ${d.draws} draws are kept whole and sorted.`),
    es: (d) => say(`--checkpoint no hace nada aquí: ${d.draws} sorteos se guardan completos y se ordenan.`),
  },
  "draws-left-out": {
    en: (d) =>
      say(
        `${d.count} of ${d.draws} runs of '${d.scenario}' failed: the first when ${d.variable} was not a finite number in ${d.at}. From where a run fails, it is left out of every number.`,
        "Look at the equation of that name for divisors that can be 0, and at the priors it depends on.",
      ),
    es: (d) =>
      say(
        `Fallaron ${d.count} de ${d.draws} simulaciones de '${d.scenario}': la primera cuando ${d.variable} no era un número finito en ${d.at}. Desde donde falla, una simulación queda fuera de todos los números.`,
        "Revise en la ecuación de ese nombre los divisores que pueden ser 0 y los priors de los que depende.",
      ),
  },
  "option-month-run": {
    en: (d) => say(`${d.option} ${d.value} is not a month of the run: it goes from ${d.from} to ${d.to}.`),
    es: (d) => say(`${d.option} ${d.value} no es un mes de la simulación: va de ${d.from} a ${d.to}.`),
  },
  "option-needs-summary": {
    en: (d) => say(`${d.option} needs --summary, which keeps means and quantiles instead of every draw.`),
    es: (d) => say(`${d.option} necesita --summary, que guarda medias y cuantiles en lugar de cada sorteo.`),
  },
  "sampler-unused": {
    en: (d) =>
      say(
        `--sampler ${d.sampler} changes nothing here: the draws come from the posterior of ${d.origin}.`,
        "Add --prior to draw from the prior.",
      ),
    es: (d) =>
      say(
        `--sampler ${d.sampler} no cambia nada aquí: los sorteos vienen de la posterior de ${d.origin}.`,
        "Añada --prior para sortear del prior.",
      ),
  },
} satisfies Catalogue;
