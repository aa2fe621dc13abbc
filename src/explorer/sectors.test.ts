import { expect, test } from "vitest";
import { compileModel } from "../model/compile-model.ts";
import { loadWords } from "../scenario/words.ts";
import { modelGraph } from "./sectors-graph.ts";
import { atStart, inSentence, nameLabels } from "./sectors-labels.ts";
import { loopSentence, loopStory } from "./sectors-loops.ts";
import { sectorReadings } from "./sectors-overview.ts";
import { sectorPicture } from "./sectors-picture.ts";
import { sentenceLabel, shortestWay, stepsAlong, stepWords, toldSteps } from "./sectors-steps.ts";

const files = {
  "chapters/1-water.md": `# Water

\`\`\`model
time from 2020-01 to 2022-01, 1 steps a month, euler, decision 2021-01
stock water [kg]
  start  full
  in     rain
  out    leak, use
first rain [kg/year] = 30  @judgement
rain [kg/year] = first rain * (1 - share of sun)
hole [1/year] = 0.5  @judgement
leak [kg/year] = water * hole * (1 - plug)
lever plug [1] = 0, range 0..1
full [kg] = 40  @judgement
fullness [1] = water / full
\`\`\`
`,
  "chapters/2-people.md": `# 2. People

\`\`\`model
use [kg/year] = people who drink * thirst
thirst [kg/person/year] = 0.1  @judgement
stock people who drink [person]
  start  100 * one person
  in     change of people
time to come [year] = 1  @judgement
people wanted [person] = 100 * one person * fullness
one person [person] = 1  @judgement
change of people [person/year] = (people wanted - people who drink) / time to come
share of sun [1] = 0.2 + 0.1 * smth1(fullness, time to come)
outcome people who drink, higher is better
\`\`\`
`,
  "words/en.yaml":
    "outcomes: {people who drink: {label: 'People: people who drink, 12 months', short: Drinkers, sentence: Who drinks., unit: people}}\nquantities: {fullness: fill level}\n",
  "words/es.yaml":
    "outcomes: {people who drink: {label: 'Personas que beben', short: Beben, sentence: Quién bebe., unit: personas}}\nquantities: {use: consumo}\n",
};
const { model, diagnostics } = compileModel(files, { name: "water" });
const words = loadWords(files, "");
const graph = modelGraph(model);
const labels = nameLabels(model, words);
const sign = (from: string, to: string) => graph.out.get(from)?.find((link) => link.to === to)?.sign;

test("the example is sound", () => {
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("signs are those that a small change shows, also where the equation alone does not tell", () => {
  expect(sign("water", "leak")).toBe("+");
  expect(sign("leak", "water")).toBe("-");
  expect(sign("rain", "water")).toBe("+");
  // 1 - plug could be negative as far as the text says.
  expect(sign("plug", "leak")).toBe("-");
  expect(sign("share of sun", "rain")).toBe("-");
  expect(sign("people who drink", "change of people")).toBe("-");
});

test("what passes a smoothing arrives late; constants are no causes", () => {
  const into = graph.into.get("share of sun") ?? [];
  expect(into).toMatchObject([{ from: "fullness", late: true, sign: "+" }]);
  expect(graph.nodes.has("hole")).toBe(false);
  expect(graph.nodes.get("water")?.outflows).toEqual(["leak", "use"]);
});

test("loops are told by kind, from a stock, without the flow that only follows", () => {
  const { told, count } = loopStory(model, graph);
  expect(count.all).toBe(model.loops.length);
  expect(count["+"] + count["-"] + count["?"]).toBe(count.all);
  const story = told.map((loop) => {
    const first = sentenceLabel(model, labels)(loop.steps[0]!.name, "en");
    return `${loop.id} ${loopSentence(loop, stepWords(model, labels), first, "en")}`;
  });
  expect(story).toContain(
    "B1 A rise in water means higher fill level, then higher share of sun (later), then less rain, and so less water: the change is held back.",
  );
  expect(story.join("\n")).toContain(
    "A rise in water means higher fill level, then more people wanted, then more people who drink, then more use, and so less water",
  );
});

test("a way has the signs of its links one after the other", () => {
  const way = shortestWay(graph, "plug", "people who drink")!;
  expect(way).toEqual([
    "plug",
    "leak",
    "water",
    "fullness",
    "people wanted",
    "change of people",
    "people who drink",
  ]);
  const steps = stepsAlong(graph, way);
  expect(steps.map((step) => step.sign)).toEqual(["+", "-", "+", "+", "+", "+", "+"]);
  expect(toldSteps(graph, steps).map(({ name }) => name)).not.toContain("change of people");
  expect(shortestWay(graph, "people who drink", "plug")).toBeUndefined();
});

test("words of a step follow its unit, its number and the page's language", () => {
  const say = stepWords(model, labels);
  const step = (name: string, way: "+" | "-" | "?") => ({ name, sign: way, late: false });
  expect(say(step("people who drink", "-"), "en")).toBe("fewer people who drink");
  expect(say(step("people who drink", "+"), "es")).toBe("más personas que beben");
  expect(say(step("share of sun", "?"), "en")).toBe("higher or lower share of sun");
  expect(say(step("use", "-"), "es")).toBe("menos consumo");
});

test("a label falls back to the name and says so", () => {
  expect(labels("use", "es")).toEqual({ text: "consumo", foreign: false });
  expect(labels("rain", "es")).toEqual({ text: "rain", foreign: true });
  expect(labels("rain", "en")).toEqual({ text: "rain", foreign: false });
  expect(inSentence("Mexican support")).toBe("Mexican support");
  expect(inSentence("Use of drugs")).toBe("use of drugs");
  expect(atStart("use")).toBe("Use");
});

test("a chapter's picture holds its stocks, flows and levers; what it hides is bridged", () => {
  const picture = sectorPicture(model, graph, "chapters/1-water.md")!;
  expect(picture.pipes).toEqual([
    { flow: "rain", to: "water" },
    { flow: "leak", from: "water" },
  ]);
  const outflow = picture.nodes.find(({ name }) => name === "leak");
  expect(outflow).toMatchObject({ role: "flow", names: ["leak", "use"] });
  expect(picture.nodes.find(({ name }) => name === "plug")?.role).toBe("lever");
  expect(picture.links).toContainEqual({ from: "plug", to: "leak", sign: "-", late: false, through: [] });
  const people = sectorPicture(model, graph, "chapters/2-people.md")!;
  // The pipe shows that the flow fills the stock.
  expect(people.links.some(({ from, to }) => from === "change of people" && to === "people who drink")).toBe(
    false,
  );
  expect(people.links).toContainEqual({
    ...{ from: "people who drink", to: "change of people", sign: "-", late: false, through: [] },
  });
  expect(sectorPicture(model, graph, "chapters/none.md")).toBeUndefined();
});

test("chapters pass on quantities, not constants", () => {
  expect(sectorReadings(model, graph)).toEqual([
    { from: "chapters/1-water.md", to: "chapters/2-people.md", names: ["fullness"] },
    { from: "chapters/2-people.md", to: "chapters/1-water.md", names: ["use", "share of sun"] },
  ]);
});
