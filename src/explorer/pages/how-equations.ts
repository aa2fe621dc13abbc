import { escapeText } from "../../charts/svg.ts";
import { nameEntries } from "../../explain/name-entries.ts";
import { KIND_WORDS } from "../../explain/variable-text.ts";
import { englishOnly, type HowContext, labelHtml, nameHref } from "./how-context.ts";
import type { Page } from "./page-frame.ts";

/** Every quantity of the model from A to Z, with a link to its definition. */
export function equationsPage(context: HowContext): Page {
  const { model, words, language, labels } = context;
  const e = escapeText;
  const w = words.equations;
  const entries = [...nameEntries(model)].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const initials = [...new Set(entries.map(({ name }) => initial(name)))];
  const groups = initials.map((letter) => {
    const items = entries
      .filter(({ name }) => initial(name) === letter)
      .map(({ name, text, variable }) => {
        const label = labels(name, language);
        const same = label.foreign || label.text.toLowerCase() === text.toLowerCase();
        return `<li><a href="${nameHref(context, name, "")}"${englishOnly(context)}>${e(text)}</a> <span class="def-kind">${e(KIND_WORDS[variable.kind][language])}${same ? "" : `; ${labelHtml(context, label)}`}</span></li>`;
      });
    return `<h2>${e(letter)}</h2><ul class="name-list">${items.join("\n")}</ul>`;
  });
  return {
    path: "how/equations.html",
    title: w.title,
    description: w.description,
    body: `<div class="how">\n<h1>${e(w.title)}</h1>\n<p class="lede">${e(w.intro)}</p>\n${groups.join("\n")}\n</div>`,
  };
}

function initial(name: string): string {
  const first = name.charAt(0).toUpperCase();
  return /\p{L}/u.test(first) ? first : "0–9";
}
