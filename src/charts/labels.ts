const NARROW_LETTERS = /[iljtfrI.,:;'|! ()[\]]/;
const WIDE_LETTERS = /[mwMWA-Z%@]/;

/** A width of text in pixels for the widest of the sans-serif fonts that charts ask for; bold text is a tenth wider. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let ems = 0;
  for (const c of text) ems += NARROW_LETTERS.test(c) ? 0.37 : WIDE_LETTERS.test(c) ? 0.84 : 0.61;
  return ems * fontSize * (bold ? 1.1 : 1);
}

/** Text broken into lines no wider than `width` pixels, at spaces; a longer word stands alone. */
export function wrapText(text: string, width: number, fontSize: number, bold = false): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/).filter((w) => w !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, fontSize, bold) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

/**
 * Tops for blocks of the given heights that want to be centred at `wanted`, moved as little as a sweep allows so that
 * none overlap and all stay between `top` and `bottom` while there is room. Order of the result is that of the input.
 */
export function spreadLabels(
  wanted: readonly { readonly at: number; readonly height: number }[],
  top: number,
  bottom: number,
  gap = 3,
): readonly number[] {
  const order = wanted.map((w, i) => ({ ...w, i })).sort((a, b) => a.at - b.at || a.i - b.i);
  const tops: number[] = order.map((w) => w.at - w.height / 2);
  let floor = top;
  order.forEach((w, k) => {
    tops[k] = Math.max(tops[k] ?? 0, floor);
    floor = (tops[k] ?? 0) + w.height + gap;
  });
  let ceiling = bottom;
  for (let k = order.length - 1; k >= 0; k--) {
    const w = order[k];
    if (w === undefined) continue;
    tops[k] = Math.min(tops[k] ?? 0, ceiling - w.height);
    ceiling = (tops[k] ?? 0) - gap;
  }
  const result = new Array<number>(wanted.length).fill(0);
  order.forEach((w, k) => {
    result[w.i] = tops[k] ?? 0;
  });
  return result;
}
