import { inBoth } from "./in-both.ts";

/** A step of the tour: what it points at, what it says. */
export interface TourStep {
  readonly at: "headline" | "chart" | "scenarios" | "levers" | "dots" | "outcomes" | "tools";
  readonly title: string;
  readonly text: string;
}

export interface TourWords {
  readonly open: string;
  readonly label: string;
  readonly place: (step: number, of: number) => string;
  readonly next: string;
  readonly back: string;
  readonly end: string;
  readonly done: string;
  readonly tryOne: (scenario: string) => string;
  readonly tried: (scenario: string) => string;
  readonly steps: readonly TourStep[];
}

export interface GuessWords {
  readonly open: string;
  readonly title: string;
  readonly close: string;
  readonly intro: string;
  readonly scenario: string;
  readonly how: string;
  readonly chart: string;
  readonly values: (unit: string) => string;
  readonly show: string;
  readonly waiting: string;
  readonly again: string;
  readonly result: string;
  readonly table: string;
  readonly onPage: string;
  readonly failed: string;
}

export const tourWords = inBoth<TourWords>({
  en: {
    open: "Start here · 1 minute",
    label: "Tour of the page",
    place: (step, of) => `Step ${step} of ${of}`,
    next: "Next",
    back: "Back",
    end: "End",
    done: "Done",
    tryOne: (scenario) => `Set B to “${scenario}”`,
    tried: (scenario) => `B is now “${scenario}”.`,
    steps: [
      {
        at: "headline",
        title: "One sentence, with a range",
        text: "This is what the model finds, and how sure it is. The range holds 9 of 10 runs. It is a what-if, not a forecast.",
      },
      {
        at: "chart",
        title: "What was, then what may be",
        text: "Filled dots are numbers known when the runs were made. Where they end, the bands begin: the dark one holds half of the runs, the light one 9 in 10. Hollow dots came out since: they test the runs.",
      },
      {
        at: "scenarios",
        title: "Compare two futures",
        text: "A is what you compare with: no change. B is what you try. Choose any scenario here; their order says nothing about what they do.",
      },
      {
        at: "levers",
        title: "Move a lever",
        text: "Each lever changes B, and every chart follows. The shaded stretch has been seen in the real world; beyond it, the model is guessing more.",
      },
      {
        at: "dots",
        title: "How sure is the difference?",
        text: "Each dot stands for 2 of 100 runs. Dots left and right of zero mean that the runs disagree. Between 40 and 60 of 100 we say: too close to call.",
      },
      {
        at: "outcomes",
        title: "More than one result",
        text: "A choice that helps here may harm there, so there is no single score. “Why?” shows where a number comes from and who disagrees.",
      },
      {
        at: "tools",
        title: "You cannot break anything",
        text: "Undo takes back each step; reset goes back to the start. Share gives a link that keeps all you see.",
      },
    ],
  },
  es: {
    open: "Empiece aquí · 1 minuto",
    label: "Recorrido por la página",
    place: (step, of) => `Paso ${step} de ${of}`,
    next: "Siguiente",
    back: "Anterior",
    end: "Terminar",
    done: "Listo",
    tryOne: (scenario) => `Poner en B «${scenario}»`,
    tried: (scenario) => `B es ahora «${scenario}».`,
    steps: [
      {
        at: "headline",
        title: "Una frase, con su intervalo",
        text: "Esto es lo que encuentra el modelo y qué tan seguro está. El intervalo abarca 9 de cada 10 simulaciones. Es un «qué pasaría si», no un pronóstico.",
      },
      {
        at: "chart",
        title: "Lo que fue y lo que puede ser",
        text: "Los puntos llenos son cifras conocidas cuando se hicieron las simulaciones. Donde terminan empiezan las bandas: la oscura abarca la mitad de las simulaciones y la clara, 9 de cada 10. Los puntos huecos salieron después: ponen a prueba las simulaciones.",
      },
      {
        at: "scenarios",
        title: "Compare dos futuros",
        text: "A es con lo que se compara: sin cambios. B es lo que usted prueba. Elija cualquier escenario; su orden no dice nada de sus efectos.",
      },
      {
        at: "levers",
        title: "Mueva una palanca",
        text: "Cada palanca cambia B y todas las gráficas la siguen. El tramo sombreado se ha visto en el mundo real; fuera de él, el modelo supone más.",
      },
      {
        at: "dots",
        title: "¿Qué tan segura es la diferencia?",
        text: "Cada punto vale por 2 de 100 simulaciones. Si hay puntos a ambos lados del cero, las simulaciones no coinciden. Entre 40 y 60 de 100 decimos: sin diferencia clara.",
      },
      {
        at: "outcomes",
        title: "Más de un resultado",
        text: "Lo que ayuda en un lado puede dañar en otro; por eso no hay una sola calificación. «¿Por qué?» muestra de dónde viene un número y quién no está de acuerdo.",
      },
      {
        at: "tools",
        title: "Nada se puede descomponer",
        text: "Deshacer quita cada paso; reiniciar vuelve al principio. Compartir da un enlace que conserva todo lo que usted ve.",
      },
    ],
  },
});

export const guessWords = inBoth<GuessWords>({
  en: {
    open: "Guess first",
    title: "Guess first",
    close: "Close",
    intro:
      "What do you think would happen? Draw your line; then see the model's. Guessing first makes it easier to judge how sure a model can be.",
    scenario: "Suppose this is done",
    how: "Draw with the pointer on the chart, or type a number for each year.",
    chart: "Your line: left and right arrows choose a year, up and down change its value",
    values: (unit) => `Your line, ${unit}`,
    show: "Show the model's line",
    waiting: "The model is running …",
    again: "Guess again",
    result: "Your line and the model's",
    table: "Show as table",
    onPage: "The page behind this window now shows this scenario as B. Undo brings back what was there.",
    failed: "The model could not run.",
  },
  es: {
    open: "Primero, adivine",
    title: "Primero, adivine",
    close: "Cerrar",
    intro:
      "¿Qué cree usted que pasaría? Dibuje su línea y después vea la del modelo. Adivinar primero ayuda a juzgar qué tan seguro puede estar un modelo.",
    scenario: "Suponga que se hace esto",
    how: "Dibuje sobre la gráfica o escriba un número para cada año.",
    chart: "Su línea: las flechas izquierda y derecha eligen el año; arriba y abajo cambian su valor",
    values: (unit) => `Su línea, ${unit}`,
    show: "Mostrar la línea del modelo",
    waiting: "El modelo está calculando …",
    again: "Adivinar otra vez",
    result: "Su línea y la del modelo",
    table: "Ver como tabla",
    onPage:
      "La página detrás de esta ventana muestra ahora este escenario como B. Deshacer devuelve lo que había.",
    failed: "El modelo no pudo correr.",
  },
});
