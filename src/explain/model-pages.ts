import type { EvidenceRow } from "../evidence/register.ts";
import type { Chapter } from "../lang/ast.ts";
import { familyOf } from "../model/arrays/element-name.ts";
import type { Mechanism, Model, Observation, Variable } from "../model/model.ts";
import { declared } from "./describe-variable.ts";
import { anchor, pageOf, tableCell } from "./markdown-page.ts";
import { elementsDiffer, fixedElements, type NameEntry, nameEntries, nameEntry } from "./name-entries.ts";
import { evidenceValue, KIND_WORDS } from "./variable-text.ts";

/**
 * Pages about a model, made from its chapters: `index.md`, a page per chapter with its names cross-linked, and
 * `evidence.md` with every cited row and who cites it. File names relative to one folder; the same model gives the
 * same bytes.
 */
export function modelPages(model: Model): Readonly<Record<string, string>> {
  const pages: Record<string, string> = { "index.md": indexPage(model) };
  for (const chapter of model.chapters) pages[pageOf(chapter.file)] = chapterPage(model, chapter);
  pages["evidence.md"] = evidencePage(model);
  return pages;
}

function nameLink(model: Model, name: string, from: string): string {
  const entry = nameEntry(model, name);
  if (entry === undefined) return name;
  const page = pageOf(entry.variable.chapter);
  return `[${tableCell(entry.text)}](${page === from ? "" : page}#${anchor(name)})`;
}

function evidenceLink(model: Model, id: string): string {
  return model.evidence.has(id) ? `[${id}](evidence.md#${anchor(id)})` : id;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

const MADE = "*Made from the model by `downstream docs`; change the chapter, not this page.*";

function indexPage(model: Model): string {
  const { ir } = model;
  const facts = [
    `${model.chapters.length} chapters, ${nameEntries(model).length} names: ${ir.stocks.length} stocks, ` +
      `${ir.parameters.filter((p) => p.prior !== undefined).length} uncertain constants, ${model.levers.length} levers, ` +
      `${model.outcomes.length} outcomes, ${model.variants.length} variants, ${model.observations.length} observed series, ` +
      `${model.checks.length} reality checks, ${model.loops.length} feedback loops.`,
  ];
  const chapters = model.chapters.map((chapter) => {
    const own = entriesOf(model, chapter);
    return [`[${tableCell(chapter.title)}](${pageOf(chapter.file)})`, String(own.length)];
  });
  const list = (names: readonly string[]) =>
    [...new Set(names.map(familyOf))].map(
      (name) => [nameLink(model, name, ""), unitOf(model, name)] as const,
    );
  return `${[
    `# The model ${model.name}`,
    MADE,
    ...facts,
    table(["Chapter", "Names"], chapters),
    "Every cited row of the register: [evidence](evidence.md).",
    "## Levers",
    table(["Lever", "Unit"], list(model.levers)),
    "## Outcomes",
    table(["Outcome", "Unit"], list(model.outcomes.map((outcome) => outcome.name))),
    "## Variants: rival explanations",
    table(
      ["Variant", "Options"],
      model.variants.map((name) => [
        nameLink(model, name, ""),
        tableCell((model.variables.get(name)?.options ?? []).join(" / ")),
      ]),
    ),
    "## Observed series",
    table(
      ["Series", "Data", "Points scored", "Error of reports", "Left out by the model"],
      model.observations.map((entry) => [
        nameLink(model, entry.name, ""),
        tableCell(`${entry.file}: ${entry.column}`),
        String(entry.scored.length),
        errorText(entry),
        discrepancyText(entry),
      ]),
    ),
    ...analysisTables(model, (name) => nameLink(model, name, "")),
  ].join("\n\n")}\n`;
}

function errorText({ error, unit, factor }: Observation): string {
  if (error === undefined) return "";
  return error.kind === "relative"
    ? `${declared(error.value, 0.01)} %`
    : tableCell(`${declared(error.value, factor)} ${unit}`);
}

function discrepancyText({ discrepancy }: Observation): string {
  if (discrepancy === undefined) return "";
  return `${declared(discrepancy.value, 0.01)} % over ${declared(discrepancy.months, 1)} months`;
}

/** What analyses know of a model, where it says so: causes that can be switched off, inputs counted until a date, forecasts. */
function analysisTables(model: Model, link: (name: string) => string): readonly string[] {
  const { mechanisms, known, forecasts } = model;
  const off = ({ parameter, value }: Mechanism["off"][number]) =>
    `${link(parameter)} = ${declared(value, model.variables.get(parameter)?.factor ?? 1)}`;
  const sections: readonly (readonly [string, readonly string[], readonly (readonly string[])[]])[] = [
    [
      "Mechanisms that can be switched off",
      ["Mechanism", "Conceived", "Off when", "Evidence"],
      mechanisms.map((one) => [
        tableCell(one.text),
        one.conceived,
        one.off.map(off).join(", "),
        one.references.map(({ id }) => evidenceLink(model, id)).join(", "),
      ]),
    ],
    [
      "Inputs counted until a date",
      ["Date", "Reported"],
      known.map((one) => [link(one.parameter), `${declared(one.lateMonths, 1)} months late`]),
    ],
    [
      "Forecasts",
      ["Series", "Sum of", "Scored against"],
      forecasts.map((one) => [one.name, one.components.map(link).join(" + "), link(one.against)]),
    ],
  ];
  return sections.flatMap(([title, header, rows]) =>
    rows.length === 0 ? [] : [`## ${title}`, table(header, rows)],
  );
}

function unitOf(model: Model, name: string): string {
  return tableCell(nameEntry(model, name)?.variable.unit ?? "");
}

function entriesOf(model: Model, chapter: Chapter): readonly NameEntry[] {
  return nameEntries(model).filter(({ variable }) => variable.chapter === chapter.file);
}

/** Elements of an array that a page lists at most. */
const MOST_ELEMENTS = 60;

/** A table of the values of an array's elements, where they differ. */
function elementTables(model: Model, entries: readonly NameEntry[]): readonly string[] {
  return entries.flatMap((entry) => {
    const fixed = fixedElements(model, entry).map(({ text, value }) => [
      tableCell(text),
      String(declared(value, entry.variable.factor)),
    ]);
    const own = elementsDiffer(entry)
      ? entry.elements.map((one) => [tableCell(one.text), valueCell(model, one.variable)])
      : [];
    const rows = [...fixed, ...own];
    if (rows.length === 0 || rows.length > MOST_ELEMENTS) return [];
    return [`### ${tableCell(entry.text)}`, table(["Element", "Value"], rows)];
  });
}

/** Values of an array: the one that all share, or the least and the greatest. */
function arrayCell(model: Model, entry: NameEntry): string {
  if (entry.array === undefined || !elementsDiffer(entry)) return valueCell(model, entry.variable);
  const values = entry.elements.flatMap(({ variable: { value, factor } }) =>
    value === undefined ? [] : [declared(value, factor)],
  );
  return values.length === 0 ? "" : `${Math.min(...values)} to ${Math.max(...values)}`;
}

function chapterPage(model: Model, chapter: Chapter): string {
  const page = pageOf(chapter.file);
  const entries = entriesOf(model, chapter);
  const tables = elementTables(model, entries);
  const rows = entries.map(({ variable, ...entry }) => [
    `<a id="${anchor(entry.name)}"></a>${tableCell(entry.text)}`,
    KIND_WORDS[variable.kind].en,
    tableCell(variable.unit),
    arrayCell(model, { variable, ...entry }),
    variable.references.map(({ id }) => evidenceLink(model, id)).join(", "),
    variable.usedBy.map((name) => nameLink(model, name, page)).join(", "),
  ]);
  const checks = model.checks
    .filter((check) => check.chapter === chapter.file)
    .map((check) => `- ${check.title}`);
  const mechanisms = model.mechanisms
    .filter((one) => one.chapter === chapter.file)
    .map((one) => `- ${one.text}, conceived ${one.conceived}`);
  return `${[
    linkReferences(model, chapter.text.trimEnd()),
    ...(rows.length > 0
      ? ["## Names in this chapter", table(["Name", "Kind", "Unit", "Value", "Evidence", "Read by"], rows)]
      : []),
    ...tables,
    ...(mechanisms.length > 0 ? ["## Mechanisms in this chapter", mechanisms.join("\n")] : []),
    ...(checks.length > 0 ? ["## Checks in this chapter", checks.join("\n")] : []),
    `[All chapters](index.md). ${MADE}`,
  ].join("\n\n")}\n`;
}

function valueCell(model: Model, variable: Variable): string {
  if (variable.options) return tableCell(variable.options.join(" / "));
  const lever = variable.place.of === "lever" ? model.ir.levers[variable.place.index] : undefined;
  if (variable.value === undefined) return "";
  const value = String(declared(variable.value, variable.factor));
  if (lever) {
    return `${value} (${declared(lever.low, lever.factor)} to ${declared(lever.high, lever.factor)})`;
  }
  return variable.prior ? `${value}, ${variable.prior.distribution}` : value;
}

/** Turns `[@B-LAB-05; @C001]` in prose into links to the register; blocks of code stay as they are. */
function linkReferences(model: Model, text: string): string {
  return text
    .split(/(^```[\s\S]*?^```)/m)
    .map((part) =>
      part.startsWith("```")
        ? part
        : part.replace(/\[((?:@[\w.-]+[,;]?\s*)+)\]/g, (_, ids: string) =>
            [...ids.matchAll(/@([\w.-]*\w)/g)].map((match) => evidenceLink(model, match[1] ?? "")).join(", "),
          ),
    )
    .join("");
}

function evidencePage(model: Model): string {
  const users = new Map<string, string[]>();
  for (const { name, variable, elements } of nameEntries(model)) {
    const all = [variable, ...elements.map((one) => one.variable)];
    for (const id of new Set(all.flatMap((one) => one.references.map((reference) => reference.id)))) {
      users.set(id, [...(users.get(id) ?? []), name]);
    }
  }
  const cited = [...model.evidence.values()].filter((row) => users.has(row.id));
  const judged = users.get("judgement")?.length ?? 0;
  const rows = cited.map((row) => [
    `<a id="${anchor(row.id)}"></a>${row.id}`,
    tableCell(row.quantity),
    tableCell(evidenceValue(row)),
    sourceCell(row),
    tableCell(row.status),
    (users.get(row.id) ?? []).map((name) => nameLink(model, name, "evidence.md")).join(", "),
  ]);
  return `${[
    "# Evidence behind the model",
    MADE,
    `${cited.length} of the ${model.evidence.size} rows of the register stand behind a number of the model; ` +
      `${judged} definitions rest on a judgement, alone or beside a row.`,
    table(["Id", "Quantity", "Value", "Source", "Status", "Used by"], rows),
  ].join("\n\n")}\n`;
}

function sourceCell(row: EvidenceRow): string {
  return /^https?:\/\//.test(row.url) ? `[${tableCell(row.source)}](${row.url})` : tableCell(row.source);
}
