import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../base/diagnostic.ts";
import { parseChapter } from "../lang/parser.ts";
import {
  diagnosticAreas,
  diagnosticCatalogue,
  diagnosticSentences,
  renderDiagnostic,
} from "./diagnostics.ts";

const chapter = "# Labs\n\n```model\nlab capacity [kg/year] = 3 -lab losses\n```\n";

function finding(start: number, end: number, code = "no-such-code"): Diagnostic {
  return { code, severity: "error", span: { file: "a.md", start, end }, data: { name: "x" } };
}

describe("a rendered finding", () => {
  test("quotes the user's own line with a caret, the cause and the next step", () => {
    const [d] = parseChapter("labs.md", chapter).diagnostics;
    expect(renderDiagnostic(d!, { "labs.md": chapter }, "en")).toBe(
      [
        "error minus-needs-spaces",
        "  labs.md:4:28",
        "  4 | lab capacity [kg/year] = 3 -lab losses",
        "                                 ^",
        "  a minus needs a space on both sides",
        "  → Write '3 - lab'; a hyphen without spaces belongs to a name.",
      ].join("\n"),
    );
  });

  test("speaks Spanish", () => {
    const [d] = parseChapter("labs.md", chapter).diagnostics;
    expect(renderDiagnostic(d!, { "labs.md": chapter }, "es")).toContain(
      "  el signo menos necesita un espacio a cada lado\n  → Escriba '3 - lab'",
    );
    const warning: Diagnostic = { code: "empty-model-block", severity: "warning", data: {} };
    expect(renderDiagnostic(warning, {}, "es")).toBe(
      "advertencia empty-model-block\n  este bloque de modelo está vacío\n  → Escriba instrucciones en él o quítelo.",
    );
  });

  test("puts carets under the whole span, with tabs and accents, and to the line's end where the span goes on", () => {
    const text = "x\r\n\taño = día\u0301 + 1\r\ny";
    const from = text.indexOf("día");
    const one = renderDiagnostic(finding(from, from + 4), { "a.md": text }, "en").split("\n");
    expect(one.slice(1, 4)).toEqual(["  a.md:2:8", "  2 |     año = día\u0301 + 1", "                ^^^"]);
    const two = renderDiagnostic(finding(from, text.length), { "a.md": text }, "en").split("\n");
    expect(two[3]).toBe("                ^^^^^^^");
  });

  test("shows one caret where nothing stands, as after the end of a line", () => {
    const lines = renderDiagnostic(finding(3, 3), { "a.md": "a =" }, "en").split("\n");
    expect(lines.slice(1, 4)).toEqual(["  a.md:1:4", "  1 | a =", "         ^"]);
  });

  test("shortens a long line around the place", () => {
    const text = `${"a + ".repeat(100)}? + b${" + c".repeat(100)}`;
    const at = text.indexOf("?");
    const lines = renderDiagnostic(finding(at, at + 1), { "a.md": text }, "en").split("\n");
    expect(lines[2]!.length).toBeLessThan(125);
    expect(lines[2]![lines[3]!.indexOf("^")]).toBe("?");
  });

  test("names the file alone where its text is not at hand, and falls back to code and data without words", () => {
    expect(renderDiagnostic(finding(3, 4), {}, "es")).toBe(
      'error no-such-code\n  a.md\n  no-such-code, name: "x"',
    );
    expect(diagnosticSentences({ code: "toString", severity: "error", data: {} }, "en").message).toBe(
      "toString",
    );
  });
});

describe("the catalogue", () => {
  test("has a sentence for every code in both languages, whatever the data hold", () => {
    for (const [code, words] of Object.entries(diagnosticCatalogue)) {
      const data = { suggestion: "other", found: "this", names: ["a", "b"], name: "n", left: 1 };
      for (const sample of [{}, data]) {
        const en = diagnosticSentences({ code, severity: "error", data: sample }, "en");
        const es = diagnosticSentences({ code, severity: "error", data: sample }, "es");
        expect(en.message.trim(), code).not.toBe("");
        expect(es.message.trim(), code).not.toBe("");
        expect(es, `${code}: Spanish words are not the English ones`).not.toEqual(en);
        for (const text of [en.message, en.next, es.message, es.next])
          expect(text, code).not.toMatch(/undefined|NaN/);
      }
      expect(Object.keys(words).sort()).toEqual(["en", "es"]);
    }
  });

  test("has each code in one area only", () => {
    const all = diagnosticAreas.flatMap((area) => Object.keys(area.words));
    expect(all.filter((code, i) => all.indexOf(code) !== i)).toEqual([]);
  });
});
