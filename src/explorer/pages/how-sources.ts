import { formatSignificant } from "../../base/number-format.ts";
import { escapeText } from "../../charts/svg.ts";
import type { EvidenceRow } from "../../evidence/register.ts";
import { anchor } from "../../explain/markdown-page.ts";
import { nameEntries } from "../../explain/name-entries.ts";
import { englishOnly, type HowContext, nameHref } from "./how-context.ts";
import type { Page } from "./page-frame.ts";

/** Every row of the register with who uses it; each has an anchor, `anchor(id)`. */
export function sourcesPage(context: HowContext): Page {
  const { model, words } = context;
  const e = escapeText;
  const w = words.sources;
  const users = usersOf(context);
  const rows = [...model.evidence.values()];
  const cited = rows.filter(({ id }) => users.has(id)).length;
  const { head } = w;
  const columns = [
    head.id,
    head.quantity,
    head.value,
    head.unit,
    head.year,
    head.source,
    head.status,
    head.usedBy,
  ];
  const table = [
    `<div class="table-box" tabindex="0" role="region" aria-label="${e(w.title)}"><table class="sources">`,
    `<caption>${e(w.title)}</caption>`,
    `<thead><tr>${columns.map((text) => `<th scope="col">${e(text)}</th>`).join("")}</tr></thead>`,
    `<tbody>${rows.map((row) => rowHtml(context, row, users.get(row.id) ?? [])).join("\n")}</tbody>`,
    "</table></div>",
  ].join("\n");
  return {
    path: "how/sources.html",
    title: w.title,
    description: w.description,
    body: `<div class="how">\n<h1>${e(w.title)}</h1>\n<p class="lede">${e(w.intro(rows.length, cited))}</p>\n${rows.length === 0 ? "" : table}\n</div>`,
  };
}

function rowHtml(context: HowContext, row: EvidenceRow, users: readonly string[]): string {
  const e = escapeText;
  const english = englishOnly(context);
  const number = (value: number) => formatSignificant(value, 12);
  const range =
    row.low === undefined || row.high === undefined
      ? ""
      : ` (${number(row.low)} ${context.words.chapter.to} ${number(row.high)})`;
  const value = (row.value === undefined ? row.valueText : number(row.value)) + range;
  const source = /^https?:\/\//.test(row.url)
    ? `<a href="${e(row.url)}" rel="noreferrer">${e(row.source)}</a>`
    : e(row.source);
  const status = context.words.sources.status[row.status] ?? row.status;
  const links = users.map((name) => `<a href="${nameHref(context, name, "")}"${english}>${e(name)}</a>`);
  return `<tr id="${anchor(row.id)}"><th scope="row">${e(row.id)}</th><td${english}>${e(row.quantity)}</td><td>${e(value)}</td><td${english}>${e(row.unit)}</td><td${english}>${e(row.year)}</td><td${english}>${source}</td><td>${e(status)}</td><td>${links.join(", ")}</td></tr>`;
}

/** Names of the model by the rows that their definitions cite. */
function usersOf({ model }: HowContext): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const { name, variable, elements } of nameEntries(model)) {
    const all = [variable, ...elements.map((one) => one.variable)];
    for (const id of new Set(all.flatMap((one) => one.references.map((reference) => reference.id)))) {
      users.set(id, [...(users.get(id) ?? []), name]);
    }
  }
  return users;
}
