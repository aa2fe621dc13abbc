import type { Plot } from "./path-options.ts";

/**
 * The month that a key leads to, by index: arrows a year, with Shift a month, Page Up and Down five years, Home and End the ends of what is
 * drawn. Undefined for a key that means nothing here.
 */
export function readingKey(
  key: string,
  shift: boolean,
  month: number,
  plot: Pick<Plot, "first" | "last">,
): number | undefined {
  const step = shift ? 1 : 12;
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: -step,
    ArrowDown: -step,
    ArrowRight: step,
    ArrowUp: step,
    PageUp: 60,
    PageDown: -60,
  };
  if (key === "Home") return plot.first;
  if (key === "End") return plot.last;
  const move = moves[key];
  return move === undefined ? undefined : Math.min(plot.last, Math.max(plot.first, month + move));
}
