import type { ValidationPart } from "../../analysis/validation.ts";
import type { Language } from "../../base/text.ts";

/** Words of the track record's page, beside those of its tables. */
export interface RecordWords {
  readonly title: string;
  readonly description: string;
  readonly lede: string;
  readonly none: string;
  readonly contents: string;
  /** Which draws are judged where; months of posteriors as `YYYY-MM`, absent where there is none. */
  readonly draws: (facts: {
    readonly explorer?: string | undefined;
    readonly past?: string | undefined;
    readonly forecasts: boolean;
  }) => string;
  readonly missesTitle: string;
  /** Whose miss it is; `draws` as text. */
  readonly since: (outcome: string, draws: string) => string;
  readonly missedForecasts: (count: number, of: number) => string;
  readonly forecastHead: readonly [what: string, published: string, forecast: string];
  readonly misses: (count: number, of: number) => string;
  readonly tooWide: (count: number) => string;
  readonly noMisses: string;
  readonly rules: string;
  readonly allTitle: string;
  readonly all: string;
  readonly parts: Readonly<Record<ValidationPart, string>>;
  readonly rows: (count: number) => string;
  readonly from: (what: string) => string;
  readonly backtestTitle: string;
  readonly backtest: (origins: readonly string[]) => string;
  readonly unit: string;
  /** How forecasts of one distance did; `closer` are the rivals that came closer than the model. */
  readonly ahead: (facts: {
    readonly horizon: number;
    readonly cells: number;
    readonly rivals: number;
    readonly closer: readonly string[];
    readonly half: string;
    readonly most: string;
  }) => string;
  readonly scores: string;
  readonly method: string;
  readonly known: string;
  readonly fallTitle: string;
  readonly fall: (draws: number) => string;
  readonly again: string;
  readonly stale: (version: string) => string;
}

const ENGLISH: RecordWords = {
  title: "Track record",
  description: "Where the model has been right and where it has been wrong, misses first.",
  lede: "A model earns trust by being held against what happened. Here is what was published, what the model gives, and a verdict for each, whichever way it fell. Misses come first.",
  none: "No results of comparisons with the past are stored with this model, so there is no track record to show. Treat its numbers with that in mind.",
  contents: "On this page",
  draws: ({ explorer, past, forecasts }) =>
    sentences([
      explorer &&
        `The explorer's paths use draws that know data up to ${explorer} (\`posterior/${explorer}\`).`,
      past &&
        `“The past” below is scored with other draws, which know data up to ${past} (\`posterior/${past}\`).`,
      forecasts && "Each forecast is scored with the draws of its own date, which know nothing later.",
    ]),
  missesTitle: "What it missed",
  since: (outcome, draws) => `**The explorer's own path with no change, ${draws} runs: ${outcome}.**`,
  missedForecasts: (count, of) =>
    `Forecasts: ${count} of ${of} missed; what came lies outside the band for 9 in 10`,
  forecastHead: ["forecast", "published", "forecast: middle, 9 in 10"],
  misses: (count, of) =>
    `Of ${of} figures with a target, ${count} were missed: neither the middle of the runs nor their range meets what was published.`,
  tooWide: (count) =>
    `In ${count} of them the model was less sure than it should have been: more of the past fell inside its range than the range promises.`,
  noMisses: "No figure with a target was missed. That says as much of the targets as of the model.",
  rules: "What the verdicts mean",
  allTitle: "All comparisons",
  all: "Every figure, hits and misses alike. Each part folds out.",
  parts: {
    history: "Runs of the posterior against the published series.",
    episodes:
      "Each episode takes a part of the model, applies a shock that the world has seen, and compares with the same run without it. Its runs come from the prior: knowing fentanyl's market is no knowledge of other drugs, places and times.",
    published:
      "Models of others, rebuilt from their papers in this language, one run each. They stand beside the main model; nothing in it reads them.",
  },
  rows: (count) => (count === 1 ? "1 figure" : `${count} figures`),
  from: (what) => `Runs: ${what}.`,
  backtestTitle: "Forecasts that were tested later",
  backtest: (origins) =>
    `Forecasts as they could have been made from ${origins.join(", ")}, beside simple rivals, scored on what was published later.`,
  unit: "people",
  ahead: ({ horizon, cells, rivals, closer, half, most }) =>
    `**${horizon} months ahead:** closer to what came than ${rivals - closer.length} of ${rivals} rivals${closer.length === 0 ? "" : `; closer than the model: ${closer.join(", ")}`}. The band for half of the outcomes held ${half} of them, the band for 9 in 10 held ${most} (${cells} sums).`,
  scores: "Scores against each rival",
  method:
    "How such a forecast is made: each run gives deaths month by month; how far it missed the published sums so far is carried ahead and fades; components are added within a run. Sizes of misses are those seen up to mid-2019, so no later miss chose them. CRPS is a score of a whole forecast with its range: lower is better.",
  known: "What was known then, and what was not",
  fallTitle: "Why deaths fell: rival accounts",
  fall: (draws) =>
    `How much of the published fall each explanation in the model carries, over ${draws} runs: the middle one, and 9 in 10 of them. The middles of the parts need not add up to 100 %; below 0 a cause worked against the fall.`,
  again: "To make these numbers again:",
  stale: (version) =>
    `**Out of date.** These numbers are of version \`${version}\` of the model; it, or what they read beside it, has changed since.`,
};

const SPANISH: RecordWords = {
  title: "Aciertos y fallas",
  description: "Dónde el modelo ha acertado y dónde ha fallado; primero las fallas.",
  lede: "Un modelo se gana la confianza cuando se compara con lo que pasó. Aquí está lo publicado, lo que da el modelo y un veredicto para cada cosa, haya salido como haya salido. Primero las fallas.",
  none: "Con este modelo no se guardan resultados de comparaciones con el pasado, así que no hay historial que mostrar. Téngalo en cuenta al leer sus números.",
  contents: "En esta página",
  draws: ({ explorer, past, forecasts }) =>
    sentences([
      explorer &&
        `Las trayectorias del explorador usan sorteos que conocen los datos hasta ${explorer} (\`posterior/${explorer}\`).`,
      past &&
        `«El pasado», más abajo, se califica con otros sorteos, que conocen los datos hasta ${past} (\`posterior/${past}\`).`,
      forecasts &&
        "Cada pronóstico se califica con los sorteos de su propia fecha, que no conocen nada posterior.",
    ]),
  missesTitle: "En qué falló",
  since: (outcome, draws) =>
    `**La propia trayectoria sin cambios del explorador, ${draws} simulaciones: ${outcome}.**`,
  missedForecasts: (count, of) =>
    `Pronósticos: ${count} de ${of} con falla; lo que pasó queda fuera de la banda de 9 de cada 10`,
  forecastHead: ["pronóstico", "publicado", "pronóstico: en medio, 9 de cada 10"],
  misses: (count, of) =>
    `De ${of} cifras con objetivo, ${count} fallaron: ni el valor central de las simulaciones ni su intervalo alcanzan lo publicado.`,
  tooWide: (count) =>
    `En ${count} de ellas el modelo estuvo menos seguro de lo debido: dentro de su intervalo cayó más del pasado de lo que el intervalo promete.`,
  noMisses: "Ninguna cifra con objetivo falló. Eso dice tanto de los objetivos como del modelo.",
  rules: "Qué significan los veredictos",
  allTitle: "Todas las comparaciones",
  all: "Todas las cifras, aciertos y fallas por igual. Cada parte se despliega.",
  parts: {
    history: "Simulaciones de la distribución posterior frente a las series publicadas.",
    episodes:
      "Cada episodio toma una parte del modelo, aplica un choque que el mundo ya vio y compara con la misma simulación sin él. Sus simulaciones vienen de la distribución previa: conocer el mercado del fentanilo no es conocer otras drogas, lugares y épocas.",
    published:
      "Modelos de otros, reconstruidos en este lenguaje a partir de sus artículos, una simulación cada uno. Están junto al modelo principal; nada en él los lee.",
  },
  rows: (count) => (count === 1 ? "1 cifra" : `${count} cifras`),
  from: (what) => `Simulaciones: ${what}.`,
  backtestTitle: "Pronósticos que se probaron después",
  backtest: (origins) =>
    `Pronósticos como se habrían podido hacer desde ${origins.join(", ")}, junto a rivales sencillos, calificados con lo que se publicó después.`,
  unit: "personas",
  ahead: ({ horizon, cells, rivals, closer, half, most }) =>
    `**A ${horizon} meses:** más cerca de lo que pasó que ${rivals - closer.length} de ${rivals} rivales${closer.length === 0 ? "" : `; más cerca que el modelo: ${closer.join(", ")}`}. La banda para la mitad de los resultados abarcó ${half} de ellos; la de 9 de cada 10, ${most} (${cells} sumas).`,
  scores: "Calificaciones frente a cada rival",
  method:
    "Cómo se hace un pronóstico así: cada simulación da las muertes mes por mes; lo que hasta entonces erró frente a las sumas publicadas se lleva adelante y se desvanece; los componentes se suman dentro de cada simulación. Los tamaños de esos errores son los vistos hasta mediados de 2019, así que ningún error posterior los eligió. El CRPS califica un pronóstico entero con su intervalo: menos es mejor.",
  known: "Qué se sabía entonces y qué no",
  fallTitle: "Por qué bajaron las muertes: explicaciones rivales",
  fall: (draws) =>
    `Cuánto de la caída publicada carga cada explicación del modelo, en ${draws} simulaciones: la central y 9 de cada 10 de ellas. Los valores centrales de las partes no tienen que sumar 100 %; por debajo de 0, una causa actuó contra la caída.`,
  again: "Para hacer estos números de nuevo:",
  stale: (version) =>
    `**Desactualizado.** Estos números son de la versión \`${version}\` del modelo; este, o lo que se leyó junto a él, cambió después.`,
};

/** Those that are said, one after another. */
function sentences(texts: readonly (string | false | undefined)[]): string {
  return texts.filter((text) => typeof text === "string" && text !== "").join(" ");
}

/** The page's words in a language. */
export function recordWords(language: Language): RecordWords {
  return language === "en" ? ENGLISH : SPANISH;
}
