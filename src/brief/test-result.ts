import type {
  BriefResult,
  Cell,
  ChartData,
  ClaimResult,
  DriverTable,
  Quantiles,
  ScenarioInfo,
  SourceRow,
  VariantTable,
  Verdict,
} from "./result.ts";
import { DATES, OUTCOMES, pseudo, SCENARIOS, t } from "./test-scenarios.ts";
import { TEST_VALIDATION } from "./test-validation.ts";

/*
 * A result document for tests of the renderers. Every number is made up by a fixed rule: sizes are realistic,
 * nothing here is a finding. The report of a real brief never reads this file.
 */

function spread(middle: number, width: number, skew: number): Quantiles {
  return {
    q05: middle - width * 1.6,
    q25: middle - width * 0.65,
    q50: middle,
    q75: middle + width * (0.65 + skew * 0.2),
    q95: middle + width * (1.6 + skew),
  };
}

const floor0 = (q: Quantiles): Quantiles => ({
  q05: Math.max(0, q.q05),
  q25: Math.max(0, q.q25),
  q50: Math.max(0, q.q50),
  q75: Math.max(0, q.q75),
  q95: Math.max(0, q.q95),
});

function cell(s: ScenarioInfo, o: (typeof OUTCOMES)[number], at: string): Cell {
  const [name, , , better, , base, reach] = o;
  const years = Number(at.slice(0, 4)) - 2024;
  const same =
    s.group === "baseline" || (name === "force-deaths" && (s.group === "alternative" || s.id === "p7"));
  const mid = same
    ? 0
    : (pseudo(s.id + name) - (name === "force-deaths" ? 0 : 0.55)) * reach * Math.min(1, years / 4);
  const change = same
    ? spread(0, 0, 0)
    : spread(mid, reach * 0.3 * (0.4 + pseudo(name + s.id)), pseudo(s.id));
  const up = same ? 0 : Math.round(100 / (1 + Math.exp((-1.8 * mid) / (reach * 0.25))));
  const level = floor0(spread(base + mid, base * 0.06 + reach * 0.2, 0.3));
  return {
    scenario: s.id,
    outcome: name,
    at,
    value: level,
    change,
    ...(base > 0
      ? {
          relative: {
            q05: change.q05 / base,
            q25: change.q25 / base,
            q50: change.q50 / base,
            q75: change.q75 / base,
            q95: change.q95 / base,
          },
        }
      : {}),
    sinceDecision: spread(mid - base * 0.08, base * 0.06 + reach * 0.2, 0.2),
    betterOf100: same || better === "none" ? 0 : better === "higher" ? up : 100 - up,
    worseOf100: same || better === "none" ? 0 : better === "higher" ? 100 - up : up,
    sameOf100: same ? 100 : 0,
  };
}

const months = (from: number, to: number): string[] => {
  const out: string[] = [];
  for (let m = from; m <= to; m++) out.push(`${Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}`);
  return out;
};

function chart(id: string, outcome: string, scenarios: readonly string[], end: number): ChartData {
  const o = OUTCOMES.find(([name]) => name === outcome);
  if (o === undefined) throw new Error(outcome);
  const base = o[5];
  const seen = months(2015 * 12, end);
  const wave = (k: number) => base * (0.6 + 0.55 * Math.exp(-(((k - 96) / 50) ** 2)));
  const values = seen.map((_, k) => Math.round(wave(k) * (1 + 0.02 * (pseudo(id + k) - 0.5))));
  return {
    id,
    outcome,
    title: o[1],
    unit: o[2],
    history: [
      {
        label: t("CDC provisional counts", "Conteos provisionales de CDC"),
        source: "data/cdc-vsrr-overdose-12mo-ending.csv",
        dates: seen,
        values,
      },
    ],
    series: scenarios.map((s) => {
      const dates = months(2015 * 12, 2035 * 12 + 10);
      const drift = s === "no-change" ? 0 : (pseudo(s + outcome) - 0.6) * 0.3;
      const middle = dates.map(
        (_, k) => wave(Math.min(k, 160)) * (1 + drift * Math.max(0, Math.min(1, (k - 119) / 60))),
      );
      const wide = dates.map((_, k) => base * 0.02 + base * 0.0013 * Math.max(0, k - 113));
      const at = (f: number) => middle.map((m, k) => Math.max(0, m + f * (wide[k] ?? 0)));
      return { scenario: s, dates, q05: at(-1.6), q25: at(-0.65), q50: middle, q75: at(0.7), q95: at(1.9) };
    }),
    decision: "2024-11",
  };
}

const claim = (id: string, en: string, es: string, verdict: Verdict, value?: number): ClaimResult => ({
  id,
  claim: t(en, es),
  kind: t("number, source named", "cifra, con fuente"),
  says: t("about 97,000", "unas 97,000"),
  read: `last(data/cdc-vsrr-overdose-12mo-ending.csv: all) as of 2024-11 < "${id}"`,
  ...(value === undefined
    ? {}
    : {
        value: {
          text: t("96,801 deaths", "96,801 muertes"),
          number: value,
          low: value * 0.98,
          high: value * 1.02,
        },
      }),
  rule: t("within 5 % of the value read", "dentro de 5 % del valor leído"),
  verdict,
  why: t("The value read is 0.2 % below the figure.", "El valor leído queda 0.2 % por debajo de la cifra."),
  sources: ["A-DTH-01", "B-LAB-05"],
});

const CLAIMS: readonly ClaimResult[] = [
  claim(
    "F1",
    "About 97,000 people in the US died of overdoses in the past year",
    "Unas 97,000 personas murieron por sobredosis en EE. UU. en el último año",
    "supported",
    96_801,
  ),
  claim(
    "F2",
    "The vast majority of those deaths were caused by fentanyl",
    "La gran mayoría de esas muertes se debió al fentanilo",
    "overstated",
    68.4,
  ),
  claim(
    "F3",
    "Fentanyl is up to 50 times as potent as heroin",
    "El fentanilo es hasta 50 veces más potente que la heroína",
    "supported",
    50,
  ),
  claim(
    "F4",
    "The organisations buy precursors from Chinese companies",
    "Las organizaciones compran precursores a empresas chinas",
    "reading: supported",
  ),
  claim(
    "F5",
    "Fentanyl is made in laboratories in Central America",
    "El fentanilo se fabrica en laboratorios de Centroamérica",
    "reading: contradicted",
  ),
  claim(
    "F6",
    "A 25 % tariff on goods from the south is threatened",
    "Se amenaza con un arancel de 25 % a los bienes del sur",
    "understated",
    25,
  ),
  claim(
    "F7",
    "A military intervention would devastate relations",
    "Una intervención militar devastaría las relaciones",
    "expectation",
  ),
  claim(
    "F8",
    "Support for force goes beyond one camp",
    "El apoyo a la fuerza va más allá de un solo grupo",
    "cannot be checked",
  ),
  claim(
    "F9",
    "“Battle plans” were drawn up during the campaign",
    "Durante la campaña se trazaron “planes de batalla”",
    "reading: reported, not confirmed",
  ),
];

const source = (id: string, url: string): SourceRow => ({
  id,
  quantity: `Quantity read under ${id}, with a <tag> & an ampersand`,
  value: "2",
  unit: "month",
  year: "2023",
  source: "Author et al. 2023, Journal of Tests 3:100",
  url,
  status: id.endsWith("05") ? "unverified" : "verified",
  usedBy: ["F1", "time to replace a lab"],
});

const drivers = (of: DriverTable["of"]): DriverTable => ({
  outcome: "synthetic-deaths",
  scenario: "raids-alone",
  of,
  rows: [
    "time to replace a lab",
    "hit rate",
    "pass-through of import price",
    "demand response",
    "share of fentanyl",
  ].map((parameter, i) => ({
    parameter,
    label: t(parameter, `${parameter} (es)`),
    rank: [0.62, -0.41, -0.3, 0.17, -0.06][i] ?? 0,
    low: of === "change" ? -2300 + 200 * i : 47_000 + 800 * i,
    high: of === "change" ? 150 - 300 * i : 55_000 - 900 * i,
    sources: ["B-LAB-05"],
  })),
});

const VARIANT: VariantTable = {
  variant: "why deaths fell",
  label: t("Why deaths fell from 2023", "Por qué bajaron las muertes desde 2023"),
  question: t(
    "What explains the fall of deaths since mid-2023?",
    "¿Qué explica la baja de muertes desde mediados de 2023?",
  ),
  options: (
    [
      ["supply", "A shock to supply", "Un choque de oferta", 0.41],
      ["rescue", "Route of use and rescue changed", "Cambiaron la vía de consumo y el rescate", 0.34],
      ["fewer", "Fewer people exposed", "Menos personas expuestas", 0.25],
    ] as const
  ).map(([option, en, es, weight], i) => ({
    option,
    label: t(en, es),
    prior: 1 / 3,
    weight,
    weightRange: { low: weight - 0.04, high: weight + 0.07 },
    effects: [
      { scenario: "raids-alone", outcome: "synthetic-deaths", median: -1800 + 900 * i },
      { scenario: "treatment", outcome: "synthetic-deaths", median: -2500 - 200 * i },
    ],
  })),
};

/** A result with every part filled, for tests of renderers. */
export const TEST_RESULT: BriefResult = {
  format: "downstream-brief",
  version: 1,
  made: {
    program: "downstream 0.1.0",
    model: "us-mexico",
    modelVersion: "0.1.0",
    modelHash: "0123456789abcdef",
    posterior: "posterior/2024-10.f32",
    seed: 1,
    draws: 2000,
    engine: "reference 1",
    command: "npx downstream brief briefs/test.md --seed 1 --draws 2000",
  },
  title: t("Force in Mexico: a test of the report", "Fuerza en México: una prueba del informe"),
  document: {
    date: "2024-11",
    about: t("A made-up document for tests.", "Un documento inventado para pruebas."),
  },
  question: t(
    "How far should the United States go with force in Mexico against drug organisations?",
    "¿Hasta dónde deberían llegar los Estados Unidos con la fuerza en México contra las organizaciones del narcotráfico?",
  ),
  answer: [
    t(
      "Raids without consent: 780 fewer deaths a year than with no change in November 2029; in 9 of 10 runs between 2,800 fewer and 1,400 more. Better in 64 of 100 runs.",
      "Operativos sin consentimiento: 780 muertes al año menos que sin cambios en noviembre de 2029; en 9 de cada 10 simulaciones, entre 2,800 menos y 1,400 más. Mejor en 64 de 100 simulaciones.",
    ),
    t(
      "Treatment capacity: 1,900 fewer deaths a year, between 3,900 fewer and 100 fewer. Better in 97 of 100 runs.",
      "Capacidad de tratamiento: 1,900 muertes al año menos, entre 3,900 menos y 100 menos. Mejor en 97 de 100 simulaciones.",
    ),
    t("Of nine claims, two hold as written.", "De nueve afirmaciones, dos se sostienen como están escritas."),
  ],
  claims: CLAIMS,
  proposals: ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"].map((id, i) => ({
    id,
    proposal: t(`Proposal ${id}: raids on drug laboratories`, `Propuesta ${id}: ataques a laboratorios`),
    backers: t("Campaign planners, not named", "Estrategas de campaña, sin nombre"),
    scenario:
      ["p1", "p2", "p7", "full-campaign", "designation", "border", "tariff", "raids-alone"][i] ?? "p1",
    levers: ["air raids on labs"],
    sources: ["B-LAB-05"],
  })),
  expectations: ["E1", "E2", "E3", "E4"].map((id) => ({
    id,
    text: t(`Expectation ${id}`, `Expectativa ${id}`),
    found: t("The model finds a range.", "El modelo da un intervalo."),
  })),
  scenarios: SCENARIOS,
  outcomes: OUTCOMES.map(([name, label, unit, better, headline]) => ({
    name,
    label,
    short: label,
    sentence: t(`${label.en}, counted over 12 months.`, `${label.es}, en 12 meses.`),
    unit,
    better,
    headline,
  })),
  decision: "2024-11",
  dates: DATES,
  headlineAt: "2029-11",
  cells: SCENARIOS.flatMap((s) => OUTCOMES.flatMap((o) => DATES.map((at) => cell(s, o, at)))),
  charts: [
    chart(
      "deaths-force",
      "synthetic-deaths",
      ["no-change", "raids-consent", "raids-alone", "treatment"],
      2024 * 12 + 5,
    ),
    chart("homicides", "homicides", ["no-change", "raids-alone"], 2024 * 12 + 9),
    chart("trade", "trade", ["no-change", "tariff", "full-campaign"], 2024 * 12 + 8),
    chart(
      "deaths-all",
      "all-deaths",
      SCENARIOS.filter((s) => s.group === "ladder" || s.group === "baseline").map((s) => s.id),
      2024 * 12 + 5,
    ),
  ],
  drivers: [drivers("value"), drivers("change")],
  variants: [VARIANT],
  calibration: {
    priorDraws: 20_000,
    draws: 2000,
    effectiveSampleSize: 412,
    method: [t("20,000 prior runs were weighed.", "Se ponderaron 20,000 simulaciones a priori.")],
    rejected: 3120,
    fits: [
      {
        series: "synthetic",
        label: t("Synthetic-opioid deaths, 12 months", "Muertes por opioides sintéticos, 12 meses"),
        source: "data/cdc-vsrr-overdose-12mo-ending.csv",
        points: 112,
        mape: 0.064,
        inside90: 0.81,
        used: true,
      },
      {
        series: "seizures",
        label: t("Seizures", "Decomisos"),
        source: "data/cbp-fentanyl-seizures-monthly.csv",
        points: 60,
        mape: 0.31,
        inside90: 0.55,
        used: false,
      },
    ],
    misfits: [t("The peak of 2023 comes two months late.", "El pico de 2023 llega dos meses tarde.")],
  },
  warnings: [t("The draws are of an older version.", "Los sorteos son de una versión anterior.")],
  validation: TEST_VALIDATION,
  extrapolation: [
    t(
      "No acknowledged strike has happened: effects are drawn from analogues.",
      "No ha ocurrido ningún ataque reconocido: los efectos se toman de casos análogos.",
    ),
  ],
  documentLeavesOut: [t("The fall that had begun before.", "La baja que había empezado antes.")],
  leftOut: [t("Regions within each country.", "Las regiones dentro de cada país.")],
  whatHappened: [
    {
      date: "2025-02-03",
      event: t("Tariff announced, then paused for a month", "Arancel anunciado y luego pausado por un mes"),
      value: "25 percent",
      source: "Test Gazette",
      url: "https://example.org/tariff?a=1&b=2",
    },
  ],
  sources: [source("A-DTH-01", "https://example.org/a"), source("B-LAB-05", "not a link")],
  series: [{ file: "data/cdc-vsrr-overdose-12mo-ending.csv", about: "12-month overdose deaths, CDC" }],
};
