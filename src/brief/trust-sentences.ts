import type { ValidationRow } from "../analysis/validation-row.ts";
import type { Language, Text } from "../base/text.ts";
import { forecasterName } from "../explain/backtest-tables.ts";
import { shortDateWords } from "../explain/date-words.ts";
import { fixed, percent, signedPercent } from "../explain/number-words.ts";
import type { BacktestResult, FallResult, ValidationResult } from "./result-validation.ts";

type Parts = Omit<ValidationResult, "summary">;

/** The horizon, in months, of the sentence about forecasts: the longest that is not over a year. */
const YEAR = 12;

/** How far to trust a model, a sentence or two a part, misses first-class; parts without a result are left out. */
export function trustSentences(parts: Parts): readonly Text[] {
  const { table, backtest, fall, sensitivity, critiques, made } = parts;
  const read = made.find(({ kind }) => kind === "fall")?.posteriors[0]?.slice(0, 7);
  return [
    ...(fall === undefined ? [] : fallSentences(fall, read)),
    ...(backtest === undefined ? [] : backtestSentences(backtest)),
    ...(table === undefined ? [] : tableSentences(table)),
    ...(sensitivity === undefined ? [] : [sensitivitySentence(sensitivity)]),
    ...(critiques.length === 0 ? [] : [critiqueSentence(critiques)]),
  ];
}

/** The same sentence made in both languages. */
function both(say: (language: Language) => string): Text {
  return { en: say("en"), es: say("es") };
}

const whole = (share: number): string => percent(Math.round(100 * share) / 100);
const signedWhole = (share: number): string => signedPercent(Math.round(100 * share) / 100);

/** The fall that was published and simulated, and what each explanation carries, in the order of the account. */
function fallSentences({ from, to, accounts }: FallResult, read: string | undefined): readonly Text[] {
  const [account] = accounts;
  if (account === undefined) return [];
  const { observed, simulated, rows } = account;
  const seen: Text =
    read === undefined
      ? { en: "", es: "" }
      : {
          en: `The runs were weighed by data published by ${shortDateWords(read, "en")}, so this is a fit${read < to ? " in part" : ""} and no forecast.`,
          es: `Las simulaciones se ponderaron con datos publicados hasta ${shortDateWords(read, "es")}, así que esto es${read < to ? " en parte" : ""} un ajuste y no un pronóstico.`,
        };
  const inside = observed >= simulated.low && observed <= simulated.high;
  return [
    both((language) => {
      const en = language === "en";
      const [start, end] = [shortDateWords(from, language), shortDateWords(to, language)];
      const [low, middle, high] = [simulated.low, simulated.median, simulated.high].map(signedWhole);
      const verdict = inside
        ? en
          ? "the published fall lies inside that range"
          : "la caída publicada está en ese intervalo"
        : en
          ? "the published fall lies outside that range"
          : "la caída publicada está fuera de ese intervalo";
      return en
        ? `The fall from ${start} to ${end}: published ${signedWhole(observed)}; the middle run gives ${middle} (9 in 10 runs: ${low} to ${high}), so ${verdict}. ${seen.en}`.trim()
        : `La caída de ${start} a ${end}: publicada ${signedWhole(observed)}; la mediana de las simulaciones da ${middle} (9 de cada 10: ${low} a ${high}), así que ${verdict}. ${seen.es}`.trim();
    }),
    both((language) => {
      const en = language === "en";
      const shares = rows.flatMap(({ label, share }) =>
        share === undefined
          ? []
          : [
              `${label[language]} ${whole(share.median)} (${whole(share.low)} ${en ? "to" : "a"} ${whole(share.high)})`,
            ],
      );
      return en
        ? `What carries it, in runs without any lever: ${shares.join("; ")}. These are shares of what the model says, and no measurement.`
        : `Qué la explica, en simulaciones sin palanca alguna: ${shares.join("; ")}. Son partes de lo que dice el modelo, no una medición.`;
    }),
  ];
}

/** How often the model did better than each rival, and which sums lay outside its bands. */
function backtestSentences(backtest: BacktestResult): readonly Text[] {
  const horizons = [...new Set(backtest.standings.map(({ horizon }) => horizon))].sort((a, b) => a - b);
  const horizon = horizons.filter((months) => months <= YEAR).at(-1) ?? horizons[0];
  const all = backtest.standings.find((one) => one.horizon === horizon && one.series === undefined);
  if (all === undefined || horizon === undefined) return [];
  const rivals = all.standings.filter(({ by }) => by !== "model" && by !== "full");
  const origins = [
    ...new Set(
      backtest.cells
        .filter((cell) => cell.horizon === horizon && cell.observed !== undefined)
        .map(({ origin }) => origin),
    ),
  ];
  const scored = backtest.cells.flatMap((cell) => {
    const score = cell.entries.find(({ by }) => by === "model")?.score;
    return score === undefined || cell.horizon < horizon ? [] : [{ cell, score }];
  });
  const missed = scored.filter(({ score }) => !score.inside90);
  return [
    both((language) => {
      const en = language === "en";
      const names = { ...backtest, language, ...unused };
      const list = rivals
        .map(({ by, modelWins, cells, ratio }) =>
          en
            ? `${forecasterName(by, names)} in ${modelWins} of ${cells} (error ratio ${fixed(ratio, 2)})`
            : `${forecasterName(by, names)} en ${modelWins} de ${cells} (razón de errores ${fixed(ratio, 2)})`,
        )
        .join(", ");
      const from = origins.map((origin) => shortDateWords(origin, language)).join(", ");
      return en
        ? `Forecasts for ${horizon} months ahead, made with what was known in ${from}: better than ${list}. A ratio above 1 means that the rival did better. Forecasts start from the published counts; the paths of this report follow the model alone, so they differ where its level was off.`
        : `Pronósticos a ${horizon} meses, hechos con lo que se sabía en ${from}: mejores que ${list}. Una razón mayor que 1 indica que el rival acertó más. Los pronósticos parten de los conteos publicados; los caminos de este informe siguen solo al modelo, así que difieren donde su nivel no acertó.`;
    }),
    both((language) => {
      const en = language === "en";
      const label = (series: string) =>
        backtest.series.find(({ name }) => name === series)?.label[language] ?? series;
      const list = grouped(missed).map(({ cells, logError }) => {
        const way = logError > 0 ? (en ? "too high" : "demasiado alto") : en ? "too low" : "demasiado bajo";
        const [first] = cells;
        const from = shortDateWords(first?.origin ?? "", language);
        const to = shortDateWords(first?.month ?? "", language);
        const names = cells.map((cell) => label(cell.series)).join("; ");
        return en ? `from ${from} to ${to} ${way} (${names})` : `de ${from} a ${to} ${way} (${names})`;
      });
      const count = `${scored.length - missed.length}`;
      const misses =
        list.length === 0 ? "" : en ? ` Misses: ${list.join("; ")}.` : ` Fallos: ${list.join("; ")}.`;
      return en
        ? `Of ${scored.length} sums ${horizon} months or more ahead, ${count} lay inside the band of 9 in 10.${misses}`
        : `De ${scored.length} sumas a ${horizon} meses o más, ${count} cayeron en la banda de 9 de cada 10.${misses}`;
    }),
  ];
}

type Missed = {
  readonly cell: BacktestResult["cells"][number];
  readonly score: { readonly logError: number };
};

/** Misses with the same origin, month and direction together. */
function grouped(
  missed: readonly Missed[],
): readonly { readonly cells: readonly Missed["cell"][]; readonly logError: number }[] {
  const key = ({ cell, score }: Missed) => `${cell.origin} ${cell.month} ${score.logError > 0}`;
  return [...new Set(missed.map(key))].map((one) => {
    const own = missed.filter((miss) => key(miss) === one);
    return { cells: own.map(({ cell }) => cell), logError: own[0]?.score.logError ?? 0 };
  });
}

/** What names of forecasters need beside their language and published paths. */
const unused = { series: (name: string) => name, mechanism: (name: string) => name, factor: () => 1 };

/** Verdicts on the past, on episodes and on published models; missed targets and episodes by name. */
function tableSentences({ rows, episodes }: NonNullable<Parts["table"]>): readonly Text[] {
  const past = rows.filter(({ section }) => ["history", "shape", "coverage"].includes(section));
  const years = past.filter(({ id, without }) => id.endsWith("/years") && without !== undefined);
  const judged = past.filter(({ verdict }) => verdict !== "reported");
  const missed = judged.filter(({ verdict }) => verdict === "missed");
  const published = rows.filter(
    ({ section, verdict }) => section === "published model" && verdict !== "reported",
  );
  const lost = episodes.filter(({ verdict }) => verdict === "missed");
  const of = (verdict: ValidationRow["verdict"], all: readonly { readonly verdict: string }[]) =>
    all.filter((one) => one.verdict === verdict).length;
  return [
    ...(judged.length === 0
      ? []
      : [
          both((language) => {
            const en = language === "en";
            const names = [...new Set(missed.map(({ subject }) => subject[language]))].join("; ");
            const where =
              missed.length === 0 ? "" : en ? ` Misses are in: ${names}.` : ` Los fallos están en: ${names}.`;
            return en
              ? `The past: of ${judged.length} targets ${of("reproduced", judged)} are met, ${of("covered", judged)} lie inside the range of the runs but not at its middle, ${missed.length} are missed.${where}`
              : `El pasado: de ${judged.length} objetivos se cumplen ${of("reproduced", judged)}, ${of("covered", judged)} caen en el intervalo de las simulaciones pero no en su mediana y ${missed.length} se fallan.${where}`;
          }),
        ]),
    ...(years.length === 0 ? [] : [both((language) => yearSentence(years, language))]),
    ...(episodes.length === 0
      ? []
      : [
          both((language) => {
            const en = language === "en";
            const names = lost.map(({ label }) => label[language]).join("; ");
            return en
              ? `Known episodes: ${of("reproduced", episodes)} of ${episodes.length} are reproduced, ${of("covered", episodes)} lie inside the range of the runs, ${lost.length} are missed${names === "" ? "" : `: ${names}`}.`
              : `Episodios conocidos: de ${episodes.length} se reproducen ${of("reproduced", episodes)}, ${of("covered", episodes)} caen en el intervalo de las simulaciones y ${lost.length} se fallan${names === "" ? "" : `: ${names}`}.`;
          }),
        ]),
    ...(published.length === 0
      ? []
      : [
          both((language) =>
            language === "en"
              ? `Published models rebuilt in the same language: ${of("reproduced", published)} of ${published.length} figures are reproduced, ${of("missed", published)} missed.`
              : `Modelos publicados y reconstruidos en el mismo lenguaje: se reproducen ${of("reproduced", published)} de ${published.length} cifras y se fallan ${of("missed", published)}.`,
          ),
        ]),
  ];
}

/** Errors of calendar years, with and without the causes of the fall. */
function yearSentence(years: readonly ValidationRow[], language: Language): string {
  const en = language === "en";
  const list = years
    .map(
      ({ subject, obtained, without }) =>
        `${subject[language]} ${share(obtained.median)} (${share(without)})`,
    )
    .join("; ");
  return en
    ? `Mean error of calendar years, and in brackets with the causes of the fall switched off: ${list}.`
    : `Error medio de los años y, entre paréntesis, con las causas de la caída apagadas: ${list}.`;
}

const share = (value: number | undefined): string => percent((value ?? 0) / 100);

/** How firm the assumptions behind the headline outcomes are. */
function sensitivitySentence({ leading }: NonNullable<Parts["sensitivity"]>): Text {
  const judged = leading.filter(({ firmness }) => firmness === "judgement").length;
  const doubtful = leading.filter(({ sources }) => sources.some(({ grade }) => grade === "unverified"));
  return both((language) => {
    const en = language === "en";
    const names = doubtful.map(({ label }) => label[language]).join("; ");
    const behind =
      doubtful.length === 0
        ? en
          ? "none has an unverified row behind it"
          : "ninguno tiene detrás una fila sin verificar"
        : en
          ? `these have an unverified row behind them: ${names}`
          : `estos tienen detrás una fila sin verificar: ${names}`;
    return en
      ? `Of the ${leading.length} assumptions that matter most for the results in this report, ${judged} rest on judgement alone and ${behind}.`
      : `De los ${leading.length} supuestos que más importan para los resultados de este informe, ${judged} descansan solo en el juicio y ${behind}.`;
  });
}

function critiqueSentence(critiques: Parts["critiques"]): Text {
  const count = (standing: string) => critiques.filter((one) => one.standing === standing).length;
  const [answered, partly, open] = [count("answered"), count("partly"), count("open")];
  return {
    en: `Of ${critiques.length} objections that specialists of different sides would raise, ${answered} are answered, ${partly} in part, and ${open} are open.`,
    es: `De ${critiques.length} objeciones que plantearían especialistas de distintas posturas, ${answered} están respondidas, ${partly} en parte y ${open} siguen abiertas.`,
  };
}
