import type { BacktestSummary } from "../calibrate/backtest-summary.ts";
import { type BacktestNames, forecasterName } from "./backtest-tables.ts";
import { fixed, percent } from "./number-words.ts";

/** What the scores say, a sentence a horizon: wins and losses alike, and whether the bands held. */
export function backtestVerdicts(
  summaries: readonly BacktestSummary[],
  names: BacktestNames,
): readonly string[] {
  const en = names.language === "en";
  return summaries
    .filter(({ series }) => series === undefined)
    .map(({ horizon, standings }) => {
      const model = standings.find(({ by }) => by === "model");
      const rivals = standings.filter(({ by, cells }) => by !== "model" && by !== "full" && cells > 0);
      const list = (better: boolean) =>
        rivals
          .filter(({ ratio }) => ratio < 1 === better)
          .map(({ by, ratio }) => `${forecasterName(by, names)} (${fixed(ratio, 2)})`)
          .join(", ") || (en ? "none" : "ninguno");
      const held = `${percent(model?.coverage50 ?? Number.NaN)}, ${percent(model?.coverage90 ?? Number.NaN)}`;
      return en
        ? `${horizon} months: better than ${list(true)}; worse than ${list(false)} (mean CRPS over the rival's, ${model?.cells ?? 0} sums). The bands of half and nine tenths held ${held}.`
        : `${horizon} meses: mejor que ${list(true)}; peor que ${list(false)} (CRPS medio sobre el del rival, ${model?.cells ?? 0} sumas). Las bandas de la mitad y de nueve décimos contuvieron ${held}.`;
    });
}
