/** The explorer's door: what the page takes from the house. Nothing behind it needs `node:`, YAML or a parser of models. */
export type {
  ChangePath,
  ExplanationComparison,
  OutcomeComparison,
  PathComparison,
} from "../analysis/path-comparison.ts";
export type { Quantiles } from "../analysis/quantiles.ts";
export type { Diagnostic } from "../base/diagnostic.ts";
export type { Language, Text } from "../base/text.ts";
export {
  type ComparedOutcome,
  changedLine,
  changeWords,
  countWords,
  differenceWords,
  headlineSentence,
  levelWords,
  middleWords,
  rangeOfChange,
  sameHeadline,
  type WhatChanged,
  whatChanged,
} from "../explain/comparison-words.ts";
export { dateWords, shortDateWords } from "../explain/date-words.ts";
export { languageTag, otherLanguage } from "../explain/language.ts";
export { linkSentences } from "../explain/link-sentences.ts";
export {
  fixed,
  level,
  percent,
  roundTogether,
  signed,
  signedPercent,
  significant,
  size,
} from "../explain/number-words.ts";
export { amount, betterShort, betterWords, isCounted, tooClose, weightWords } from "../explain/sentences.ts";
export { sinceSentence } from "../explain/since-words.ts";
export { type Verdict, verdictTally, verdictWords } from "../explain/verdict-words.ts";
export {
  type ExplorerChoice,
  type ExplorerLink,
  type ExplorerView,
  type LeverPoints,
  NUMBER_VERSION,
  type PathChoice,
} from "../scenario/explorer-link.ts";
export { baselineId, type LinkFacts } from "../scenario/explorer-link-facts.ts";
export { linkNames, slug } from "../scenario/link-names.ts";
export { monthTime } from "../scenario/month.ts";
export { moveLink } from "../scenario/move-link.ts";
export { defaultLink, normalLink, normalPath } from "../scenario/normal-link.ts";
export { linkRelease, type ParsedLink, parseLink } from "../scenario/parse-link.ts";
export { printLink } from "../scenario/print-link.ts";
export type { Renamed } from "../scenario/renamed.ts";
export type { BriefFacts } from "./brief-facts.ts";
export { type ChoiceHistory, NO_HISTORY, remember, stepBack, stepForward } from "./choice-history.ts";
export { bibtex, type Cited, citation } from "./citation.ts";
export { countedSince } from "./counted-since.ts";
export { embedCode } from "./embed-code.ts";
export type {
  CsvMessage,
  FromEngine,
  LookMessage,
  ResultMessage,
  RunMessage,
  ToEngine,
} from "./engine-messages.ts";
export type { EvidenceFile, EvidenceRecord, EvidenceSource, Grade, Spread } from "./evidence-record.ts";
export { type EngineHost, type EngineParts, explorerEngine, explorerWork } from "./explorer-engine.ts";
export { type GuessPoint, guessScore, guessSentences } from "./guess-score.ts";
export { KERNEL_FILES, kernelOfFiles } from "./kernel-files.ts";
export { isUntried, leverNumber, onStep, placeOf, typedValue, yearsMonth } from "./lever-numbers.ts";
export type {
  AssumptionFacts,
  LeverFacts,
  LeverGroup,
  ModelFacts,
  ObservedSeries,
  OutcomeFacts,
  ScenarioFacts,
  VariantFacts,
} from "./model-facts.ts";
export { unpackDraws } from "./pack-draws.ts";
export {
  type ChoiceChange,
  choiceChange,
  choiceKey,
  clearLever,
  isNoChange,
  leverPoints,
  leverValue,
  movedLevers,
  type Side,
  samePath,
  scenarioFacts,
  setLever,
} from "./path-edits.ts";
export { pathScenarios } from "./path-scenarios.ts";
export { heldOptions, type ReleaseParts, releaseRows, releaseSession } from "./release-rows.ts";
export { searchRecords } from "./search-records.ts";
export { type ValueScale, valueScale } from "./value-scale.ts";
