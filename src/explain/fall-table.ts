import {
  type FallAccount,
  type FallRange,
  type FallRow,
  type FallShares,
  MISSED,
  REST,
} from "../analysis/fall-shares.ts";
import { exp } from "../math/exp.ts";
import type { Words } from "../scenario/words.ts";
import type { Language } from "./language.ts";
import { percent, signedPercent } from "./number-words.ts";

/** An account of a fall in words: a title, what was seen and simulated, and a table. Shares are percent of the observed fall. */
export interface FallTable {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables of a fall, one a measure, and under each the shares by option of each variant. */
export function fallTables(shares: FallShares, words: Words, language: Language): readonly FallTable[] {
  const en = language === "en";
  const levers = leverSentence(shares, en);
  return shares.accounts.map((account): FallTable => {
    const { observed, simulated, rows } = account;
    const seen = signedPercent(change(observed));
    const [low, middle, high] = [simulated.low, simulated.median, simulated.high].map((v) =>
      signedPercent(change(v)),
    );
    return {
      title: title(shares, account, en),
      sentences: [
        en
          ? `Published: ${seen}; simulated: ${middle} (${low} to ${high}).`
          : `Publicado: ${seen}; simulado: ${middle} (${low} a ${high}).`,
        ...optionSentences(account, words, language),
        ...(levers === undefined ? [] : [levers]),
      ],
      head: en
        ? ["explanation", "share of the fall", "switched off alone", "switched on alone"]
        : ["explicación", "parte de la caída", "al quitar solo esta", "al dejar solo esta"],
      rows: rows.map((row) => [
        fallLabel(row, words, language),
        row.share === undefined ? "" : rangeText(row.share, en),
        row.lastIn === undefined ? "" : rangeText(row.lastIn, en),
        row.firstIn === undefined ? "" : rangeText(row.firstIn, en),
      ]),
    };
  });
}

/** What a row of an account is called: the label of its mechanism, or one of the two fixed ones. */
export function fallLabel({ mechanism }: FallRow, words: Words, language: Language): string {
  if (mechanism === REST)
    return language === "en"
      ? "all else in the model (tolerance that catches up, depletion, older trends)"
      : "todo lo demás del modelo (tolerancia que se ajusta, agotamiento, tendencias previas)";
  if (mechanism === MISSED) return language === "en" ? "observed, not simulated" : "observado y no simulado";
  return words.text("mechanisms", mechanism)[language];
}

function title({ from, to }: FallShares, { measure }: FallAccount, en: boolean): string {
  if (measure === "sums")
    return en
      ? `Why deaths fell: sums of 12 months ending ${from} and ${to}`
      : `Por qué bajaron las muertes: sumas de 12 meses que terminan en ${from} y ${to}`;
  return en
    ? `Why deaths fell: half-years ending ${from} and ${to}`
    : `Por qué bajaron las muertes: semestres que terminan en ${from} y ${to}`;
}

/** The largest shares among draws of each option, one sentence a variant. */
function optionSentences({ byOption }: FallAccount, words: Words, language: Language): readonly string[] {
  const variants = [...new Set(byOption.map(({ variant }) => variant))];
  return variants.map((variant) => {
    const options = byOption.filter((group) => group.variant === variant);
    const parts = options.map(({ option, draws, rows }) => {
      const shares = rows.flatMap((row) =>
        row.share === undefined ? [] : [{ row, share: row.share.median }],
      );
      const named = [...shares]
        .sort((a, b) => b.share - a.share)
        .slice(0, 3)
        .map(({ row, share }) => `${fallLabel(row, words, language)} ${whole(share)}`);
      const count = language === "en" ? `${draws} draws` : `${draws} sorteos`;
      return `${words.option(variant, option)[language]} (${count}): ${named.join(", ")}`;
    });
    return `${words.text("variants", variant)[language]}. ${parts.join("; ")}.`;
  });
}

function leverSentence({ levers }: FallShares, en: boolean): string | undefined {
  if (levers === undefined) return undefined;
  const share = rangeText(levers.share, en);
  return en
    ? `Levers that move from ${levers.first} on add ${share} of the fall.`
    : `Las palancas que se mueven desde ${levers.first} agregan ${share} de la caída.`;
}

function rangeText({ low, median, high }: FallRange, en: boolean): string {
  return `${whole(median)} (${whole(low)} ${en ? "to" : "a"} ${whole(high)})`;
}

/** Whole percent: draws are too few for more. */
function whole(share: number): string {
  return percent(Math.round(100 * share) / 100);
}

/** A logarithm of a ratio as the change of the ratio. */
function change(log: number): number {
  return exp(log) - 1;
}
