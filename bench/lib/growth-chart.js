const WIDTH = 760;
const PANEL = { width: 170, height: 150, left: 14, gap: 16, top: 34 };
const INK = "#1f2933";
const SOFT = "#7b8794";
const LINE = "#0b6e6e";

const label = (n) =>
  n >= 100000 ? `${Number((n / 1000).toPrecision(2))}k` : Number(n.toPrecision(2)).toLocaleString("en-US");

/** Microseconds a run against what grows, one panel each, both axes logarithmic; SVG text. */
export function growthChart(series) {
  const ys = series.flatMap((s) => s.points.map(([, y]) => y));
  const y0 = 10 ** Math.floor(Math.log10(Math.min(...ys)));
  const y1 = 10 ** Math.ceil(Math.log10(Math.max(...ys)));
  const yAt = (y) => PANEL.top + PANEL.height * (1 - Math.log(y / y0) / Math.log(y1 / y0));
  const decades = Array.from({ length: Math.round(Math.log10(y1 / y0)) + 1 }, (_, i) => y0 * 10 ** i);
  const panels = series.map(({ what, points }, n) => {
    const left = PANEL.left + 38 + n * (PANEL.width + PANEL.gap);
    const xs = points.map(([x]) => x);
    const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
    const xAt = (x) => left + 10 + (PANEL.width - 20) * (Math.log(x / x0) / Math.log(x1 / x0));
    const path = points
      .map(([x, y], i) => `${i === 0 ? "M" : "L"}${xAt(x).toFixed(1)} ${yAt(y).toFixed(1)}`)
      .join("");
    const grid = decades.map(
      (y) =>
        `<line x1="${left}" x2="${left + PANEL.width}" y1="${yAt(y).toFixed(1)}" y2="${yAt(y).toFixed(1)}" stroke="#e4e7eb"/>`,
    );
    const dots = points.map(
      ([x, y]) => `<circle cx="${xAt(x).toFixed(1)}" cy="${yAt(y).toFixed(1)}" r="3" fill="${LINE}"/>`,
    );
    // The label of the first point goes below a line that rises.
    const below = points[1][1] > points[0][1] * 1.2;
    const ends = [points[0], points.at(-1)].map(
      ([x, y], i) =>
        `<text x="${xAt(x).toFixed(1)}" y="${(yAt(y) + (i === 0 && below ? 18 : -9)).toFixed(1)}" text-anchor="${i === 0 ? "start" : "end"}" fill="${INK}">${label(y)} µs</text>`,
    );
    const ticks = xs
      .filter((_, i) => i % 2 === 0 || xs.length < 5)
      .map(
        (x) =>
          `<text x="${xAt(x).toFixed(1)}" y="${PANEL.top + PANEL.height + 16}" text-anchor="middle" fill="${SOFT}">${x.toLocaleString("en-US")}</text>`,
      );
    const title = `<text x="${left}" y="20" fill="${INK}" font-weight="600">${what}</text>`;
    return [
      title,
      ...grid,
      `<path d="${path}" fill="none" stroke="${LINE}" stroke-width="2"/>`,
      ...dots,
      ...ends,
      ...ticks,
    ].join("\n");
  });
  const axis = decades.map(
    (y) =>
      `<text x="${PANEL.left + 32}" y="${(yAt(y) + 4).toFixed(1)}" text-anchor="end" fill="${SOFT}">${label(y)}</text>`,
  );
  const height = PANEL.top + PANEL.height + 34;
  const text = series.map(
    (s) => `${s.what}: ${s.points.map(([x, y]) => `${label(x)} ${label(y)}`).join(", ")}`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH + 40} ${height}" role="img" font-family="system-ui, sans-serif" font-size="12">
<title>Microseconds a run as a model grows</title>
<desc>${text.join("; ")} (microseconds).</desc>
<rect width="100%" height="100%" fill="#ffffff"/>
${[...axis, ...panels].join("\n")}
</svg>
`;
}
