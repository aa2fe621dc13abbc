import type { Text } from "../base/text.ts";
import { dateWords } from "../explain/date-words.ts";
import type { VariableDescription } from "../explain/describe-variable.ts";
import { significant } from "../explain/number-words.ts";
import type { IrPrior } from "../model/ir.ts";
import { monthText } from "../scenario/month.ts";

type DeclaredPrior = NonNullable<VariableDescription["prior"]>;

/** A prior in words, numbers in the declared unit: "triangular, from 0.5 to 12 months, most often 2". `label` is the unit's. */
export function priorWords({ distribution, args }: DeclaredPrior, unit: string, label: Text): Text {
  const [a = 0, b = 0, c = 0] = args;
  const said = (value: number, language: "en" | "es") =>
    unit === "date" ? dateWords(monthText(Math.round(value * 12)), language) : significant(value, 4);
  const both = (
    words: (say: (value: number) => string, unitWords: string, language: "en" | "es") => string,
  ): Text => ({
    en: words((value) => said(value, "en"), withSpace(label.en), "en"),
    es: words((value) => said(value, "es"), withSpace(label.es), "es"),
  });
  const range = (name: Text, low: number, high: number, mode?: number): Text =>
    both((say, u, language) =>
      language === "en"
        ? `${name.en}, from ${say(low)} to ${say(high)}${u}${mode === undefined ? "" : `, most often ${say(mode)}`}`
        : `${name.es}, de ${say(low)} a ${say(high)}${u}${mode === undefined ? "" : `, con más frecuencia ${say(mode)}`}`,
    );
  switch (distribution) {
    case "uniform":
      return range({ en: "uniform", es: "uniforme" }, a, b);
    case "loguniform":
      return range({ en: "uniform in the logarithm", es: "uniforme en el logaritmo" }, a, b);
    case "triangular":
      return range({ en: "triangular", es: "triangular" }, a, c, b);
    case "pert":
      return range({ en: "bell-shaped (PERT)", es: "en campana (PERT)" }, a, c, b);
    case "normal":
      return both((say, u, language) =>
        language === "en"
          ? `normal, mean ${say(a)}, standard deviation ${significant(b, 4)}${u}`
          : `normal, media ${say(a)}, desviación estándar ${significant(b, 4)}${u}`,
      );
    case "lognormal":
      return both((say, u, language) =>
        language === "en"
          ? `log-normal, median ${say(a)}${u}, spread of the logarithm ${significant(b, 4)}`
          : `lognormal, mediana ${say(a)}${u}, dispersión del logaritmo ${significant(b, 4)}`,
      );
    case "beta":
      return both(() => `beta (${significant(a, 4)}, ${significant(b, 4)})`);
    default:
      return both(() => `${distribution} (${args.map((arg) => significant(arg, 4)).join(", ")})`);
  }
}

function withSpace(unit: string): string {
  return unit === "" ? "" : ` ${unit}`;
}

/** The ends of what a prior can give, base units; an open end is left out. */
export function priorEnds({ distribution, args }: IrPrior): {
  readonly low?: number;
  readonly high?: number;
} {
  const [low] = args;
  const high = args.at(-1);
  if (low === undefined || high === undefined || distribution === "normal" || distribution === "categorical")
    return {};
  if (distribution === "lognormal") return low > 0 ? { low: 0 } : {};
  return distribution === "beta" ? { low: 0, high: 1 } : { low, high };
}
