import type { Text } from "../base/text.ts";
import type { PosteriorInfo } from "../calibrate/posterior.ts";
import { fixed, level, percent } from "../explain/number-words.ts";
import type { Words } from "../scenario/words.ts";
import type { BriefResult } from "./result.ts";

/** A series fits when its mean error is at most this share and at least half of its points lie in the 90 % range. */
const largestError = 0.1;
const leastInside = 0.5;

/** How the posterior was made and what it is worth, for a reader who does not know the words. */
function method(info: PosteriorInfo): readonly Text[] {
  const worth = level(info.effectiveSampleSize);
  const [taken, bounds] = [level(info.priorDraws), level(info.rejected)];
  const [kept, runs, total] = [level(info.draws), level(info.runs), level(info.islands * info.particles)];
  return [
    {
      en: `${taken} runs with values drawn from the ranges in the chapters were weighed by how well they meet the data published by ${info.origin}; ${bounds} broke a bound set beforehand and count nothing.`,
      es: `Se ponderaron ${taken} simulaciones con valores sorteados de los intervalos de los capítulos según su acuerdo con los datos publicados hasta ${info.origin}; ${bounds} rebasaron un límite fijado de antemano y no cuentan.`,
    },
    {
      en: `From the best of them ${total} sets of values, in ${info.islands} groups that know nothing of each other, were moved step by step until they follow what the data and the ranges allow together (sequential Monte Carlo, ${runs} runs in all). ${kept} were kept; the groups agree as well as ${worth} independent draws would (the effective sample size).`,
      es: `A partir de las mejores, ${total} conjuntos de valores, en ${info.islands} grupos que no saben unos de otros, se movieron paso a paso hasta seguir lo que permiten juntos los datos y los intervalos (Monte Carlo secuencial, ${runs} simulaciones en total). Se conservaron ${kept}; los grupos coinciden tanto como lo harían ${worth} sorteos independientes (tamaño efectivo de muestra).`,
    },
    {
      en: `${info.silent.length} of ${info.silent.length + info.parameters.length} uncertain numbers change nothing that has been observed, the effects of force among them: no data speak to them, and their ranges stay judgement.`,
      es: `${info.silent.length} de ${info.silent.length + info.parameters.length} números inciertos no cambian nada de lo observado, entre ellos los efectos de la fuerza: ningún dato los informa y sus intervalos siguen siendo juicio.`,
    },
    {
      en: `Of all ${info.ranges.length} that have a range, ${wide(info)} keep at least nine tenths of the range that they had before the data: what is seen leaves them almost as open as they were. The groups agree where the ratio of their spreads (R-hat) is near 1; the greatest is ${fixed(info.rHat, 3)}.`,
      es: `De los ${info.ranges.length} que tienen un intervalo, ${wide(info)} conservan al menos nueve décimos del intervalo que tenían antes de los datos: lo observado los deja casi tan abiertos como estaban. Los grupos coinciden donde la razón de sus dispersiones (R-hat) está cerca de 1; la mayor es ${fixed(info.rHat, 3)}.`,
    },
  ];
}

/** How many numbers the data hardly narrow. */
function wide({ ranges }: PosteriorInfo): number {
  return ranges.filter(({ width }) => width >= 0.9).length;
}

/** The part of a result on calibration; without a posterior all draws come from the priors. */
export function makeCalibration(
  info: PosteriorInfo | undefined,
  words: Words,
  draws: number,
): BriefResult["calibration"] {
  if (!info) {
    const text: Text = {
      en: "No posterior was given: the draws are prior draws, not weighted by any data.",
      es: "No se dio una distribución posterior: los sorteos son a priori, sin ponderar con datos.",
    };
    const none = { priorDraws: 0, rejected: 0, fits: [], misfits: [] };
    return { ...none, draws, effectiveSampleSize: draws, method: [text] };
  }
  const fits = info.fits.map((fit) => ({
    series: fit.name,
    label: words.text("observations", fit.name),
    source: fit.file,
    points: fit.points,
    mape: fit.mape,
    inside90: fit.inside90,
    used: fit.points > 0,
  }));
  const misfits = fits
    .filter((fit) => fit.used && (fit.mape > largestError || fit.inside90 < leastInside))
    .map(
      (fit): Text => ({
        en: `${fit.label.en}: the median misses by ${percent(fit.mape)} on average; ${percent(fit.inside90)} of ${fit.points} points lie in the 90 % range.`,
        es: `${fit.label.es}: la mediana falla ${percent(fit.mape)} en promedio; ${percent(fit.inside90)} de ${fit.points} puntos caen en el intervalo de 90 %.`,
      }),
    );
  return {
    priorDraws: info.priorDraws,
    draws: info.draws,
    effectiveSampleSize: info.effectiveSampleSize,
    method: method(info),
    rejected: info.rejected,
    fits,
    misfits,
  };
}
