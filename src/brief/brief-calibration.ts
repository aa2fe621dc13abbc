import type { Text } from "../base/text.ts";
import type { PosteriorInfo } from "../calibrate/posterior.ts";
import { level, percent } from "../explain/number-words.ts";
import type { Words } from "../scenario/words.ts";
import type { BriefResult } from "./result.ts";

/** A series fits when its mean error is at most this share and at least half of its points lie in the 90 % range. */
const largestError = 0.1;
const leastInside = 0.5;

/** How the posterior was made and what it is worth, for a reader who does not know the words. */
function method(info: PosteriorInfo): readonly Text[] {
  const prior = level(info.priorDraws);
  const worth = level(info.effectiveSampleSizeUsed);
  const plain = level(info.effectiveSampleSize);
  const share = percent(info.crossed.effectiveSampleSize / info.crossed.draws);
  const sentences: Text[] = [
    {
      en: `${prior} runs with values drawn from the ranges in the chapters were weighed by how well they meet the data published by the decision date; ${level(info.rejected)} broke a bound set beforehand and count nothing. ${level(info.draws)} were kept, worth about ${worth} independent ones (the effective sample size).`,
      es: `Se ponderaron ${prior} simulaciones con valores sorteados de los intervalos de los capítulos según su acuerdo con los datos publicados hasta la fecha de la decisión; ${level(info.rejected)} rebasaron un límite fijado de antemano y no cuentan. Se conservaron ${level(info.draws)}, que equivalen a unas ${worth} independientes (tamaño efectivo de muestra).`,
    },
  ];
  if (info.blocks.length > 1) {
    sentences.push({
      en: `Chapters ${info.blocks.map((b) => b.chapters).join(" and ")} were weighed apart and joined with a correction that keeps the law of the whole (it leaves ${share} of the joined runs). Plain weights over all chapters at once would be worth ${plain}.`,
      es: `Los capítulos ${info.blocks.map((b) => b.chapters).join(" y ")} se ponderaron por separado y se unieron con una corrección que respeta la ley del conjunto (deja ${share} de las simulaciones unidas). Ponderar todos los capítulos a la vez equivaldría a ${plain}.`,
    });
  }
  if (info.exponent < 1) {
    sentences.push({
      en: `The likelihood was raised to the power ${info.exponent}: the ranges are wider than the data alone would make them.`,
      es: `La verosimilitud se elevó a la potencia ${info.exponent}: los intervalos son más anchos de lo que darían los datos.`,
    });
  }
  sentences.push({
    en: `${info.silent.length} of ${info.parameters.length} uncertain numbers change nothing that has been observed, the effects of force among them: no data speak to them, and their ranges stay judgement.`,
    es: `${info.silent.length} de ${info.parameters.length} números inciertos no cambian nada de lo observado, entre ellos los efectos de la fuerza: ningún dato los informa y sus intervalos siguen siendo juicio.`,
  });
  return sentences;
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
    return { ...none, draws, effectiveSampleSize: draws, plainEffectiveSampleSize: draws, method: [text] };
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
    effectiveSampleSize: info.effectiveSampleSizeUsed,
    plainEffectiveSampleSize: info.effectiveSampleSize,
    method: method(info),
    rejected: info.rejected,
    fits,
    misfits,
  };
}
