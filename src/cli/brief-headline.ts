import type { Language } from "../base/text.ts";
import type { BriefResult, Cell } from "../brief/result.ts";
import { dateWords } from "../explain/date-words.ts";
import { level, signed } from "../explain/number-words.ts";
import type { Terminal } from "../host/terminal.ts";
import { textTable, wrap } from "./text-table.ts";

/** What `brief` prints: the question, the headline table, where the report lies, and how to move the levers of `model`, a folder. */
export function headlineText(
  result: BriefResult,
  written: readonly string[],
  { folder, model }: { readonly folder: string; readonly model: string },
  language: Language,
  screen: Terminal,
): string {
  const en = language === "en";
  const { made } = result;
  const lines = [
    screen.style("bold", result.title[language]),
    "",
    ...headlineTable(result, language, screen),
    "",
    ...wrap(
      en
        ? `${result.scenarios.length} scenarios × ${made.draws} draws (${made.posterior}, seed ${made.seed}), model ${made.model} ${made.modelHash.slice(0, 12)}. What these numbers rest on, and what they leave out, is in the report:`
        : `${result.scenarios.length} escenarios × ${made.draws} sorteos (${made.posterior}, semilla ${made.seed}), modelo ${made.model} ${made.modelHash.slice(0, 12)}. En qué se basan y qué dejan fuera estos números está en el informe:`,
      screen.columns,
    ),
    ...written
      .filter((path) => path.endsWith(`${language}.html`))
      .map((path) => `  ${screen.style("cyan", path)}`),
    `  (${en ? "other language, Markdown and JSON in" : "otro idioma, Markdown y JSON en"} ${folder}/)`,
    "",
    ...wrap(
      en
        ? "To move the levers yourself, in the browser and on this machine:"
        : "Para mover las palancas, en el navegador y en esta máquina:",
      screen.columns,
    ),
    `  ${screen.style("cyan", `npx downstream explore ${model}${en ? "" : " --lang es"}`)}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** Scenarios down, headline outcomes across: median change against no change, and better in how many of 100 draws. */
function headlineTable(result: BriefResult, language: Language, screen: Terminal): string[] {
  const outcomes = result.outcomes.filter((outcome) => outcome.headline);
  const cells = new Map(
    result.cells
      .filter((cell) => cell.at === result.headlineAt)
      .map((cell) => [`${cell.scenario}\n${cell.outcome}`, cell] as const),
  );
  const baseline = result.scenarios.find((scenario) => scenario.group === "baseline");
  const rows = result.scenarios.map((scenario) => [
    scenario.short[language],
    ...outcomes.map((outcome) => {
      const cell = cells.get(`${scenario.id}\n${outcome.name}`);
      return cell === undefined ? "" : cellText(cell, scenario === baseline, outcome.better === "none");
    }),
  ]);
  const units = ["", ...outcomes.map((outcome) => outcome.unit[language])];
  const columns = [
    { title: "" },
    ...outcomes.map((outcome) => ({ title: outcome.short[language], align: "right" as const })),
  ];
  const [head = "", ...body] = textTable(columns, [units, ...rows]);
  const caption =
    language === "en"
      ? `${dateWords(result.headlineAt, "en")}: the level with no change, then median changes from it (better in so many of 100 draws)`
      : `${dateWords(result.headlineAt, "es")}: el nivel sin cambios y luego el cambio mediano (mejor en tantos de 100 sorteos)`;
  return [...wrap(caption, screen.columns), "", screen.style("bold", head), ...body];
}

function cellText(cell: Cell, isBaseline: boolean, undirected: boolean): string {
  if (isBaseline) return level(cell.value.q50);
  if (cell.sameOf100 === 100) return "=";
  const change = signed(cell.change.q50);
  return undirected ? change : `${change} (${cell.betterOf100})`;
}
