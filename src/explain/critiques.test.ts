import { describe, expect, test } from "vitest";
import { compileModel } from "../model/compile-model.ts";
import { loadCritiques } from "./critiques.ts";
import { critiquesPage } from "./critiques-page.ts";
import { renderCritiques } from "./critiques-view.ts";
import { critiqueWords } from "./diagnostic-words/critiques.ts";
import { wordData } from "./diagnostic-words/words.ts";

const water = {
  "chapters/1-water.md": `# Water

## Leaks, slow

\`\`\`model
time from 2020-01 to 2021-01, 1 steps a month, euler
stock water [1]
  start  1
  out    leak
leak rate [1/year] = 0.1  @E-1
leak [1/year] = water * leak rate
check "never empty": expect (water > 0)
\`\`\`
`,
  "evidence/evidence.csv":
    "id,quantity,value,low,high,unit,year,source,url_or_doi,status,note\nE-1,Leak,0.1,,,1/year,2019,Drip,,verified,\nE-2,Unread,1,,,1,2019,Drip,,verified,\n",
};
const { model: small, diagnostics: none } = compileModel(water, { name: "water" });

const one = `
- id: too-dry
  stage: border
  title: {en: Too dry, es: Muy seco}
  who: {en: Plumber, es: Plomero}
  objection: {en: "It [leaks].", es: Gotea.}
  does: {en: Nothing., es: Nada.}
  settles: {en: A bucket., es: Una cubeta.}
  standing: open
  tilt: neither
  where:
    headings: [1-water, "1-water / Leaks, slow"]
    names: [Leak  Rate]
    rows: [E-1, E-2]
    checks: [never empty]
`;
const load = (text: string) => loadCritiques({ "critiques.yaml": text }, small);

describe("objections to a model", () => {
  test("a model without the file has none", () => {
    expect(none.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(loadCritiques(water, small)).toEqual({ critiques: [], diagnostics: [] });
  });

  test("places of every kind are found", () => {
    expect(load(one).diagnostics).toEqual([]);
  });

  test.each([
    ["headings", "1-water / Leaks, slow", "1-water / Leaks, slov"],
    ["names", "Leak  Rate", "leak ratio"],
    ["rows", "E-1", "E-9"],
    ["checks", "never empty", "never emty"],
  ])("a place that the model lacks is a finding at its line: %s", (kind, known, unknown) => {
    const text = one.replace(known, unknown);
    const { diagnostics } = load(text);
    expect(diagnostics).toHaveLength(1);
    const { code, severity, span, data } = diagnostics[0]!;
    expect([code, severity, data.kind, data.name]).toEqual(["critique-unknown", "error", kind, unknown]);
    expect(text.slice(span?.start, span?.end)).toContain(unknown);
    for (const language of ["en", "es"] as const) {
      expect(critiqueWords["critique-unknown"][language](wordData(data)).message).toContain(unknown);
    }
  });

  test("an id stands once, and an open objection says what would settle it", () => {
    expect(load(one + one).diagnostics.map(({ code }) => code)).toEqual(["critique-id-twice"]);
    const endless = one.replace(/ {2}settles.*\n/, "");
    expect(load(endless).diagnostics.map(({ code }) => code)).toEqual(["critique-no-end"]);
    expect(load(endless.replace("open", "partly")).diagnostics).toEqual([]);
  });

  test("a text in one language only is a finding", () => {
    const text = one.replace(", es: Plomero", "");
    expect(load(text).diagnostics.map(({ code }) => code)).toEqual(["yaml-missing-language"]);
  });

  test("the structure has both languages, the order of the chain, and places with pages", () => {
    const { critiques } = load(
      one.replace("border", "method").replace("too-dry", "last") + one.replace("too-dry", "first"),
    );
    const en = renderCritiques(critiques, small, "en");
    const es = renderCritiques(critiques, small, "es", (name) =>
      name === "leak rate" ? { en: "rate", es: "tasa" } : undefined,
    );
    expect(en.stages.map(({ id }) => id)).toEqual(["border", "method"]);
    expect(es.stages[0]?.critiques[0]).toMatchObject({ who: "Plomero", standingWords: "Abierta" });
    expect(es.stages[0]?.critiques[0]?.places.map(({ text }) => text)).toContain("tasa");
    expect(en.stages[0]?.critiques[0]?.places).toEqual([
      { kind: "heading", text: "1-water", page: "1-water.md" },
      { kind: "heading", text: "1-water / Leaks, slow", page: "1-water.md", anchor: "leaks-slow" },
      { kind: "name", text: "Leak  Rate", page: "1-water.md", anchor: "leak-rate" },
      { kind: "check", text: "never empty", page: "1-water.md", anchor: "checks-in-this-chapter" },
      { kind: "row", text: "E-1", page: "evidence.md", anchor: "e-1" },
      { kind: "row", text: "E-2" },
    ]);
    const page = critiquesPage(en, "model/");
    expect(page).toContain("**Objection.** It \\[leaks\\].");
    expect(page).toContain("[E-1](model/evidence.md#e-1); E-2 (no number of the model cites it).");
    expect(page).toContain("- Open: 2");
  });
});
