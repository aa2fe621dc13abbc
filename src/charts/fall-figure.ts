import { type FallRow, MISSED, REST } from "../analysis/fall-shares.ts";
import type { Text } from "../base/text.ts";
import type { Language } from "../explain/language.ts";
import type { Chart } from "./chart.ts";
import { shareRanges } from "./share-ranges.ts";

const TITLES: Readonly<Record<string, Text>> = {
  sums: { en: "Why deaths fell: sums of 12 months", es: "Por qué bajaron las muertes: sumas de 12 meses" },
  halfYears: { en: "Why deaths fell: half-years", es: "Por qué bajaron las muertes: semestres" },
};

/** The shares of a fall that its explanations carry, in the order of the account; what closes the account is drawn open. */
export function fallFigure(
  account: { readonly measure: string; readonly rows: readonly (FallRow & { readonly label: string })[] },
  { from, to }: { readonly from: string; readonly to: string },
  language: Language,
): Chart {
  const en = language === "en";
  return shareRanges({
    id: `fall-${account.measure === "sums" ? "sums" : "half-years"}`,
    title: TITLES[account.measure]?.[language] ?? account.measure,
    unit: en
      ? `share of the published fall, ${from} to ${to}: middle and 9 in 10 runs`
      : `parte de la caída publicada, ${from} a ${to}: mediana y 9 de cada 10 simulaciones`,
    rows: account.rows.flatMap(({ mechanism, label, share }) =>
      share === undefined
        ? []
        : [{ label, ...share, ...(mechanism === REST || mechanism === MISSED ? { open: true } : {}) }],
    ),
    language,
  });
}
