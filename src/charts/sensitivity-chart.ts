import type { InputInfo, SensitivityResult } from "../analysis/sensitivity-result.ts";
import { dateWords } from "../explain/date-words.ts";
import type { Language } from "../explain/language.ts";
import type { Chart } from "./chart.ts";
import { type BarFirmness, sensitivityBars } from "./sensitivity-bars.ts";

/** Assumptions drawn for each outcome; the tables hold all. */
const DRAWN = 5;

/** The leading assumptions of every outcome: with no change, or of the effects of one scenario. */
export function sensitivityChart(
  result: Pick<SensitivityResult, "at" | "scenarios" | "leading" | "quantities">,
  scenario: string | undefined,
  language: Language,
): Chart {
  const inputs = new Map(result.leading.map((input) => [input.name, input]));
  const label = result.scenarios.find(({ id }) => id === scenario)?.label[language];
  const en = language === "en";
  const what = label ?? (en ? "No change" : "Sin cambios");
  return sensitivityBars({
    id: `sensitivity-${scenario ?? "no-change"}`,
    title: `${what}, ${dateWords(result.at, language)}`,
    subtitle: en ? "total Sobol indices" : "índices totales de Sobol",
    panels: result.quantities
      .filter((one) => one.scenario === scenario)
      .map((one) => ({
        title: one.label[language],
        rows: one.rows.slice(0, DRAWN).map(({ input, index, se }) => {
          const info = inputs.get(input);
          return { label: info?.label[language] ?? input, index, se, firmness: firmnessOf(info) };
        }),
      })),
    language,
  });
}

function firmnessOf(info: InputInfo | undefined): BarFirmness {
  if (info?.sources.some(({ grade }) => grade === "unverified")) return "unverified";
  return info?.firmness === "verified" || info?.firmness === "secondary" ? "source" : "judgement";
}
