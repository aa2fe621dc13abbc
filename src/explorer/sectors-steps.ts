import type { Language } from "../base/text.ts";
import type { Model } from "../model/model.ts";
import { type Graph, type GraphLink, inSeries } from "./sectors-graph.ts";
import { inSentence, type Labels } from "./sectors-labels.ts";
import type { LinkSign } from "./sectors-signs.ts";

/** One quantity on a way through the model: which way it goes when the first one rises. */
export interface Step {
  readonly name: string;
  readonly sign: LinkSign;
  /** It takes time to arrive here. */
  readonly late: boolean;
}

/** The steps along names of which each reads the one before; the first rises. Links that the graph lacks leave the sign open. */
export function stepsAlong(graph: Graph, names: readonly string[]): readonly Step[] {
  let sign: LinkSign = "+";
  return names.map((name, i): Step => {
    if (i === 0) return { name, sign, late: false };
    const link = linkBetween(graph, names[i - 1]!, name);
    sign = inSeries(sign, link?.sign ?? "?");
    return { name, sign, late: link?.late ?? false };
  });
}

function linkBetween(graph: Graph, from: string, to: string): GraphLink | undefined {
  return graph.out.get(from)?.find((link) => link.to === to);
}

/** Steps without those that a sentence need not name: the one flow by which a stock follows what drives it. */
export function toldSteps(graph: Graph, steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ name }, i) => {
    const next = graph.nodes.get(steps[i + 1]?.name ?? "");
    if (i === 0 || next?.kind !== "stock") return true;
    const flows = [...next.inflows, ...next.outflows];
    return !(flows.length === 1 && flows[0] === name);
  });
}

/** The shortest way from a quantity to another, both included; undefined where there is none. The order of links decides between equals. */
export function shortestWay(graph: Graph, from: string, to: string): readonly string[] | undefined {
  const before = new Map<string, string | undefined>([[from, undefined]]);
  for (const at of before.keys()) {
    if (at === to) {
      const way: string[] = [];
      for (let name: string | undefined = to; name !== undefined; name = before.get(name)) way.push(name);
      return way.reverse();
    }
    for (const link of graph.out.get(at) ?? []) if (!before.has(link.to)) before.set(link.to, at);
  }
  return undefined;
}

/** A quantity that goes up or down, in words: "more arrivals", "a lower price index", "more or less output". */
export type StepWords = (step: Step, language: Language) => string;

/** A label in the middle of a sentence; that of an outcome without the group before it and the window behind it. */
export function sentenceLabel(model: Model, labels: Labels): (name: string, language: Language) => string {
  const outcomes = new Set(model.outcomes.map(({ name }) => name));
  return (name, language) => {
    const full = labels(name, language).text;
    return inSentence(outcomes.has(name) ? full.replace(/^.*: /, "").replace(/, .*$/, "") : full);
  };
}

/** Units whose quantities are high or low rather than many or few. */
const LEVEL = /^(?:1|percent|percentage points|month|year|date|day|1\/.*|.*USD\/g|)$/;

/** The noun that a label is about: what stands before its first preposition or relative clause in English, the first word in Spanish. */
function headNoun(label: string, language: Language): string {
  const words = label.split(" ");
  if (language === "es") return words[0] ?? "";
  const end = words.findIndex((word) =>
    /^(?:of|in|per|for|by|on|to|from|after|without|with|that|under|who|into|between|at|as|since|against|out|not|per|through|lost|killed|left|given|leaving|exposed|displaced|reported|counted|formed)$/.test(
      word,
    ),
  );
  return words[end < 1 ? words.length - 1 : end - 1] ?? "";
}

/** Whether one counts what a label is about. */
function isSeveral(label: string, language: Language): boolean {
  return /^(?:people|members|.*[^su]s)$/.test(headNoun(label, language));
}

/** Words for steps, from the labels and units of a model. */
export function stepWords(model: Model, labels: Labels): StepWords {
  const labelOf = sentenceLabel(model, labels);
  return ({ name, sign }, language) => {
    const label = labelOf(name, language);
    const several = isSeveral(label, language);
    const level = LEVEL.test(model.variables.get(name)?.unit ?? "1") && !several;
    if (language === "en") {
      const [up, down] = level ? ["higher", "lower"] : ["more", several ? "fewer" : "less"];
      return `${sign === "+" ? up : sign === "-" ? down : `${up} or ${down}`} ${label}`;
    }
    const [up, down] = level ? ["mayor", "menor"] : ["más", "menos"];
    return `${sign === "+" ? up : sign === "-" ? down : `${up} o ${down}`} ${label}`;
  };
}
