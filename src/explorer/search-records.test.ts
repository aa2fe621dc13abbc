import { expect, test } from "vitest";
import type { EvidenceRecord } from "./evidence-record.ts";
import { searchRecords } from "./search-records.ts";

function record(name: string, en: string, es: string, meaning = ""): EvidenceRecord {
  const text = (value: string) => ({ en: value, es: value });
  return {
    ...{ kind: "parameter", name, label: { en, es }, meaning: text(meaning), unit: text("months") },
    ...{ page: "", definition: "", grade: "E", gradeWhy: text("") },
    ...{ references: [], objections: [], uses: [], usedBy: [] },
  };
}

const records = [
  record("time to replace capacity", "Time to replace a lost lab", "Tiempo para reponer un laboratorio"),
  record("lab replacement", "Replacement of lost laboratories", "Reposición de laboratorios perdidos"),
  record(
    "purity",
    "Purity on the street",
    "Pureza en la calle",
    "What labs abroad sell, collaboration aside.",
  ),
  record("trust", "Trust", "Confianza"),
];
const found = (query: string, language: "en" | "es" = "en") =>
  searchRecords(records, query, language).map(({ name }) => name);

test("every word must be found; labels come before names, names before meanings", () => {
  expect(found("lab")).toEqual(["lab replacement", "time to replace capacity", "purity"]);
  expect(found("replace")).toEqual(["lab replacement", "time to replace capacity"]);
  expect(found("lab replace")).toEqual(["lab replacement", "time to replace capacity"]);
  expect(found("replace trust")).toEqual([]);
});

test("case and accents do not matter, and each language searches its own labels", () => {
  expect(found("REPOSICION", "es")).toEqual(["lab replacement"]);
  expect(found("reposición")).toEqual([]);
  expect(found("confianza", "es")).toEqual(["trust"]);
});

test("an empty query, or one without letters, finds nothing", () => {
  expect(found("")).toEqual([]);
  expect(found(" ?! ")).toEqual([]);
});
