import type { Entry } from "../calibrate/backtest.ts";
import type { BacktestResult, ValidationResult } from "./result-validation.ts";
import { trustSentences } from "./trust-sentences.ts";

const t = (en: string, es: string) => ({ en, es });
const range = (median: number) => ({ low: median - 0.1, median, high: median + 0.1 });

const month = (index: number): string =>
  `${2018 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;

/** Sums that rise to 2021 and fall from then on; forecasts go straight on. */
const truth = (index: number): number => 60_000 + 800 * Math.min(index, 40) - 1500 * Math.max(0, index - 40);

function entry(by: string, middle: number, observed: number | undefined, point = false): Entry {
  const band = (share: number) => middle * (1 + share);
  const inside = (wide: number) =>
    observed !== undefined && observed >= band(-wide) && observed <= band(wide);
  return {
    ...{ by, q05: band(-0.12), q25: band(-0.05), q50: middle, q75: band(0.05), q95: band(0.12), point },
    ...(observed === undefined
      ? {}
      : {
          score: {
            crps: Math.abs(middle - observed) / 2,
            logError: middle / observed - 1,
            inside50: inside(0.05),
            inside90: inside(0.12),
          },
        }),
  };
}

function backtest(): BacktestResult {
  const origins = [24, 44];
  const names = ["all_drugs", "opioids"];
  const known = (origin: number) => origin - 4;
  const cells = origins.flatMap((origin) =>
    [12, 24].flatMap((horizon) =>
      names.map((series) => {
        const at = origin + horizon;
        const observed = at <= 60 ? truth(at) : undefined;
        const straight = truth(known(origin)) + 800 * (at - known(origin));
        return {
          ...{ origin: month(origin), horizon, month: month(at), series, knownTo: month(known(origin)) },
          ...(observed === undefined ? {} : { observed }),
          entries: [
            entry("model", straight, observed),
            ...(origin === 24 ? [entry("full", truth(at), observed)] : []),
            entry("last value", truth(known(origin)), observed),
            entry("source-2021", straight * 0.8, observed, true),
          ],
        };
      }),
    ),
  );
  const standing = (by: string, ratio: number) => ({
    ...{ by, cells: 6, crps: 0.08, modelCrps: 0.08 * ratio, ratio, modelWins: 3 },
    ...{ meanLogError: 0.05, rmsLogError: 0.1 },
  });
  const standings = [
    { ...standing("model", 1), coverage50: 0.5, coverage90: 0.83 },
    { ...standing("last value", 0.9), coverage50: 0.33, coverage90: 0.67 },
    standing("source-2021", 1.2),
  ];
  return {
    unit: t("people, 12 months ending", "personas, 12 meses que terminan"),
    series: [
      { name: "all_drugs", label: t("Overdose deaths", "Muertes por sobredosis") },
      { name: "opioids", label: t("Opioid deaths", "Muertes por opioides") },
    ],
    mechanisms: [{ name: "supply", label: t("Supply shock", "Choque de oferta") }],
    published: [
      {
        id: "source-2021",
        label: t("A published path", "Una trayectoria publicada"),
        from: "2020-01",
        sources: ["A-DTH-01"],
      },
    ],
    cells,
    paths: origins.map((origin) => ({
      ...{ origin: month(origin), full: false, posterior: `posterior/${month(origin)}`, dropped: 0 },
      leftOut: origin === 24 ? ["supply"] : [],
      rows: names.flatMap((series) =>
        Array.from({ length: 28 }, (_, k) => {
          const at = known(origin) + 1 + k;
          const {
            by: _by,
            point: _point,
            ...bands
          } = entry("model", truth(known(origin)) + 800 * k, undefined);
          return { date: month(at), series, ...bands };
        }),
      ),
    })),
    history: names.map((series) => ({
      series,
      months: Array.from({ length: 61 }, (_, k) => month(k)),
      values: Array.from({ length: 61 }, (_, k) => truth(k)),
    })),
    standings: [
      { horizon: 12, standings },
      { horizon: 12, series: "all_drugs", standings },
    ],
    inputs: ["climate"],
    revisions: [],
  };
}

const PARTS: Omit<ValidationResult, "summary"> = {
  made: [
    {
      ...{ kind: "validation", modelHash: "0".repeat(64), posteriors: ["2024-10"], draws: 400, seed: 1 },
      command:
        "npx downstream validate models/test --draws 400 --seed 1 --out models/test/results/validation.json",
      stale: true,
    },
  ],
  table: {
    draws: 400,
    episodes: [
      {
        id: "shock",
        label: t("A loss of precursors", "Una pérdida de precursores"),
        isolated: t("One block.", "Un bloque."),
        verdict: "missed",
      },
    ],
    rows: [
      {
        id: "history/synthetic/years",
        section: "history",
        subject: t("Synthetic-opioid deaths", "Muertes por opioides sintéticos"),
        target: t("mean error, 10 calendar years", "error medio, 10 años"),
        unit: "%",
        published: { high: 5 },
        obtained: { median: 4.2 },
        without: 8.1,
        verdict: "reproduced",
        sources: ["data/cdc-vsrr-overdose-12mo-ending.csv"],
      },
      {
        id: "shape/synthetic/fall",
        section: "shape",
        subject: t("Synthetic-opioid deaths", "Muertes por opioides sintéticos"),
        target: t("the fall of 2023-24", "la caída de 2023-24"),
        unit: "%",
        published: { value: -37.5, low: -42.5, high: -32.5 },
        obtained: { median: -18, low: -30, high: -9.7 },
        without: -7,
        verdict: "missed",
        sources: [],
        note: t("A note.", "Una nota."),
      },
      {
        id: "shock/price",
        section: "episode",
        subject: t("A loss of precursors", "Una pérdida de precursores"),
        target: t("price, highest change", "precio, cambio mayor"),
        unit: "%",
        published: { low: 50, high: 300 },
        obtained: { median: 30, low: 10, high: 45 },
        inside: 0,
        verdict: "missed",
        sources: ["B-LAB-05"],
      },
      {
        id: "source/V-02",
        section: "published model",
        subject: t("A published model", "Un modelo publicado"),
        target: t("deaths in 2030", "muertes en 2030"),
        unit: "person",
        published: { value: 95_000 },
        obtained: { median: 97_000 },
        verdict: "reproduced",
        sources: ["V-02"],
      },
    ],
  },
  backtest: backtest(),
  fall: {
    ...{ from: "2023-06", to: "2024-12", draws: 300 },
    accounts: [
      {
        measure: "sums",
        title: t("Why deaths fell", "Por qué bajaron las muertes"),
        sentences: [
          t("Published: −38 %; simulated: −18 %.", "Publicado: −38 %; simulado: −18 %."),
          t("Under one law: supply shock 30 %.", "Con una ley: choque de oferta 30 %."),
        ],
        observed: -0.38,
        simulated: { low: -0.31, median: -0.18, high: -0.08 },
        rows: [
          {
            mechanism: "supply",
            label: t("Supply shock", "Choque de oferta"),
            share: range(0.3),
            lastIn: range(0.2),
            firstIn: range(0.4),
          },
          { mechanism: "missed", label: t("not simulated", "no simulado"), share: range(0.7) },
        ],
      },
    ],
  },
  sensitivity: {
    ...{ from: "posterior/2024-10", at: "2030-01", draws: 512, inputs: 90 },
    scenarios: [
      { id: "base", label: t("No change", "Sin cambios") },
      { id: "tariff", label: t("Tariff", "Arancel") },
    ],
    leading: [
      {
        ...{ name: "a rate", label: t("A rate", "Una tasa"), chapter: "chapters/01.md", variant: false },
        ...{ informed: true, firmness: "unverified" },
        sources: [
          { id: "B-LAB-05", grade: "unverified" },
          { id: "judgement", grade: "judgement" },
        ],
      },
      {
        ...{ name: "a size", label: t("A size", "Un tamaño"), chapter: "chapters/01.md", variant: false },
        ...{ informed: false, firmness: "unknown", sources: [] },
      },
    ],
    quantities: [undefined, "tariff"].map((scenario) => ({
      ...{ outcome: "synthetic-deaths", label: t("Deaths", "Muertes"), unit: "person", varies: true },
      ...(scenario === undefined ? {} : { scenario }),
      ...{ mean: 60_000, deviation: 9000, sum: 1.1, judgement: 0.5, unverified: ["a rate"] },
      rows: [
        { input: "a rate", index: 0.6, se: 0.04, draws: 512 },
        { input: "a size", index: 0.2, se: 0.02, draws: 512 },
      ],
    })),
  },
  critiques: [
    {
      ...{ id: "too-simple", stage: "market", standing: "open", tilt: "neither" },
      title: t("The market is too simple", "El mercado es demasiado simple"),
      who: t("An economist", "Una economista"),
      objection: t("Prices are not like that.", "Los precios no son así."),
      does: t("Nothing.", "Nada."),
      settles: t("Data on prices.", "Datos de precios."),
    },
  ],
};

/** What a small model is held against: one row of every kind, hits and misses. Its numbers are invented. */
export const TEST_VALIDATION: ValidationResult = { summary: trustSentences(PARTS), ...PARTS };
