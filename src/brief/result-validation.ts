import type { FallRange } from "../analysis/fall-shares.ts";
import type { SensitivityResult } from "../analysis/sensitivity-result.ts";
import type { ResultKind } from "../analysis/stored-results.ts";
import type { ValidationRow } from "../analysis/validation-row.ts";
import type { Text } from "../base/text.ts";
import type { Backtest } from "../calibrate/backtest.ts";
import type { Revision } from "../calibrate/backtest-revisions.ts";
import type { BacktestSummary, Standing } from "../calibrate/backtest-summary.ts";
import type { Critique } from "../explain/critiques.ts";

/** How one stored result was made, and whether the model or what it reads has changed since. */
export interface MadeResult {
  readonly kind: ResultKind;
  readonly modelHash: string;
  readonly posteriors: readonly string[];
  readonly draws: number;
  readonly seed: number;
  readonly command: string;
  readonly stale: boolean;
}

/** How one forecaster did; coverage is absent for a forecaster without bands. */
export type StandingResult = Omit<Standing, "coverage50" | "coverage90"> & {
  readonly coverage50?: number;
  readonly coverage90?: number;
};

/** Forecasts from past origins beside rivals; values in the unit of the series, errors as shares of what happened. */
export interface BacktestResult extends Backtest {
  readonly unit: Text;
  readonly series: readonly { readonly name: string; readonly label: Text }[];
  readonly mechanisms: readonly { readonly name: string; readonly label: Text }[];
  /** Paths of others, by the id that entries name. */
  readonly published: readonly {
    readonly id: string;
    readonly label: Text;
    readonly from: string;
    readonly note?: Text;
    readonly sources: readonly string[];
  }[];
  /** By horizon: over all series first, then series by series. */
  readonly standings: readonly (Omit<BacktestSummary, "standings"> & {
    readonly standings: readonly StandingResult[];
  })[];
  /** Inputs of equations that are held from an origin on. */
  readonly inputs: readonly string[];
  readonly revisions: readonly Revision[];
}

/** What each explanation carries of a fall, before any lever that moved after it; shares of the published fall, 0.3 is 30 percent. */
export interface FallResult {
  readonly from: string;
  readonly to: string;
  readonly draws: number;
  readonly accounts: readonly {
    readonly measure: string;
    readonly title: Text;
    /** What was published and simulated first, then what differs by rival explanation. */
    readonly sentences: readonly Text[];
    /** Change from the earlier to the later figure, as shares. */
    readonly observed: number;
    readonly simulated: FallRange;
    readonly rows: readonly {
      readonly mechanism: string;
      readonly label: Text;
      readonly share?: FallRange;
      readonly lastIn?: FallRange;
      readonly firstIn?: FallRange;
    }[];
  }[];
}

/** What a model is held against, from its stored results; a part that has no result is absent. */
export interface ValidationResult {
  /** How far to trust the model, in sentences; misses first-class. */
  readonly summary: readonly Text[];
  readonly made: readonly MadeResult[];
  /** Targets of the past, of episodes and of published models. */
  readonly table?: {
    readonly draws: number;
    readonly episodes: readonly {
      readonly id: string;
      readonly label: Text;
      readonly isolated: Text;
      readonly verdict: ValidationRow["verdict"];
    }[];
    readonly rows: readonly ValidationRow[];
  };
  readonly backtest?: BacktestResult;
  readonly fall?: FallResult;
  /** The leading assumptions behind each headline outcome, and behind effects on it. */
  readonly sensitivity?: Pick<
    SensitivityResult,
    "from" | "at" | "draws" | "inputs" | "scenarios" | "leading" | "quantities"
  >;
  readonly critiques: readonly Omit<Critique, "where">[];
}
