import { terminal } from "./terminal.ts";

/** Says how far a long job is: on a terminal one line that rewrites itself; elsewhere nothing. */
export interface Progress {
  /** `done` of `total` units of work. */
  readonly update: (done: number, total: number) => void;
  readonly end: () => void;
}

/**
 * A progress line on standard error: what, how many of how many, rate, time left; `before` of them were done when it
 * started. At most ten writes a second.
 */
export function progressLine(
  what: string,
  before = 0,
  clock: () => number = () => performance.now(),
): Progress {
  const screen = terminal(process.stderr);
  if (!screen.isTTY) return { update: () => {}, end: () => {} };
  const start = clock();
  let last = Number.NEGATIVE_INFINITY;
  return {
    update: (done, total) => {
      const now = clock();
      if (now - last < 100 && done < total) return;
      last = now;
      process.stderr.write(
        `\r${progressText(what, done, total, (now - start) / 1000, before).padEnd(screen.columns - 1)}`,
      );
    },
    end: () => {
      process.stderr.write(`\r${" ".repeat(screen.columns - 1)}\r`);
    },
  };
}

/** The words of a progress line: `Runs 1,200 of 28,000 (4 %), 950 a second, 28 s left`. */
export function progressText(what: string, done: number, total: number, seconds: number, before = 0): string {
  const share = total > 0 ? Math.floor((100 * done) / total) : 100;
  const head = `${what} ${done.toLocaleString("en-US")} of ${total.toLocaleString("en-US")} (${share} %)`;
  if (done === before || seconds < 0.5) return head;
  const rate = (done - before) / seconds;
  const left = Math.ceil((total - done) / rate);
  const rateText = rate >= 10 ? Math.round(rate).toLocaleString("en-US") : rate.toFixed(1);
  const leftText = left >= 90 ? `${Math.floor(left / 60)} min ${left % 60} s` : `${left} s`;
  return `${head}, ${rateText} a second, ${leftText} left`;
}
