import { exp } from "../math/exp.ts";
import { compileModel } from "../model/compile-model.ts";
import type { Model } from "../model/model.ts";
import { monthText } from "../scenario/month.ts";

const START = 2014 * 12;
export const MONTHS = 60;

/** Deaths of month i in the small model with all of its causes: 100 a month, exp(-0.6) of that from 2016-07 on. */
export function modelDeaths(i: number): number {
  return i < 30 ? 100 : 100 * exp(-0.6);
}

/** A monthly table that begins in 2014-01, from a value a month; NaN leaves the cell empty. */
export function monthlyCsv(column: string, valueAt: (i: number) => number): string {
  const rows = Array.from({ length: MONTHS }, (_, i) => {
    const value = valueAt(i);
    return `${monthText(START + i)}-01,${Number.isNaN(value) ? "" : value}`;
  });
  return `date,${column}\n${rows.join("\n")}\n`;
}

/** The sum of the 12 months that end with month i; NaN in the first year. */
export function sumAt(i: number, deathsAt: (i: number) => number): number {
  if (i < 11) return Number.NaN;
  let sum = 0;
  for (let k = i - 11; k <= i; k++) sum += deathsAt(k);
  return sum;
}

/**
 * 2014 to 2019, a step a month: deaths fall in 2016-07 by two causes that multiply, one that cannot be switched off and
 * a lever; the data are what `published` gives.
 */
export function historyModel(published: (i: number) => number, observe: string, more = ""): Model {
  const chapter = `# Deaths

\`\`\`model
time from 2014-01 to 2019-01, 1 step a month, euler, decision 2018-12
variant law = one | other
level of deaths [person/year] = 1200 ~ lognormal(1200, 0.2)
turn [date] = 2016-07
older cause [1] = 0.1
supply cause [1] = 0.3
rescue cause [1] = 0.2
lever help [1] = 0, range 0..1
deaths [person/year] = level of deaths * exp(0 - (older cause + supply cause + rescue cause) * step(1, turn)) * (1 - help)
${observe}
mechanism "supply" conceived 2016-09, off (supply cause = 0)
mechanism "rescue" conceived 2016-10, off (rescue cause = 0)
mechanism "older" conceived 2012-01, off (older cause = 0)
${more}
\`\`\`
`;
  const files = {
    "chapters/01-deaths.md": chapter,
    "data/sums.csv": monthlyCsv("deaths", (i) => sumAt(i, published)),
    "data/months.csv": monthlyCsv("deaths", published),
  };
  const { model, diagnostics } = compileModel(files, { evidence: false });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return model;
}

/** The sums of the small model's deaths, with an error and a discrepancy. */
export const SUMS =
  "observe sums [person] = sum over 12 months (deaths) by data/sums.csv: deaths, error relative 2 %, discrepancy 12 % over 18 months";

/** Rows of the model's own values, with `level` (a factor) in each. */
export function levelDraws(model: Model, levels: readonly number[]): { params: Float64Array; draws: number } {
  const width = model.ir.parameters.length;
  const params = new Float64Array(width * levels.length);
  levels.forEach((level, draw) => {
    model.ir.parameters.forEach(({ name, value }, j) => {
      params[draw * width + j] = name === "level of deaths" ? value * level : value;
    });
  });
  return { params, draws: levels.length };
}
