import type { HowWords } from "./how-words.ts";

export const HOW_SPANISH: HowWords = {
  title: "Cómo funciona",
  description: (model) =>
    `Cómo funciona el modelo ${model}: sus partes, sus ciclos de retroalimentación, sus ecuaciones y sus fuentes.`,
  lede: "El modelo es texto. Los capítulos dicen qué se sabe y contienen las ecuaciones que se ejecutan: lo que usted lee es lo que se calcula.",
  is: {
    title: "Qué es",
    items: [
      "Un modelo de niveles y flujos: cuánto hay de algo, qué lo llena y qué lo vacía.",
      "Muchas simulaciones, no una. Cada una sortea de nuevo los números inciertos, de modo que toda respuesta es un rango.",
      "Una forma de comparar: dos decisiones se simulan con los mismos sorteos y su diferencia se toma una por una.",
    ],
  },
  isNot: {
    title: "Qué no es",
    items: [
      "Un pronóstico de lo que pasará. Dice qué se sigue si se cumplen sus supuestos.",
      "Un consejero. No favorece ninguna palanca ni da una sola calificación.",
      "Completo. Lo que nadie ha medido está en él como juicio, y las páginas lo dicen.",
    ],
  },
  kinds: {
    title: "Tres maneras de no saber",
    intro: "El explorador las mantiene separadas.",
    items: [
      {
        term: "Números",
        text: "Un número que no se conoce bien se sortea de un rango. Las bandas de las gráficas muestran qué se sigue de ello.",
      },
      {
        term: "Decisiones",
        text: "Lo que alguien decide: las palancas. Cada decisión es una línea propia, A o B.",
      },
      {
        term: "Estructura",
        text: "Cómo funciona el mundo, donde los expertos no coinciden. Cada explicación rival se simula por separado y se muestra junto a las demás.",
      },
    ],
  },
  overview: {
    title: "Las partes y lo que se transmiten",
    picture: "Dibujo de las partes",
    intro:
      "Cada caja es un capítulo, en el orden de la cadena de suministro. Una flecha significa que un capítulo lee cantidades de otro; el número dice cuántas.",
    description: (boxes, arrows) =>
      `${boxes} cajas, una debajo de otra, y ${arrows} flechas entre ellas. La lista siguiente nombra cada cantidad que se transmite.`,
    list: "Lo mismo como lista",
    reads: (to, from, count) => `${to} lee ${count} ${count === 1 ? "cantidad" : "cantidades"} de ${from}:`,
  },
  rivals: {
    title: "Explicaciones rivales",
    intro:
      "Donde los expertos explican los mismos hechos de maneras distintas, el modelo contiene cada explicación. Una simulación toma una de ellas.",
    options: "Explicaciones",
  },
  loops: {
    title: "Ciclos de retroalimentación",
    intro: (all, plus, minus, open) =>
      `Un ciclo de retroalimentación es un cambio que regresa a donde empezó. De los ${all} ciclos hallados (para cada enlace de un ciclo, el más corto), ${plus} refuerzan un cambio (R), ${minus} lo frenan (B, de «balance») y ${open} pueden hacer lo uno o lo otro. Estos son los que más dicen.`,
    signs:
      "Cada frase sigue un aumento de la primera cantidad. Las direcciones son las que se ven en dos simulaciones del modelo; si un enlace va en ambas direcciones, el ciclo no se cuenta.",
    across: "Pasa por",
  },
  chapters: { title: "Capítulos", intro: "Cada uno abre con un resumen y contiene todas sus ecuaciones." },
  more: {
    title: "Consultar",
    levers:
      "Palancas: qué es cada una, quién la propuso, argumentos a favor y en contra, y sus caminos por el modelo",
    equations: "Todas las cantidades y ecuaciones de la A a la Z",
    sources: "Todas las fuentes",
  },
  counts: ({ chapters, names, stocks, constants, levers, outcomes, loops }) =>
    `${chapters} capítulos, ${names} cantidades: ${stocks} niveles, ${constants} constantes inciertas, ${levers} palancas, ${outcomes} resultados; ${loops} ciclos de retroalimentación.`,
  chapter: {
    description: (title) => `Capítulo ${title} del modelo: qué se sabe, su dibujo y todas sus ecuaciones.`,
    all: "Todos los capítulos",
    previous: "Anterior",
    next: "Siguiente",
    foreign:
      "El texto del capítulo y los nombres de las ecuaciones están en inglés. El resumen, el dibujo y los datos de cada cantidad están en español.",
    contents: "En esta página",
    names: (count) => `Cantidades de este capítulo (${count})`,
    outcome: "resultado",
    equationOf: (name) => `Ecuación de ${name}`,
    asWritten: (name) => `${name} tal como está en el modelo`,
    value: "Valor",
    prior: "Se sortea de",
    range: "Rango",
    ramp: (months) => `con toda su fuerza a los ${months} meses`,
    to: "a",
    options: "Explicaciones",
    elements: "Valores",
    evidence: "Evidencia",
    judgement: "un juicio: sin fuente publicada",
    readBy: "La leen",
    data: (file, column, points, late) =>
      `Se compara con ${file}, columna ${column}: ${points} valores evaluados, publicados con ${late} meses de retraso`,
    math: { if: "si", otherwise: "si no", and: "y", or: "o", not: "no", start: "al inicio", of: "para" },
  },
  picture: {
    title: "El dibujo",
    caption: (title) => `${title}: qué llena, vacía y mueve a qué`,
    description: (stocks, flows, others) =>
      `Un dibujo con ${stocks} niveles, ${flows} flujos y ${others} cantidades más. La lista siguiente dice lo mismo con palabras.`,
    how: "Cómo leer el dibujo",
    legend: [
      "Caja gruesa: un nivel, lo que contaría una fotografía.",
      "Tubo con válvula: un flujo, que llena o vacía un nivel. Una nube es el mundo fuera del dibujo.",
      "Cápsula punteada: una palanca. Marco doble: un resultado que el explorador puede mostrar. Solo palabras: otras cantidades.",
      "Flecha delgada: mueve. + en la misma dirección, − en la contraria, ± unas veces una y otras la otra. Dos barras que la cruzan: tarda.",
      "Algunas cantidades se omiten, y entonces una flecha representa varios pasos. El capítulo las tiene todas.",
    ],
    list: "El dibujo como lista",
    start: "Nivel",
    filled: "Lo llena",
    emptied: "Lo vacía",
    moved: "lo mueve",
    same: "en la misma dirección",
    other: "en la dirección contraria",
    either: "en una u otra dirección",
    late: "con retraso",
    through: "por medio de",
    lever: "palanca",
    outcome: "resultado",
    readsFrom: (title) => `Lee de ${title}:`,
    readBy: (title) => `Transmite a ${title}:`,
  },
  levers: {
    title: "Palancas",
    description:
      "Qué es cada palanca, quién la propuso, los argumentos a favor y en contra, y sus caminos por el modelo.",
    intro: "En el orden de la cadena de suministro, no por su efecto.",
    signs:
      "Cada camino es el más corto entre muchos por las ecuaciones, a partir de un aumento de la palanca. No es el más fuerte, y otros pueden empujar en la dirección contraria: los tamaños están en el explorador.",
    for: "A favor",
    against: "En contra",
    proposed: "La propone",
    range: "Rango",
    tried: "Visto en el mundo",
    equation: "Definición y evidencia",
    paths: (count) => `Caminos más cortos a ${count} resultados`,
    long: (steps) => `solo con un rodeo largo, de ${steps} pasos`,
    none: "sin camino: esta palanca no lo alcanza",
  },
  equations: {
    title: "Todas las cantidades de la A a la Z",
    description: "Cada cantidad del modelo con un enlace a su ecuación, su unidad y su evidencia.",
    intro: "Cada una lleva a su ecuación, su unidad y su evidencia en el capítulo.",
  },
  sources: {
    title: "Fuentes",
    description:
      "Cada renglón del registro de evidencia del modelo: valor, fuente y hasta dónde se comprobó.",
    intro: (rows, cited) =>
      `${rows} renglones; ${cited} de ellos respaldan un número del modelo. «Comprobado» significa que el valor se leyó en la fuente. Los textos del registro están en inglés.`,
    head: {
      id: "Clave",
      quantity: "Cantidad",
      value: "Valor",
      unit: "Unidad",
      year: "Año",
      source: "Fuente",
      status: "Comprobación",
      usedBy: "La usan",
    },
    status: { verified: "comprobado", unverified: "sin comprobar", secondary: "fuente secundaria" },
  },
};
