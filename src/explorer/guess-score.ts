import type { Language } from "../base/text.ts";
import { dateWords } from "../explain/date-words.ts";
import { level, roundTogether, size } from "../explain/number-words.ts";
import { isCounted } from "../explain/sentences.ts";

/** A guessed value of one month beside the model's, in the outcome's declared unit. */
export interface GuessPoint {
  readonly at: string;
  readonly guess: number;
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
}

/** How a drawn line compares with the model's. */
export interface GuessScore {
  readonly points: number;
  /** Points inside the band of 9 in 10 runs. */
  readonly inside: number;
  /** Mean distance from the middle line. */
  readonly distance: number;
  readonly last: GuessPoint;
}

/** The score of a guess of at least one point. */
export function guessScore(points: readonly [GuessPoint, ...GuessPoint[]]): GuessScore {
  const distances = points.map(({ guess, q50 }) => Math.abs(guess - q50));
  return {
    points: points.length,
    inside: points.filter(({ guess, q05, q95 }) => guess >= q05 && guess <= q95).length,
    distance: distances.reduce((sum, d) => sum + d, 0) / distances.length,
    last: points.at(-1) ?? points[0],
  };
}

/**
 * How far off, in numbers: the last month, the points inside the band, the mean distance. No praise and no blame: the model
 * may be wrong as well.
 */
export function guessSentences(score: GuessScore, unit: string, language: Language): readonly string[] {
  const { points, inside, last } = score;
  const off = roundTogether([last.guess - last.q50])[0] ?? 0;
  const at = dateWords(last.at, language);
  const range = { middle: level(last.q50), low: level(last.q05), high: level(last.q95) };
  const equal = size(off) === "0";
  if (language === "en") {
    const words = isCounted(unit) ? (off < 0 ? "fewer" : "more") : off < 0 ? "lower" : "higher";
    const apart = equal
      ? "the same as the model's middle run"
      : `${size(off)} ${words} than the model's middle run`;
    return [
      `${at}: you drew ${level(last.guess)} ${unit}, ${apart}, ${range.middle} (${range.low} to ${range.high} in 9 of 10 runs).`,
      `Your line lies inside the band of 9 in 10 runs at ${inside} of ${points} points; on average it is ${size(score.distance)} away from the middle run.`,
      "Where the two differ, ask what you know that the model does not, and the other way round. Neither is the truth.",
    ];
  }
  const words = off < 0 ? "menos" : "más";
  const apart = equal
    ? "lo mismo que la simulación central"
    : `${size(off)} ${words} que la simulación central`;
  return [
    `${at}: usted dibujó ${level(last.guess)} ${unit}, ${apart}, ${range.middle} (de ${range.low} a ${range.high} en 9 de cada 10 simulaciones).`,
    `Su línea queda dentro de la banda de 9 de cada 10 simulaciones en ${inside} de ${points} puntos; en promedio está a ${size(score.distance)} de la simulación central.`,
    "Donde no coinciden, pregúntese qué sabe usted que el modelo no sabe, y al revés. Ninguno de los dos es la verdad.",
  ].map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1));
}
