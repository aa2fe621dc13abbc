import type { Language } from "../base/text.ts";
import { dateWords } from "../explain/date-words.ts";
import { fixed } from "../explain/number-words.ts";
import type { ModelFacts } from "./model-facts.ts";

/** What a citation names: enough to make the same numbers again. */
export interface Cited {
  readonly facts: Pick<
    ModelFacts,
    "model" | "release" | "released" | "modelHash" | "numberVersion" | "draws"
  >;
  readonly seed: number;
  readonly draws: number;
  /** Address of the page with its link. */
  readonly address: string;
  /** Day on which the reader saw it, `YYYY-MM-DD`. */
  readonly accessed: string;
}

/** A citation as a paragraph. */
export function citation(cited: Cited, language: Language): string {
  const { facts, address, accessed } = cited;
  const day = facts.released === "" ? "" : ` (${dateWords(facts.released, language)})`;
  return language === "en"
    ? `Downstream, an open policy simulator. Model ${facts.model}, release ${facts.release}${day}; ${basis(cited, "en")}. ${address} (accessed ${dateWords(accessed, "en")}).`
    : `Downstream, un simulador abierto de políticas. Modelo ${facts.model}, versión ${facts.release}${day}; ${basis(cited, "es")}. ${address} (consultado el ${dateWords(accessed, "es")}).`;
}

/** The same as an entry of BibTeX. */
export function bibtex(cited: Cited, language: Language): string {
  const { facts, address, accessed } = cited;
  const release = language === "en" ? "release" : "versión";
  const [year = "", month = ""] = facts.released.split("-");
  return [
    `@misc{downstream-${facts.model}-${facts.release.replace(/[^0-9A-Za-z]+/g, "-")},`,
    `  title   = {{Downstream, ${language === "en" ? "model" : "modelo"} ${facts.model}, ${release} ${facts.release}}},`,
    "  author  = {{Downstream}},",
    // What is not released has no day.
    ...(year === "" ? [] : [`  year    = {${year}},`, `  month   = {${Number(month)}},`]),
    `  version = {${facts.release}},`,
    `  url     = {${address}},`,
    `  urldate = {${accessed}},`,
    `  note    = {${basis(cited, language)}}`,
    "}",
  ].join("\n");
}

function basis({ facts, seed, draws }: Cited, language: Language): string {
  const { modelHash, numberVersion } = facts;
  const { posterior } = facts.draws;
  const hash = modelHash.slice(0, 12);
  return language === "en"
    ? `model hash ${hash}, draws ${posterior}, ${fixed(draws, 0)} runs, seed ${seed}, numbers ${numberVersion}`
    : `huella del modelo ${hash}, sorteos ${posterior}, ${fixed(draws, 0)} simulaciones, semilla ${seed}, números ${numberVersion}`;
}
