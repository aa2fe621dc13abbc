import type { Text } from "../base/text.ts";
import type { PosteriorInfo } from "../calibrate/posterior.ts";
import { percent } from "../explain/number-words.ts";
import type { Words } from "../scenario/words.ts";
import type { BriefResult } from "./result.ts";

/** A series fits when its mean error is at most this share and at least half of its points lie in the 90 % range. */
const largestError = 0.1;
const leastInside = 0.5;

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
    return { draws, effectiveSampleSize: draws, rejected: 0, fits: [], misfits: [text] };
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
    draws: info.draws,
    effectiveSampleSize: info.effectiveSampleSize,
    rejected: info.rejected,
    fits,
    misfits,
  };
}
