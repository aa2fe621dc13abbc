import type { ReportWords } from "./render-words.ts";

/** The fixed texts of a report in the Spanish of Mexico. */
export const WORDS_ES: ReportWords = {
  kicker: "Downstream · informe de políticas",
  skip: "Ir a la respuesta",
  contents: "Contenido",
  otherLanguage: "English",
  documentDate: (date) => `Documento del ${date}.`,
  notForecast:
    "Un modelo de «qué pasaría si» sobre la crisis del fentanilo en los dos países: no es un pronóstico ni un consejo.",
  list: ", ",
  to: "a",
  none: "ninguno",
  yes: "sí",
  no: "no",

  answerTitle: "La pregunta y una respuesta breve",
  glanceDocument: "Qué se leyó",
  glanceDocumentText: (claims, proposals, expectations) =>
    `${claims} afirmaciones, ${proposals} propuestas y ${expectations} expectativas del documento.`,
  glancePaths: "Qué se comparó",
  glancePathsText: (scenarios, draws) =>
    `${scenarios} escenarios de política, entre ellos sin cambios, cada uno simulado ${draws} veces con los mismos sorteos.`,
  glanceSure: "Qué tan seguro se puede estar",
  glanceSureText:
    "Todo resultado es un intervalo de simulaciones, nunca una sola cifra. Los escenarios con † son extrapolación: no se ha observado nada parecido.",

  readingTitle: "Cómo leer esto en 30 segundos",
  reading: [
    [
      "Una simulación",
      "es un mundo posible: un sorteo de cada cifra incierta. Todos los escenarios usan los mismos sorteos, así que se comparan en igualdad de condiciones.",
    ],
    ["La simulación central", "(mediana) deja la mitad de las simulaciones arriba y la mitad abajo."],
    [
      "«9 de cada 10»",
      "es el intervalo que contiene 90 % de las simulaciones. Lo que el modelo no incluye puede quedar fuera de él.",
    ],
    [
      "Sin cambios",
      "mantiene cada política como estaba en la fecha de la decisión. Todos los efectos son diferencias frente a ese escenario.",
    ],
    [
      "«Mejor en 87 de 100»",
      "dice con qué frecuencia, no cuánto: incluso un cambio mínimo puede ser mejor en casi todas las simulaciones, así que conviene leerlo junto al tamaño. Entre 40 y 60 de 100 no hay diferencia clara.",
    ],
    [
      "Una fecha",
      "es el comienzo de su mes: los 12 meses con fecha de abril de 2025 terminan en marzo. Los valores contados y los simulados se comparan en la misma fecha.",
    ],
    ["†", "señala extrapolación: ningún caso observado de este tipo respalda el efecto."],
  ],

  claimsTitle: "Qué afirma el documento y qué se sostiene",
  claimsIntro:
    "Los dictámenes sobre cifras se calculan con datos publicados hasta la fecha del documento, con la regla que se muestra. Los marcados como lectura vienen de leer las fuentes citadas.",
  claimsCaption: "Afirmaciones del documento, qué se leyó y el dictamen",
  claim: "Afirmación",
  says: "Dice",
  read: "Se leyó",
  value: "Valor",
  rule: "Regla",
  verdict: "Dictamen",
  why: "Por qué",
  sources: "Fuentes",
  verdictMeanings: "Qué significan los dictámenes",

  proposalsTitle: "Qué propone y a quién se atribuye",
  proposalsCaption: "Propuestas, a quién se atribuye su respaldo y el escenario que simula cada una",
  proposal: "Propuesta",
  backers: "Respaldo atribuido",
  path: "Escenario en el modelo",
  levers: "Palancas que mueve",
  expectationsTitle: "Qué espera",
  expectationsCaption: "Expectativas del documento y qué da el modelo",
  expectation: "Expectativa",
  found: "Qué da el modelo",

  resultsTitle: "Qué haría cada escenario",
  resultsIntro: (date) =>
    `Cada celda es el cambio frente a «sin cambios» en la misma simulación, en ${date}: la simulación central, luego el intervalo de 9 de cada 10 simulaciones y luego en cuántas de 100 simulaciones el escenario es mejor. No hay calificación global: qué resultados pesan más lo decide quien lee. Las filas siguen un orden fijo, no el del efecto.`,
  resultsShade:
    "El sombreado solo indica cuánto coinciden las simulaciones, no en qué sentido: ninguno si son menos de 75 de 100, claro desde 75, más oscuro desde 95; ninguno tampoco si el cambio central es menor de 0.1 %. «Igual en todas» significa que el modelo no une ese escenario con ese resultado.",
  whatPathsAre: "Qué es cada escenario",
  resultsCaption: (date) => `La escala de fuerza y sus alternativas: cambio frente a «sin cambios», ${date}`,
  proposalResultsTitle: "Cada propuesta por separado",
  proposalResultsCaption: (date) => `Cada propuesta por separado: cambio frente a «sin cambios», ${date}`,
  groups: {
    baseline: "Sin cambios (nivel, no cambio)",
    ladder: "Escala de fuerza",
    proposal: "Propuestas que no son un peldaño de la escala",
    alternative: "Alternativas",
    package: "Paquetes",
    happened: "Lo que ocurrió",
  },
  scenario: "Escenario",
  lowerBetter: "menos cuenta como mejor",
  higherBetter: "más cuenta como mejor",
  noneBetter: "ninguna dirección cuenta como mejor",
  matrixTitle: "La matriz completa: cada resultado, escenario y fecha",
  matrixIntro:
    "Nivel y cambio como simulación central (9 de cada 10 simulaciones). «Desde la decisión» compara con la fecha de la decisión de la misma simulación y escenario, como hacen muchos resultados publicados; el signo puede diferir del cambio frente a «sin cambios».",
  matrixCaption: (outcome, unit) => `${outcome} (${unit})`,
  at: "En",
  level: "Nivel",
  change: "Cambio",
  relative: "Cambio en %",
  since: "Desde la decisión",
  better: "Mejor, de 100",
  worse: "Peor",
  same: "Igual",

  chartsTitle: "En el tiempo: lo observado y lo que sigue",
  chartsIntro:
    "Los puntos llenos son observaciones publicadas hasta la fecha del documento; los huecos, las otras observaciones que nombra la clave. Las bandas empiezan donde terminan los puntos llenos. Dos bandas que se traslapan no comparan dos escenarios: para eso está la sección siguiente.",
  axisNote: "el eje no empieza en 0",

  changesTitle: "Cambio frente a «sin cambios», escenario por escenario",
  changesIntro: (date) =>
    `Todos los escenarios usan los mismos sorteos y la diferencia se toma dentro de cada simulación, en ${date}. Una barra delgada que queda por completo de un lado de la línea tiene ese signo en al menos 95 de 100 simulaciones.`,
  changeOf: (outcome) => `${outcome}: cambio frente a «sin cambios»`,

  driversTitle: "De qué depende el resultado",
  driversIntro:
    "Con qué fuerza se mueve cada supuesto incierto junto con el resultado (correlación de rangos, de -1 a 1), y el resultado central donde el supuesto está en su quinto más bajo y en su quinto más alto.",
  driverOfValue: (outcome, scenario) => `${outcome}: de qué depende el nivel en «${scenario}»`,
  driverOfChange: (outcome, scenario) => `${outcome}: de qué depende el cambio en «${scenario}»`,
  evidenceFor: "Evidencia:",
  judgement: "juicio",

  rivalsTitle: "Explicaciones rivales",
  rivalsIntro:
    "Donde los especialistas discrepan sobre el mecanismo, el modelo mantiene las explicaciones rivales lado a lado y no las promedia. Los datos mueven los pesos; un solo hecho rara vez decide.",
  rivalsCaption: (label) => `${label}: cambio central frente a «sin cambios» con cada explicación`,
  option: "Explicación",
  prior: "Peso antes de los datos",
  weight: "Peso después (intervalo entre grupos de sorteos y leyes de los errores)",

  extrapolationTitle: "Qué es extrapolación",
  documentLeavesOutTitle: "Qué deja fuera el documento",
  documentLeavesOutIntro:
    "Pasos y hechos que un lector necesita junto a las propuestas; las trayectorias de abajo los incluyen.",
  leftOutTitle: "Qué no incluye el modelo",

  fitTitle: "Dónde reproduce el pasado y dónde no",
  fitCaption: "Ajuste a las series observadas hasta la fecha de la decisión",
  series: "Serie",
  points: "Puntos",
  error: "Error medio de la simulación central",
  inside: "Puntos dentro de 9 de cada 10, sin errores de los informes ni desvíos duraderos",
  used: "Usada para calibrar",
  misfits: "Qué no se ajusta",

  sinceTitle: "Qué ha ocurrido desde entonces",
  sinceIntro: "Solo como información: nada de esto se usó para calibrar el modelo.",
  sinceCaption: "Hechos posteriores al documento, con fuentes",
  date: "Fecha",
  event: "Hecho",
  source: "Fuente",

  pathsTitle: "Los escenarios, con exactitud",
  pathsCaption: "Cada escenario: qué cambia frente a «sin cambios»",
  settings: "Valores",
  notes: "Notas",
  noSettings: "nada cambia",
  from: (value, date) => `${value} desde ${date}`,
  extrapolated: "† extrapolación",
  failed: (count) => `${count} simulaciones fallaron y se excluyen`,

  sourcesTitle: "Todas las fuentes",
  sourcesIntro:
    "Cada cifra que entró en el modelo o en un dictamen, como se leyó en su fuente. Verificada: leída en el original. Secundaria: leída en otra obra que la cita. Sin verificar: no confirmada. Los textos del registro están en inglés.",
  sourcesCaption: "El registro de evidencia: filas usadas en este informe",
  id: "Id",
  quantity: "Cantidad",
  status: "Estado",
  usedBy: "Usada por",
  statuses: { verified: "verificada", secondary: "secundaria", unverified: "sin verificar" },
  year: "año",
  seriesCaption: "Series de datos usadas",
  file: "Archivo",
  about: "Qué es",

  glossaryTitle: "Palabras usadas aquí",
  glossary: [
    ["Simulación (sorteo)", "Un conjunto de valores para todo lo incierto, y lo que se sigue de él."],
    [
      "Simulación central (mediana)",
      "La mitad de las simulaciones queda arriba de este valor y la mitad abajo.",
    ],
    ["9 de cada 10 (intervalo de 90 %)", "Deja fuera el 5 % más bajo y el 5 % más alto de las simulaciones."],
    [
      "Sin cambios",
      "Cada política sigue como estaba en la fecha de la decisión. Es un escenario, no una pausa: las muertes pueden subir o bajar.",
    ],
    ["Escenario", "Un calendario de valores de política a lo largo del tiempo."],
    ["Palanca", "Un valor de política que un escenario puede mover."],
    ["Posterior", "El conjunto de simulaciones que queda después de ponderarlas con el pasado."],
    ["Extrapolación", "Un efecto del que no se ha observado ningún caso del mismo tipo."],
  ],

  madeTitle: "Cómo se hizo este informe",
  madeIntro: "La misma orden en cualquier máquina da las mismas cifras. Todas están en report.json.",
  made: {
    program: "Programa",
    model: "Modelo",
    hash: "Huella del modelo",
    posterior: "Posterior",
    seed: "Semilla",
    draws: "Simulaciones por escenario",
    engine: "Motor",
    command: "Orden",
  },
  neutral:
    "Downstream no favorece a ninguna parte. No contiene ubicaciones, ni personas como objetivos, ni conocimiento de síntesis.",
};
