import type { CritiquePlace, CritiquesView, CritiqueView } from "./critiques-view.ts";

/** The page of objections in Markdown. `modelPages` is the path to the pages about the model, ending with `/`. */
export function critiquesPage(view: CritiquesView, modelPages: string): string {
  const counts = (rows: readonly { readonly words: string; readonly count: number }[]) =>
    rows.map(({ words, count }) => `- ${words}: ${count}`).join("\n");
  return `${[
    `# ${view.title}`,
    view.intro,
    counts(view.standings),
    counts(view.tilts),
    ...view.stages.flatMap(({ title, critiques }) => [
      `## ${title}`,
      ...critiques.map((one) => section(view, one, modelPages)),
    ]),
  ].join("\n\n")}\n`;
}

function section({ labels }: CritiquesView, one: CritiqueView, modelPages: string): string {
  return [
    `### ${plain(one.title)}`,
    `*${plain(one.who)}* · **${one.standingWords}** · ${one.tiltWords}`,
    `**${labels.objection}.** ${plain(one.objection)}`,
    `**${labels.does}.** ${plain(one.does)}`,
    ...(one.settles === undefined ? [] : [`**${labels.settles}.** ${plain(one.settles)}`]),
    `**${labels.where}.** ${one.places.map((place) => link(place, modelPages, labels.unused)).join("; ")}.`,
  ].join("\n\n");
}

function link({ kind, text, page, anchor }: CritiquePlace, modelPages: string, unused: string): string {
  const shown = kind === "check" ? `“${plain(text)}”` : plain(text);
  if (page === undefined) return kind === "row" ? `${shown} (${unused})` : shown;
  return `[${shown}](${modelPages}${page}${anchor === undefined ? "" : `#${anchor}`})`;
}

/** A text of the data as text of Markdown. */
function plain(text: string): string {
  return text.replace(/[\\*_[\]<>`]/g, "\\$&");
}
