import type { PosteriorInfo, Range3 } from "../calibrate/posterior.ts";
import { fixed, level, percent } from "../explain/number-words.ts";
import { textTable } from "./text-table.ts";

/** What a calibration found, as lines for a terminal. `seconds` is how long it took. */
export function calibrationReport(info: PosteriorInfo, seconds: number, en: boolean): readonly string[] {
  return [
    ...summary(info, seconds, en),
    "",
    ...fitTable(info, en),
    "",
    ...variantTable(info, en),
    "",
    ...rangeTable(info, en),
  ];
}

const right = (title: string) => ({ title, align: "right" as const });

function summary(info: PosteriorInfo, seconds: number, en: boolean): string[] {
  const { priorDraws, rejected, failed, impossible, islands, particles, stages, runs } = info;
  const ess = level(info.effectiveSampleSize);
  const [low, middle, high] = info.logEvidence.map((value) => fixed(value, 1));
  const name = `${info.model}, ${en ? "data known in" : "datos conocidos en"} ${info.origin}`;
  const left =
    info.leftOut.length === 0
      ? ""
      : en
        ? ` Left out: ${info.leftOut.join(", ")}.`
        : ` Se omite: ${info.leftOut.join(", ")}.`;
  const sweeps = stages.reduce((sum, stage) => sum + stage.sweeps, 0);
  return en
    ? [
        `${name}: ${level(priorDraws)} prior draws, ${rejected} rejected, ${failed} failed, ${impossible} beyond comparison.${left}`,
        `${islands} islands of ${particles} particles, ${stages.length} stages, ${sweeps} sweeps of moves, ${level(runs)} runs in ${fixed(seconds, 0)} s.`,
        `The draws are worth ${ess} independent ones. R-hat between islands: ${fixed(info.rHat95, 3)} at the 95 % point of the parameters, ${fixed(info.rHat, 3)} at most.`,
        `Log evidence ${middle} (${low} to ${high} over the islands). Weights under Student's errors worth ${level(info.studentEffective)}.`,
      ]
    : [
        `${name}: ${level(priorDraws)} sorteos a priori, ${rejected} rechazados, ${failed} fallidos, ${impossible} no comparables.${left}`,
        `${islands} islas de ${particles} partículas, ${stages.length} etapas, ${sweeps} barridos de movimientos, ${level(runs)} simulaciones en ${fixed(seconds, 0)} s.`,
        `Los sorteos equivalen a ${ess} independientes. R-hat entre islas: ${fixed(info.rHat95, 3)} en el punto de 95 % de los parámetros, ${fixed(info.rHat, 3)} como máximo.`,
        `Log de la evidencia ${middle} (de ${low} a ${high} según la isla). Los pesos con errores de Student equivalen a ${level(info.studentEffective)}.`,
      ];
}

function fitTable(info: PosteriorInfo, en: boolean): readonly string[] {
  const titles = en
    ? ["observed series", "points", "error", "inside 50 %", "inside 90 %", "prior error"]
    : ["serie observada", "puntos", "error", "dentro del 50 %", "dentro del 90 %", "error a priori"];
  return textTable(
    titles.map((title, i) => (i === 0 ? { title } : right(title))),
    info.fits.map((fit) => [
      fit.name,
      String(fit.points),
      percent(fit.mape),
      percent(fit.inside50),
      percent(fit.inside90),
      percent(fit.priorMape),
    ]),
  );
}

function variantTable(info: PosteriorInfo, en: boolean): readonly string[] {
  const titles = en
    ? ["variant", "option", "prior", "normal errors", "islands", "Student errors", "islands"]
    : ["variante", "opción", "a priori", "errores normales", "islas", "errores de Student", "islas"];
  const span = ([low, , high]: Range3) => `${percent(low)}-${percent(high)}`;
  return textTable(
    titles.map((title, i) => (i < 2 ? { title } : right(title))),
    info.variants.flatMap(({ name, options }) =>
      options.map((option) => [
        name,
        option.name,
        percent(option.prior),
        percent(option.normal[1]),
        span(option.normal),
        percent(option.student[1]),
        span(option.student),
      ]),
    ),
  );
}

/** A value in its unit: dates as years, without separators. */
function inUnit(value: number, unit: string): string {
  return unit === "date" ? value.toFixed(1) : level(value);
}

function rangeTable(info: PosteriorInfo, en: boolean): readonly string[] {
  const learned = [...info.ranges].sort((a, b) => a.width - b.width).slice(0, 20);
  const titles = en
    ? ["most learned of", "prior 5-50-95 %", "posterior", "width", "R-hat", "unit"]
    : ["de lo que más se aprende", "a priori 5-50-95 %", "posterior", "ancho", "R-hat", "unidad"];
  const table = textTable(
    titles.map((title, i) => (i === 0 || i === 5 ? { title } : right(title))),
    learned.map(({ name, unit, prior, posterior, width, rHat }) => [
      name,
      prior.map((value) => inUnit(value, unit)).join(" · "),
      posterior.map((value) => inUnit(value, unit)).join(" · "),
      fixed(width, 2),
      fixed(rHat, 3),
      unit,
    ]),
  );
  const rest = info.ranges.filter((range) => range.width > 0.9).length;
  const said = en
    ? `Of ${info.ranges.length} uncertain constants the data taught next to nothing about ${rest} (their range stays above 90 % of the prior's); ${info.silent.length} of them change nothing observed and are drawn from the prior by whoever reads the file.`
    : `De ${info.ranges.length} constantes inciertas los datos no enseñan casi nada sobre ${rest} (su rango sigue por encima de 90 % del a priori); ${info.silent.length} de ellas no cambian nada observado y quien lee el archivo las sortea del a priori.`;
  return [...table, "", said];
}
