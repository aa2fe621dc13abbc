import type { Language } from "../base/text.ts";
import type { EvidenceRow } from "../evidence/register.ts";
import type { VariableKind } from "../model/model.ts";
import type { DescribedReference, VariableDescription } from "./describe-variable.ts";

/** Kinds of variable in words. */
export const KIND_WORDS: Readonly<Record<VariableKind, Readonly<Record<Language, string>>>> = {
  stock: { en: "stock", es: "nivel" },
  auxiliary: { en: "equation", es: "ecuación" },
  parameter: { en: "constant", es: "constante" },
  lever: { en: "lever", es: "palanca" },
  table: { en: "table", es: "tabla" },
  data: { en: "data series", es: "serie de datos" },
  variant: { en: "variant", es: "variante" },
  held: { en: "held by a rule", es: "retenida por una regla" },
  observation: { en: "observation", es: "observación" },
};

const WORDS = {
  en: {
    value: "Value",
    prior: "Prior",
    range: "Range",
    options: "Options",
    elements: "Value of each element",
    computed: "computed",
    outcome: "Outcome",
    observed: "Observed in",
    evidence: "Evidence",
    judgement: "judgement: no published source stands behind this number",
    unknown: "not in the register",
    uses: "Reads",
    usedBy: "Read by",
    loops: "Feedback loops",
    nothing: "nothing",
    months: (n: number) => `, reached over ${n} months`,
    late: (n: number) => `reported ${n} months late`,
    points: (n: number) => `${n} points scored`,
    better: { lower: "lower is better", higher: "higher is better", none: "no direction" },
    sign: { "+": "reinforcing", "-": "balancing", "?": "sign depends on the values" },
    more: (n: number) => `… and ${n} more`,
  },
  es: {
    value: "Valor",
    prior: "A priori",
    range: "Rango",
    options: "Opciones",
    elements: "Valor de cada elemento",
    computed: "se calcula",
    outcome: "Resultado",
    observed: "Observada en",
    evidence: "Evidencia",
    judgement: "juicio: ninguna fuente publicada respalda este número",
    unknown: "no está en el registro",
    uses: "Lee",
    usedBy: "La leen",
    loops: "Ciclos de retroalimentación",
    nothing: "nada",
    months: (n: number) => `, se alcanza en ${n} meses`,
    late: (n: number) => `publicada con ${n} meses de retraso`,
    points: (n: number) => `${n} puntos evaluados`,
    better: { lower: "menos es mejor", higher: "más es mejor", none: "sin dirección" },
    sign: { "+": "de refuerzo", "-": "de equilibrio", "?": "el signo depende de los valores" },
    more: (n: number) => `… y ${n} más`,
  },
} as const;

/** Loops listed in full; a name in the middle of a model can lie on hundreds. */
const MAX_LOOPS = 8;

/** Elements of an array listed in full. */
const MAX_ELEMENTS = 40;

/** The description as lines of plain text for a terminal. */
export function variableText(d: VariableDescription, language: Language): string[] {
  const words = WORDS[language];
  const lines = [`${d.name} [${d.unit}]: ${KIND_WORDS[d.kind][language]}`, `${d.file}:${d.line}`, ""];
  for (const line of d.definition.split("\n")) lines.push(`    ${line}`);
  lines.push("");
  if (d.value !== undefined) lines.push(`${words.value}: ${d.value} ${d.unit}`);
  if (d.prior) lines.push(`${words.prior}: ${d.prior.distribution}(${d.prior.args.join(", ")}) ${d.unit}`);
  if (d.range) {
    const ramp = d.range.rampMonths > 0 ? words.months(d.range.rampMonths) : "";
    lines.push(`${words.range}: ${d.range.low} .. ${d.range.high} ${d.unit}${ramp}`);
  }
  if (d.options) lines.push(`${words.options}: ${d.options.join(" | ")}`);
  if (d.elements) {
    lines.push(`${words.elements}:`);
    for (const { element, value, prior } of d.elements.slice(0, MAX_ELEMENTS)) {
      const drawn = prior === undefined ? "" : ` ~ ${prior.distribution}(${prior.args.join(", ")})`;
      lines.push(`  ${element}: ${value === undefined ? words.computed : `${value}${drawn} ${d.unit}`}`);
    }
    const more = d.elements.length - MAX_ELEMENTS;
    if (more > 0) lines.push(`  ${words.more(more)}`);
  }
  if (d.better) lines.push(`${words.outcome}: ${words.better[d.better]}`);
  for (const seen of d.observedIn) {
    const facts = [words.late(seen.lateMonths), words.points(seen.points)].join(", ");
    lines.push(`${words.observed}: ${seen.file}: ${seen.column} (${facts})`);
  }
  if (d.references.length > 0) {
    lines.push("", `${words.evidence}:`);
    for (const reference of d.references) lines.push(...referenceLines(reference, language));
  }
  lines.push("", `${words.uses}: ${d.uses.join(", ") || words.nothing}`);
  lines.push(`${words.usedBy}: ${d.usedBy.join(", ") || words.nothing}`);
  if (d.loops.length > 0) {
    lines.push("", `${words.loops}:`);
    for (const loop of d.loops.slice(0, MAX_LOOPS)) {
      lines.push(`  (${loop.sign}, ${words.sign[loop.sign]}) ${[...loop.names, loop.names[0]].join(" → ")}`);
    }
    if (d.loops.length > MAX_LOOPS) lines.push(`  ${words.more(d.loops.length - MAX_LOOPS)}`);
  }
  return lines.filter((line, i) => line !== "" || lines[i - 1] !== "");
}

function referenceLines({ id, reason, row }: DescribedReference, language: Language): string[] {
  const words = WORDS[language];
  const because = reason === undefined ? [] : [`      “${reason}”`];
  if (id === "judgement") return [`  @judgement: ${words.judgement}`, ...because];
  if (row === undefined) return [`  @${id}: ${words.unknown}`, ...because];
  const lines = [
    `  @${id} (${row.status}): ${row.quantity}`,
    `      ${evidenceValue(row)}`,
    `      ${row.source}`,
  ];
  if (row.url !== "") lines.push(`      ${row.url}`);
  if (row.note !== "") lines.push(`      ${row.note}`);
  return [...lines, ...because];
}

/** The figures of a row: `0.5 (0.33 to 0.67) share, 2019`. */
export function evidenceValue(row: EvidenceRow): string {
  const range = row.low !== undefined && row.high !== undefined ? ` (${row.low} to ${row.high})` : "";
  return `${row.valueText}${range} ${row.unit}${row.year === "" ? "" : `, ${row.year}`}`;
}
