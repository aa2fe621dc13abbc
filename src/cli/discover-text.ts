import type { InputInfo, InputSource, SensitivityResult } from "../analysis/sensitivity-result.ts";
import { csvText } from "../base/csv.ts";
import type { Language } from "../base/text.ts";
import { fixed, level, percent } from "../explain/number-words.ts";
import { textTable } from "./text-table.ts";

const GRADES: Readonly<Record<Language, Readonly<Record<InputSource["grade"], string>>>> = {
  en: {
    verified: "verified",
    secondary: "secondary",
    unverified: "UNVERIFIED",
    judgement: "judgement",
    unknown: "no grade",
  },
  es: {
    verified: "verificada",
    secondary: "secundaria",
    unverified: "SIN VERIFICAR",
    judgement: "juicio",
    unknown: "sin grado",
  },
};

/** A table per outcome and scenario for people. */
export function discoverText(result: SensitivityResult, lang: Language): string {
  const en = lang === "en";
  const inputs = new Map(result.leading.map((input) => [input.name, input]));
  const lines = [
    en
      ? `${result.model}, ${result.from}, ${result.at}: total Sobol indices of ${result.inputs} uncertain assumptions; the leading ${result.refined} on ${result.draws} draws.`
      : `${result.model}, ${result.from}, ${result.at}: índices totales de Sobol de ${result.inputs} supuestos inciertos; los ${result.refined} principales con ${result.draws} sorteos.`,
  ];
  for (const one of result.quantities) {
    const scenario = result.scenarios.find(({ id }) => id === one.scenario);
    const of = scenario === undefined ? (en ? "no change" : "sin cambios") : scenario.label[lang];
    lines.push("", `${one.label[lang]} · ${of}`);
    if (!one.varies) {
      lines.push(en ? "  The same in every draw." : "  Igual en todos los sorteos.");
      continue;
    }
    lines.push(
      en
        ? `  mean ${level(one.mean)}, standard deviation ${level(one.deviation)} ${one.unit}; judgement alone behind ${percent(one.judgement)}`
        : `  media ${level(one.mean)}, desviación estándar ${level(one.deviation)} ${one.unit}; solo juicio tras ${percent(one.judgement)}`,
      ...textTable(
        [
          { title: en ? "  assumption" : "  supuesto" },
          { title: en ? "chapter" : "capítulo" },
          { title: en ? "total index" : "índice total", align: "right" },
          { title: en ? "behind it" : "respaldo" },
        ],
        one.rows.map(({ input, index, se }) => {
          const info = inputs.get(input);
          return [
            `  ${info?.label[lang] ?? input}`,
            chapterOf(info),
            `${fixed(index, 2)} ± ${fixed(se, 2)}`,
            behind(info, lang),
          ];
        }),
      ),
    );
  }
  lines.push(
    "",
    en
      ? "What the model leaves out of the data (discrepancy) and errors of report are no assumptions of a run and are not in these variances."
      : "Lo que el modelo omite de los datos (discrepancia) y los errores de registro no son supuestos de una simulación y no están en estas varianzas.",
  );
  return `${lines.join("\n")}\n`;
}

/** A row per outcome, scenario and leading assumption; the scenario is empty for the level with no change. */
export function discoverCsv(result: SensitivityResult): string {
  const inputs = new Map(result.leading.map((input) => [input.name, input]));
  const header = [
    "outcome",
    "scenario",
    "at",
    "rank",
    "assumption",
    "chapter",
    "total index",
    "standard error",
  ];
  const rows = result.quantities.flatMap((one) =>
    one.rows.map(({ input, index, se, draws }, i) => {
      const info = inputs.get(input);
      const place = [one.outcome, one.scenario ?? "", result.at, i + 1, input, chapterOf(info)];
      return [...place, index, se, draws, info?.firmness ?? "", behind(info, "en")];
    }),
  );
  return csvText([...header, "draws", "best grade", "behind it"], rows);
}

function chapterOf(info: InputInfo | undefined): string {
  return (info?.chapter ?? "").split("/").at(-1)?.replace(/\.md$/, "") ?? "";
}

function behind(info: InputInfo | undefined, lang: Language): string {
  const words = GRADES[lang];
  const list = (info?.sources ?? []).map(({ id, grade }) =>
    grade === "judgement" ? words.judgement : `${id} ${words[grade]}`,
  );
  return list.length === 0 ? (lang === "en" ? "nothing cited" : "nada citado") : list.join(", ");
}
