import { countVerdicts, rowsOf, type Validation, type ValidationPart } from "../analysis/validation.ts";
import type { ValidationRow } from "../analysis/validation-row.ts";
import type { Language, Text } from "../base/text.ts";
import { tableLine } from "./markdown-page.ts";
import {
  COLUMNS,
  episodeDraws,
  insideText,
  obtainedRange,
  PART_TITLES,
  publishedText,
  VERDICT_RULES,
  validationNumber,
  verdictCounts,
  verdictText,
  WITHOUT_RULE,
} from "./validation-words.ts";

const TITLE: Text = {
  en: "What the model is held against",
  es: "Con qué se compara el modelo",
};

const INTRO: Text = {
  en: "makes this table: what was published, what the model gives, and a verdict for each. Misses are published like the rest.",
  es: "hace esta tabla: lo publicado, lo que da el modelo y un veredicto para cada cosa. Los fallos se publican como lo demás.",
};

const PART_INTRO: Readonly<Record<ValidationPart, Text>> = {
  history: {
    en: "Draws of the posterior against the published series.",
    es: "Sorteos de la posterior frente a las series publicadas.",
  },
  episodes: {
    en: "Each episode isolates a block of the model, applies a shock that the world has seen, and compares with the same draw without it. Draws come from the prior: knowledge of fentanyl's market is no knowledge of other drugs, times and places, and a figure that the calibration has read would be no test. Files: `models/us-mexico/episodes/`.",
    es: "Cada episodio aísla un bloque del modelo, aplica un choque que el mundo ya vio y compara con el mismo sorteo sin él. Los sorteos vienen de la distribución previa: saber del mercado del fentanilo no es saber de otras drogas, épocas y lugares, y una cifra que la calibración ya leyó no sería una prueba. Archivos: `models/us-mexico/episodes/`.",
  },
  published: {
    en: "Models rebuilt from their papers in this language, one run each. They stand beside the main model; nothing in it reads them.",
    es: "Modelos reconstruidos en este lenguaje a partir de sus artículos, una simulación cada uno. Están junto al modelo principal; nada en él los lee.",
  },
};

/** The validation table as a Markdown page; `chart` is the path of a picture of the episodes, beside the page. */
export function validationPage(
  validation: Validation,
  language: Language,
  made: { readonly notice: string; readonly command: string },
  chart?: string,
): string {
  const parts = validation.parts.map((part) => partText(validation, part, language, chart));
  const size =
    language === "en"
      ? `${validation.draws} draws, seed ${validation.seed}.`
      : `${validation.draws} sorteos, semilla ${validation.seed}.`;
  return [
    `# ${TITLE[language]}`,
    "",
    ...(made.notice === "" ? [] : [made.notice, ""]),
    `\`${made.command}\` ${INTRO[language]} ${size}`,
    "",
    VERDICT_RULES[language],
    "",
    ...parts,
  ].join("\n");
}

function partText(
  validation: Validation,
  part: ValidationPart,
  language: Language,
  chart: string | undefined,
): string {
  const rows = rowsOf(validation, part);
  const verdicts = part === "episodes" ? validation.episodes : rows;
  const counts = verdictCounts(countVerdicts(verdicts.map(({ verdict }) => verdict)), language);
  const from = part === "history" && validation.from !== undefined ? ` (\`${validation.from}\`)` : "";
  const head = [
    `## ${PART_TITLES[part][language]}`,
    "",
    `${PART_INTRO[part][language]}${from} **${counts}.**`,
    "",
  ];
  if (part === "history") {
    const sections = [...new Set(rows.map(({ section }) => section))];
    return [
      ...head,
      WITHOUT_RULE[language],
      "",
      ...sections.flatMap((section) => [
        ...table(
          rows.filter((row) => row.section === section),
          language,
          true,
        ),
        "",
      ]),
    ].join("\n");
  }
  const picture =
    part === "episodes" && chart !== undefined ? [`![${PART_TITLES[part][language]}](${chart})`, ""] : [];
  return [...head, ...picture, ...subjects(validation, rows, part, language)].join("\n");
}

function subjects(
  { episodes, draws }: Validation,
  rows: readonly ValidationRow[],
  part: ValidationPart,
  language: Language,
): readonly string[] {
  return [...new Set(rows.map(({ subject }) => subject.en))].flatMap((subject) => {
    const own = rows.filter((row) => row.subject.en === subject);
    const episode = part === "episodes" ? episodes.find(({ label }) => label.en === subject) : undefined;
    const title = own[0]?.subject[language] ?? "";
    if (episode === undefined) return [`### ${title}`, "", ...table(own, language, false), ""];
    const { verdict, isolated, used, bounds } = episode;
    return [
      `### ${title}: ${verdictText(verdict, language)}`,
      "",
      isolated[language],
      "",
      `*${episodeDraws(used, draws, bounds, language)}.*`,
      "",
      ...table(own, language, false),
      "",
    ];
  });
}

/** Rows as a Markdown table; columns that are empty throughout are left out. */
function table(rows: readonly ValidationRow[], language: Language, withSubject: boolean): readonly string[] {
  const { head, cells } = validationTable(rows, language, { subject: withSubject, sources: !withSubject });
  return [
    tableLine(head.map(({ text }) => text)),
    tableLine(head.map(({ number }) => (number ? "---:" : "---"))),
    ...cells.map(tableLine),
  ];
}

/** Rows of the validation as texts, columns that are empty throughout left out; with the column of subjects, of sources, or both. */
export function validationTable(
  rows: readonly ValidationRow[],
  language: Language,
  columns: { readonly subject: boolean; readonly sources: boolean },
): {
  readonly head: readonly { readonly text: string; readonly number: boolean }[];
  readonly cells: readonly (readonly string[])[];
} {
  const note = { en: "note", es: "nota" }[language];
  const all: readonly (readonly [title: string, right: boolean, cell: (row: ValidationRow) => string])[] = [
    [COLUMNS.subject[language], false, (row) => (columns.subject ? row.subject[language] : "")],
    [COLUMNS.target[language], false, (row) => row.target[language]],
    [COLUMNS.published[language], true, (row) => publishedText(row, language)],
    [
      COLUMNS.obtained[language],
      true,
      ({ obtained, unit }) => validationNumber(obtained.median, unit, language),
    ],
    [COLUMNS.range[language], true, (row) => obtainedRange(row, language)],
    [COLUMNS.without[language], true, ({ without, unit }) => validationNumber(without, unit, language)],
    [COLUMNS.inside[language], true, insideText],
    [COLUMNS.verdict[language], false, ({ verdict }) => verdictText(verdict, language)],
    [COLUMNS.sources[language], false, ({ sources }) => (columns.sources ? sources.join(", ") : "")],
    [note, false, (row) => row.note?.[language] ?? ""],
  ];
  const shown = all.filter(([, , cell]) => rows.some((row) => cell(row) !== ""));
  return {
    head: shown.map(([text, number]) => ({ text, number })),
    cells: rows.map((row) => shown.map(([, , cell]) => cell(row))),
  };
}
