import type { HowWords } from "./how-words.ts";

export const HOW_ENGLISH: HowWords = {
  title: "How it works",
  description: (model) =>
    `How the model ${model} works: its parts, its feedback loops, its equations and its sources.`,
  lede: "The model is text. Chapters say what is known and hold the equations that run: what you read is what is computed.",
  is: {
    title: "What it is",
    items: [
      "A model of stocks and flows: how much there is of something, and what fills and empties it.",
      "Many runs, not one. Each run draws the uncertain numbers anew, so that every answer is a range.",
      "A way to compare: two choices are run with the same draws, and their difference is taken run by run.",
    ],
  },
  isNot: {
    title: "What it is not",
    items: [
      "A forecast of what will happen. It says what follows if its assumptions hold.",
      "An adviser. No lever is favoured, and there is no single score.",
      "Complete. What nobody has measured stands in it as a judgement, and the pages say so.",
    ],
  },
  kinds: {
    title: "Three kinds of not knowing",
    intro: "The explorer keeps them apart.",
    items: [
      {
        term: "Numbers",
        text: "A number that is not known well is drawn from a range. The bands in the charts show what follows.",
      },
      {
        term: "Choices",
        text: "What somebody decides: the levers. Each choice is a line of its own, A or B.",
      },
      {
        term: "Structure",
        text: "How the world works, where experts disagree. Each rival explanation is run for itself and shown beside the others.",
      },
    ],
  },
  overview: {
    title: "The parts and what they pass on",
    picture: "Picture of the parts",
    intro:
      "Each box is a chapter, in the order of the supply chain. An arrow means that one chapter reads quantities of another; the number says how many.",
    description: (boxes, arrows) =>
      `${boxes} boxes below one another and ${arrows} arrows between them. The list below names every quantity that is passed on.`,
    list: "The same as a list",
    reads: (to, from, count) => `${to} reads ${count} ${count === 1 ? "quantity" : "quantities"} of ${from}:`,
  },
  rivals: {
    title: "Rival explanations",
    intro:
      "Where experts explain the same facts in different ways, the model holds each explanation. A run takes one of them.",
    options: "Explanations",
  },
  loops: {
    title: "Feedback loops",
    intro: (all, plus, minus, open) =>
      `A feedback loop is a change that comes back to where it began. Of the ${all} loops that were found (for every link on a loop the shortest one) ${plus} strengthen a change (R), ${minus} hold it back (B), and ${open} can do either. These tell most.`,
    signs:
      "Each sentence follows a rise of the first quantity. The directions are those seen in two runs of the model; where a link goes both ways, the loop is not told.",
    across: "Passes through",
  },
  chapters: { title: "Chapters", intro: "Each opens with a summary and holds all its equations." },
  more: {
    title: "Look up",
    levers:
      "Levers: what each one is, who proposed it, the case for and against, and its ways through the model",
    equations: "All quantities and equations from A to Z",
    sources: "All sources",
  },
  counts: ({ chapters, names, stocks, constants, levers, outcomes, loops }) =>
    `${chapters} chapters, ${names} quantities: ${stocks} stocks, ${constants} uncertain constants, ${levers} levers, ${outcomes} outcomes; ${loops} feedback loops.`,
  chapter: {
    description: (title) =>
      `Chapter ${title} of the model: what is known, its picture and all its equations.`,
    all: "All chapters",
    previous: "Before",
    next: "Next",
    contents: "On this page",
    names: (count) => `Quantities in this chapter (${count})`,
    outcome: "outcome",
    equationOf: (name) => `Equation of ${name}`,
    asWritten: (name) => `${name} as the model has it`,
    value: "Value",
    prior: "Drawn from",
    range: "Range",
    ramp: (months) => `in full force after ${months} months`,
    to: "to",
    options: "Explanations",
    elements: "Values",
    evidence: "Evidence",
    judgement: "a judgement: no published source",
    readBy: "Read by",
    data: (file, column, points, late) =>
      `Held against ${file}, column ${column}: ${points} values scored, published ${late} months late`,
    math: {
      if: "if",
      otherwise: "otherwise",
      and: "and",
      or: "or",
      not: "not",
      start: "at the start",
      of: "for",
    },
  },
  picture: {
    title: "The picture",
    caption: (title) => `${title}: what fills, empties and moves what`,
    description: (stocks, flows, others) =>
      `A picture with ${stocks} stocks, ${flows} flows and ${others} other quantities. The list below says the same in words.`,
    how: "How to read the picture",
    legend: [
      "Thick box: a stock, what a photograph would count.",
      "Pipe with a valve: a flow, which fills or empties a stock. A cloud is the world outside the picture.",
      "Dashed pill: a lever. Double frame: a result that the explorer can show. Plain words: other quantities.",
      "Thin arrow: moves. + in the same direction, − in the other, ± now one and now the other. Two bars across it: it takes time.",
      "Some quantities are left out, and an arrow then stands for several steps. The chapter has them all.",
    ],
    list: "The picture as a list",
    start: "Stock",
    filled: "Filled by",
    emptied: "Emptied by",
    moved: "moved by",
    same: "in the same direction",
    other: "in the other direction",
    either: "in either direction",
    late: "with a delay",
    through: "through",
    lever: "lever",
    outcome: "outcome",
    readsFrom: (title) => `Reads from ${title}:`,
    readBy: (title) => `Passes on to ${title}:`,
  },
  levers: {
    title: "Levers",
    description:
      "What each lever is, who proposed it, the case for and against it, and its ways through the model.",
    intro: "In the order of the supply chain, not of effect.",
    signs:
      "Each way is the shortest of many through the equations, from a rise of the lever. It is not the strongest, and others may pull the other way: sizes are in the explorer.",
    for: "Case for",
    against: "Case against",
    proposed: "Proposed by",
    range: "Range",
    tried: "Seen in the world",
    equation: "Definition and evidence",
    paths: (count) => `Shortest ways to ${count} outcomes`,
    long: (steps) => `only by a long way round, of ${steps} steps`,
    none: "no way: this lever does not reach it",
  },
  equations: {
    title: "All quantities from A to Z",
    description: "Every quantity of the model with a link to its equation, unit and evidence.",
    intro: "Each leads to its equation, unit and evidence in the chapter.",
  },
  sources: {
    title: "Sources",
    description: "Every row of the model's register of evidence: value, source, and how far it was checked.",
    intro: (rows, cited) =>
      `${rows} rows; ${cited} of them stand behind a number of the model. “Verified” means that the value was read in the source.`,
    head: {
      id: "Id",
      quantity: "Quantity",
      value: "Value",
      unit: "Unit",
      year: "Year",
      source: "Source",
      status: "Checked",
      usedBy: "Used by",
    },
    status: {},
  },
};
