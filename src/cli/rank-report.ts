import type { RankTest } from "../calibrate/rank-test.ts";
import { fixed } from "../explain/number-words.ts";
import { textTable } from "./text-table.ts";

/** Probability, times the number of parameters, below which a rank test speaks against the machinery. */
const DOUBTFUL = 0.01;
/** Parameters shown: those farthest from uniform. */
const SHOWN = 25;

/** A rank test as lines for a terminal: the parameters farthest from uniform first. */
export function rankReport(test: RankTest, en: boolean): readonly string[] {
  const { replications, islands, particles, rows, silent, adjusted } = test;
  const right = (title: string) => ({ title, align: "right" as const });
  const titles = en
    ? ["parameter", "truths by tenth of the posterior", "bias", "spread", "chi-square", "p"]
    : ["parámetro", "verdades por décimo de la posterior", "sesgo", "dispersión", "ji cuadrada", "p"];
  const worst = [...rows].sort((a, b) => a.p - b.p || (a.name < b.name ? -1 : 1));
  const table = textTable(
    titles.map((title, i) => (i === 0 ? { title } : right(title))),
    worst
      .slice(0, SHOWN)
      .map(({ name, bins, bias, spread, chiSquare, p }) => [
        name,
        bins.join(" "),
        fixed(bias, 2),
        fixed(spread, 2),
        fixed(chiSquare, 1),
        fixed(p, 3),
      ]),
  );
  const low = rows.filter(({ p }) => p < 0.05).length;
  const good = adjusted >= DOUBTFUL;
  const said = en
    ? [
        `${replications} truths from the prior, each with data of its own and a calibration of ${islands} islands of ${particles} particles. ${rows.length} parameters tested; ${silent.length} change nothing observed.`,
        `${low} parameters lie below p = 0.05, where chance gives about ${fixed(0.05 * rows.length, 0)}. The least p times their number is ${fixed(adjusted, 3)}: ${good ? "nothing speaks against uniform ranks" : "ranks are not uniform; the likelihood is wrong or particles move too little"}.`,
      ]
    : [
        `${replications} verdades sorteadas a priori, cada una con datos propios y una calibración de ${islands} islas de ${particles} partículas. ${rows.length} parámetros a prueba; ${silent.length} no cambian nada observado.`,
        `${low} parámetros quedan debajo de p = 0.05, donde el azar da unos ${fixed(0.05 * rows.length, 0)}. La menor p por su número es ${fixed(adjusted, 3)}: ${good ? "nada contradice rangos uniformes" : "los rangos no son uniformes; la verosimilitud está mal o las partículas se mueven muy poco"}.`,
      ];
  return [...said, "", ...table];
}
