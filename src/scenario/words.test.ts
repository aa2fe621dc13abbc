import { expect, test } from "vitest";
import { loadWords, missingWords } from "./words.ts";

const names = { mechanisms: ["supply shock"], forecasts: ["all_drugs"] };

test("a mechanism needs a label and a sentence, a forecast a label, in both languages", () => {
  const words = loadWords(
    {
      "words/en.yaml":
        "mechanisms:\n  Supply  shock: {label: Less fentanyl}\nforecasts:\n  all_drugs: All drugs\n",
      "words/es.yaml": "mechanisms:\n  supply shock: {label: Menos fentanilo, sentence: Hay menos.}\n",
    },
    "",
  );
  expect(words.diagnostics).toEqual([]);
  expect(words.text("mechanisms", "supply shock")).toEqual({ en: "Less fentanyl", es: "Menos fentanilo" });
  expect(missingWords(names, words).map((d) => d.data)).toMatchObject([
    { kind: "mechanisms", name: "supply shock", language: "en", fields: ["sentence"] },
    { kind: "forecasts", name: "all_drugs", language: "es", fields: ["label"] },
  ]);
});

test("a model without mechanisms and forecasts needs no words for them", () => {
  expect(missingWords({ mechanisms: [], forecasts: [] }, loadWords({}, ""))).toEqual([]);
});
