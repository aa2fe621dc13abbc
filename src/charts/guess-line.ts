import { dateWords } from "../explain/date-words.ts";
import { level } from "../explain/number-words.ts";
import type { ChartTable } from "./chart.ts";
import { bandsFrom, medianAt, rangeAt, shownMonths } from "./path-geometry.ts";
import type { Guess, PathChartOptions, Plot } from "./path-options.ts";
import { spokenMonth } from "./path-text.ts";
import { pathWords } from "./path-words.ts";

/**
 * A guess to begin with: the last known value, which stays, and one month a year after it without a value, in the month of the year that the
 * chart compares. Where nothing was observed the line begins at A's median of the decision.
 */
export function startGuess(options: PathChartOptions): Guess {
  const { months, factor = 1 } = options;
  const lead = options.observed[0];
  const known = lead?.months[lead.known - 1];
  const start =
    known === undefined
      ? Math.max(
          0,
          months.findIndex((m) => m >= options.decision),
        )
      : bandsFrom(options);
  const value = known === undefined ? undefined : lead?.values[lead.known - 1];
  const [, last] = shownMonths(options);
  const season = (months[spokenMonth(options)] ?? "").slice(5);
  const years = months.slice(start + 1, last + 1).filter((month) => month.slice(5) === season);
  return {
    months: [known ?? months[start] ?? "", ...years],
    values: [value ?? medianAt(options.a.quantiles, start, factor), ...years.map(() => undefined)],
  };
}

/** The guess with another value at a place; the first one, which was observed, stays as it is. */
export function setGuess(guess: Guess, place: number, value: number | undefined): Guess {
  if (place < 1 || place >= guess.months.length) return guess;
  return { ...guess, values: guess.values.map((old, i) => (i === place ? value : old)) };
}

/** The place in a guess that is nearest to a point of the drawing. */
export function guessPlace(guess: Guess, months: readonly string[], plot: Plot, x: number): number {
  let best = 1;
  const away = (place: number) => Math.abs(plot.x(months.indexOf(guess.months[place] ?? "")) - x);
  for (let place = 1; place < guess.months.length; place++) if (away(place) < away(best)) best = place;
  return best;
}

/**
 * The guess after a pointer went from one point of the drawing to another with its button down: every year that it passed takes the value
 * under it.
 */
export function drawGuess(
  guess: Guess,
  months: readonly string[],
  plot: Plot,
  from: readonly [number, number],
  to: readonly [number, number],
): Guess {
  const ends = [from, to].map(([x]) => guessPlace(guess, months, plot, x));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  let drawn = guess;
  for (let place = low; place <= high; place++) {
    const x = plot.x(months.indexOf(guess.months[place] ?? ""));
    const along = to[0] === from[0] ? 1 : Math.min(1, Math.max(0, (x - from[0]) / (to[0] - from[0])));
    drawn = setGuess(drawn, place, plot.valueAt(from[1] + along * (to[1] - from[1])));
  }
  return drawn;
}

/** Where a reader stands in a guess with the keys. */
export interface GuessCursor {
  readonly guess: Guess;
  readonly place: number;
}

/**
 * What a key does: left and right go to another year, Home and End to the first and last; up and down change the value by a round step, about
 * a hundredth of the axis, Page Up and Down by five of them. A year without a value starts from the year before. Undefined for other keys.
 */
export function guessKey(
  key: string,
  { guess, place }: GuessCursor,
  extent: readonly [number, number],
): GuessCursor | undefined {
  const last = guess.months.length - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: place - 1,
    ArrowRight: place + 1,
    Home: 1,
    End: last,
  };
  const move = moves[key];
  if (move !== undefined) return { guess, place: Math.min(last, Math.max(1, move)) };
  const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 };
  const count = steps[key];
  if (count === undefined) return undefined;
  const step = roundStep((extent[1] - extent[0]) / 100);
  const before = guess.values[place] ?? guess.values.slice(0, place).findLast((v) => v !== undefined) ?? 0;
  const value = Math.min(extent[1], Math.max(extent[0], (Math.round(before / step) + count) * step));
  return { guess: setGuess(guess, place, Number(value.toPrecision(12))), place };
}

/** 1, 2 or 5 times a power of ten, the least that is not below `value`. */
export function roundStep(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const power = Number(value.toExponential().split("e")[1]);
  const found = [1, 2, 5, 10].map((k) => Number(`${k}e${power}`)).find((step) => step >= value * (1 - 1e-9));
  return found ?? Number(`1e${power + 1}`);
}

/** A guess beside what the model gives for one year. */
export interface GuessYear {
  readonly month: string;
  readonly guess: number;
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
  /** Guess minus median. */
  readonly off: number;
  /** Whether nine in ten runs hold the guess. */
  readonly inside: boolean;
}

/** The years of a guess beside a path, its first value left out; in the unit of the chart. */
export function guessYears(
  guess: Guess,
  options: Pick<PathChartOptions, "months" | "factor">,
  quantiles: PathChartOptions["a"]["quantiles"],
): readonly GuessYear[] {
  const { months, factor = 1 } = options;
  return guess.months.flatMap((month, i) => {
    const value = guess.values[i];
    const m = months.indexOf(month);
    if (i === 0 || value === undefined || m < 0) return [];
    const [q05, q95] = rangeAt(quantiles, m, factor);
    const q50 = medianAt(quantiles, m, factor);
    return [{ month, guess: value, q05, q50, q95, off: value - q50, inside: value >= q05 && value <= q95 }];
  });
}

/** A guess beside a path as a table: year, guess, the middle run, its range. */
export function guessTable(
  guess: Guess,
  options: Pick<PathChartOptions, "months" | "factor" | "language">,
  quantiles: PathChartOptions["a"]["quantiles"],
): ChartTable {
  const words = pathWords(options.language);
  return {
    head: [words.month, words.yourGuess, words.middle, words.most],
    rows: guessYears(guess, options, quantiles).map((year) => [
      dateWords(year.month, options.language),
      level(year.guess),
      level(year.q50),
      `${level(year.q05)} ${words.to} ${level(year.q95)}`,
    ]),
  };
}
