import { beforeAll, describe, expect, test } from "vitest";
import { directPool } from "../ensemble/index.ts";
import { compileModel } from "../model/index.ts";
import { calibrate } from "./calibrate.ts";
import type { Posterior } from "./posterior.ts";

// Two numbers of which the sum and the difference are seen: everything has a closed form, option by option.
const chapter = `# Sum and difference

\`\`\`model
time from 2010-01 to 2030-01, 1 steps a month, euler, decision 2024-01
a [1] = 0 ~ normal(0, 1)  @judgement
b [1] = 0 ~ normal(1, 2)  @judgement
idle [1] = 0 ~ uniform(0, 1)  @judgement
variant side = low 1 | high 3
total [1] = a + b + 0.8 * side[high] + 0 * idle
gap [1] = a - b
observe seen total [1] = total by data/seen.csv: total, error absolute 0.5
observe seen gap [1] = gap by data/seen.csv: gap, error absolute 0.25
\`\`\`
`;
const [TOTAL, GAP] = [2.4, 0.3];

/** Mean and covariance of (a, b) given one option, and the weight of the option: prior times density of the data. */
function exactly(prior: number, shift: number) {
  const precision = [1 + 4 + 16, 4 - 16, 1 / 4 + 4 + 16] as const;
  const t = TOTAL - shift;
  const right = [4 * t + 16 * GAP, 1 / 4 + 4 * t - 16 * GAP] as const;
  const det = precision[0] * precision[2] - precision[1] ** 2;
  const covariance = [precision[2] / det, -precision[1] / det, precision[0] / det] as const;
  const mean = [
    covariance[0] * right[0] + covariance[1] * right[1],
    covariance[1] * right[0] + covariance[2] * right[1],
  ] as const;
  // Of (total, gap) before data: mean (1, -1), covariance (1 + 4, 1 - 4; 1 - 4, 1 + 4) and the errors'.
  const s = [5 + 0.25, -3, 5 + 0.0625] as const;
  const size = s[0] * s[2] - s[1] ** 2;
  const r = [t - 1, GAP + 1] as const;
  const squares = (s[2] * r[0] ** 2 - 2 * s[1] * r[0] * r[1] + s[0] * r[1] ** 2) / size;
  const evidence = prior * Math.sqrt((0.25 * 0.0625) / size) * Math.exp(-squares / 2);
  return { mean, covariance, evidence };
}

describe("a posterior in closed form", () => {
  const low = exactly(0.25, 0);
  const high = exactly(0.75, 0.8);
  let posterior: Posterior;
  let draws: { a: number; b: number; side: number }[];
  beforeAll(async () => {
    const { model, diagnostics } = compileModel({
      "chapters/1.md": chapter,
      "data/seen.csv": `date,total,gap\n2020-01-01,${TOTAL},${GAP}\n`,
    });
    expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
    posterior = await calibrate(model, directPool(), {
      ...{ origin: "2023-01", particles: 1000, islands: 2, priorDraws: 2000, keep: 2000, seed: 11 },
      command: "test",
    });
    const { parameters, draws: count } = posterior.info;
    const column = (name: string, i: number) =>
      posterior.values[i * parameters.length + parameters.indexOf(name)]!;
    draws = Array.from({ length: count }, (_, i) => ({
      a: column("a", i),
      b: column("b", i),
      side: column("side", i),
    }));
  });
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  test("has the weights of its variants", () => {
    const weight = high.evidence / (low.evidence + high.evidence);
    const [option] = posterior.info.variants[0]!.options.slice(1);
    expect(Math.abs(option!.normal[1] - weight)).toBeLessThan(0.03);
    expect(Math.abs(weight - 0.75)).toBeGreaterThan(0.04);
  });
  test("has their means and covariances", () => {
    for (const [side, exact] of [low, high].entries()) {
      const own = draws.filter((draw) => draw.side === side);
      const [a, b] = [mean(own.map((draw) => draw.a)), mean(own.map((draw) => draw.b))];
      expect(Math.abs(a - exact.mean[0])).toBeLessThan(0.05);
      expect(Math.abs(b - exact.mean[1])).toBeLessThan(0.05);
      const product = (x: "a" | "b", y: "a" | "b") =>
        mean(own.map((draw) => (draw[x] - (x === "a" ? a : b)) * (draw[y] - (y === "a" ? a : b))));
      expect(Math.abs(product("a", "a") / exact.covariance[0] - 1)).toBeLessThan(0.12);
      expect(Math.abs(product("a", "b") / exact.covariance[1] - 1)).toBeLessThan(0.12);
      expect(Math.abs(product("b", "b") / exact.covariance[2] - 1)).toBeLessThan(0.12);
    }
  });
  test("has their evidence, and islands agree on it", () => {
    const [least, middle, most] = posterior.info.logEvidence;
    expect(Math.abs(middle - Math.log(low.evidence + high.evidence))).toBeLessThan(0.08);
    expect(most - least).toBeLessThan(0.15);
    expect(posterior.info.effectiveSampleSize).toBeGreaterThan(150);
    expect(posterior.info.silent).toEqual(["idle"]);
    expect(posterior.info.rHat).toBeLessThan(1.02);
  });
});
