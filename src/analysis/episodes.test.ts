import { describe, expect, test } from "vitest";
import type { Files } from "../base/diagnostic.ts";
import { directPool } from "../ensemble/index.ts";
import { loadScenarios } from "../scenario/load-scenarios.ts";
import { loadEpisodes } from "./episode-file.ts";
import { compileEpisodes } from "./episode-model.ts";
import { episodeRows, episodeVerdict } from "./episode-rows.ts";
import { runEpisodes } from "./episodes.ts";

const CHAPTER = `# Tank

\`\`\`model
time from 2020-01 to 2024-01, 4 steps a month, rk4, save every 1 month
lever tap [1] = 0, range 0..1
start level [1] = 10 ~ uniform(8, 12)  @R1 "a tank"
rate [1/year] = 0.5 ~ uniform(0.4, 0.6)  @R1 "a leak"
stock level [1]
  start start level
  in    inflow
  out   outflow
inflow [1/year] = tap * full tap
full tap [1/year] = 2  @R1
outflow [1/year] = rate * level
reject (start level > most), at 2020-01
most [1] = 11  @R1 "a bound"
\`\`\`
`;

const EPISODE = `id: leak
order: 1
label: {en: "A leak", es: "Una fuga"}
isolated: {en: "The tank alone.", es: "El tanque solo."}
rows: [R1]
bounds: false
model: |
  rate of the leak [1/year] = 1  @R1 "half of the row"
isolate: start level = 10, rate = 0
runs:
  - id: leak
    when: outflow = rate of the leak * level
  - id: filled
    levers:
      - {name: tap, schedule: [{at: 2021-01, value: 1}]}
targets:
  - id: year
    words: {en: "Left after a year", es: "Queda tras un año"}
    value: 100 * level / baseline(level)
    take: last
    from: 2020-01
    to: 2021-01
    unit: "%"
    published: {low: 36, high: 37}
    rows: [R1]
  - id: half
    words: {en: "Months to a half", es: "Meses a la mitad"}
    value: level <= 0.5 * baseline(level)
    take: months until
    from: 2020-01
    to: 2022-01
    unit: "month"
    published: {value: 20}
    rows: [R2]
  - id: filled
    words: {en: "Filled", es: "Llenado"}
    run: filled
    value: level - baseline(level)
    take: highest
    from: 2020-01
    to: 2023-01
    unit: "1"
`;

const REGISTER = `id,quantity,value,low,high,unit,year,source,url_or_doi,status,note
R1,a,2,,,1/year,2020,b,c,verified,
R2,a,1,,,1/year,2020,b,c,unverified,
`;

const files = (episode = EPISODE): Files => ({
  "chapters/01-tank.md": CHAPTER,
  "evidence/evidence.csv": REGISTER,
  "episodes/leak.yaml": episode,
});

async function run(episode = EPISODE, draws = 40) {
  const all = files(episode);
  const read = loadEpisodes(all);
  const { compiled, diagnostics } = compileEpisodes(all, "tank", read.episodes);
  expect([...read.diagnostics, ...diagnostics]).toEqual([]);
  const { scenarios } = loadScenarios(all, "", compiled.model.ir);
  const [result] = await runEpisodes(directPool(), compiled, scenarios, { draws, seed: 3 });
  const rows = episodeRows(result!, compiled.model.evidence);
  return { result: result!, rows, verdict: episodeVerdict(result!, rows) };
}

describe("an episode", () => {
  test("sets what it isolates, applies the shock, and compares with the same draw without it", async () => {
    const { result, rows, verdict } = await run();
    expect(result.used).toBe(40);
    const [year, half, filled] = rows.map(({ obtained }) => obtained);
    expect(year!.median).toBeCloseTo(100 * Math.exp(-1), 6);
    expect(year!.low).toBeCloseTo(year!.high!, 9);
    expect(half!.median).toBe(9);
    expect(filled!.median).toBeCloseTo(4, 6);
    expect(rows.map((row) => row.verdict)).toEqual(["reproduced", "missed", "reported"]);
    expect(rows.map((row) => row.inside)).toEqual([1, 0, undefined]);
    expect(verdict.verdict).toBe("missed");
    expect(rows[1]!.note?.en).toBe("Unverified in the register: R2.");
    expect(rows[1]!.note?.es).toContain("R2");
  });

  test("leaves out draws that the model rejects where it keeps the model's bounds", async () => {
    const bounded = await run(EPISODE.replace("bounds: false", "bounds: true"));
    // Three quarters of the prior of the start lie below the bound.
    expect(Math.abs(bounded.result.used - 30)).toBeLessThanOrEqual(1);
    const pairs = await run(EPISODE.replace("isolate: start level = 10, rate = 0", 'isolate: ""'), 20);
    // Without the isolation every draw starts elsewhere; the pair of a draw starts at the same level.
    const [year] = pairs.result.values;
    const spread = Math.max(...year!) - Math.min(...year!);
    expect(spread).toBeGreaterThan(5);
    for (const value of year!) {
      expect(value).toBeGreaterThan(100 * Math.exp(-0.61));
      expect(value).toBeLessThan(100 * Math.exp(-0.39));
    }
  });

  test("gives a draw that never gets there the length of the window", async () => {
    const never = await run(EPISODE.replace("level <= 0.5 * baseline(level)", "level < 0"));
    expect(never.rows[1]!.obtained.median).toBe(24);
  });

  const path = Array.from({ length: 13 }, (_, k) => 100 * Math.exp(-k / 12));
  const mean = path.reduce((sum, value) => sum + value, 0) / 13;
  test.each([
    ["lowest", path[12]!],
    ["highest", 100],
    ["mean", mean],
    ["total", mean * (13 / 12)],
  ])("takes the %s of its window", async (take, expected) => {
    const made = await run(EPISODE.replace("take: last", `take: ${take}`), 8);
    expect(made.rows[0]!.obtained.median).toBeCloseTo(expected, 5);
  });
});

describe("findings in an episode", () => {
  function found(change: (text: string) => string) {
    const text = change(EPISODE);
    const all = files(text);
    const read = loadEpisodes(all);
    const { diagnostics } = compileEpisodes(all, "tank", read.episodes, []);
    return [...read.diagnostics, ...diagnostics].map((d) => ({
      code: d.code,
      file: d.span?.file,
      at: text.slice(d.span?.start, d.span?.end),
    }));
  }
  const file = "episodes/leak.yaml";

  test.each([
    ["outflow = rate of the leak", "outflow = rate of the leek", "unknown-name", "rate of the leek"],
    ["value: 100 * level /", "value: 100 * levle /", "unknown-name", "levle"],
    [
      '  rate of the leak [1/year] = 1  @R1 "half of the row"',
      "  rate of the leak [1/year] = 1",
      "constant-without-source",
      "rate of the leak",
    ],
    ["rows: [R1]\nbounds", "rows: [R9]\nbounds", "episode-unknown", "R9"],
    ["name: tap", "name: tab", "episode-unknown", "tab"],
    ["run: filled", "run: fill", "episode-unknown", "fill"],
    ["order: 1", "order: 1\nagainst: p9", "episode-unknown", "p9"],
    ["from: 2020-01\n    to: 2023-01", "from: 2023-02\n    to: 2023-01", "episode-window", "from"],
  ])("%j written as %j is %s at %j", (from, to, code, at) => {
    expect(EPISODE).toContain(from);
    expect(found((text) => text.replace(from, to))).toEqual([{ code, file, at }]);
  });
});
