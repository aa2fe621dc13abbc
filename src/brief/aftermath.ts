import type { Text } from "../base/text.ts";
import { sinceSentence } from "../explain/since-words.ts";
import type { ChartData } from "./result.ts";

/**
 * What was counted after the document beside the range of no change at the same time: the last such value on a
 * chart. A miss is said in words. Undefined without that path or without later data.
 */
export function aftermath(chart: ChartData, baseline: string): Text | undefined {
  const base = chart.series.find((s) => s.scenario === baseline);
  const later = chart.history.at(-1);
  if (!base || !later) return undefined;
  for (let i = later.dates.length - 1; i >= 0; i--) {
    const month = later.dates[i] ?? "";
    const at = base.dates.indexOf(month);
    if (at < 0 || month <= chart.decision) continue;
    const since = {
      month,
      counted: later.values[i] ?? Number.NaN,
      low: base.q05[at] ?? Number.NaN,
      high: base.q95[at] ?? Number.NaN,
    };
    return { en: sinceSentence(since, "en"), es: sinceSentence(since, "es") };
  }
  return undefined;
}
