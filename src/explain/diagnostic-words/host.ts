import { type Catalogue, didYouMean, quisoDecir, say } from "./words.ts";

/** Words of the findings of `host/` and `cli/`: files, folders and options. */
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
  "option-number": {
    en: (d) => say(`${d.option} takes ${d.wanted}; this is '${d.value}'.`),
    es: (d) => say(`${d.option} lleva ${d.wanted}; se recibió '${d.value}'.`),
  },
  "option-language": {
    en: (d) => say(`There is no report in '${d.value}'.`, "Use --lang en or --lang es."),
    es: (d) => say(`No hay informe en '${d.value}'.`, "Use --lang en o --lang es."),
  },
  "option-set": {
    en: (d) =>
      say(
        `--set takes 'name=number'; this is '${d.value}'.`,
        "For example: --set 'treatment entry rate=0.3'",
      ),
    es: (d) =>
      say(
        `--set lleva 'nombre=número'; se recibió '${d.value}'.`,
        "Por ejemplo: --set 'treatment entry rate=0.3'",
      ),
  },
  "option-set-number": {
    en: (d) =>
      say(
        `--set takes 'name=number', a number only, in the declared unit (${d.unit}); the value of '${d.name}' is '${d.value}'.`,
        d.number
          ? `If it is in ${d.unit}: --set '${d.name}=${d.number}'`
          : "Digits, with a point for decimals.",
      ),
    es: (d) =>
      say(
        `--set lleva 'nombre=número', solo un número, en la unidad declarada (${d.unit}); el valor de '${d.name}' es '${d.value}'.`,
        d.number
          ? `Si está en ${d.unit}: --set '${d.name}=${d.number}'`
          : "Cifras, con punto para los decimales.",
      ),
  },
  "option-set-outside-prior": {
    en: (d) =>
      say(
        `--set '${d.name}' is ${d.value} ${d.unit}, which its prior cannot give: ${d.low} to ${d.high} ${d.unit}.`,
        "The run goes on; the model was not made for such a value.",
      ),
    es: (d) =>
      say(
        `--set '${d.name}' es ${d.value} ${d.unit}, que su prior no puede dar: de ${d.low} a ${d.high} ${d.unit}.`,
        "La simulación continúa; el modelo no se hizo para ese valor.",
      ),
  },
  "option-set-kind": {
    en: (d) =>
      say(
        `'${d.name}' is computed by the model or read from a file, so it cannot be set.`,
        "Set a constant, a lever or a variant that it reads; --data puts another file in the place of one.",
      ),
    es: (d) =>
      say(
        `'${d.name}' lo calcula el modelo o se lee de un archivo; no se puede fijar.`,
        "Fije una constante, una palanca o una variante que use; --data pone otro archivo en lugar de uno.",
      ),
  },
  "option-set-option": {
    en: (d) =>
      say(
        `The variant '${d.name}' has no option '${d.value}'${didYouMean(d)}`,
        `Its options are: ${d.options}.`,
      ),
    es: (d) =>
      say(
        `La variante '${d.name}' no tiene la opción '${d.value}'${quisoDecir(d)}`,
        `Sus opciones son: ${d.options}.`,
      ),
  },
  "option-element": {
    en: (d) =>
      say(
        `'${d.element}' is no ${d.dimension}, and '${d.name}' is by ${d.dimensions}${didYouMean(d)}`,
        `Its elements: ${d.known}.`,
      ),
    es: (d) =>
      say(
        `'${d.element}' no es de la dimensión ${d.dimension}, y las de '${d.name}' son ${d.dimensions}${quisoDecir(d)}`,
        `Sus elementos: ${d.known}.`,
      ),
  },
  "option-subscripts": {
    en: (d) =>
      say(
        `'${d.name}' is by ${d.dimensions}, and the brackets hold ${d.found}`,
        `Give one for each, in that order; the name of a dimension stands for all its elements: '${d.name}[${d.dimensions}]'.`,
      ),
    es: (d) =>
      say(
        `Las dimensiones de '${d.name}' son ${d.dimensions}, y los corchetes llevan ${d.found}`,
        `Dé uno por cada una, en ese orden; el nombre de una dimensión vale por todos sus elementos: '${d.name}[${d.dimensions}]'.`,
      ),
  },
  "option-dimension": {
    en: (d) =>
      say(
        `'${d.name}' is a dimension, with the elements ${d.elements}`,
        d.arrays ? `Arrays by it: ${d.arrays}.` : "",
      ),
    es: (d) =>
      say(
        `'${d.name}' es una dimensión, con los elementos ${d.elements}`,
        d.arrays ? `Arreglos por ella: ${d.arrays}.` : "",
      ),
  },
  "option-name": {
    en: (d) =>
      say(
        `The model has no '${d.name}'${didYouMean(d)}`,
        `${d.near ? `Names like it: ${d.near}. ` : ""}'downstream explain MODEL NAME' shows what a name reads and who reads it.`,
      ),
    es: (d) =>
      say(
        `El modelo no tiene '${d.name}'${quisoDecir(d)}`,
        `${d.near ? `Nombres parecidos: ${d.near}. ` : ""}'downstream explain MODELO NOMBRE' muestra qué lee un nombre y quién lo lee.`,
      ),
  },
  "option-no-series": {
    en: (d) =>
      say(
        `'${d.name}' has no value over time`,
        "Tables and arrays of fixed numbers do not change in a run; 'downstream explain MODEL NAME' shows them.",
      ),
    es: (d) =>
      say(
        `'${d.name}' no tiene valores en el tiempo`,
        "Las tablas y los arreglos de números fijos no cambian en una simulación; 'downstream explain MODELO NOMBRE' los muestra.",
      ),
  },
  "option-scenario": {
    en: (d) =>
      say(
        `The model has no scenario '${d.name}'${didYouMean(d)}`,
        d.known ? `It has: ${d.known}.` : "It has no scenarios/ folder.",
      ),
    es: (d) =>
      say(
        `El modelo no tiene el escenario '${d.name}'${quisoDecir(d)}`,
        d.known ? `Tiene: ${d.known}.` : "No tiene carpeta scenarios/.",
      ),
  },
  "option-data": {
    en: (d) => say(`The model has no data file '${d.name}'${didYouMean(d)}`, `It has: ${d.known || "none"}.`),
    es: (d) =>
      say(
        `El modelo no tiene el archivo de datos '${d.name}'${quisoDecir(d)}`,
        `Tiene: ${d.known || "ninguno"}.`,
      ),
  },
  "option-month": {
    en: (d) => say(`${d.option} takes a month such as 2027-11; this is '${d.value}'.`),
    es: (d) => say(`${d.option} lleva un mes como 2027-11; se recibió '${d.value}'.`),
  },
  "option-month-outside": {
    en: (d) =>
      say(
        `${d.option} ${d.value} is not between ${d.from} (the decision date) and ${d.to} (the end of the run).`,
      ),
    es: (d) =>
      say(
        `${d.option} ${d.value} no está entre ${d.from} (la fecha de decisión) y ${d.to} (el fin de la simulación).`,
      ),
  },
  "option-folder-name": {
    en: (d) =>
      say(`'${d.name}' cannot be the name of a model.`, "Use lower case letters, digits and hyphens."),
    es: (d) => say(`'${d.name}' no puede ser el nombre de un modelo.`, "Use minúsculas, dígitos y guiones."),
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
