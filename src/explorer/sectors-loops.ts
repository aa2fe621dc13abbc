import type { Language } from "../base/text.ts";
import type { Loop, Model } from "../model/model.ts";
import type { Graph } from "./sectors-graph.ts";
import type { LinkSign } from "./sectors-signs.ts";
import { type Step, type StepWords, stepsAlong, toldSteps } from "./sectors-steps.ts";

/** A feedback loop worth telling. */
export interface ToldLoop {
  /** `R1`: reinforcing, `B1`: balancing, numbered by kind in the order of the chapters. */
  readonly id: string;
  readonly sign: "+" | "-";
  /** From a stock where it has one, round to itself. */
  readonly steps: readonly Step[];
  /** The chapters that it passes through, the one with the most of its names first. */
  readonly chapters: readonly string[];
}

/** All loops of a model by kind, and those that are told. */
export interface LoopStory {
  readonly count: Readonly<Record<"all" | LinkSign, number>>;
  readonly told: readonly ToldLoop[];
}

/** Loops told for one chapter, and in all. */
const PER_CHAPTER = 3;
const MOST = 24;
/** Shorter ones are a stock and its own flow; longer ones nobody follows. */
const SHORTEST = 3;
const LONGEST = 13;
/** Two loops that share more than this part of their names tell the same. */
const ALIKE = 0.4;

/**
 * The loops that tell most: the shortest of three quantities or more whose sign is known, none like another, a few for each chapter.
 * Signs are those of the graph; loops are the model's (see `findLoops`).
 */
export function loopStory(model: Model, graph: Graph): LoopStory {
  const count = { all: model.loops.length, "+": 0, "-": 0, "?": 0 };
  const chosen: { loop: Loop; sign: "+" | "-"; chapters: readonly string[] }[] = [];
  const perChapter = new Map<string, number>();
  for (const loop of model.loops) {
    const sign = stepsAlong(graph, [...loop.names, loop.names[0]!]).at(-1)!.sign;
    count[sign]++;
    const { length } = loop.names;
    if (sign === "?" || length < SHORTEST || length > LONGEST || chosen.length >= MOST) continue;
    const chapters = chaptersOf(graph, loop.names);
    const [home = ""] = chapters;
    if ((perChapter.get(home) ?? 0) >= PER_CHAPTER) continue;
    if (chosen.some((other) => alike(other.loop.names, loop.names) > ALIKE)) continue;
    perChapter.set(home, (perChapter.get(home) ?? 0) + 1);
    chosen.push({ loop, sign, chapters });
  }
  const order = model.chapters.map(({ file }) => file);
  const sorted = chosen.sort((a, b) => order.indexOf(a.chapters[0]!) - order.indexOf(b.chapters[0]!));
  const numbers = { "+": 0, "-": 0 };
  const told = sorted.map(({ loop, sign, chapters }): ToldLoop => {
    const names = fromStock(graph, loop.names);
    return {
      id: `${sign === "+" ? "R" : "B"}${++numbers[sign]}`,
      ...{ sign, chapters, steps: toldSteps(graph, stepsAlong(graph, [...names, names[0]!])) },
    };
  });
  return { count, told };
}

/** Chapters of names, the most frequent first. */
function chaptersOf(graph: Graph, names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    const chapter = graph.nodes.get(name)?.chapter ?? "";
    counts.set(chapter, (counts.get(chapter) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([chapter]) => chapter);
}

/** Part of the names of two loops together that both have. */
function alike(a: readonly string[], b: readonly string[]): number {
  const both = a.filter((name) => b.includes(name)).length;
  return both / (a.length + b.length - both);
}

function fromStock(graph: Graph, names: readonly string[]): readonly string[] {
  const at = Math.max(
    0,
    names.findIndex((name) => graph.nodes.get(name)?.kind === "stock"),
  );
  return [...names.slice(at), ...names.slice(0, at)];
}

/** The loop as a sentence: "A rise in exposure means more deaths, then ..., and so less exposure: the change is held back." */
export function loopSentence(
  { steps, sign }: ToldLoop,
  words: StepWords,
  first: string,
  language: Language,
): string {
  const later = language === "en" ? " (later)" : " (más tarde)";
  const said = steps.map((step) => words(step, language) + (step.late ? later : ""));
  const chain = said.slice(1, -1).join(language === "en" ? ", then " : ", luego ");
  const last = said.at(-1) ?? "";
  if (language === "en") {
    const end = sign === "+" ? "the change grows by itself" : "the change is held back";
    return `A rise in ${first} means ${chain}, and so ${last}: ${end}.`;
  }
  const end = sign === "+" ? "el cambio crece por sí mismo" : "el cambio se frena";
  return `Con ${said[0] ?? ""} hay ${chain}, y así ${last}: ${end}.`;
}
