import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stream } from "../src/base/stream.ts";
import { readFolder } from "../src/host/read-folder.ts";
import { normalQuantile } from "../src/math/normal-quantile.ts";
import { compileModel } from "../src/model/compile-model.ts";

/** Deaths a month, counted from 2008-01: they rise by 1 % a month and fall by 2 % a month from 2014-07. */
const monthly = (k: number): number => (k < 78 ? 100 * 1.01 ** k : 100 * 1.01 ** 78 * 0.98 ** (k - 78));

const sum = (k: number): number =>
  Array.from({ length: 12 }, (_, i) => monthly(k - i)).reduce((x, y) => x + y, 0);

const month = (k: number): string => `${2008 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, "0")}`;

/** Draws of each posterior. */
const DRAWS = 200;

const CHAPTER = `# Deaths

\`\`\`model
time from 2008-01 to 2020-01, 1 steps a month, euler, decision 2016-01
lever help [1/year] = 0, range 0..1
size [person/year] = 1_200 ~ uniform(1_100, 1_300)  @judgement
growth [1/year] = 0.12 ~ uniform(0.08, 0.16)  @judgement
cure [1/year] = 0.36 ~ uniform(0, 0.5)  @judgement
cure start [date] = 2014-07  @judgement
stock flow [person/year]
  start size
  in    change
change [person/year/year] = flow * (growth - step(1, cure start) * cure - help)
sum of deaths [person] = sum over 12 months (flow)
outcome sum of deaths, lower is better
observe one part [person] = 0.75 * sum of deaths by data/deaths.csv: one, reported 4 months late, error relative 0.5 %, discrepancy 10 % over 24 months, every 3 months
observe other part [person] = 0.25 * sum of deaths by data/deaths.csv: other, reported 4 months late, error relative 0.5 %, discrepancy 10 % over 24 months, every 3 months
observe both parts [person] = sum of deaths by data/deaths.csv: both, reported 4 months late
observe pace [person/month] = flow by data/pace.csv: pace, reported 1 months late, error relative 20 %, every 12 months
data climate [1] = data/pace.csv: climate
forecast all_parts: one part + other part, against both parts
forecast one_part: one part, against one part
mechanism "cure" conceived 2014-10, off (cure = 0)
\`\`\`
`;

const WORDS = `levers:
  help: {label: Help, short: Help, sentence: s, for: f, against: a}
outcomes:
  sum of deaths: {label: Deaths, short: Deaths, sentence: s, unit: people}
observations:
  one part: {label: One part}
  other part: {label: Other part}
  both parts: {label: Both parts}
  pace: {label: Pace}
mechanisms:
  cure: {label: The cure, sentence: s}
forecasts:
  all_parts: {label: Deaths of all parts}
  one_part: {label: Deaths of one part}
`;

const scenario = (id: string, group: string, levers: string): string => `id: ${id}
group: ${group}
label: {en: ${id}, es: ${id}}
short: {en: ${id}, es: ${id}}
summary: {en: s, es: s}
${levers}`;

/**
 * Writes a small model with two forecast series, a mechanism and published paths below \`folder\`, and calibrates it for
 * each name of \`posteriors\`: \`2014-06\` or \`2014-06-full\`. Data of the sums end with 2016-06.
 */
export function writeForecastModel(folder: string, posteriors: readonly string[]): void {
  const from = 12;
  const to = 101;
  const sums = Array.from({ length: to - from + 1 }, (_, i) => {
    const all = sum(from + i);
    return `${month(from + i)}-01,${0.75 * all},${0.25 * all},${all}`;
  });
  const paces = Array.from({ length: 120 }, (_, k) => `${month(k)}-01,${monthly(k)},1`);
  const files: Readonly<Record<string, string>> = {
    "chapters/1.md": CHAPTER,
    "data/deaths.csv": `date,one,other,both\n${sums.join("\n")}\n`,
    "data/pace.csv": `date,pace,climate\n${paces.join("\n")}\n`,
    "words/en.yaml": WORDS,
    "words/es.yaml": WORDS,
    "scenarios/base.yaml": scenario("base", "baseline", ""),
    "scenarios/known.yaml": scenario(
      "known",
      "happened",
      "levers: [{name: help, schedule: [{at: 2016-09, value: 0.5}]}]\n",
    ),
    "forecast.yaml": `published:
  - {id: a-report, label: {en: A report, es: Un informe}, series: all_parts, from: 2014-01, years: {2013: 2000, 2016: 2600}, sources: [X]}
`,
  };
  for (const [path, text] of Object.entries(files)) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  const { model } = compileModel(readFolder(folder).files, { name: "world" });
  mkdirSync(join(folder, "posterior"), { recursive: true });
  for (const name of posteriors) {
    const parameters = ["size", "growth", "cure"];
    const chance = stream(1, name);
    const near = (draw: number, which: number, mean: number, sd: number) =>
      mean + sd * normalQuantile(chance.uniform(draw, which));
    const values = Array.from({ length: DRAWS }, (_, d) => [
      near(d, 0, 1200, 15),
      near(d, 1, 0.12, 0.004),
      near(d, 2, name > "2014-10" ? 0.36 : 0.2, 0.05),
    ]).flat();
    const info = {
      ...{ format: "downstream-posterior", version: 2, model: "world", modelHash: model.hash },
      ...{
        origin: name.slice(0, 7),
        full: name.endsWith("-full"),
        draws: DRAWS,
        parameters,
        silent: [],
        fixed: [],
      },
    };
    writeFileSync(join(folder, `posterior/${name}.json`), JSON.stringify(info));
    writeFileSync(join(folder, `posterior/${name}.f32`), Buffer.from(Float32Array.from(values).buffer));
  }
}
