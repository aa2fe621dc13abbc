import { escapeText } from "../../charts/svg.ts";
import { declared } from "../../explain/describe-variable.ts";
import { anchor } from "../../explain/markdown-page.ts";
import { familyOf } from "../../model/arrays/element-name.ts";
import type { IrLever } from "../../model/ir.ts";
import { type ExplorerPlan, explorerPlan } from "../explorer-plan.ts";
import { atStart } from "../sectors-labels.ts";
import { shortestWay, stepsAlong, toldSteps } from "../sectors-steps.ts";
import { quantityText } from "./chapter-definition.ts";
import { type HowContext, nameHref } from "./how-context.ts";
import type { Page } from "./page-frame.ts";

/** Steps beyond which a way is not written out. */
const LONG_WAY = 16;

/** The page of levers, in the order of the supply chain: a note on each, and its shortest ways to the outcomes shown at once. */
export function leversPage(context: HowContext): Page {
  const { parts, model, words, language } = context;
  const e = escapeText;
  const w = words.levers;
  const plan = explorerPlan(model, parts.scenarios, parts.explorer);
  const groups = plan.groups.map(({ id, label, shown, folded }) => {
    const levers = [...shown, ...folded].flatMap(
      (name) => model.ir.levers.find((one) => one.name === name) ?? [],
    );
    return [
      `<section aria-labelledby="group-${anchor(id)}"><h2 id="group-${anchor(id)}">${e(label[language])}</h2>`,
      ...levers.map((lever) => leverHtml(context, plan, lever)),
      "</section>",
    ].join("\n");
  });
  const body = [
    `<h1>${e(w.title)}</h1>`,
    `<p class="lede">${e(w.intro)}</p>`,
    `<p class="note">${e(w.signs)}</p>`,
    ...groups,
  ];
  return {
    path: "how/levers.html",
    title: w.title,
    description: w.description,
    body: `<div class="how">\n${body.join("\n")}\n</div>`,
  };
}

function leverHtml(context: HowContext, plan: ExplorerPlan, lever: IrLever): string {
  const { parts, words, language, labels } = context;
  const e = escapeText;
  const w = words.levers;
  const text = (field: string) => parts.words.text("levers", lever.name, field)[language];
  const number = (value: number) => declared(value, lever.factor);
  const unit = plan.lever(lever.name)?.unit?.[language];
  const high =
    unit === undefined
      ? quantityText(number(lever.high), lever.unit, language)
      : `${quantityText(number(lever.high), "1", language)} ${unit}`;
  const low = quantityText(number(lever.low), lever.unit === "date" ? "date" : "1", language);
  const ramp = lever.rampMonths > 0 ? `; ${words.chapter.ramp(lever.rampMonths)}` : "";
  const tried = plan.lever(lever.name)?.tried?.note[language] ?? plan.lever(lever.name)?.untried?.[language];
  const rows: (readonly [string, string | undefined])[] = [
    [w.for, text("for")],
    [w.against, text("against")],
    [w.proposed, text("proposed")],
    [w.range, `${low} ${words.chapter.to} ${high}${ramp}`],
    [w.tried, tried],
  ];
  const items = rows.flatMap(([term, said]) =>
    said === undefined || said === "" ? [] : [`<div><dt>${e(term)}</dt><dd>${e(said)}</dd></div>`],
  );
  const href = nameHref(context, lever.name, "");
  return [
    `<section class="lever-note" aria-labelledby="${anchor(lever.name)}"><h3 id="${anchor(lever.name)}">${e(labels(lever.name, language).text)}</h3>`,
    `<p>${e(text("sentence"))}${href === undefined ? "" : ` <a href="${href}">${e(w.equation)}</a>`}</p>`,
    `<dl class="def-facts">${items.join("")}</dl>`,
    waysHtml(context, plan, lever.name),
    "</section>",
  ].join("\n");
}

function waysHtml(context: HowContext, plan: ExplorerPlan, lever: string): string {
  const { graph, words, language, labels, step } = context;
  const e = escapeText;
  const w = words.levers;
  const items = plan.panel.map((outcome) => {
    const label = `<strong>${e(labels(outcome, language).text)}</strong>`;
    const way = shortestWay(graph, familyOf(lever), familyOf(outcome));
    if (way === undefined) return `<li>${label}: ${e(w.none)}</li>`;
    if (way.length > LONG_WAY) return `<li>${label}: ${e(w.long(way.length - 1))}</li>`;
    const steps = toldSteps(graph, stepsAlong(graph, way));
    const said = steps.map(
      (one) => `${e(step(one, language))}${one.late ? ` (${e(words.picture.late)})` : ""}`,
    );
    return `<li>${label}: ${atStart(said.join(" → "))}</li>`;
  });
  return `<details><summary>${e(w.paths(plan.panel.length))}</summary><ul class="ways">${items.join("\n")}</ul></details>`;
}
