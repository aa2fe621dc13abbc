/** Messages between the page and the engine's worker. */
export type {
  CsvMessage,
  FromEngine,
  LookMessage,
  ResultMessage,
  RunMessage,
  ToEngine,
} from "downstream/explorer";
